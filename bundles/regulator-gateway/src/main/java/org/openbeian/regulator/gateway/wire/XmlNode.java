package org.openbeian.regulator.gateway.wire;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * One element of a document with what is in it, namespaces and attributes left out. Not thread-safe while it is read,
 * immutable in use.
 */
public final class XmlNode {
    private final String name;
    private final List<XmlNode> children = new ArrayList<>();
    private String text = "";

    private XmlNode(String name) {
        this.name = name;
    }

    /**
     * Reads the element at which the reader stands, up to its end.
     *
     * @throws XMLStreamException if it is not well-formed or nested deeper than {@link XmlInput#MAX_DEPTH}
     */
    public static XmlNode read(XMLStreamReader reader) throws XMLStreamException {
        return read(reader, 1);
    }

    private static XmlNode read(XMLStreamReader reader, int depth) throws XMLStreamException {
        if (depth > XmlInput.MAX_DEPTH) {
            throw new XMLStreamException("elements are nested deeper than " + XmlInput.MAX_DEPTH);
        }
        XmlNode node = new XmlNode(reader.getLocalName());
        StringBuilder text = null;
        while (true) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> node.children.add(read(reader, depth + 1));
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (node.children.isEmpty()) {
                        text = append(text, node, reader.getText());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    node.text = text != null ? text.toString() : node.text;
                    return node;
                }
                case XMLStreamConstants.ENTITY_REFERENCE -> throw new XMLStreamException("an entity of its own is not allowed");
                default -> {
                    // comments and processing instructions carry nothing
                }
            }
        }
    }

    private static StringBuilder append(StringBuilder text, XmlNode node, String piece) {
        if (text != null) {
            return text.append(piece);
        }
        if (node.text.isEmpty()) {
            node.text = piece;
            return null;
        }
        return new StringBuilder(node.text).append(piece);
    }

    /** Local name of the element. */
    public String name() {
        return name;
    }

    /** Every element directly below. */
    public List<XmlNode> children() {
        return Collections.unmodifiableList(children);
    }

    /** The elements of a name directly below; empty if there is none. */
    public List<XmlNode> all(String childName) {
        return children.stream().filter(child -> child.name.equals(childName)).toList();
    }

    /** The first element of a name directly below. */
    public Optional<XmlNode> first(String childName) {
        for (XmlNode child : children) {
            if (child.name.equals(childName)) {
                return Optional.of(child);
            }
        }
        return Optional.empty();
    }

    /** The first element below along a path, or an element without anything if it is absent. */
    public XmlNode at(String... path) {
        XmlNode node = this;
        for (String step : path) {
            node = node.first(step).orElseGet(() -> new XmlNode(step));
        }
        return node;
    }

    /** What is written in the element, trimmed; empty if nothing is. */
    public String text() {
        return text.strip();
    }

    /** Text of a child, trimmed; null if the child is absent or empty. */
    public String text(String childName) {
        String value = at(childName).text();
        return value.isEmpty() ? null : value;
    }

    /**
     * Number in a child.
     *
     * @return the number, or null if the child is absent or empty
     * @throws NumberFormatException if it is not a whole number
     */
    public Long number(String childName) {
        String value = text(childName);
        return value == null ? null : Long.valueOf(value);
    }
}

package org.openbeian.regulator.gateway.wire;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The one way in which XML of the other side is opened: from a decoded string, whatever encoding it declares, without DTDs,
 * entities of its own or anything from outside. Thread-safe.
 */
public final class XmlInput {
    /** Deepest nesting that is read; the documents of V3.0 need ten. */
    public static final int MAX_DEPTH = 32;

    private static final XMLInputFactory FACTORY = factory();

    private XmlInput() {
    }

    /**
     * Opens a document.
     *
     * @param xml the document; a declaration that names GBK is ignored
     * @return a reader at the root element
     * @throws XMLStreamException if there is no root element, or a DTD before it
     */
    public static XMLStreamReader open(String xml) throws XMLStreamException {
        XMLStreamReader reader = FACTORY.createXMLStreamReader(afterDeclaration(xml));
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.DTD) {
                throw new XMLStreamException("a document type definition is not allowed");
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                return reader;
            }
        }
        throw new XMLStreamException("the document has no element");
    }

    private static Reader afterDeclaration(String xml) throws XMLStreamException {
        int start = 0;
        while (start < xml.length() && (xml.charAt(start) == '\uFEFF' || Character.isWhitespace(xml.charAt(start)))) {
            start++;
        }
        if (xml.startsWith("<?xml", start)) {
            int end = xml.indexOf("?>", start);
            start = end < 0 ? start : end + 2;
        }
        StringReader reader = new StringReader(xml);
        try {
            reader.skip(start);
        } catch (IOException e) {
            throw new XMLStreamException(e);
        }
        return reader;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing outside the document is read");
        });
        return factory;
    }
}

package org.openbeian.regulator.gateway.payload;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.CharsetEncoder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.openbeian.api.authority.ValidCodes;
import org.openbeian.regulator.gateway.wire.WireSecurity;

/**
 * Writes elements as GBK bytes and holds each against its limit; what is wrong is collected with its path and writing goes
 * on, so that everything is known at once. Used for one document by one thread.
 */
public final class CheckedXmlWriter {
    /** Smallest area code, as the schema has it. */
    public static final long MIN_AREA = 100_000;
    /** No upper limit. */
    public static final long ANY = Long.MAX_VALUE;

    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

    private final ByteArrayOutputStream out;
    private final XMLStreamWriter xml;
    private final CharsetEncoder encoder = WireSecurity.GBK.newEncoder();
    private final Deque<String> path = new ArrayDeque<>();
    private final List<Violation> violations = new ArrayList<>();
    private int record = -1;
    private long pictureBytes;
    private ValidCodes codes = ValidCodes.UNKNOWN;
    private AuthorityNumbers numbers = AuthorityNumbers.OURS;

    /** A writer for a document of about the given size in bytes, beginning with a declaration that names GBK. */
    public CheckedXmlWriter(int expectedBytes) {
        out = new ByteArrayOutputStream(expectedBytes);
        try {
            xml = FACTORY.createXMLStreamWriter(out, WireSecurity.GBK.name());
            xml.writeStartDocument(WireSecurity.GBK.name(), "1.0");
        } catch (XMLStreamException e) {
            throw failed(e);
        }
    }

    /** Lets the writer send an authority's own numbers, and refuse what its code tables do not take. */
    public CheckedXmlWriter with(AuthorityNumbers own, ValidCodes valid) {
        numbers = own;
        codes = valid;
        return this;
    }

    /** Says to which record following violations belong; -1 for none. */
    public void record(int position) {
        record = position;
    }

    /** Opens an element. */
    public CheckedXmlWriter open(String name) {
        return start(name, name, null);
    }

    /** Opens one of several elements of a name; paths count from 1. */
    public CheckedXmlWriter open(String name, int index) {
        return start(name, name + "[" + (index + 1) + "]", null);
    }

    /** Opens an element that is, with all below it, in a namespace. */
    public CheckedXmlWriter open(String name, String namespace) {
        return start(name, name, namespace);
    }

    private CheckedXmlWriter start(String name, String step, String namespace) {
        path.addLast(step);
        try {
            xml.writeStartElement(name);
            if (namespace != null) {
                xml.writeDefaultNamespace(namespace);
            }
        } catch (XMLStreamException e) {
            throw failed(e);
        }
        return this;
    }

    /** Opens the root element with the version that both roots require. */
    public CheckedXmlWriter root(String name, String version) {
        open(name);
        try {
            xml.writeAttribute("version", version);
        } catch (XMLStreamException e) {
            throw failed(e);
        }
        return this;
    }

    /** Closes the element opened last. */
    public CheckedXmlWriter close() {
        path.removeLast();
        try {
            xml.writeEndElement();
        } catch (XMLStreamException e) {
            throw failed(e);
        }
        return this;
    }

    /** A text that must be there. */
    public CheckedXmlWriter text(String name, String value, int min, int max) {
        if (value == null || value.isBlank()) {
            return violation(name, "is required");
        }
        return optional(name, value, min, max);
    }

    /** A text that is left out if it is null or blank. */
    public CheckedXmlWriter optional(String name, String value, int min, int max) {
        if (value == null || value.isBlank()) {
            return this;
        }
        int length = value.codePointCount(0, value.length());
        if (length < min || length > max) {
            return violation(name, "has " + length + " characters, allowed are " + min + " to " + max);
        }
        int odd = unwritable(value);
        if (odd >= 0) {
            return violation(name, String.format("holds the character U+%04X, which GBK or XML cannot carry", odd));
        }
        return write(name, value);
    }

    private int unwritable(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < ' ' && c != '\t' && c != '\n' && c != '\r') {
                return c;
            }
        }
        if (encoder.canEncode(value)) {
            return -1;
        }
        return value.codePoints().filter(c -> !encoder.canEncode(Character.toString(c))).findFirst().orElse(-1);
    }

    /** A number that must be there. */
    public CheckedXmlWriter number(String name, long value, long min, long max) {
        if (value < min || value > max) {
            return violation(name, "must be " + (max == ANY ? "at least " + min : "from " + min + " to " + max));
        }
        long sent = numbers.of(name, value);
        String table = CodeNames.table(name);
        if (table != null && codes.refuse(table, sent)) {
            return violation(name, "is " + sent + ", which the authority's code table " + table + " does not take; enter its number as '"
                + name + "." + value + "=NUMBER' in the account's numbers");
        }
        return write(name, Long.toString(sent));
    }

    /** A number that is left out if it is null. */
    public CheckedXmlWriter optional(String name, Long value, long min, long max) {
        return value == null ? this : number(name, value, min, max);
    }

    /** Several numbers below one element. */
    public CheckedXmlWriter numbers(String parent, String name, List<Long> values, int maxCount) {
        open(parent);
        count(name, values.size(), maxCount);
        for (Long value : values) {
            number(name, value, 1, 64);
        }
        return close();
    }

    /** Checks that there is at least one element and not more than allowed. */
    public void count(String name, int count, int max) {
        if (count < 1 || count > max) {
            violation(name, "occurs " + count + " times, allowed are 1 to " + max);
        }
    }

    /** A picture, as Base64. */
    public CheckedXmlWriter picture(String name, byte[] content, int maxBytes) {
        if (content == null || content.length == 0) {
            return violation(name, "is required");
        }
        if (content.length > maxBytes) {
            return violation(name, "has " + content.length + " bytes, allowed are " + maxBytes);
        }
        open(name);
        try {
            xml.writeCharacters("");
            xml.flush();
            byte[] encoded = Base64.getEncoder().encode(content);
            out.write(encoded);
            pictureBytes += encoded.length;
        } catch (XMLStreamException | IOException e) {
            throw failed(e);
        }
        return close();
    }

    /** Records something that is wrong with a child of the element that is open. */
    public CheckedXmlWriter violation(String name, String message) {
        StringBuilder full = new StringBuilder();
        Iterator<String> steps = path.iterator();
        while (steps.hasNext()) {
            full.append('/').append(steps.next());
        }
        violations.add(new Violation(record, full.append('/').append(name).toString(), message));
        return this;
    }

    private CheckedXmlWriter write(String name, String value) {
        try {
            xml.writeStartElement(name);
            xml.writeCharacters(value);
            xml.writeEndElement();
        } catch (XMLStreamException e) {
            throw failed(e);
        }
        return this;
    }

    /** Ends the document. */
    public UploadDocument finish() {
        try {
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw failed(e);
        }
        return new UploadDocument(violations.isEmpty() ? out.toByteArray() : null, pictureBytes, violations);
    }

    private static IllegalStateException failed(Exception e) {
        return new IllegalStateException("writing to memory cannot fail", e);
    }
}

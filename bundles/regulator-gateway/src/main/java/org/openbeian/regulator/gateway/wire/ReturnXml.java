package org.openbeian.regulator.gateway.wire;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Reads and writes the {@code return} document. Reading forgives what V3.0 is known to get wrong. Thread-safe. */
public final class ReturnXml {
    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();
    private static final String VERSION = "V.3.0";

    private ReturnXml() {
    }

    /**
     * Reads the string that a call returned.
     *
     * @param xml the document; it may declare GBK, lack its version, or pad its message
     * @throws WireException with code 999 if it is not a {@code return} document
     */
    public static ReturnMessage read(String xml) throws WireException {
        if (xml == null) {
            throw new WireException(ReturnCode.OTHER, "the call returned nothing");
        }
        try {
            XmlNode root = XmlNode.read(XmlInput.open(xml));
            Long code = root.number("msg_code");
            if (!"return".equals(root.name()) || code == null) {
                throw new WireException(ReturnCode.OTHER, "the call returned <" + root.name() + "> without a msg_code");
            }
            return new ReturnMessage(code.intValue(), root.text("msg"), sequences(root), file(root), status(root), verified(root));
        } catch (XMLStreamException e) {
            throw new WireException(ReturnCode.OTHER, "the call returned a document that is not well-formed: " + e.getMessage(), e);
        } catch (NumberFormatException e) {
            throw new WireException(ReturnCode.OTHER, "the call returned a number that is none: " + e.getMessage(), e);
        }
    }

    private static List<Long> sequences(XmlNode root) {
        List<Long> numbers = new ArrayList<>();
        for (XmlNode number : root.at("dataSequences").all("dataSequence")) {
            numbers.add(Long.valueOf(number.text()));
        }
        return numbers;
    }

    private static ReturnMessage.ReturnedFile file(XmlNode root) {
        XmlNode info = root.at("fileInfos");
        if (info.children().isEmpty()) {
            return null;
        }
        String content = info.at("beianInfo").text();
        EncodedFile encoded = new EncodedFile(content, info.at("beianInfoHash").text(), algorithm(info, "encryptAlgorithm"),
            algorithm(info, "hashAlgorithm"), algorithm(info, "compressionFormat"));
        Long sequence = info.number("dataSequence");
        return content.isEmpty() && sequence == null ? null
            : new ReturnMessage.ReturnedFile(info.text("return_FileName"), sequence, encoded);
    }

    private static int algorithm(XmlNode info, String name) {
        Long number = info.number(name);
        return number == null ? 0 : number.intValue();
    }

    private static ReturnMessage.FilingStatus status(XmlNode root) {
        return root.first("StatusInfo").map(info -> {
            Long type = info.number("Cxtjlx");
            Long filed = info.number("Bazt");
            return new ReturnMessage.FilingStatus(type == null ? 0 : type.intValue(), info.text("Cxtj"), info.text("Wzmc"),
                info.text("Ztbah"), info.text("Wzbah"), filed != null && filed == 0);
        }).orElse(null);
    }

    private static Boolean verified(XmlNode root) {
        Long result = root.number("VerifyRes");
        return result == null ? null : result == 0;
    }

    /** Writes an answer, as a string that declares GBK although it is characters, as the real systems do. */
    public static String write(ReturnMessage message) {
        StringWriter text = new StringWriter(message.file() == null ? 256 : message.file().content().content().length() + 512);
        try {
            XMLStreamWriter xml = FACTORY.createXMLStreamWriter(text);
            xml.writeStartDocument("GBK", "1.0");
            xml.writeStartElement("return");
            xml.writeAttribute("version", VERSION);
            element(xml, "msg_code", message.code());
            element(xml, "msg", message.message());
            writeSequences(xml, message.missingSequences());
            writeFile(xml, message.file());
            writeStatus(xml, message.status());
            if (message.verified() != null) {
                element(xml, "VerifyRes", message.verified() ? 0 : 1);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("writing to memory cannot fail", e);
        }
        return text.toString();
    }

    private static void writeSequences(XMLStreamWriter xml, List<Long> numbers) throws XMLStreamException {
        if (!numbers.isEmpty()) {
            xml.writeStartElement("dataSequences");
            for (Long number : numbers) {
                element(xml, "dataSequence", number);
            }
            xml.writeEndElement();
        }
    }

    private static void writeFile(XMLStreamWriter xml, ReturnMessage.ReturnedFile file) throws XMLStreamException {
        if (file == null) {
            return;
        }
        xml.writeStartElement("fileInfos");
        element(xml, "hashAlgorithm", file.content().hashAlgorithm());
        element(xml, "compressionFormat", file.content().compressionFormat());
        element(xml, "encryptAlgorithm", file.content().encryptAlgorithm());
        element(xml, "dataSequence", file.sequence());
        element(xml, "return_FileName", file.name());
        element(xml, "beianInfo", file.content().content());
        element(xml, "beianInfoHash", file.content().hash());
        xml.writeEndElement();
    }

    private static void writeStatus(XMLStreamWriter xml, ReturnMessage.FilingStatus status) throws XMLStreamException {
        if (status == null) {
            return;
        }
        xml.writeStartElement("StatusInfo");
        element(xml, "Cxtjlx", status.conditionType());
        element(xml, "Cxtj", status.condition());
        element(xml, "Wzmc", status.serviceName());
        element(xml, "Ztbah", status.organizerNumber());
        element(xml, "Wzbah", status.serviceNumber());
        element(xml, "Bazt", status.filed() ? 0 : 1);
        xml.writeEndElement();
    }

    private static void element(XMLStreamWriter xml, String name, Object value) throws XMLStreamException {
        if (value != null) {
            xml.writeStartElement(name);
            xml.writeCharacters(value.toString());
            xml.writeEndElement();
        }
    }
}

package org.openbeian.regulator.gateway.payload;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.openbeian.regulator.gateway.wire.ReturnCode;
import org.openbeian.regulator.gateway.wire.WireException;
import org.openbeian.regulator.gateway.wire.XmlInput;
import org.openbeian.regulator.gateway.wire.XmlNode;

/** Reads {@code DownloadData}, forgiving what V3.0 is known to get wrong. Stateless. */
public final class DownloadReader {
    /** GBK and everything beyond it that an authority may send. */
    private static final Charset LENIENT_GBK = Charset.forName("GB18030");

    private DownloadReader() {
    }

    /**
     * Reads a document.
     *
     * @param document its bytes, GBK; UTF-8 if it says so
     * @return its statements in their order
     * @throws WireException with code 999 if it is no {@code DownloadData} or a record lacks what identifies it
     */
    public static List<DownloadItem> read(byte[] document) throws WireException {
        List<DownloadItem> items = new ArrayList<>();
        try {
            XMLStreamReader xml = XmlInput.open(decode(document));
            if (!"DownloadData".equals(xml.getLocalName())) {
                throw new WireException(ReturnCode.OTHER, "the document is <" + xml.getLocalName() + ">, not <DownloadData>");
            }
            while (nextChild(xml)) {
                section(xml, items);
            }
        } catch (XMLStreamException e) {
            throw new WireException(ReturnCode.OTHER, "the document is not well-formed: " + e.getMessage());
        } catch (NumberFormatException e) {
            throw new WireException(ReturnCode.OTHER, "the document holds a number that is none or lacks one: " + e.getMessage());
        }
        return items;
    }

    /** The characters of a document of the interface. */
    public static String decode(byte[] document) {
        String head = new String(document, 0, Math.min(document.length, 100), StandardCharsets.ISO_8859_1);
        boolean utf8 = head.startsWith("\u00EF\u00BB\u00BF") || head.matches("(?is)\\s*<\\?xml[^>]*encoding=.utf-8.*");
        return new String(document, utf8 ? StandardCharsets.UTF_8 : LENIENT_GBK);
    }

    private static void section(XMLStreamReader xml, List<DownloadItem> items) throws XMLStreamException {
        switch (xml.getLocalName()) {
            case "ICP" -> filings(xml, items);
            case "IP" -> items.addAll(OtherParts.addresses(XmlNode.read(xml)));
            case "JCDM" -> items.addAll(OtherParts.codes(XmlNode.read(xml)));
            case "SJTB" -> OtherParts.synchronisation(xml, items);
            default -> {
                items.add(new DownloadItem.NotHandled(xml.getLocalName()));
                skip(xml);
            }
        }
    }

    private static void filings(XMLStreamReader xml, List<DownloadItem> items) throws XMLStreamException {
        while (nextChild(xml)) {
            switch (xml.getLocalName()) {
                case "BASJ" -> published(xml, items);
                case "BAJG" -> results(xml, items);
                case "ZXSJ" -> {
                    while (nextChild(xml)) {
                        XmlNode record = XmlNode.read(xml);
                        items.add(new DownloadItem.Cancelled(required(record, "Zxlb"), required(record, "Jlid")));
                    }
                }
                case "HMDLB", "FFJRHMD", "XGTZ", "WBAWZLB" -> {
                    while (nextChild(xml)) {
                        items.add(told(XmlNode.read(xml)));
                    }
                }
                case "HSRW" -> {
                    while (nextChild(xml)) {
                        items.add(new DownloadItem.Told("HSRW", XmlNode.read(xml)));
                    }
                }
                case "HCJG" -> {
                    while (nextChild(xml)) {
                        XmlNode.read(xml).children().forEach(found -> items.add(told(found)));
                    }
                }
                default -> {
                    items.add(new DownloadItem.NotHandled("ICP/" + xml.getLocalName()));
                    skip(xml);
                }
            }
        }
    }

    private static DownloadItem told(XmlNode node) {
        return new DownloadItem.Told(node.name(), node);
    }

    private static void published(XMLStreamReader xml, List<DownloadItem> items) throws XMLStreamException {
        while (nextChild(xml)) {
            items.add(published(XmlNode.read(xml)));
        }
    }

    static DownloadItem published(XmlNode filing) {
        XmlNode subject = filing.at("Zt_xx");
        List<DownloadItem.PublishedSite> sites = new ArrayList<>();
        for (XmlNode site : filing.all("Wz_xx")) {
            sites.add(new DownloadItem.PublishedSite(site.number("IspWzid"), required(site, "Wzid"), site.text("Baxh"), site.text("Wzmc"),
                site.all("Ym_xx").stream().map(domain -> domain.at("Ym").text()).toList(),
                site.all("Jr_xx").stream().map(DownloadReader::access).toList(), site.text("Zjxgsj")));
        }
        String reviewed = subject.text("Shsj");
        String changed = subject.text("Zjxgsj");
        return new DownloadItem.Published(subject.number("IspZtid"), required(subject, "Ztid"), subject.text("Baxh"),
            subject.text("Dwmc"), reviewed == null ? changed : reviewed, changed, sites);
    }

    private static DownloadItem.PublishedAccess access(XmlNode access) {
        return new DownloadItem.PublishedAccess(access.number("IspJrid"), required(access, "Jrid"), access.number("Ispid"));
    }

    private static void results(XMLStreamReader xml, List<DownloadItem> items) throws XMLStreamException {
        while (nextChild(xml)) {
            switch (xml.getLocalName()) {
                case "Jg_xx" -> items.add(processed(XmlNode.read(xml)));
                case "GJSHS" -> {
                    while (nextChild(xml)) {
                        items.add(decided(XmlNode.read(xml)));
                    }
                }
                default -> {
                    items.add(new DownloadItem.NotHandled("ICP/BAJG/" + xml.getLocalName()));
                    skip(xml);
                }
            }
        }
    }

    private static DownloadItem processed(XmlNode result) {
        List<DownloadItem.Outcome> outcomes = result.all("Jgxx").stream()
            .map(outcome -> new DownloadItem.Outcome(required(outcome, "Jgdm"), outcome.text("Dmms"))).toList();
        return new DownloadItem.Processed(outcomes, result.number("Czlx"), result.text("Bs"));
    }

    private static DownloadItem decided(XmlNode review) {
        return new DownloadItem.Decided(required(review, "Shjg") == 1, review.text("Shyj"), review.text("Shsj"), review.number("Czlx"),
            review.number("Jlid"));
    }

    static long required(XmlNode node, String name) {
        Long number = node.number(name);
        if (number == null) {
            throw new NumberFormatException(node.name() + "/" + name + " is missing");
        }
        return number;
    }

    /** Passes over the open element, however large it is. */
    static void skip(XMLStreamReader xml) throws XMLStreamException {
        int open = 1;
        while (open > 0) {
            open += nextChild(xml) ? 1 : -1;
        }
    }

    /** Moves to the next child of the open element; false at its end. */
    static boolean nextChild(XMLStreamReader xml) throws XMLStreamException {
        while (true) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    return true;
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    return false;
                }
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new XMLStreamException("an entity or a document type definition is not allowed");
                default -> {
                    // text between elements carries nothing
                }
            }
        }
    }
}

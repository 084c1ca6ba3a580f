package org.openbeian.regulator.gateway.payload;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.openbeian.api.authority.CodeTable;
import org.openbeian.regulator.gateway.wire.XmlNode;

/** Reads the parts of {@code DownloadData} that are not about filings: IP addresses, code tables, resynchronisation. Stateless. */
final class OtherParts {
    private static final Set<String> ANSWERS = Set.of("Lyjg", "Fpjg", "Gbjs", "Zdip");
    /** Where tables keep what a code means. */
    private static final List<String> NAMES = List.of("Mc", "Dwmc", "Ztmc", "Nr", "Fl1");
    /** Columns with a meaning of their own, and those about persons at authorities, whom nobody here need know. */
    private static final Set<String> NOT_MORE = Set.of("Id", "Ysid", "Sfyx", "Mc", "Dwmc", "Ztmc", "Nr", "Fl1", "Dzyj", "Sjhm");

    private OtherParts() {
    }

    /** What the authority says of reported addresses. */
    static List<DownloadItem> addresses(XmlNode ip) {
        List<DownloadItem> items = new ArrayList<>();
        for (XmlNode part : ip.children()) {
            switch (part.name()) {
                case "BAJG" -> part.children().forEach(answer -> items.add(ANSWERS.contains(answer.name()) ? answer(answer)
                    : new DownloadItem.NotHandled("IP/BAJG/" + answer.name())));
                case "HCJG" -> part.children().forEach(all -> all.children().forEach(found ->
                    items.add(new DownloadItem.Told(found.name(), found))));
                default -> items.add(new DownloadItem.NotHandled("IP/" + part.name()));
            }
        }
        return items;
    }

    private static DownloadItem answer(XmlNode answer) {
        List<DownloadItem.Outcome> outcomes = answer.all("Jgxx").stream()
            .map(outcome -> new DownloadItem.Outcome(required(outcome, "Jgdm"), outcome.text("Dmms"))).toList();
        return new DownloadItem.AddressAnswer(answer.name(), outcomes, answer.number("Czlx"), answer.number("Id"), answer.number("IspId"));
    }

    /** Every table in a set of tables. */
    static List<DownloadItem> codes(XmlNode tables) {
        List<DownloadItem> items = new ArrayList<>();
        for (XmlNode part : tables.children()) {
            Stream<XmlNode> found = "Jcdm_xx".equals(part.name()) ? part.children().stream() : Stream.of(part);
            found.forEach(table -> items.add(new DownloadItem.Codes(table.name(), table.children().stream()
                .map(OtherParts::row).toList())));
        }
        return items;
    }

    private static CodeTable.Row row(XmlNode row) {
        String name = NAMES.stream().map(row::text).filter(text -> text != null).findFirst().orElse("");
        Map<String, String> more = new LinkedHashMap<>();
        row.children().stream().filter(column -> !NOT_MORE.contains(column.name()) && !column.text().isEmpty())
            .forEach(column -> more.put(column.name(), column.text()));
        Long valid = row.number("Sfyx");
        return new CodeTable.Row(required(row, "Id"), row.number("Ysid"), name, valid == null || valid == 1, more);
    }

    /** The records of a resynchronisation; addresses and domains are not kept here and are told as parts that nobody handles. */
    static void synchronisation(XMLStreamReader xml, List<DownloadItem> items) throws XMLStreamException {
        while (DownloadReader.nextChild(xml)) {
            switch (xml.getLocalName()) {
                case "ICP" -> records(xml, items);
                case "JCDM" -> items.addAll(codes(XmlNode.read(xml)));
                default -> {
                    items.add(new DownloadItem.NotHandled("SJTB/" + xml.getLocalName()));
                    DownloadReader.skip(xml);
                }
            }
        }
    }

    /** One record after the other, for the document may hold all of a province's. */
    private static void records(XMLStreamReader xml, List<DownloadItem> items) throws XMLStreamException {
        while (DownloadReader.nextChild(xml)) {
            if ("Baxx".equals(xml.getLocalName())) {
                items.add(new DownloadItem.Synchronized((DownloadItem.Published) DownloadReader.published(XmlNode.read(xml))));
            } else {
                DownloadReader.skip(xml);
            }
        }
    }

    private static long required(XmlNode node, String name) {
        return DownloadReader.required(node, name);
    }
}

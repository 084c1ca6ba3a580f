package org.openbeian.authority.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openbeian.regulator.gateway.wire.XmlNode;

/**
 * What an authority answers to reports beside filings: that a material is stored (1060), that a range is done (2998) or begins after its
 * end (2002). The interface has no answer to what was done about an unfiled site or to a verification, unless it is wrong. Stateless.
 */
final class ReportAnswers {
    private static final long STORED = 1060;
    private static final int MATERIAL = 35;
    private static final Map<String, Integer> OPERATIONS = Map.of("XZBA", 1, "XGBA", 2, "SCBA", 3);
    /** The part of an answer by the element of the record. */
    private static final Map<String, String> PARTS = Map.of("Ly", "Lyjg", "Ly_xx", "Lyjg", "Fpsy", "Fpjg", "Jsxx", "Gbjs", "Zdxx", "Zdip");

    private ReportAnswers() {
    }

    /** The answers to an upload that follows the schema. */
    static List<Ledger.Result> to(XmlNode upload) {
        List<Ledger.Result> results = new ArrayList<>();
        for (XmlNode material : upload.at("ICP", "XZHYD").all("Fjxx")) {
            XmlNode owner = material.at("Fjssdx", "Ssdxbs");
            results.add(new Ledger.Result("JG", ResultXml.processed(List.of(new DataChecks.DataError((int) STORED, "核验材料已保存")), MATERIAL,
                owner.text("Baxh") == null ? owner.text("Jlid") : owner.text("Baxh"))));
        }
        for (XmlNode operation : upload.at("IP").children()) {
            operation.children().forEach(part -> part.children().forEach(record ->
                results.add(range(record, OPERATIONS.get(operation.name())))));
        }
        return results;
    }

    private static Ledger.Result range(XmlNode record, int operation) {
        String part = PARTS.get(record.name());
        Long first = record.number("Qsip");
        boolean wrong = first != null && first > record.number("Zzip");
        StringBuilder xml = new StringBuilder("<").append(part).append("><Jgxx>");
        ResultXml.element(xml, "Jgdm", wrong ? 2002 : 2998);
        ResultXml.element(xml, "Dmms", wrong ? "起始IP大于终止IP" : "IP操作成功");
        xml.append("</Jgxx>");
        ResultXml.element(xml, "Id", record.text("Id"));
        ResultXml.element(xml, "Czlx", operation);
        ResultXml.element(xml, "IspId", record.text("IspId"));
        return new Ledger.Result(part, xml.append("</").append(part).append('>').toString());
    }
}

package org.openbeian.regulator.gateway;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openbeian.api.report.ReportField;
import org.openbeian.api.report.ReportKind;
import org.openbeian.regulator.gateway.payload.ReportContent;
import org.openbeian.regulator.gateway.payload.ReportForms;
import org.openbeian.regulator.gateway.wire.XmlNode;

/** What an authority says already of the report that it waits for. Stateless. */
final class AnswerDrafts {
    private static final List<String> PERSONS = List.of("Fzr", "Wz_Fzr");

    private AnswerDrafts() {
    }

    /** Of an unfiled site: all but what was done about it, when, and by whom. */
    static Map<String, Object> unfiledSite(XmlNode site, long ispId) {
        Map<String, Object> draft = new LinkedHashMap<>();
        put(draft, "Ym", site.text("Wzym_mc"));
        put(draft, "IP", site.number("IP") == null ? null : ReportContent.dotted(site.number("IP")));
        put(draft, "Yys", site.number("Yys"));
        put(draft, "Jrs", site.number("Jrs") == null ? Long.valueOf(ispId) : site.number("Jrs"));
        put(draft, "Shengid", site.number("Sssh"));
        return draft;
    }

    /** Of a record to be verified: the record, in which the names of some fields differ from those of the task. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> verification(XmlNode record, long ispId) {
        ReportField wanted = ReportForms.fields(ReportKind.VERIFICATION).stream().filter(field -> field.name().equals("Baxx")).findFirst()
            .orElseThrow();
        Map<String, Object> content = ReportContent.of(record, wanted.fields());
        mobile(record.at("Zt_xx"), (Map<String, Object>) content.computeIfAbsent("Zt_xx", key -> new LinkedHashMap<>()));
        List<XmlNode> sites = record.all("Wz_xx");
        for (int i = 0; i < sites.size(); i++) {
            Map<String, Object> site = ((List<Map<String, Object>>) content.get("Wz_xx")).get(i);
            mobile(sites.get(i), site);
            modes(sites.get(i), (List<Map<String, Object>>) site.getOrDefault("Jr_xx", List.of()));
        }
        Map<String, Object> draft = new LinkedHashMap<>();
        draft.put("Bbdw", ispId);
        draft.put("Baxx", content);
        return draft;
    }

    /** The task says {@code Fzr_sjhm}, its answer {@code sjhm}. */
    @SuppressWarnings("unchecked")
    private static void mobile(XmlNode told, Map<String, Object> content) {
        for (String person : PERSONS) {
            String mobile = told.at(person).text("Fzr_sjhm");
            if (mobile != null) {
                ((Map<String, Object>) content.computeIfAbsent(person, key -> new LinkedHashMap<>())).put("sjhm", mobile);
            }
        }
    }

    /** The task says {@code Bbyhlx}, its answer {@code Bbfs}: by whom an access is reported. */
    private static void modes(XmlNode site, List<Map<String, Object>> accesses) {
        List<XmlNode> told = site.all("Jr_xx");
        for (int i = 0; i < accesses.size(); i++) {
            put(accesses.get(i), "Bbfs", told.get(i).number("Bbyhlx"));
        }
    }

    private static void put(Map<String, Object> into, String name, Object value) {
        if (value != null) {
            into.put(name, value);
        }
    }
}

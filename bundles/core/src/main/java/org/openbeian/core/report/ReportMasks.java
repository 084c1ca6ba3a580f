package org.openbeian.core.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.openbeian.api.report.Report;
import org.openbeian.api.security.Masks;

/** Shows reports without the personal data in them, by the ministry's names of the fields. Stateless. */
final class ReportMasks {

    private static final String HIDDEN = "***";
    private static final Map<String, UnaryOperator<String>> BY_NAME = Map.ofEntries(
        Map.entry("Dwmc", Masks::name), Map.entry("Tzr", Masks::name), Map.entry("Fzr_xm", Masks::name), Map.entry("Hsrxm", Masks::name),
        Map.entry("Sbrxm", Masks::name), Map.entry("Lxrxm", Masks::name),
        Map.entry("Fzr_dhhm", Masks::phone), Map.entry("Fzr_sjhm", Masks::phone), Map.entry("sjhm", Masks::phone),
        Map.entry("Sbrdh", Masks::phone), Map.entry("Lxrdh", Masks::phone),
        Map.entry("Fzr_dzyj", Masks::email), Map.entry("Sbrdzyj", Masks::email), Map.entry("Lxrdzyj", Masks::email),
        Map.entry("Zjhm", Masks::certificate), Map.entry("Fzr_zjhm", Masks::certificate),
        Map.entry("Clyj", Masks::text), Map.entry("Hsyj", Masks::text), Map.entry("Cwxx", Masks::text), Map.entry("Bz", Masks::text),
        Map.entry("Wz_Bz", Masks::text), Map.entry("Zjzs", text -> HIDDEN), Map.entry("Xxdz", text -> HIDDEN),
        Map.entry("Msn", text -> HIDDEN), Map.entry("Qq", text -> HIDDEN), Map.entry("Fjnr", text -> HIDDEN),
        Map.entry("Spwj", text -> HIDDEN));

    private ReportMasks() {
    }

    /** A report as staff sees it. */
    static Report shown(Report report) {
        return new Report(report.number(), report.authorityId(), report.kind(), report.caseId(), report.state(), shown(report.content()),
            report.answers(), report.by(), report.createdAt(), report.changedAt(), report.file());
    }

    /** Content as staff sees it. */
    static Map<String, Object> shown(Map<String, Object> content) {
        Map<String, Object> masked = new LinkedHashMap<>();
        content.forEach((name, value) -> masked.put(name, shown(name, value)));
        return masked;
    }

    @SuppressWarnings("unchecked")
    private static Object shown(String name, Object value) {
        if (value instanceof Map) {
            return shown((Map<String, Object>) value);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(one -> shown(name, one)).toList();
        }
        UnaryOperator<String> mask = BY_NAME.get(name);
        return mask == null || value == null ? value : mask.apply(value.toString());
    }
}

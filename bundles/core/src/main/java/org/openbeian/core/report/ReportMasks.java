package org.openbeian.core.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.openbeian.api.report.Report;
import org.openbeian.api.security.Masks;

/** Shows reports without the personal data in them, by the ministry's names of the fields. Stateless. */
final class ReportMasks {

    private static final String HIDDEN = "***";
    /** What is left of a number or an address in a text that was masked. */
    private static final Pattern IN_TEXT = Pattern.compile("1[3-9][0-9]\\*{6}[0-9]{2}|[1-9][0-9]\\*{14}[0-9Xx]{2}|[A-Za-z0-9._%+-]\\*{3}@");

    private enum Mask {
        NAME(Masks::name), PHONE(Masks::phone), EMAIL(Masks::email), CERTIFICATE(Masks::certificate), TEXT(Masks::text),
        WHOLE(text -> HIDDEN);

        private final UnaryOperator<String> how;

        Mask(UnaryOperator<String> how) {
            this.how = how;
        }

        /** Whether a value is the mask of another. */
        boolean isOn(String value) {
            return this == TEXT ? IN_TEXT.matcher(value).find() : this == WHOLE ? HIDDEN.equals(value) : value.indexOf('*') >= 0;
        }
    }

    private static final Map<String, Mask> BY_NAME = Map.ofEntries(
        Map.entry("Dwmc", Mask.NAME), Map.entry("Tzr", Mask.NAME), Map.entry("Fzr_xm", Mask.NAME), Map.entry("Hsrxm", Mask.NAME),
        Map.entry("Sbrxm", Mask.NAME), Map.entry("Lxrxm", Mask.NAME),
        Map.entry("Fzr_dhhm", Mask.PHONE), Map.entry("Fzr_sjhm", Mask.PHONE), Map.entry("sjhm", Mask.PHONE),
        Map.entry("Sbrdh", Mask.PHONE), Map.entry("Lxrdh", Mask.PHONE),
        Map.entry("Fzr_dzyj", Mask.EMAIL), Map.entry("Sbrdzyj", Mask.EMAIL), Map.entry("Lxrdzyj", Mask.EMAIL),
        Map.entry("Zjhm", Mask.CERTIFICATE), Map.entry("Fzr_zjhm", Mask.CERTIFICATE),
        Map.entry("Clyj", Mask.TEXT), Map.entry("Hsyj", Mask.TEXT), Map.entry("Cwxx", Mask.TEXT), Map.entry("Bz", Mask.TEXT),
        Map.entry("Wz_Bz", Mask.TEXT), Map.entry("Zjzs", Mask.WHOLE), Map.entry("Xxdz", Mask.WHOLE),
        Map.entry("Msn", Mask.WHOLE), Map.entry("Qq", Mask.WHOLE), Map.entry("Fjnr", Mask.WHOLE),
        Map.entry("Spwj", Mask.WHOLE));

    private ReportMasks() {
    }

    /** A report as staff sees it. */
    static Report shown(Report report) {
        return new Report(report.number(), report.authorityId(), report.kind(), report.caseId(), report.state(), shown(report.content()),
            report.answers(), report.by(), report.createdAt(), report.changedAt(), report.file(), report.parts(), report.open());
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
        Mask mask = BY_NAME.get(name);
        return mask == null || value == null ? value : mask.how.apply(value.toString());
    }

    /** Whether what is given is no more than the mask of what is there. */
    static boolean isMaskOf(String name, Object there, Object given) {
        Mask mask = BY_NAME.get(name);
        return mask != null && there != null && given != null && mask.isOn(given.toString())
            && mask.how.apply(there.toString()).equals(given.toString());
    }

    /** Where content holds masks instead of what they stand for, as JSON pointers. */
    static List<String> masked(Map<String, Object> content) {
        List<String> masked = new ArrayList<>();
        content.forEach((name, value) -> collect("/" + name.replace("~", "~0").replace("/", "~1"), name, value, masked));
        return masked;
    }

    @SuppressWarnings("unchecked")
    private static void collect(String pointer, String name, Object value, List<String> into) {
        if (value instanceof Map) {
            masked((Map<String, Object>) value).forEach(one -> into.add(pointer + one));
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                collect(pointer + "/" + i, name, list.get(i), into);
            }
        } else if (value != null && BY_NAME.containsKey(name) && BY_NAME.get(name).isOn(value.toString())) {
            into.add(pointer);
        }
    }
}

package org.openbeian.regulator.gateway.payload;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openbeian.api.report.ReportField;
import org.openbeian.api.report.ReportField.Type;
import org.openbeian.api.report.ReportKind;
import org.openbeian.api.report.ReportPart;

/** The address ranges of a report, each of which the authority answers by itself. Used once, by one thread. */
public final class ReportParts {
    private static final String RECORD_ID = "Id";
    /** The answer to a range by the list that holds it. */
    private static final Map<String, String> ANSWERS = Map.ofEntries(Map.entry("Xgly", "Lyjg"), Map.entry("Scly", "Lyjg"),
        Map.entry("Xgfp", "Fpjg"), Map.entry("Scfp", "Fpjg"), Map.entry("Xggbjs", "Gbjs"), Map.entry("Scgbjs", "Gbjs"),
        Map.entry("XgZd", "Zdip"), Map.entry("Sczd", "Zdip"));

    private final Map<String, ReportPart> parts = new LinkedHashMap<>();
    private int range;

    private ReportParts() {
    }

    /** The ranges of a report whose content is checked. */
    public static List<ReportPart> of(ReportKind kind, Map<String, Object> content) {
        if (!kind.isAboutAddresses()) {
            return List.of();
        }
        ReportParts found = new ReportParts();
        found.group(ReportContent.given(content), ReportForms.fields(kind), "", null);
        return new ArrayList<>(found.parts.values());
    }

    /** Name of a range by its place among those of its report, from 1; as {@link ReportWriter} numbers them. */
    public static String ours(long range) {
        return Long.toString(range);
    }

    /** Name of a range by the authority's id of it, which is one among those of its sort. */
    public static String theirs(String answer, Object recordId) {
        return answer + ":" + recordId;
    }

    private void group(Map<?, ?> content, List<ReportField> fields, String place, String answer) {
        for (ReportField field : fields) {
            if (ReportWriter.OUR_ID.equals(field.name())) {
                range++;
                add(ours(range), place);
            } else if (RECORD_ID.equals(field.name()) && answer != null) {
                add(theirs(answer, ReportContent.number(content.get(RECORD_ID))), place);
            } else if (field.type() == Type.GROUP) {
                List<?> values = ReportContent.values(field, content.get(field.name()));
                for (int i = 0; i < values.size(); i++) {
                    group((Map<?, ?>) values.get(i), field.fields(), place + "/" + field.name() + (field.many() ? "/" + i : ""),
                        ANSWERS.getOrDefault(field.name(), answer));
                }
            }
        }
    }

    private void add(String name, String place) {
        parts.putIfAbsent(name, new ReportPart(name, place));
    }
}

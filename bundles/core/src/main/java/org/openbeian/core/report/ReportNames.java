package org.openbeian.core.report;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.openbeian.api.report.ReportKind;

/** What an answer may call a report, when it does not tell our number of it: the record or the domain that it is about. Stateless. */
final class ReportNames {

    private static final String ID = "Id";
    private static final int LONGEST = 255;

    private ReportNames() {
    }

    /** The names of a report. */
    static List<String> of(ReportKind kind, Map<String, Object> content) {
        Stream<Object> named = switch (kind) {
            case MATERIAL -> content.get("Fjssdx") instanceof Map<?, ?> about && about.get("Ssdxbs") instanceof Map<?, ?> record
                ? Stream.of("Jlid", "Baxh").map(record::get) : Stream.empty();
            case UNFILED_SITE -> Stream.of("Ym").map(content::get);
            case ADDRESSES_NEW, ADDRESSES_CHANGED, ADDRESSES_REMOVED -> ids(content);
            default -> Stream.empty();
        };
        return named.filter(one -> one != null).map(one -> key(one.toString())).filter(one -> one.length() <= LONGEST).distinct().toList();
    }

    /** A name as it is compared: domains are the same in capitals. */
    static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    private static Stream<Object> ids(Object content) {
        if (content instanceof Map<?, ?> map) {
            return map.entrySet().stream().flatMap(one -> ID.equals(one.getKey()) ? Stream.of(one.getValue()) : ids(one.getValue()));
        }
        return content instanceof Collection<?> list ? list.stream().flatMap(ReportNames::ids) : Stream.empty();
    }
}

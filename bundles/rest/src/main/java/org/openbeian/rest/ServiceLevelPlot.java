package org.openbeian.rest;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openbeian.api.order.ServiceLevel;

/** Service levels as a bar chart in SVG; readable without scripts and without fonts of our own. Stateless. */
final class ServiceLevelPlot {

    private static final int LEFT = 190;
    private static final int WIDTH = 420;
    private static final int ROW = 34;
    private static final double HOUR = 3600;
    private static final double DAY = 86_400;

    private ServiceLevelPlot() {
    }

    static String of(List<ServiceLevel> levels) {
        double longest = Math.max(1, levels.stream().mapToLong(ServiceLevel::ninthDecileSeconds).max().orElse(1));
        StringBuilder svg = new StringBuilder(String.format(Locale.ROOT, "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\""
                + " height=\"%d\" role=\"img\" font-family=\"sans-serif\" font-size=\"12\"><title>Service levels</title>"
                + "<text x=\"8\" y=\"20\">bar: nine of ten took no longer; mark: half did</text>", LEFT + WIDTH + 260,
                30 + ROW * Math.max(1, levels.size()) + 10));
        if (levels.isEmpty()) {
            svg.append("<text x=\"8\" y=\"48\">nothing left a stage in this time</text>");
        }
        for (int i = 0; i < levels.size(); i++) {
            row(svg, levels.get(i), 30 + ROW * i, WIDTH / longest);
        }
        return svg.append("</svg>").toString();
    }

    private static void row(StringBuilder svg, ServiceLevel level, int top, double scale) {
        double end = level.ninthDecileSeconds() * scale;
        double half = level.medianSeconds() * scale;
        svg.append(String.format(Locale.ROOT, "<text x=\"8\" y=\"%d\">%s (%d)</text>", top + 18, name(level), level.orders()));
        svg.append(String.format(Locale.ROOT, "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"16\" fill=\"%s\"/>", LEFT, top + 6,
                Math.max(1, end), level.late() > 0 ? "#c0392b" : "#2e86c1"));
        svg.append(String.format(Locale.ROOT, "<rect x=\"%.1f\" y=\"%d\" width=\"3\" height=\"22\" fill=\"#1b2631\"/>", LEFT + half,
                top + 3));
        svg.append(String.format(Locale.ROOT, "<text x=\"%.1f\" y=\"%d\">%s, half %s%s</text>", LEFT + end + 8, top + 18,
                time(level.ninthDecileSeconds()), time(level.medianSeconds()),
                level.late() > 0 ? ", " + level.late() + " late" : ""));
    }

    private static String name(ServiceLevel level) {
        return Stream.of(level.stage().name(), level.provinceId(), level.channel()).filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }

    private static String time(long seconds) {
        return seconds >= DAY ? String.format(Locale.ROOT, "%.1f d", seconds / DAY)
                : seconds >= HOUR ? String.format(Locale.ROOT, "%.1f h", seconds / HOUR) : seconds + " s";
    }
}

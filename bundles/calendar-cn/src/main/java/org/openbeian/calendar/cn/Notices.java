package org.openbeian.calendar.cn;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads lines with the days of yearly notices. Not thread-safe. */
final class Notices {

    private static final Pattern LINE = Pattern.compile("(20\\d\\d)\\.(off|work)=(.*)", Pattern.DOTALL);
    private static final Pattern DAYS = Pattern.compile("(\\d\\d-\\d\\d)(?:\\.\\.(\\d\\d-\\d\\d))?");

    private final Map<Integer, Map<LocalDate, Boolean>> years = new TreeMap<>();
    private final Map<Integer, Set<String>> parts = new TreeMap<>();
    private final List<String> wrong = new ArrayList<>();

    /**
     * Reads all lines.
     *
     * @return the days of each year that they name, {@code true} for those that are worked
     * @throws IllegalArgumentException naming all that is wrong, if anything is
     */
    static Map<Integer, Map<LocalDate, Boolean>> read(Iterable<String> lines) {
        Notices notices = new Notices();
        lines.forEach(line -> {
            if (!line.isBlank()) {
                notices.line(line);
            }
        });
        notices.parts.forEach((year, there) -> {
            if (there.size() < 2) {
                notices.wrong.add(year + ": " + (there.contains("off") ? "work" : "off") + " is missing; a year needs both of its lines");
            }
        });
        if (!notices.wrong.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", notices.wrong));
        }
        return notices.years;
    }

    private void line(String line) {
        Matcher found = LINE.matcher(line.strip().replaceFirst("\\s*=\\s*", "="));
        if (!found.matches()) {
            wrong.add("'" + line + "': expected YYYY.off=… or YYYY.work=…");
            return;
        }
        int year = Integer.parseInt(found.group(1));
        if (!parts.computeIfAbsent(year, any -> new TreeSet<>()).add(found.group(2))) {
            wrong.add(year + "." + found.group(2) + " is there twice");
        }
        Map<LocalDate, Boolean> days = years.computeIfAbsent(year, any -> new HashMap<>());
        for (String range : found.group(3).isBlank() ? new String[0] : found.group(3).split(",")) {
            days(year, range.strip(), found.group(2), days);
        }
    }

    private void days(int year, String range, String part, Map<LocalDate, Boolean> days) {
        Matcher ends = DAYS.matcher(range);
        String where = year + "." + part + ": '" + range + "'";
        if (!ends.matches()) {
            wrong.add(where + ": expected month-day such as 05-01, or 05-01..05-05");
            return;
        }
        try {
            LocalDate first = LocalDate.parse(Year.of(year) + "-" + ends.group(1));
            LocalDate last = ends.group(2) == null ? first : LocalDate.parse(Year.of(year) + "-" + ends.group(2));
            if (last.isBefore(first)) {
                wrong.add(where + ": the range ends before it begins");
            }
            for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
                if (days.put(day, part.equals("work")) != null) {
                    wrong.add(where + ": " + day + " is named twice");
                }
            }
        } catch (DateTimeException e) {
            wrong.add(where + ": no such day");
        }
    }
}

package org.openbeian.rest;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.openbeian.api.order.Obligation;

/** Writes obligations as an iCalendar (RFC 5545). Stateless. */
final class Ics {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    /** Longest line in octets, its end not counted. */
    private static final int LINE = 75;

    private Ics() {
    }

    static String of(List<Obligation> obligations, Instant now) {
        StringBuilder out = new StringBuilder();
        line(out, "BEGIN:VCALENDAR");
        line(out, "VERSION:2.0");
        line(out, "PRODID:-//OpenBeian//obligations//ZH");
        line(out, "X-WR-CALNAME:" + text("备案期限 / filing deadlines"));
        for (Obligation one : obligations) {
            line(out, "BEGIN:VEVENT");
            line(out, "UID:" + one.kind() + "-" + one.id() + "@openbeian");
            line(out, "DTSTAMP:" + TIME.format(now));
            line(out, "DTSTART:" + TIME.format(one.due()));
            line(out, "SUMMARY:" + text((one.about() == null ? "" : one.about() + " ") + one.text().zh()));
            line(out, "DESCRIPTION:" + text(one.text().en() + " (" + one.id() + ")" + (one.reservation() == null ? ""
                : "\n" + one.reservation().zh() + "\n" + one.reservation().en())));
            if (one.own()) {
                line(out, "BEGIN:VALARM");
                line(out, "ACTION:DISPLAY");
                line(out, "DESCRIPTION:" + text(one.text().zh()));
                line(out, "TRIGGER:" + (one.kind().equals("sms-verification") ? "-PT2H" : "-P1D"));
                line(out, "END:VALARM");
            }
            line(out, "END:VEVENT");
        }
        line(out, "END:VCALENDAR");
        return out.toString();
    }

    private static String text(String value) {
        return value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n").replace("\r", "");
    }

    /** Folds between characters, never within one. */
    private static void line(StringBuilder out, String content) {
        int used = 0;
        for (int i = 0; i < content.length();) {
            int c = content.codePointAt(i);
            int size = Character.toString(c).getBytes(StandardCharsets.UTF_8).length;
            if (used + size > LINE) {
                out.append("\r\n ");
                used = 1;
            }
            out.appendCodePoint(c);
            used += size;
            i += Character.charCount(c);
        }
        out.append("\r\n");
    }
}

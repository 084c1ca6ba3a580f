package org.openbeian.shell;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.openbeian.api.channel.NotificationChannel.AddressKind;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.order.Clearance;
import org.openbeian.api.order.OrderState;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.rules.Finding;
import org.openbeian.api.rules.RuleSource;
import org.openbeian.api.rules.Severity;
import org.openbeian.api.security.Masks;

/** How single values are shown to people: times in China's zone, an empty cell for nothing. */
final class Show {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneId.of("Asia/Shanghai"));

    private Show() {
    }

    /** A time in Asia/Shanghai; empty for null. */
    static String time(Instant instant) {
        return instant == null ? "" : TIME.format(instant);
    }

    /** The value's text; empty for null. */
    static String or(Object value) {
        return value == null ? "" : value.toString();
    }

    /** Of how many parts something was said; empty when there are none. */
    static String answered(int parts, int open) {
        return parts == 0 ? "" : parts - open + " of " + parts;
    }

    /** English first, then Chinese; empty for null. */
    static String text(LocalizedText text) {
        if (text == null) {
            return "";
        }
        if (text.en() == null || text.zh() == null || text.en().equals(text.zh())) {
            return text.en() == null ? or(text.zh()) : text.en();
        }
        return text.en() + " / " + text.zh();
    }

    /** The state's name for programs and for people. */
    static String state(OrderState state) {
        return state.name() + " " + state.chinese();
    }

    /** Where a rule comes from; empty for null. */
    static String source(RuleSource source) {
        if (source == null) {
            return "";
        }
        String quote = source.quote() == null ? "" : ": \"" + source.quote() + "\"";
        String law = source.law() == null ? "" : "; " + source.law();
        return source.document() + " (" + or(source.date()) + ")" + quote + law;
    }

    /** A finding on a few lines: weight, rule, place, what is wrong, how to mend it, where it is written. */
    static String finding(Finding finding) {
        StringBuilder lines = new StringBuilder("[" + finding.severity() + "] " + finding.ruleId() + " at "
                + (finding.pointer().isEmpty() ? "the whole order" : finding.pointer()));
        line(lines, "", text(finding.text()));
        line(lines, "mend: ", text(finding.mend()));
        line(lines, "source: ", source(finding.source()));
        line(lines, "bundle: ", finding.bundle() == null ? "" : finding.bundle() + " " + or(finding.bundleVersion()));
        return lines.toString();
    }

    /** What an address of a kind is called. */
    static String contact(AddressKind kind) {
        return kind == AddressKind.MOBILE ? "phone number" : "e-mail address";
    }

    /** What specialists said about a finding. */
    static String clearance(Clearance clearance) {
        String place = clearance.ruleId() + " at " + (clearance.pointer().isEmpty() ? "the whole order" : clearance.pointer())
                + ": " + text(clearance.text());
        if (clearance.by() == null) {
            return place + "; open, see beian:review-clear";
        }
        String said = place + "; " + clearance.by() + " " + time(clearance.at()) + ": " + Masks.text(clearance.reason());
        return clearance.severity() == Severity.ASK ? said : said + (clearance.approvedBy() == null
                ? "; not approved, see beian:override-approve"
                : "; approved by " + clearance.approvedBy() + " " + time(clearance.approvedAt()));
    }

    /** A refusal with its code and all its findings. */
    static String refusal(Refusal refusal) {
        StringBuilder text = new StringBuilder("Refused (" + refusal.code() + "): " + refusal.getMessage());
        refusal.findings().forEach(finding -> text.append('\n').append("  ").append(finding(finding)));
        return text.toString();
    }

    private static void line(StringBuilder lines, String label, String value) {
        if (!value.isEmpty()) {
            lines.append("\n    ").append(label).append(value);
        }
    }
}

package org.openbeian.publicsecurity;

import java.time.Instant;
import java.util.List;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.order.ConsentText;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.order.Refusal.Kind;
import org.openbeian.api.publicsecurity.PublicSecurityCase.Appointment;
import org.openbeian.api.rules.Finding;
import org.openbeian.api.rules.Severity;

/** What is refused of that which is recorded. */
final class Inputs {

    private static final String BUNDLE = "org.openbeian.public.security";
    private static final int REASON_MOST = 2000;
    private static final int DOCUMENTS_MOST = 30;

    private Inputs() {
    }

    /** The reason, refused when there is none. */
    static String reason(String given) {
        if (given == null || given.isBlank() || given.length() > REASON_MOST) {
            throw invalid("psb-reason", "/reason", "退回或失败须有原因", "A return or failure needs its reason, of at most " + REASON_MOST
                + " characters", "请照录平台给出的原因", "Enter the reason that the platform gives");
        }
        return given;
    }

    /** Refuses what is no consent to the version in force. */
    static void consented(ConsentText text, String version) {
        if (!text.version().equals(version)) {
            boolean missing = version == null;
            throw invalid(missing ? "consent-missing" : "consent-outdated", "/statement",
                missing ? "未同意：" + text.title().zh() : "文本已更新：" + text.title().zh(),
                missing ? "Not consented to: " + text.title().en() : "The text was updated: " + text.title().en(),
                "请阅读版本 " + text.version() + " 并勾选", "Read version " + text.version() + " and tick it");
        }
    }

    /** Refuses an appointment that is past or nowhere. */
    static void appointment(Appointment appointment, Instant now) {
        if (appointment == null || appointment.at() == null || !appointment.at().isAfter(now)) {
            throw invalid("psb-appointment-past", "/appointment/at", "预约时间缺失或已过", "The time of the appointment is missing or past",
                "请填写将来的时间", "Give a time that is to come");
        }
        if (appointment.place() == null || appointment.place().isBlank() || appointment.place().length() > REASON_MOST
                || appointment.documents().size() > DOCUMENTS_MOST) {
            throw invalid("psb-appointment-place", "/appointment/place", "预约地点缺失或材料过多", "The place is missing, or there are more than "
                + DOCUMENTS_MOST + " documents", "请填写短信告知的地点与材料", "Enter the place and the documents as the SMS tells them");
        }
    }

    /** Refuses what blocks. */
    static void refuse(List<Finding> findings) {
        List<Finding> against = findings.stream().filter(Finding::isBlocking).toList();
        if (!against.isEmpty()) {
            throw new Refusal(Kind.INVALID, "psb-form", "The form is not ready; " + (against.size() == 1 ? "one thing stands"
                : against.size() + " things stand") + " against it.", against);
        }
    }

    static Refusal invalid(String code, String pointer, String zh, String en, String mendZh, String mendEn) {
        return new Refusal(Kind.INVALID, code, en, List.of(new Finding(code, Severity.BLOCK, pointer, new LocalizedText(zh, en),
            new LocalizedText(mendZh, mendEn), null, BUNDLE, null)));
    }
}

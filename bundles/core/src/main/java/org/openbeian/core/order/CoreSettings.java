package org.openbeian.core.order;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openbeian.api.model.FilingType;
import org.openbeian.core.config.ConfigGuard;
import org.openbeian.core.message.MessageValues;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.LoggerFactory;

/** The configuration of the life cycle that is in force. Thread-safe. */
@Component(service = {CoreSettings.class, MessageValues.class}, configurationPid = CoreSettings.PID)
@Designate(ocd = CoreConfig.class)
public final class CoreSettings implements MessageValues {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    static final String PID = "org.openbeian.core";

    private final ConfigGuard<CoreConfig> guard =
        new ConfigGuard<>(CoreConfig.class, PID, LoggerFactory.getLogger(CoreSettings.class))
            .text("channels", Pattern.compile("[a-z0-9-]{1,40}"), "ids of lower-case letters, digits and hyphens")
            .number("draft.expiry.days", 1, 3650)
            .growing("draft.reminder.days")
            .number("materials.max", 1, 500)
            .number("material.max.bytes", 1_000, 50_000_000)
            .number("material.max.pixels", 10_000, 500_000_000)
            .number("text.max.length", 100, 10_000)
            .number("pre.review.working.days", 1, 30)
            .number("pre.review.breach.working.days", 1, 30)
            .text("face.provinces", Pattern.compile("[1-9][0-9]0000|\\*"), "province codes such as 440000, or *")
            .text("face.after.return", Pattern.compile("REPEAT|CONCERNED"), "REPEAT or CONCERNED")
            .text("face.once.provinces", Pattern.compile("[1-9][0-9]0000|\\*"), "province codes such as 440000, or *")
            .text("mobile.code.provinces", Pattern.compile("[1-9][0-9]0000|\\*"), "province codes such as 440000, or *")
            .number("upload.link.minutes", 1, 1440)
            .number("account.organizers", 1, 200)
            .number("templates.max", 1, 10_000)
            .number("template.review.hours", 1, 720)
            .number("template.reminder.hours", 1, 720)
            .number("call.attempts", 1, 10)
            .number("call.again.minutes", 1, 1440)
            .text("call.number", Pattern.compile("[0-9+ ()-]{0,40}"), "a phone number")
            .check("call.windows", "1 to 48 spans such as 09:00-11:00, each with its end after its beginning",
                spans -> isSpans((String[]) spans))
            .number("call.days", 1, 20)
            .number("call.choices", 1, 10)
            .number("call.reminder.minutes", 5, 1440)
            .number("sms.hours", 1, 720)
            .growing("sms.reminder.hours")
            .number("sms.expired.limit", 1, 100)
            .check("sms.wrong.opinions", "regular expressions", CoreSettings::arePatterns)
            .check("sms.expired.opinions", "regular expressions", CoreSettings::arePatterns)
            .text("sms.exempt.types", Pattern.compile(types()), "filing types such as CANCEL_ACCESS")
            .check("sms.since", "a day such as 2020-08-17", day -> LocalDate.parse((String) day) != null)
            .number("services.per.order", 1, 100)
            .number("services.per.order.individual", 1, 100)
            .number("authority.working.days", 1, 365)
            .number("correction.days", 1, 365)
            .number("verification.working.days", 1, 365)
            .number("public.security.days", 1, 365)
            .check("password.page", "an http or https address", link -> isWebAddress((String) link))
            .check("public.registry.pages", "http or https addresses",
                pages -> Stream.of((String[]) pages).allMatch(CoreSettings::isWebAddress))
            .number("public.registry.days", 1, 365)
            .number("public.registry.seconds", 1, 60)
            .check("footer.link", "an http or https address", link -> isWebAddress((String) link));

    /** With the configuration given; what of it is refused has its default. */
    @Activate
    public CoreSettings(CoreConfig given) {
        guard.update(given);
    }

    @Modified
    void modified(CoreConfig given) {
        guard.update(given);
    }

    /** What is in force now; ask again for each use. */
    CoreConfig get() {
        return guard.get();
    }

    Duration draftExpiry() {
        return Duration.ofDays(get().draft_expiry_days());
    }

    /** Whether filings of a type that are handed over at a time need no SMS verification. */
    boolean isExempt(FilingType type, Instant at) {
        return List.of(get().sms_exempt_types()).contains(type.name())
            || at.isBefore(LocalDate.parse(get().sms_since()).atStartOfDay(SHANGHAI).toInstant());
    }

    /** Whether orders of a province need a face verification whatever its rules say. */
    boolean needsFace(String province) {
        return names(get().face_provinces(), province);
    }

    /** Whether orders of a province need verified mobiles. */
    boolean needsMobileCodes(String province) {
        return names(get().mobile_code_provinces(), province);
    }

    /** Whether orders of a province keep a face verification after a return that does not concern it. */
    boolean keepsFace(String province) {
        return get().face_after_return().equals("CONCERNED") || names(get().face_once_provinces(), province);
    }

    private static boolean names(String[] provinces, String province) {
        return List.of(provinces).contains("*") || province != null && List.of(provinces).contains(province);
    }

    private static String types() {
        return Arrays.stream(FilingType.values()).map(FilingType::name).collect(Collectors.joining("|"));
    }

    /** Whether the authority's words mean that wrong codes were entered too often. */
    boolean saysSmsWrong(String opinion) {
        return holds(get().sms_wrong_opinions(), opinion);
    }

    /** Whether the authority's words mean that no code was entered in time. */
    boolean saysSmsExpired(String opinion) {
        return holds(get().sms_expired_opinions(), opinion);
    }

    private static boolean holds(String[] patterns, String words) {
        return words != null && Arrays.stream(patterns).anyMatch(one -> Pattern.compile(one).matcher(words).find());
    }

    private static boolean arePatterns(Object patterns) {
        Arrays.stream((String[]) patterns).forEach(Pattern::compile);
        return true;
    }

    Duration smsTime() {
        return Duration.ofHours(get().sms_hours());
    }

    @Override
    public Duration callAgain() {
        return Duration.ofMinutes(get().call_again_minutes());
    }

    /** How long before a window its call is reminded of. */
    Duration callReminder() {
        return Duration.ofMinutes(get().call_reminder_minutes());
    }

    @Override
    public int callAttempts() {
        return get().call_attempts();
    }

    @Override
    public String callNumber() {
        return get().call_number();
    }

    private static boolean isSpans(String[] spans) {
        return spans.length >= 1 && spans.length <= 48 && Arrays.stream(spans).allMatch(span -> {
            String[] ends = span.split("-");
            return ends.length == 2 && LocalTime.parse(ends[0]).isBefore(LocalTime.parse(ends[1]));
        });
    }

    @Override
    public List<String> channels() {
        return List.of(get().channels());
    }

    @Override
    public Duration publicSecurityTime() {
        return Duration.ofDays(get().public_security_days());
    }

    @Override
    public String footerLink() {
        return get().footer_link();
    }

    private static boolean isWebAddress(String link) {
        URI address = URI.create(link);
        return address.getHost() != null && ("https".equals(address.getScheme()) || "http".equals(address.getScheme()));
    }
}

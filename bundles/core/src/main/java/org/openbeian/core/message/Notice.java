package org.openbeian.core.message;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.openbeian.api.channel.MessageType;

/** The catalogue of messages (index 6.2 of the requirements): what is told to whom, and what of it can be switched off. */
public enum Notice {
    /** An order was handed in and passed the automatic checks. */
    RECEIVED("received", Receiver.ACCOUNT, set(), order("due", "number")),
    /** An order waits for rules or a plugin that is not there. */
    WAITING("waiting", Receiver.ACCOUNT, set(), order("waiting")),
    /** A draft or returned order was not touched for long. */
    DRAFT_REMINDER("draft-reminder", Receiver.ACCOUNT, set(), order("due")),
    /** A draft or returned order expired. */
    EXPIRED("expired", Receiver.ACCOUNT, set(), order()),
    /** The specialist passed the order (W-07, A-101). */
    PRE_REVIEW_PASSED("pre-review-passed", Receiver.PERSONS, set(Trait.MANDATORY), order("authority")),
    /** The specialist passed an order that needs no SMS verification (W-07, A-104). */
    PRE_REVIEW_PASSED_EXEMPT("pre-review-passed-exempt", Receiver.PERSONS, set(Trait.MANDATORY), order("authority")),
    /** The order was returned with reasons (W-07, A-100, A-102). */
    PRE_REVIEW_RETURNED("pre-review-returned", Receiver.PERSONS, set(Trait.MANDATORY), order("reasons", "due")),
    /** A call was missed; another comes. */
    CALL_MISSED("call-missed", Receiver.SERVICE_PRINCIPAL, set(Trait.MANDATORY, Trait.URGENT), order("mobile", "again", "number",
        "left")),
    /** A specialist will call in a window that the applicant picked. */
    CALL_APPOINTED("call-appointed", Receiver.SERVICE_PRINCIPAL, set(), order("window", "number")),
    /** The specialist calls soon. */
    CALL_REMINDER("call-reminder", Receiver.SERVICE_PRINCIPAL, set(Trait.MANDATORY, Trait.URGENT),
        order("window", "number")),
    /** A specialist is to call again, after a missed call. */
    CALL_DUE("call-due", Receiver.ACCOUNT, set(Trait.URGENT), Set.of("order", "domain", "again")),
    /** An applicant objects to the filing type that is proposed; a specialist decides (E-19). */
    TYPE_OBJECTED("type-objected", Receiver.ACCOUNT, set(), Set.of("order", "domain", "type")),
    /** What a specialist decided on the objection (E-19). */
    TYPE_DECIDED("type-decided", Receiver.ACCOUNT, set(Trait.MANDATORY), order("result")),
    /** An order came back from the authority, or could not be sent there (T-39, T-42). */
    BACK_IN_REVIEW("back-in-review", Receiver.ACCOUNT, set(Trait.MANDATORY), Set.of("order", "domain", "reasons")),
    /** An order was not pre-reviewed within the promised time (W-06). */
    REVIEW_WARNED("review-warned", Receiver.ACCOUNT, set(), Set.of("order", "domain", "due", "until")),
    /** An order was not pre-reviewed for so long that the promise is broken (W-06). */
    REVIEW_BROKEN("review-broken", Receiver.ACCOUNT, set(Trait.MANDATORY), Set.of("order", "domain", "due", "until")),
    /** A template is to be decided on soon (T-16). */
    TEMPLATE_WARNED("template-warned", Receiver.ACCOUNT, set(), Set.of("template", "due")),
    /** A template was not decided on in time (T-16). */
    TEMPLATE_LATE("template-late", Receiver.ACCOUNT, set(Trait.MANDATORY), Set.of("template", "due")),
    /** An authority did not decide within its term. */
    AUTHORITY_LATE("authority-late", Receiver.ACCOUNT, set(), Set.of("order", "domain", "due")),
    /** A report to an authority was refused (T-39). */
    REPORT_FAILED("report-failed", Receiver.ACCOUNT, set(Trait.MANDATORY), Set.of("report", "authorityId", "kind", "codes")),
    /** Several reports to an authority were refused at once (T-39). */
    REPORTS_FAILED("reports-failed", Receiver.ACCOUNT, set(Trait.MANDATORY), Set.of("count", "reports", "authorityId", "codes")),
    /** The authority took the order; the SMS comes (T-39, T-40, T-41). */
    SUBMITTED_TO_AUTHORITY("submitted-to-authority", Receiver.VERIFIED, set(Trait.MANDATORY, Trait.URGENT),
        order("authority", "mobile", "smsDue")),
    /** The SMS code is still due (T-41). */
    SMS_REMINDER("sms-reminder", Receiver.VERIFIED, set(Trait.MANDATORY), order("mobile", "smsDue")),
    /** The SMS code was not entered in time (T-41). */
    SMS_EXPIRED("sms-expired", Receiver.PERSONS, set(Trait.MANDATORY), order("authority")),
    /** Wrong SMS codes were entered too often; the provider looks into it (T-42). */
    SMS_WRONG("sms-wrong", Receiver.PERSONS, set(Trait.MANDATORY), order("authority")),
    /** The SMS code was missed too often (T-42). */
    SMS_REFILE("sms-refile", Receiver.PERSONS, set(Trait.MANDATORY), order()),
    /** The authority granted the numbers (Q-14, A-106, T-44). */
    AUTHORITY_APPROVED("authority-approved", Receiver.PERSONS, set(Trait.MANDATORY), order("authority", "numbers", "footer",
        "publicSecurityDue")),
    /** The authority changed what is filed, or granted it an access (Q-14, A-106, E-10 to E-13). */
    FILING_UPDATED("filing-updated", Receiver.PERSONS, set(Trait.MANDATORY), order("authority", "numbers", "footer")),
    /** The authority took an order that needs no SMS verification. */
    HANDED_OVER("handed-over", Receiver.PERSONS, set(Trait.MANDATORY), order("authority", "due")),
    /** The authority cancelled what the order asked to cancel (E-14, E-15, E-17). */
    FILING_ENDED("filing-ended", Receiver.PERSONS, set(Trait.MANDATORY), order("authority")),
    /** The authority's data checks found what the applicant can mend, before it reviewed the order (A-102, T-39). */
    AUTHORITY_RETURNED("authority-returned", Receiver.PERSONS, set(Trait.MANDATORY), order("authority", "reasons", "due")),
    /** The authority refused. */
    AUTHORITY_REJECTED("authority-rejected", Receiver.PERSONS, set(Trait.MANDATORY), order("authority", "opinion", "due")),
    /** The applicant gave the order up. */
    WITHDRAWN("withdrawn", Receiver.ACCOUNT, set(), order()),
    /** The ministry sends the filing password of a new organizer (W-33). */
    FILING_PASSWORD_ISSUED("filing-password-issued", Receiver.PERSONS, set(), order()),
    /** The curtain is on its way (W-08). */
    CURTAIN_DISPATCHED("curtain-dispatched", Receiver.ACCOUNT, set(), order("carrier", "tracking")),
    /** Server time was granted for the time that the filing took (W-12). */
    COMPENSATION_GRANTED("compensation-granted", Receiver.ACCOUNT, set(), order("days")),
    /** An unfiled domain will be blocked (W-25). */
    BLOCKING_NOTICE("blocking-notice", Receiver.ACCOUNT, set(Trait.MANDATORY), Set.of("domain", "blockDate")),
    /** A domain is blocked (W-25, Q-06). */
    BLOCKED("blocked", Receiver.ACCOUNT, set(Trait.MANDATORY, Trait.URGENT), Set.of("domain", "reason")),
    /** A domain is no longer blocked (W-25, Q-06). */
    UNBLOCKED("unblocked", Receiver.ACCOUNT, set(Trait.MANDATORY), Set.of("domain", "reason")),
    /** A public address was suspended for arrears. */
    ARREARS("arrears", Receiver.ACCOUNT, set(Trait.MANDATORY, Trait.URGENT), Set.of("ip", "release")),
    /** A suspended address is about to be released. */
    RELEASE_WARNING("release-warning", Receiver.ACCOUNT, set(Trait.MANDATORY, Trait.URGENT),
        Set.of("ip", "release")),
    /** A port was opened. */
    PORT_APPROVED("port-approved", Receiver.ACCOUNT, set(), Set.of("ip", "port")),
    /** A port stays closed. */
    PORT_REJECTED("port-rejected", Receiver.ACCOUNT, set(), Set.of("ip", "port", "reason")),
    /** The police judged the operating subject (T-63). */
    PSB_ORGANIZER_RESULT("psb-organizer-result", Receiver.PERSONS, set(Trait.MANDATORY), order("result")),
    /** The police judged the website (T-89, T-93). */
    PSB_SITE_RESULT("psb-site-result", Receiver.PERSONS, set(Trait.MANDATORY), order("result")),
    /** An interview or an inspection (T-90, T-91, T-92). */
    PSB_APPOINTMENT("psb-appointment", Receiver.PERSONS, set(Trait.MANDATORY), order("place", "time",
        "documents")),
    /** An applicant asks staff for a data code for the public-security filing. */
    PSB_CODE_ASKED("psb-code-asked", Receiver.ACCOUNT, set(), Set.of("case", "order")),
    /** A data code for the public-security filing is there, or its term ends soon. */
    PSB_CODE_ISSUED("psb-code-issued", Receiver.PERSONS, set(Trait.MANDATORY), order("until")),
    /** A data code came to nothing. */
    PSB_CODE_LOST("psb-code-lost", Receiver.PERSONS, set(Trait.MANDATORY), order("result")),
    /** The public-security filing is due (T-45). */
    PSB_DUE("psb-due", Receiver.PERSONS, set(), order("publicSecurityDue")),
    /** The public-security filing is not there after its term (T-45). */
    PSB_OVERDUE("psb-overdue", Receiver.PERSONS, set(), order("publicSecurityDue")),
    /** The police's number must be shown (T-95). */
    PSB_FOOTER_DUE("psb-footer-due", Receiver.PERSONS, set(), order("footerDue")),
    /** The police's number is not shown after its term (T-95). */
    PSB_FOOTER_OVERDUE("psb-footer-overdue", Receiver.PERSONS, set(), order("footerDue")),
    /** An inspection found the footer of a filed site wrong (T-46, T-54). */
    FOOTER_WRONG("footer-wrong", Receiver.ACCOUNT, set(), order("page", "faults")),
    /** A butler takes care (T-111). */
    BUTLER_ASSIGNED("butler-assigned", Receiver.ACCOUNT, set(), order("butler")),
    /** A butler got on (T-111). */
    BUTLER_PROGRESS("butler-progress", Receiver.ACCOUNT, set(), order("progress")),
    /** An enquiry was answered (W-11). */
    ENQUIRY_ANSWERED("enquiry-answered", Receiver.ACCOUNT, set(), Set.of("enquiry")),
    /** A resource falls below a month. */
    RESOURCE_EXPIRING("resource-expiring", Receiver.ACCOUNT, set(), Set.of("resource", "expires")),
    /** No inventory knows a resource any more on which an order or a filing rests. */
    RESOURCE_GONE("resource-gone", Receiver.ACCOUNT, set(), Set.of("resource")),
    /** A resource on which an order or a filing rests fulfils a condition no longer. */
    RESOURCE_UNFIT("resource-unfit", Receiver.ACCOUNT, set(), Set.of("resource", "reason")),
    /** An organizer has no service left (E-16). */
    ORGANIZER_EMPTY("organizer-empty", Receiver.ACCOUNT, set(), Set.of("organizerNumber")),
    /** To cancel the only access risks the filing (E-18). */
    CANCEL_ACCESS_RISK("cancel-access-risk", Receiver.ACCOUNT, set(Trait.MANDATORY), order()),
    /** An authority found something wrong that has to be put right. */
    CORRECTION_OPENED("correction-opened", Receiver.PERSONS, set(Trait.MANDATORY), order("case", "until")),
    /** The time to put it right is over. */
    CORRECTION_OVERDUE("correction-overdue", Receiver.PERSONS, set(Trait.MANDATORY), order("case", "until")),
    /** The provider found something wrong that has to be put right. */
    INSPECTION_FOUND("inspection-found", Receiver.ACCOUNT, set(Trait.MANDATORY), Set.of("domain", "problem", "case", "until")),
    /** The time to put it right is over. */
    INSPECTION_OVERDUE("inspection-overdue", Receiver.ACCOUNT, set(Trait.MANDATORY), Set.of("domain", "problem", "case", "until")),
    /** It is put right. */
    INSPECTION_SETTLED("inspection-settled", Receiver.ACCOUNT, set(), Set.of("domain", "problem", "case", "until")),
    /** An endpoint of the account failed for long and is no longer used. */
    ENDPOINT_DISABLED("endpoint-disabled", Receiver.ACCOUNT, set(Trait.MANDATORY), Set.of("endpoint", "failure")),
    /** The account tries an endpoint out. */
    ENDPOINT_TEST("endpoint-test", Receiver.ACCOUNT, set(), Set.of("endpoint"));

    /** Whom a message is for. The account itself is told of each by inbox, webhook and IM. */
    public enum Receiver {
        /** The applicant's account; by e-mail too. */
        ACCOUNT,
        /** Each person in charge, by SMS and e-mail. */
        PERSONS,
        /** The person in charge of the first service, whom the specialist phones, by SMS and e-mail. */
        SERVICE_PRINCIPAL,
        /** Each person to whom the ministry sends its code, by SMS and e-mail. */
        VERIFIED
    }

    /** What else is to be known of a message. */
    enum Trait {
        /** It cannot be switched off. */
        MANDATORY,
        /** It goes out in quiet hours too. */
        URGENT
    }

    private final String id;
    private final Receiver receiver;
    private final Set<Trait> traits;
    private final Set<String> variables;

    Notice(String id, Receiver receiver, Set<Trait> traits, Set<String> variables) {
        this.id = id;
        this.receiver = receiver;
        this.traits = traits;
        this.variables = variables;
    }

    private static Set<Trait> set(Trait... traits) {
        return traits.length == 0 ? EnumSet.noneOf(Trait.class) : EnumSet.copyOf(Arrays.asList(traits));
    }

    private static Set<String> order(String... more) {
        return Set.copyOf(Stream.concat(Stream.of("order", "service", "domain"), Arrays.stream(more)).toList());
    }

    /** Id in the catalogue, such as {@code pre-review-passed}. */
    public String id() {
        return id;
    }

    /** Whom the message is for. */
    public Receiver receiver() {
        return receiver;
    }

    /** Whether it cannot be switched off. */
    boolean isMandatory() {
        return traits.contains(Trait.MANDATORY);
    }

    /** Whether it goes out in quiet hours too. */
    boolean isUrgent() {
        return traits.contains(Trait.URGENT);
    }

    /** Names of the variables that its templates may use. */
    Set<String> variables() {
        return variables;
    }

    /** What others see of it. */
    MessageType type() {
        return new MessageType(id, receiver.name(), isMandatory(), isUrgent(), new TreeSet<>(variables));
    }

    /** The message with this id. */
    public static Optional<Notice> of(String id) {
        return Arrays.stream(values()).filter(notice -> notice.id.equals(id)).findFirst();
    }
}

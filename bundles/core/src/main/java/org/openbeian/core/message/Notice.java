package org.openbeian.core.message;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** The messages that orders cause: the catalogue of what is told to whom. */
public enum Notice {
    /** An order was handed in and passed the automatic checks. */
    RECEIVED("received", Receiver.ACCOUNT, "order", "service", "domain", "due"),
    /** An order waits for rules or a plugin that is not there. */
    WAITING("waiting", Receiver.ACCOUNT, "order", "service", "domain", "waiting"),
    /** A draft or returned order was not touched for long. */
    DRAFT_REMINDER("draft-reminder", Receiver.ACCOUNT, "order", "service", "domain", "due"),
    /** A draft or returned order expired. */
    EXPIRED("expired", Receiver.ACCOUNT, "order", "service", "domain"),
    /** The specialist passed the order (W-07, A-101). */
    PRE_REVIEW_PASSED("pre-review-passed", Receiver.ACCOUNT, "order", "service", "domain", "authority"),
    /** The order was returned with reasons (W-07, A-100, A-102). */
    PRE_REVIEW_RETURNED("pre-review-returned", Receiver.ACCOUNT, "order", "service", "domain", "reasons", "due"),
    /** A call was missed; another comes. */
    CALL_MISSED("call-missed", Receiver.SERVICE_PRINCIPAL, "order", "service", "domain", "mobile", "again"),
    /** The authority took the order; the SMS comes (T-39, T-40, T-41). */
    SUBMITTED_TO_AUTHORITY("submitted-to-authority", Receiver.SERVICE_PRINCIPAL, "order", "service", "domain", "authority",
        "mobile", "smsDue"),
    /** The SMS code is still due (T-41). */
    SMS_REMINDER("sms-reminder", Receiver.SERVICE_PRINCIPAL, "order", "service", "domain", "mobile", "smsDue"),
    /** The SMS code was not entered in time (T-41). */
    SMS_EXPIRED("sms-expired", Receiver.ACCOUNT, "order", "service", "domain", "authority"),
    /** The SMS code was missed too often (T-42). */
    SMS_REFILE("sms-refile", Receiver.ACCOUNT, "order", "service", "domain"),
    /** The authority granted the numbers (Q-14, A-106, T-44). */
    AUTHORITY_APPROVED("authority-approved", Receiver.ACCOUNT, "order", "service", "domain", "authority", "numbers",
        "footer", "publicSecurityDue"),
    /** The authority took an order that needs no SMS verification. */
    HANDED_OVER("handed-over", Receiver.ACCOUNT, "order", "service", "domain", "authority", "due"),
    /** The authority cancelled what the order asked to cancel (E-14, E-15, E-17). */
    FILING_ENDED("filing-ended", Receiver.ACCOUNT, "order", "service", "domain", "authority"),
    /** The authority refused. */
    AUTHORITY_REJECTED("authority-rejected", Receiver.ACCOUNT, "order", "service", "domain", "authority", "opinion", "due"),
    /** The applicant gave the order up. */
    WITHDRAWN("withdrawn", Receiver.ACCOUNT, "order", "service", "domain");

    /** Whom a message is for. */
    public enum Receiver {
        /** The applicant's account. */
        ACCOUNT,
        /** The person in charge of the organizer. */
        ORGANIZER_PRINCIPAL,
        /** The person in charge of the first service. */
        SERVICE_PRINCIPAL
    }

    private final String id;
    private final Receiver receiver;
    private final Set<String> variables;

    Notice(String id, Receiver receiver, String... variables) {
        this.id = id;
        this.receiver = receiver;
        this.variables = Set.of(variables);
    }

    /** Id in the catalogue, such as {@code pre-review-passed}. */
    public String id() {
        return id;
    }

    /** Whom the message is for. */
    public Receiver receiver() {
        return receiver;
    }

    /** Names of the variables that its templates may use. */
    Set<String> variables() {
        return variables;
    }

    /** The message with this id. */
    public static Optional<Notice> of(String id) {
        return Arrays.stream(values()).filter(notice -> notice.id.equals(id)).findFirst();
    }
}

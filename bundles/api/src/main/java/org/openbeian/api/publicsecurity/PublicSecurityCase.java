package org.openbeian.api.publicsecurity;

import java.time.Instant;
import java.util.List;
import org.openbeian.api.order.Consent;

/**
 * The public-security filing of one granted website (T-59). Immutable.
 *
 * @param id id of the case, which is that of its site
 * @param version counts the changes; 1 when new
 * @param orderId order that brought the site
 * @param account account of its applicant
 * @param organizerNumber filing number of the organizer: its sites share one subject on the platform (T-62)
 * @param state where it stands
 * @param form what is entered on the platform
 * @param statement consent to the security plan, given with the submission of the site (T-88), or null
 * @param appointment interview or inspection that is to come or was the last, or null
 * @param expectedAt when an answer of the police is expected, or null
 * @param steps what happened, oldest first
 */
public record PublicSecurityCase(String id, long version, String orderId, String account, String organizerNumber, State state,
        PublicSecurityForm form, Consent statement, Appointment appointment, Instant expectedAt, List<Step> steps) {

    /** Where a case stands. */
    public enum State {
        /** Nothing was submitted on the platform yet. */
        DUE,
        /** The subject is being reviewed (T-64). */
        ORGANIZER_SUBMITTED,
        /** The subject came back with reasons. */
        ORGANIZER_RETURNED,
        /** The subject is approved; its websites can be filed (T-62). */
        ORGANIZER_APPROVED,
        /** The website is being reviewed (T-74). */
        SITE_SUBMITTED,
        /** The website came back with reasons (T-74). */
        SITE_RETURNED,
        /** An interview is to come (T-91). */
        INTERVIEW_REQUIRED,
        /** An inspection on site is to come (T-92). */
        SITE_VISIT_REQUIRED,
        /** The number was issued (T-93). */
        NUMBER_ISSUED
    }

    /** What can happen; in manual mode the customer acts on the platform and records it here. */
    public enum Event {
        /** The subject was submitted, again or for the first time. */
        ORGANIZER_SUBMITTED,
        /** The police returned the subject; needs a reason. */
        ORGANIZER_RETURNED,
        /** The police approved the subject. */
        ORGANIZER_APPROVED,
        /** The website was submitted; needs the consent to the security plan. */
        SITE_SUBMITTED,
        /** The police returned the website; needs a reason. */
        SITE_RETURNED,
        /** The police asks to an interview; needs an appointment. */
        INTERVIEW_CALLED,
        /** The police announces an inspection on site; needs an appointment. */
        VISIT_CALLED,
        /** The police issued the number; needs it and its day. */
        NUMBER_ISSUED
    }

    /**
     * An appointment with the police.
     *
     * @param at when
     * @param place where
     * @param documents what to bring or prepare
     */
    public record Appointment(Instant at, String place, List<String> documents) {

        /** Copies the list; null becomes empty. */
        public Appointment {
            documents = documents == null ? List.of() : List.copyOf(documents);
        }
    }

    /**
     * Something that happened.
     *
     * @param at when it was recorded
     * @param actor account that recorded it
     * @param event what
     * @param reason the police's reason, or null
     */
    public record Step(Instant at, String actor, Event event, String reason) {
    }

    /** Copies the list. */
    public PublicSecurityCase {
        steps = List.copyOf(steps);
    }

    /** The next version with another form. */
    public PublicSecurityCase with(PublicSecurityForm newForm) {
        return new PublicSecurityCase(id, version + 1, orderId, account, organizerNumber, state, newForm, statement, appointment,
            expectedAt, steps);
    }

    /** Names id and state only. */
    @Override
    public String toString() {
        return "PublicSecurityCase[" + id + " v" + version + " " + state + "]";
    }
}

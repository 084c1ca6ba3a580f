package org.openbeian.api.publicsecurity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
 * @param handovers what was handed to a gateway, oldest first; empty in manual mode
 */
public record PublicSecurityCase(String id, long version, String orderId, String account, String organizerNumber, State state,
        PublicSecurityForm form, Consent statement, Appointment appointment, Instant expectedAt, List<Step> steps,
        List<Handover> handovers) {

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

    /** What the platform judges apart from each other. */
    public enum Part {
        /** The operating subject (T-62). */
        ORGANIZER,
        /** The website (T-73). */
        SITE
    }

    /** How far a handover is. */
    public enum Stage {
        /** It will be sent. */
        READY,
        /** It is being sent, or was sent without an answer: the platform is asked for it before it is sent again. */
        SENDING,
        /** The platform took it; its answers are fetched. */
        TAKEN,
        /** Nothing is sent or fetched any more. */
        OVER
    }

    /**
     * A submission by a gateway.
     *
     * @param key tells it from every other submission
     * @param part what is submitted
     * @param stage how far it is
     * @param at when it was asked for
     * @param reference the platform's number of it, or null
     * @param seen ids of the answers that were taken in
     * @param note why it ended without a judgement or goes on later, or null
     */
    public record Handover(String key, Part part, Stage stage, Instant at, String reference, List<String> seen, String note) {

        /** Copies the list; null becomes empty. */
        public Handover {
            seen = seen == null ? List.of() : List.copyOf(seen);
        }

        /** This one at another stage. */
        public Handover at(Stage next, String why) {
            return new Handover(key, part, next, at, reference, seen, why);
        }

        /** Whether it is not known yet that the platform took it. */
        public boolean isOpen() {
            return stage == Stage.READY || stage == Stage.SENDING;
        }
    }

    /** Copies the lists; no handovers become an empty list. */
    public PublicSecurityCase {
        steps = List.copyOf(steps);
        handovers = handovers == null ? List.of() : List.copyOf(handovers);
    }

    /** The next version with another form. */
    public PublicSecurityCase with(PublicSecurityForm newForm) {
        return new PublicSecurityCase(id, version + 1, orderId, account, organizerNumber, state, newForm, statement, appointment,
            expectedAt, steps, handovers);
    }

    /** The next version with another consent and other handovers. */
    public PublicSecurityCase with(Consent consent, List<Handover> others) {
        return new PublicSecurityCase(id, version + 1, orderId, account, organizerNumber, state, form, consent, appointment,
            expectedAt, steps, others);
    }

    /** The handover with a key, or empty. */
    public Optional<Handover> handover(String key) {
        return handovers.stream().filter(one -> one.key().equals(key)).findFirst();
    }

    /** Names id and state only. */
    @Override
    public String toString() {
        return "PublicSecurityCase[" + id + " v" + version + " " + state + "]";
    }
}

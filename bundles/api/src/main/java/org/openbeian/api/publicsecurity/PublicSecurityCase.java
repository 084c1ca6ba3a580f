package org.openbeian.api.publicsecurity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
 * @param passing how the data of the filing are passed to the platform by a data code, or null when nobody asked for that
 */
public record PublicSecurityCase(String id, long version, String orderId, String account, String organizerNumber, State state,
        PublicSecurityForm form, Consent statement, Appointment appointment, Instant expectedAt, List<Step> steps,
        List<Handover> handovers, Passing passing) {

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
        NUMBER_ISSUED,
        /** The applicant asks that the data be passed by a data code; needs his consent. The state stays. */
        CODE_ASKED,
        /** The data were passed, and their data code came; needs it. The state stays. */
        CODE_ISSUED,
        /** The data code was entered on the platform. The state stays, until a submission there is recorded. */
        CODE_USED,
        /** The data could not be passed, or the platform did not take the code; needs a reason. The state stays. */
        CODE_FAILED,
        /** The term of the data code is over; only the server records it. The state stays. */
        CODE_EXPIRED
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

    /** How far the passing of data is. */
    public enum PassingStage {
        /** The applicant consented and asked; the data code is to come. */
        ASKED,
        /** The data code is there, to be entered on the platform within its term. */
        ISSUED,
        /** It was entered on the platform. */
        USED,
        /** It came to nothing; all goes on by hand, or another code is asked for. */
        FAILED,
        /** It was not entered in time; all goes on by hand, or another code is asked for. */
        EXPIRED
    }

    /**
     * The provider passes the data of the filing to the platform, where the applicant takes them over by a data code
     * (national rules, section 12). How a code looks is not known: it is kept as it came.
     *
     * @param stage how far it is
     * @param consent of the applicant to the passing of his data
     * @param dataCode the code; null before it came, and once it is of no use any more, since it opens the data to whoever has it
     * @param validUntil end of its term, or null before it came
     * @param reason why it failed, or null
     */
    public record Passing(PassingStage stage, Consent consent, String dataCode, Instant validUntil, String reason) {

        /** This one at a stage at which its code is of no use any more. */
        public Passing at(PassingStage next, String why) {
            return new Passing(next, consent, null, validUntil, why);
        }

        /** Leaves the code out. */
        @Override
        public String toString() {
            return "Passing[" + stage + "]";
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
            expectedAt, steps, handovers, passing);
    }

    /** The next version with another consent and other handovers. */
    public PublicSecurityCase with(Consent consent, List<Handover> others) {
        return new PublicSecurityCase(id, version + 1, orderId, account, organizerNumber, state, form, consent, appointment,
            expectedAt, steps, others, passing);
    }

    /** The next version with one more step, which is about the passing of data alone. */
    public PublicSecurityCase with(Passing other, Step step) {
        return new PublicSecurityCase(id, version + 1, orderId, account, organizerNumber, state, form, statement, appointment,
            expectedAt, Stream.concat(steps.stream(), Stream.of(step)).toList(), handovers, other);
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

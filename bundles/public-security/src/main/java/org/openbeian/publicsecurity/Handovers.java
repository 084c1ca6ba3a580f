package org.openbeian.publicsecurity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.order.Refusal.Kind;
import org.openbeian.api.publicsecurity.PublicSecurityCase;
import org.openbeian.api.publicsecurity.PublicSecurityCase.Event;
import org.openbeian.api.publicsecurity.PublicSecurityCase.Handover;
import org.openbeian.api.publicsecurity.PublicSecurityCase.Part;
import org.openbeian.api.publicsecurity.PublicSecurityCase.Stage;

/** What was handed to the gateway, as part of a case. */
final class Handovers {

    private static final Set<Event> ENDS = EnumSet.of(Event.ORGANIZER_RETURNED, Event.ORGANIZER_APPROVED, Event.SITE_RETURNED,
        Event.NUMBER_ISSUED);
    private static final Set<Event> ABOUT_ORGANIZER = EnumSet.of(Event.ORGANIZER_RETURNED, Event.ORGANIZER_APPROVED);
    private static final Set<Event> ABOUT_SITE = EnumSet.of(Event.SITE_RETURNED, Event.INTERVIEW_CALLED, Event.VISIT_CALLED,
        Event.NUMBER_ISSUED);

    private Handovers() {
    }

    static Event submitted(Part part) {
        return part == Part.ORGANIZER ? Event.ORGANIZER_SUBMITTED : Event.SITE_SUBMITTED;
    }

    /** Whether an answer can be about a part. */
    static boolean fits(Part part, Event event) {
        return (part == Part.ORGANIZER ? ABOUT_ORGANIZER : ABOUT_SITE).contains(event);
    }

    /** Whether nothing more is answered after an event. */
    static boolean ends(Event event) {
        return ENDS.contains(event);
    }

    /** Refuses what would change a form that is on its way, or send a second one. */
    static void rest(PublicSecurityCase found) {
        found.handovers().stream().filter(Handover::isOpen).findFirst().ifPresent(open -> {
            throw new Refusal(Kind.WRONG_STATE, "psb-under-way", "The " + open.part() + " is being submitted; wait until the platform took"
                + " it, or record by hand that it was submitted.");
        });
    }

    /** The handovers with one more, whose key holds the id of the case. */
    static List<Handover> one(PublicSecurityCase found, Part part, Instant now) {
        List<Handover> all = new ArrayList<>(found.handovers());
        all.add(new Handover(found.id() + "-" + (all.size() + 1), part, Stage.READY, now, null, List.of(), null));
        return all;
    }

    static String caseOf(String key) {
        return key.substring(0, Math.max(0, key.lastIndexOf('-')));
    }

    /**
     * The same version, in which a part that was submitted or judged by hand is neither sent nor asked for any more: what the platform
     * answers about the former submission must not be taken for an answer about this one.
     */
    static PublicSecurityCase byHand(PublicSecurityCase next, Event event) {
        return replaced(next, one -> one.stage() != Stage.OVER && (submitted(one.part()) == event || ends(event) && fits(one.part(), event))
            ? one.at(Stage.OVER, "recorded by hand") : one);
    }

    /** The same version with another state of a handover. */
    static PublicSecurityCase with(PublicSecurityCase next, Handover other) {
        return replaced(next, one -> one.key().equals(other.key()) ? other : one);
    }

    private static PublicSecurityCase replaced(PublicSecurityCase next, UnaryOperator<Handover> by) {
        return new PublicSecurityCase(next.id(), next.version(), next.orderId(), next.account(), next.organizerNumber(), next.state(),
            next.form(), next.statement(), next.appointment(), next.expectedAt(), next.steps(),
            next.handovers().stream().map(by).toList(), next.passing());
    }

    /** A handover that took an answer in. */
    static Handover seen(Handover one, String answer, boolean over, String note) {
        List<String> seen = new ArrayList<>(one.seen());
        seen.add(answer);
        return new Handover(one.key(), one.part(), over ? Stage.OVER : one.stage(), one.at(), one.reference(), seen, note);
    }

    /** A handover that the platform took; one with a note is not followed. */
    static Handover taken(Handover one, String reference, String note) {
        return new Handover(one.key(), one.part(), note == null ? Stage.TAKEN : Stage.OVER, one.at(), reference, one.seen(), note);
    }
}

package org.openbeian.publicsecurity;

import static org.openbeian.api.publicsecurity.PublicSecurityCase.State.DUE;
import static org.openbeian.api.publicsecurity.PublicSecurityCase.State.INTERVIEW_REQUIRED;
import static org.openbeian.api.publicsecurity.PublicSecurityCase.State.NUMBER_ISSUED;
import static org.openbeian.api.publicsecurity.PublicSecurityCase.State.ORGANIZER_APPROVED;
import static org.openbeian.api.publicsecurity.PublicSecurityCase.State.ORGANIZER_RETURNED;
import static org.openbeian.api.publicsecurity.PublicSecurityCase.State.ORGANIZER_SUBMITTED;
import static org.openbeian.api.publicsecurity.PublicSecurityCase.State.SITE_RETURNED;
import static org.openbeian.api.publicsecurity.PublicSecurityCase.State.SITE_SUBMITTED;
import static org.openbeian.api.publicsecurity.PublicSecurityCase.State.SITE_VISIT_REQUIRED;

import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openbeian.api.publicsecurity.PublicSecurityCase;
import org.openbeian.api.publicsecurity.PublicSecurityCase.Event;
import org.openbeian.api.publicsecurity.PublicSecurityCase.State;
import org.openbeian.api.store.DurableTasks;

/**
 * The life cycle of a case: in which states an event can happen, and to which it leads. The subject comes before the website (T-61),
 * which may follow while the subject is still reviewed (T-75).
 */
final class Steps {

    private record Step(State to, Set<State> from) {
    }

    /** Where the website is still to be submitted, so that its data can be passed by a data code. */
    static final Set<State> TO_SUBMIT = Set.of(DUE, ORGANIZER_SUBMITTED, ORGANIZER_RETURNED, ORGANIZER_APPROVED, SITE_RETURNED);

    private static final Map<Event, Step> TABLE = new EnumMap<>(Map.of(
        Event.ORGANIZER_SUBMITTED, new Step(ORGANIZER_SUBMITTED, EnumSet.of(DUE, ORGANIZER_RETURNED)),
        Event.ORGANIZER_RETURNED, new Step(ORGANIZER_RETURNED, EnumSet.of(ORGANIZER_SUBMITTED, SITE_SUBMITTED)),
        Event.ORGANIZER_APPROVED, new Step(ORGANIZER_APPROVED, EnumSet.of(ORGANIZER_SUBMITTED, SITE_SUBMITTED, SITE_RETURNED,
            INTERVIEW_REQUIRED, SITE_VISIT_REQUIRED)),
        Event.SITE_SUBMITTED, new Step(SITE_SUBMITTED, EnumSet.of(ORGANIZER_SUBMITTED, ORGANIZER_APPROVED, SITE_RETURNED)),
        Event.SITE_RETURNED, new Step(SITE_RETURNED, EnumSet.of(SITE_SUBMITTED, INTERVIEW_REQUIRED, SITE_VISIT_REQUIRED)),
        Event.INTERVIEW_CALLED, new Step(INTERVIEW_REQUIRED, EnumSet.of(SITE_SUBMITTED, INTERVIEW_REQUIRED, SITE_VISIT_REQUIRED)),
        Event.VISIT_CALLED, new Step(SITE_VISIT_REQUIRED, EnumSet.of(SITE_SUBMITTED, INTERVIEW_REQUIRED, SITE_VISIT_REQUIRED)),
        Event.NUMBER_ISSUED, new Step(NUMBER_ISSUED, EnumSet.of(SITE_SUBMITTED, INTERVIEW_REQUIRED, SITE_VISIT_REQUIRED))));

    private Steps() {
    }

    static boolean allowed(State state, Event event) {
        return TABLE.get(event).from().contains(state);
    }

    static Set<State> from(Event event) {
        return TABLE.get(event).from();
    }

    /** A subject that is approved while the website is under way leaves that where it is. */
    static State to(State state, Event event) {
        return event == Event.ORGANIZER_APPROVED && state != ORGANIZER_SUBMITTED ? state : TABLE.get(event).to();
    }

    /**
     * Schedules the one watch of a case anew, in the caller's transaction, so that no crash loses it. A watch that runs just now cannot
     * be replaced; it is made to run again after the commit.
     */
    static void watch(DurableTasks tasks, String name, String id, Instant at) {
        tasks.cancel(name, id);
        tasks.schedule(name, id, at);
        tasks.ensure(name, id, at);
    }

    /** Whether the platform approved the subject: its last word on it was an approval, or a website of it got its number. */
    static boolean subjectApproved(List<PublicSecurityCase.Step> taken) {
        return taken.stream().map(PublicSecurityCase.Step::event)
            .filter(event -> event == Event.ORGANIZER_APPROVED || event == Event.NUMBER_ISSUED || event == Event.ORGANIZER_RETURNED)
            .reduce((earlier, later) -> later).filter(last -> last != Event.ORGANIZER_RETURNED).isPresent();
    }
}

package org.openbeian.core.order;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.order.CallWindow;
import org.openbeian.api.order.Order;
import org.openbeian.api.rules.ProvinceProfile;
import org.openbeian.api.rules.RuleBooks;
import org.openbeian.api.store.DurableTasks;
import org.openbeian.api.time.WorkingDays;

/** Until when each stage ought to be over, and the durable tasks that watch it. Thread-safe. */
final class Deadlines {

    /**
     * Task that reminds of and ends the SMS verifications of one minute; its key is the instant, a whole minute, by which all
     * of them are over. So orders that were handed over together are looked after together.
     */
    static final String SMS_TASK = "sms-deadline";

    /** Task that reminds of and ends an idle draft; its key is {@code order:round}. */
    static final String DRAFT_TASK = "draft-expiry";

    /** Task that reminds of the specialist's call; its key is {@code order:beginning of the window}, or time of the second call. */
    static final String CALL_TASK = "call-reminder";

    /** Verifications that end within such a span are looked after together. */
    static final Duration MINUTE = Duration.ofMinutes(1);

    private final DurableTasks tasks;
    private final WorkingDays workingDays;
    private final CoreSettings settings;
    private final RuleBooks books;

    Deadlines(DurableTasks tasks, WorkingDays workingDays, CoreSettings settings, RuleBooks books) {
        this.tasks = tasks;
        this.workingDays = workingDays;
        this.settings = settings;
        this.books = books;
    }

    /** The deadline of a state that is entered or stays. */
    Instant due(Deadline deadline, Order order, Instant now) {
        return switch (deadline) {
            case NONE -> null;
            case UNCHANGED -> order.progress().due();
            case IDLE -> now.plus(settings.draftExpiry());
            case PRE_REVIEW -> workingDays.plus(now, settings.get().pre_review_working_days());
            case SMS -> order.handover().smsDue();
            case AUTHORITY -> authority(order.provinceId(), now);
        };
    }

    private Instant authority(String provinceId, Instant now) {
        return workingDays.plus(now, books.current().profile(provinceId).map(ProvinceProfile::reviewMaxDays).filter(days -> days > 0)
            .orElse(settings.get().authority_working_days()));
    }

    /** When an order that is handed in now is decided, if the pre-review and the authority take their whole terms. */
    Instant latestDecision(String provinceId, Instant now) {
        return authority(provinceId, workingDays.plus(now, settings.get().pre_review_working_days()));
    }

    /** Why a time that was counted in working days is not certain, or null. */
    LocalizedText reservation(Instant now, Instant due) {
        return workingDays.reservation(now, due).orElse(null);
    }

    /**
     * Schedules the watch over a state that was entered, if it needs one, and ends that over the state that was left.
     *
     * @param before the order as it was, null when it is new
     */
    void watch(Deadline deadline, Order before, Order order, Instant now) {
        if (deadline == Deadline.IDLE) {
            tasks.schedule(DRAFT_TASK, draftKey(order), nextDraftStep(now, now));
        } else if (before.state().isEditable()) {
            tasks.cancel(DRAFT_TASK, draftKey(before));
        }
        if (deadline == Deadline.SMS) {
            Instant end = minuteOf(order.handover().smsDue());
            tasks.schedule(SMS_TASK, end.toString(), nextSmsStep(end, now));
        }
    }

    /** Separates how many calls were made from the time of the next one. */
    static final String AFTER = "#";

    /** Has the person reminded of a window that was picked for the call. */
    void remindOfCall(String orderId, CallWindow window) {
        tasks.schedule(CALL_TASK, orderId + ":" + window.from(), window.from().minus(settings.callReminder()));
    }

    /** Has the specialist reminded of the call that follows a missed one, unless another call was made until then. */
    void remindOfSecondCall(String orderId, int calls, Instant at) {
        tasks.schedule(CALL_TASK, orderId + ":" + at + AFTER + calls, at);
    }

    /** Each submission begins a round, so a draft that comes back is watched by another task than before. */
    private static String draftKey(Order order) {
        return order.id() + ":" + order.progress().round();
    }

    /** When an order that was last touched at a time must be reminded or expire, after now. */
    Instant nextDraftStep(Instant touched, Instant now) {
        Instant end = touched.plus(settings.draftExpiry());
        return draftReminders(touched).filter(time -> time.isAfter(now) && time.isBefore(end)).findFirst().orElse(end);
    }

    /** When the applicant is reminded of an order that was last touched at a time. */
    Stream<Instant> draftReminders(Instant touched) {
        return IntStream.of(settings.get().draft_reminder_days()).mapToObj(days -> touched.plus(Duration.ofDays(days)));
    }

    /** The whole minute in or at the end of which an instant falls. */
    static Instant minuteOf(Instant time) {
        Instant minute = time.truncatedTo(ChronoUnit.MINUTES);
        return minute.equals(time) ? time : minute.plus(MINUTE);
    }

    /** When the SMS verifications that are over by a whole minute must be reminded or expire, after now. */
    Instant nextSmsStep(Instant end, Instant now) {
        return smsReminders(end.minus(settings.smsTime())).filter(time -> time.isAfter(now) && time.isBefore(end)).findFirst()
            .orElse(end);
    }

    /** When the receivers of an SMS are reminded of a verification that began at a time. */
    Stream<Instant> smsReminders(Instant accepted) {
        return IntStream.of(settings.get().sms_reminder_hours()).mapToObj(hours -> accepted.plus(Duration.ofHours(hours)));
    }
}

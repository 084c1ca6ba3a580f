package org.openbeian.core.order;

import static org.openbeian.api.order.OrderEvent.APPROVED;
import static org.openbeian.api.order.OrderEvent.CALL_APPOINTED;
import static org.openbeian.api.order.OrderEvent.CALL_LOGGED;
import static org.openbeian.api.order.OrderEvent.CHECKED;
import static org.openbeian.api.order.OrderEvent.CLAIMED;
import static org.openbeian.api.order.OrderEvent.CREATED;
import static org.openbeian.api.order.OrderEvent.DATA_REJECTED;
import static org.openbeian.api.order.OrderEvent.EDITED;
import static org.openbeian.api.order.OrderEvent.EXPIRED;
import static org.openbeian.api.order.OrderEvent.FACE_CHECKED;
import static org.openbeian.api.order.OrderEvent.FACE_OPENED;
import static org.openbeian.api.order.OrderEvent.MATERIAL_ADDED;
import static org.openbeian.api.order.OrderEvent.MATERIAL_REMOVED;
import static org.openbeian.api.order.OrderEvent.FINDING_CLEARED;
import static org.openbeian.api.order.OrderEvent.MOBILE_VERIFIED;
import static org.openbeian.api.order.OrderEvent.OVERRIDE_APPROVED;
import static org.openbeian.api.order.OrderEvent.OVERRIDE_PROPOSED;
import static org.openbeian.api.order.OrderEvent.OVERRIDE_REVOKED;
import static org.openbeian.api.order.OrderEvent.PARKED;
import static org.openbeian.api.order.OrderEvent.PASSED;
import static org.openbeian.api.order.OrderEvent.PASSWORD_GIVEN;
import static org.openbeian.api.order.OrderEvent.PASSWORD_LOST;
import static org.openbeian.api.order.OrderEvent.REJECTED;
import static org.openbeian.api.order.OrderEvent.RELEASED;
import static org.openbeian.api.order.OrderEvent.RESENT;
import static org.openbeian.api.order.OrderEvent.RESULTS_FETCHED;
import static org.openbeian.api.order.OrderEvent.RESUMED;
import static org.openbeian.api.order.OrderEvent.RETURNED;
import static org.openbeian.api.order.OrderEvent.SMS_EXPIRED;
import static org.openbeian.api.order.OrderEvent.SMS_VERIFIED;
import static org.openbeian.api.order.OrderEvent.SMS_WRONG;
import static org.openbeian.api.order.OrderEvent.SUBMITTED;
import static org.openbeian.api.order.OrderEvent.TYPE_DECIDED;
import static org.openbeian.api.order.OrderEvent.TYPE_OBJECTED;
import static org.openbeian.api.order.OrderEvent.UPLOADED;
import static org.openbeian.api.order.OrderEvent.UPLOAD_REFUSED;
import static org.openbeian.api.order.OrderEvent.WITHDRAWN;
import static org.openbeian.core.order.Case.APPLICANTS;
import static org.openbeian.core.order.Case.ENDED;
import static org.openbeian.core.order.Case.EXEMPT;
import static org.openbeian.core.order.Case.MISSED;
import static org.openbeian.core.order.Case.NEW_ORGANIZER;
import static org.openbeian.core.order.Case.PLUGIN_AWAY;
import static org.openbeian.core.order.Case.UNREACHABLE;
import static org.openbeian.core.order.Case.UPDATED;
import static org.openbeian.core.order.Case.USUAL;
import static org.openbeian.core.order.Deadline.IDLE;
import static org.openbeian.core.order.Deadline.NONE;
import static org.openbeian.core.order.Deadline.PRE_REVIEW;
import static org.openbeian.core.order.Deadline.SMS;
import static org.openbeian.core.order.Deadline.UNCHANGED;
import static org.openbeian.core.order.Who.APPROVER;
import static org.openbeian.core.order.Who.AUTHORITY;
import static org.openbeian.core.order.Who.HELPER;
import static org.openbeian.core.order.Who.OPERATOR;
import static org.openbeian.core.order.Who.OWNER;
import static org.openbeian.core.order.Who.SERVER;
import static org.openbeian.core.order.Who.SPECIALIST;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openbeian.api.order.OrderEvent;
import org.openbeian.api.order.OrderState;

/** The life cycle of orders: what may happen in which state, and what follows. What is not in the table is refused. */
final class OrderLifeCycle {

    private static final Set<OrderState> NEW = Set.of();
    private static final Set<OrderState> FORMS =
        EnumSet.of(OrderState.DRAFT, OrderState.RETURNED, OrderState.AUTHORITY_REJECTED);
    private static final Set<OrderState> SUBMIT = EnumSet.of(OrderState.SUBMITTED);
    private static final Set<OrderState> REVIEW = EnumSet.of(OrderState.PRE_REVIEW);
    private static final Set<OrderState> QUEUED = EnumSet.of(OrderState.QUEUED_FOR_AUTHORITY);
    private static final Set<OrderState> SMS_OPEN = EnumSet.of(OrderState.SMS_PENDING);
    private static final Set<OrderState> SMS_OVER = EnumSet.of(OrderState.SMS_FAILED);
    private static final Set<OrderState> SMS_BOTH = EnumSet.of(OrderState.SMS_PENDING, OrderState.SMS_FAILED);
    private static final Set<OrderState> PASSED_ON = EnumSet.of(OrderState.QUEUED_FOR_AUTHORITY, OrderState.SMS_PENDING,
        OrderState.SMS_FAILED, OrderState.AUTHORITY_REVIEW);
    private static final Set<OrderState> BEFORE_PASS = EnumSet.of(OrderState.DRAFT, OrderState.RETURNED,
        OrderState.AUTHORITY_REJECTED, OrderState.SUBMITTED, OrderState.PRE_REVIEW, OrderState.QUEUED_FOR_AUTHORITY);
    private static final OrderState SAME = null;

    /** Results are taken in every state after the pass: they may overtake the answer to the upload, and our clock. */
    static final List<Move> TABLE = List.of(
        //  in state     event             way          to state                         by
        row(NEW,         CREATED,          USUAL,       OrderState.DRAFT,                OWNER, HELPER).due(IDLE),
        row(FORMS,       EDITED,           USUAL,       SAME,                            OWNER, HELPER).due(IDLE),
        row(FORMS,       MATERIAL_ADDED,   USUAL,       SAME,                            OWNER, HELPER).due(IDLE),
        row(FORMS,       MATERIAL_REMOVED, USUAL,       SAME,                            OWNER, HELPER).due(IDLE),
        row(FORMS,       PASSWORD_GIVEN,   USUAL,       SAME,                            OWNER, HELPER).due(IDLE),
        row(FORMS,       PASSWORD_LOST,    USUAL,       SAME,                            OWNER, HELPER).due(IDLE),
        row(FORMS,       FACE_OPENED,      USUAL,       SAME,                            OWNER, HELPER).due(IDLE),
        row(FORMS,       FACE_CHECKED,     USUAL,       SAME,                            OWNER, HELPER).due(IDLE),
        row(FORMS,       MOBILE_VERIFIED,  USUAL,       SAME,                            OWNER, HELPER).due(IDLE),
        row(FORMS,       TYPE_OBJECTED,    USUAL,       SAME,                            OWNER, HELPER).due(IDLE),
        row(FORMS,       TYPE_DECIDED,     USUAL,       SAME,                            SPECIALIST),
        row(FORMS,       SUBMITTED,        USUAL,       OrderState.PRE_REVIEW,           OWNER).due(PRE_REVIEW).tell("received"),
        row(FORMS,       SUBMITTED,        PLUGIN_AWAY, OrderState.SUBMITTED,            OWNER).tell("waiting"),
        row(FORMS,       EXPIRED,          USUAL,       OrderState.EXPIRED,              SERVER).tell("expired"),
        row(SUBMIT,      CHECKED,          USUAL,       OrderState.PRE_REVIEW,           SERVER).due(PRE_REVIEW).tell("received"),
        row(SUBMIT,      RETURNED,         USUAL,       OrderState.RETURNED,             SERVER).due(IDLE).tell("pre-review-returned"),
        row(SUBMIT,      PARKED,           PLUGIN_AWAY, SAME,                            SERVER),
        row(REVIEW,      MATERIAL_ADDED,   USUAL,       SAME,                            OWNER, HELPER),
        row(REVIEW,      CLAIMED,          USUAL,       SAME,                            SPECIALIST),
        row(REVIEW,      RELEASED,         USUAL,       SAME,                            SPECIALIST, OPERATOR),
        row(REVIEW,      CALL_APPOINTED,   USUAL,       SAME,                            OWNER, HELPER).tell("call-appointed"),
        row(REVIEW,      CALL_LOGGED,      USUAL,       SAME,                            SPECIALIST),
        row(REVIEW,      CALL_LOGGED,      MISSED,      SAME,                            SPECIALIST).tell("call-missed"),
        row(REVIEW,      CALL_LOGGED,      UNREACHABLE, OrderState.RETURNED,             SPECIALIST).due(IDLE).tell("pre-review-returned"),
        row(REVIEW,      FINDING_CLEARED,  USUAL,       SAME,                            SPECIALIST),
        row(FORMS,       OVERRIDE_PROPOSED, USUAL,      SAME,                            SPECIALIST),
        row(FORMS,       OVERRIDE_APPROVED, USUAL,      SAME,                            APPROVER),
        row(FORMS,       OVERRIDE_REVOKED, USUAL,       SAME,                            SPECIALIST, APPROVER),
        row(REVIEW,      RETURNED,         USUAL,       OrderState.RETURNED,             SPECIALIST).due(IDLE).tell("pre-review-returned"),
        row(REVIEW,      PASSED,           USUAL,       OrderState.QUEUED_FOR_AUTHORITY, SPECIALIST).upload().tell("pre-review-passed"),
        row(REVIEW,      PASSED,           EXEMPT,      OrderState.QUEUED_FOR_AUTHORITY, SPECIALIST).upload()
            .tell("pre-review-passed-exempt"),
        row(QUEUED,      PARKED,           PLUGIN_AWAY, SAME,                            SERVER).tell("waiting"),
        row(QUEUED,      RESUMED,          USUAL,       SAME,                            SERVER).upload(),
        row(QUEUED,      UPLOADED,         USUAL,       OrderState.SMS_PENDING,          AUTHORITY).due(SMS).tell("submitted-to-authority"),
        row(QUEUED,      UPLOADED,         EXEMPT,      OrderState.AUTHORITY_REVIEW,     AUTHORITY).due(Deadline.AUTHORITY)
            .tell("handed-over"),
        row(QUEUED,      UPLOAD_REFUSED,   USUAL,       OrderState.PRE_REVIEW,           AUTHORITY, SERVER).due(PRE_REVIEW),
        row(SMS_OPEN,    SMS_EXPIRED,      USUAL,       OrderState.SMS_FAILED,           SERVER, AUTHORITY).tell("sms-expired"),
        row(PASSED_ON,   SMS_WRONG,        USUAL,       OrderState.PRE_REVIEW,           AUTHORITY).due(PRE_REVIEW).tell("sms-wrong"),
        row(SMS_OVER,    SMS_EXPIRED,      USUAL,       OrderState.MUST_REFILE,          SERVER).tell("sms-refile"),
        row(SMS_OVER,    RESULTS_FETCHED,  USUAL,       SAME,                            AUTHORITY),
        row(SMS_OVER,    RESENT,           USUAL,       OrderState.QUEUED_FOR_AUTHORITY, OPERATOR).upload(),
        row(SMS_BOTH,    SMS_VERIFIED,     USUAL,       OrderState.AUTHORITY_REVIEW,     OPERATOR, AUTHORITY).due(Deadline.AUTHORITY),
        row(QUEUED,      SMS_VERIFIED,     USUAL,       OrderState.AUTHORITY_REVIEW,     AUTHORITY).due(Deadline.AUTHORITY),
        row(PASSED_ON,   DATA_REJECTED,    USUAL,       OrderState.PRE_REVIEW,           AUTHORITY).due(PRE_REVIEW),
        row(PASSED_ON,   DATA_REJECTED,    APPLICANTS,  OrderState.RETURNED,             AUTHORITY).due(IDLE).tell("authority-returned"),
        row(PASSED_ON,   REJECTED,         USUAL,       OrderState.AUTHORITY_REJECTED,   AUTHORITY).due(IDLE).tell("authority-rejected"),
        row(PASSED_ON,   APPROVED,         USUAL,       OrderState.APPROVED,             AUTHORITY).tell("authority-approved"),
        row(PASSED_ON,   APPROVED,         NEW_ORGANIZER, OrderState.APPROVED,           AUTHORITY)
            .tell("authority-approved", "filing-password-issued"),
        row(PASSED_ON,   APPROVED,         UPDATED,     OrderState.APPROVED,             AUTHORITY).tell("filing-updated"),
        row(PASSED_ON,   APPROVED,         ENDED,       OrderState.APPROVED,             AUTHORITY).tell("filing-ended"),
        row(BEFORE_PASS, WITHDRAWN,        USUAL,       OrderState.WITHDRAWN,            OWNER).tell("withdrawn"));

    private OrderLifeCycle() {
    }

    /** The row for an event in a state, or empty when the event is not allowed there. */
    static Optional<Move> find(OrderState state, OrderEvent event, Case when) {
        return TABLE.stream().filter(row -> row.event() == event && row.when() == when
            && (state == null ? row.from().isEmpty() : row.from().contains(state))).findFirst();
    }

    /** Everybody who may cause an event in some state. */
    static Set<Who> whoMay(OrderEvent event) {
        Set<Who> who = EnumSet.noneOf(Who.class);
        TABLE.stream().filter(row -> row.event() == event).forEach(row -> who.addAll(row.who()));
        return who;
    }

    private static Move row(Set<OrderState> from, OrderEvent event, Case when, OrderState to, Who first, Who... more) {
        return new Move(from, event, when, to, EnumSet.of(first, more), to == null ? UNCHANGED : NONE, List.of(), false);
    }
}

package org.openbeian.core.order;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.order.CallAttempt;
import org.openbeian.api.order.CallWindow;
import org.openbeian.api.order.Handover;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.OrderEvent;
import org.openbeian.api.order.ReasonCatalogue.ReasonEntry;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.order.ReturnReason;
import org.openbeian.api.order.Review;
import org.openbeian.api.rules.RuleBooks;
import org.openbeian.api.security.Actor;
import org.openbeian.api.store.OrderStore;
import org.openbeian.core.message.Times;

/** The specialist's side: hold, phone, pass, return (T-33 to T-38). Thread-safe. */
final class Reviewing {

    private static final int NOTE_MAX = 500;

    static final String UNREACHABLE = "unreachable";

    private final OrderEngine engine;
    private final OrderStore orders;
    private final RuleBooks books;
    private final CoreSettings settings;
    private final OrderRoutes routes;
    private final ReviewBook reviews = new ReviewBook();

    Reviewing(OrderEngine engine, OrderStore orders, RuleBooks books, CoreSettings settings, OrderRoutes routes) {
        this.routes = routes;
        this.engine = engine;
        this.orders = orders;
        this.books = books;
        this.settings = settings;
    }

    Order claim(Actor actor, String id, long version) {
        return engine.move(By.account(actor), id, version, OrderEvent.CLAIMED, (order, now) -> {
            checkHolder(order, actor);
            return actor.account().equals(order.review().claimedBy()) ? null : Change.of(held(order, actor.account()));
        });
    }

    Order release(Actor actor, String id, long version) {
        return engine.move(By.account(actor), id, version, OrderEvent.RELEASED, (order, now) -> {
            if (!Who.OPERATOR.includes(actor, order)) {
                checkHolder(order, actor);
            }
            return order.review().claimedBy() == null ? null : Change.of(held(order, null));
        });
    }

    /**
     * A call takes the order for its caller, so that nobody else phones the same person. While a window that the applicant picked
     * is still to come, a missed call does not return the order.
     */
    Order logCall(Actor actor, String id, long version, CallAttempt call) {
        CallAnswers.check(call);
        return engine.move(By.account(actor), id, version, OrderEvent.CALL_LOGGED, (order, now) -> {
            checkHolder(order, actor);
            Review old = order.review();
            checkPause(old, call, now);
            List<CallAttempt> calls = new ArrayList<>(old.calls());
            CallAttempt whole = CallAnswers.complete(call, call.answered() ? reviews.items(order) : List.of());
            calls.add(new CallAttempt(now, actor.account(), whole.answered(), whole.knowsOfFiling(), whole.lastSixMatch(),
                whole.dataConfirmed(), whole.note(), whole.items(), whole.told(), whole.understood()));
            List<CallWindow> later = call.answered() ? List.of()
                : old.windows().stream().filter(window -> window.from().isAfter(now)).toList();
            Review called = old.withCalls(calls).withWindows(later);
            boolean unreachable = later.isEmpty() && called.missedInARow() >= settings.get().call_attempts();
            Review review = unreachable
                ? called.returned(filled(order, List.of(new ReturnReason(UNREACHABLE, "", null, null)))) : called.heldBy(actor.account());
            if (!unreachable && !call.answered() && later.isEmpty()) {
                engine.deadlines().remindOfSecondCall(id, calls.size(), now.plus(settings.callAgain()));
            }
            Case way = unreachable ? Case.UNREACHABLE : call.answered() ? Case.USUAL : Case.MISSED;
            return Change.of(order.with(review)).when(way).because(unreachable ? UNREACHABLE : null)
                .with("answered", call.answered()).with("call", calls.size()).with("script", reviews.version());
        });
    }

    /** The applicant was told when the next call comes: one that is missed earlier proves nothing. */
    private void checkPause(Review review, CallAttempt call, Instant now) {
        if (call.answered() || review.missedInARow() == 0 || review.windows().stream().anyMatch(window -> !window.from().isAfter(now))) {
            return;
        }
        Instant earliest = review.calls().get(review.calls().size() - 1).at().plus(settings.callAgain());
        if (now.isBefore(earliest)) {
            throw Refusals.wrongState("call-too-early", "The applicant was told to expect the next call later; a missed call counts"
                + " from " + Times.time(earliest) + " (Beijing time) on, or in a window that was picked.");
        }
    }

    Order pass(Actor actor, String id, long version) {
        return engine.move(By.account(actor), id, version, OrderEvent.PASSED, (order, now) -> {
            checkHolder(order, actor);
            checkCalled(order);
            Clearing.checkCleared(order);
            String authority = routes.to(order).orElseThrow(() -> Refusals.wrongState("province-not-routed",
                "Orders of province " + order.provinceId() + " cannot be sent: the table of routes gives it no upload account, or one of an"
                    + " authority that is not known here, or was refused. An operator"
                    + " names one in the configuration " + AuthorityRoutes.PID + "."));
            if (routes.isAway(authority, order)) {
                throw Refusals.wrongState("record-account-missing", "The record of this order was given to the account of authority "
                    + authority + ", which alone can change it; an operator sets that upload account up again.");
            }
            boolean own = authority.equals(order.provinceId());
            long no = orders.nextSubmissionNo();
            Change passed = Change.of(order.with(new Handover(no, null, null, null, null, own ? null : authority)))
                .when(settings.isExempt(order.type(), now) ? Case.EXEMPT : Case.USUAL)
                .with("submission", no).with("round", order.progress().round());
            return own ? passed : passed.with("authority", authority);
        });
    }

    Order giveBack(Actor actor, String id, long version, List<ReturnReason> reasons) {
        return engine.move(By.account(actor), id, version, OrderEvent.RETURNED, (order, now) -> {
            checkHolder(order, actor);
            checkReasons(order, reasons);
            List<ReturnReason> given = filled(order, reasons);
            return Change.of(order.with(order.review().returned(given)))
                .with("reasons", String.join(" ", given.stream().map(ReturnReason::code).toList()))
                .with("fields", String.join(" ", given.stream().map(ReturnReason::pointer).toList()))
                .with("catalogue", reviews.version());
        });
    }

    /** The reasons with what the catalogue says where the specialist says nothing; each must be one of the catalogue's. */
    private List<ReturnReason> filled(Order order, List<ReturnReason> reasons) {
        Map<String, ReasonEntry> known = reviews.reasons(order, books.current(), orders.verdicts(order.id())).reasons().stream()
            .collect(Collectors.toMap(ReasonEntry::code, Function.identity()));
        return reasons.stream().map(reason -> {
            ReasonEntry entry = known.get(reason.code());
            if (entry == null) {
                throw Refusals.invalid("reason-unknown", "The catalogue has no reason " + reason.code()
                    + "; take one of its codes, or \"other\" with your own text.");
            }
            if (reason.text() == null && entry.text() == null) {
                throw Refusals.invalid("reason-text-missing", "The reason " + reason.code() + " needs a text of your own.");
            }
            return new ReturnReason(reason.code(), reason.pointer(), both(reason.text() == null ? entry.text() : reason.text()),
                both(reason.mend() == null ? entry.mend() : reason.mend()));
        }).toList();
    }

    /** Nobody reviews what is his own, or what he filled in himself (E-02). */
    static void checkImpartial(Order order, Actor actor) {
        if (actor.account().equals(order.account()) || actor.delegated().containsKey(order.id())) {
            throw partial();
        }
    }

    static Refusal partial() {
        return Refusals.wrongState("own-assistance",
            "Whose order it is, or who helped to fill it in, does not review it; leave it to another.");
    }

    static void checkHolder(Order order, Actor actor) {
        checkImpartial(order, actor);
        String holder = order.review().claimedBy();
        if (holder != null && !holder.equals(actor.account())) {
            throw Refusals.wrongState("claimed-by-other", "Specialist " + holder + " holds the order; it must be released first.");
        }
    }

    /** Needs a call that was answered, and the last such call must have confirmed everything (T-33 to T-36). */
    private void checkCalled(Order order) {
        Optional<CallAttempt> answered = order.review().calls().stream().filter(CallAttempt::answered).reduce((a, b) -> b);
        if (answered.isEmpty() && settings.get().call_required()) {
            throw Refusals.invalid("call-missing", "Phone the person in charge and log the answered call first.");
        }
        if (answered.isPresent() && !answered.get().isGood()) {
            throw Refusals.invalid("call-not-confirmed", "The last answered call did not confirm everything; "
                + "return the order or phone again.");
        }
    }

    private static void checkReasons(Order order, List<ReturnReason> reasons) {
        if (reasons == null || reasons.isEmpty() || reasons.size() > 100) {
            throw Refusals.invalid("reasons-missing", "Name 1 to 100 reasons.");
        }
        for (ReturnReason reason : reasons) {
            if (reason.code() == null || !reason.code().matches("[A-Za-z0-9._:-]{1,100}")) {
                throw Refusals.invalid("reason-code-malformed", "A reason needs a code of letters, digits, dots and hyphens.");
            }
            if (!Pointers.exists(order, reason.pointer())) {
                throw Refusals.invalid("reason-pointer-unknown", "The order has no place " + quote(reason.pointer())
                    + "; use a JSON pointer into the application, /materials/<id>, or the empty string.");
            }
            if (reason.text() != null && !isText(reason.text()) || reason.mend() != null && !isText(reason.mend())) {
                throw Refusals.invalid("reason-text-missing", "A reason needs a text in Chinese or English of 1 to "
                    + NOTE_MAX + " characters.");
            }
        }
    }

    private static boolean isText(LocalizedText text) {
        return text != null && (text.zh() != null || text.en() != null)
            && (text.zh() == null || isText(text.zh())) && (text.en() == null || isText(text.en()));
    }

    /** A text given in one language stands for both. */
    private static LocalizedText both(LocalizedText text) {
        return text == null || text.zh() != null && text.en() != null ? text
            : new LocalizedText(text.zh() == null ? text.en() : text.zh(), text.en() == null ? text.zh() : text.en());
    }

    private static boolean isText(String text) {
        return text != null && !text.isBlank() && text.length() <= NOTE_MAX && Shape.isClean(text);
    }

    private static String quote(String pointer) {
        return pointer == null || pointer.length() > 100 || !Shape.isClean(pointer) ? "(malformed)" : "\"" + pointer + "\"";
    }

    private static Order held(Order order, String account) {
        return order.with(order.review().heldBy(account));
    }
}

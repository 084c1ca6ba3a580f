package org.openbeian.core.order;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openbeian.api.channel.Notices;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.order.HistoryEntry;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.OrderEvent;
import org.openbeian.api.order.ReturnReason;
import org.openbeian.api.security.Role;
import org.openbeian.api.store.AccountStore;
import org.openbeian.api.store.OrderStore;

/**
 * Tells who has to see to an order that went to the authority and is in the pre-review again: the specialist who passed it, and the
 * operators when the result codes say that it is theirs. Joins the caller's transaction. Thread-safe.
 */
final class BackInReview {

    private static final int OPERATORS = 50;

    private final OrderStore orders;
    private final AccountStore accounts;
    private final Outbox outbox;

    BackInReview(OrderStore orders, AccountStore accounts, Outbox outbox) {
        this.orders = orders;
        this.accounts = accounts;
        this.outbox = outbox;
    }

    /** What the authority said may name persons: the message has the codes and how to mend them. */
    void tell(Order order, List<ReturnReason> reasons) {
        List<HistoryEntry> history = orders.history(order.id(), 0);
        Set<String> told = new LinkedHashSet<>();
        history.stream().filter(entry -> entry.event() == OrderEvent.PASSED).map(HistoryEntry::actor).reduce((first, last) -> last)
            .ifPresent(told::add);
        if (reasons.stream().anyMatch(AuthorityCodes::isOperators)) {
            told.addAll(accounts.withRole(Role.OPERATOR, OPERATORS));
        }
        Map<String, String> values = Map.of("order", order.id(), "domain", ReviewPromise.domain(order), "reasons",
            lines(reasons, LocalizedText::zh), "reasons" + Notices.IN_ENGLISH, lines(reasons, LocalizedText::en));
        told.forEach(account -> outbox.tell("back-in-review", account, "back:" + order.id() + ":" + history.size(), values));
    }

    private static String lines(List<ReturnReason> reasons, Function<LocalizedText, String> language) {
        return reasons.stream().map(reason -> "- " + reason.code()
            + (reason.mend() == null ? "" : " → " + language.apply(reason.mend()))).distinct().collect(Collectors.joining("\n"));
    }
}

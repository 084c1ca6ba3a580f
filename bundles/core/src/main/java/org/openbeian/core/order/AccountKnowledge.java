package org.openbeian.core.order;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.openbeian.api.account.Account;
import org.openbeian.api.account.RealName;
import org.openbeian.api.order.OrderQuery;
import org.openbeian.api.order.OrderState;
import org.openbeian.api.order.OrderSummary;
import org.openbeian.api.rules.Circumstances.AccountState;
import org.openbeian.api.store.AccountStore;
import org.openbeian.api.store.OrderStore;

/**
 * What the server knows of the account of an order. It is read on the caller's thread, in his transaction, so that no time
 * limit can make a rule on it silent. Thread-safe.
 */
final class AccountKnowledge {

    private static final Set<OrderState> GIVEN_UP = EnumSet.of(OrderState.WITHDRAWN, OrderState.EXPIRED, OrderState.MUST_REFILE);
    private static final int LOOKED_AT = 200;

    private final AccountStore accounts;
    private final OrderStore orders;

    AccountKnowledge(AccountStore accounts, OrderStore orders) {
        this.accounts = accounts;
        this.orders = orders;
    }

    /** The account's state; null while it has no real-name data, which is unknown rather than wrong. */
    AccountState of(String account) {
        RealName real = account == null ? null : accounts.find(account).map(Account::realName).orElse(null);
        return real == null ? null : new AccountState(real.name(), real.certificateNumber(), organizers(account));
    }

    /** Organizers by their name, among the newest orders. */
    private int organizers(String account) {
        return (int) orders.list(new OrderQuery(account, null, null, false, null, LOOKED_AT)).stream()
            .filter(order -> !GIVEN_UP.contains(order.state())).map(OrderSummary::organizerName).filter(Objects::nonNull)
            .distinct().count();
    }
}

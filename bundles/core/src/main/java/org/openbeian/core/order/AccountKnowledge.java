package org.openbeian.core.order;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntSupplier;
import org.openbeian.api.account.Account;
import org.openbeian.api.account.RealName;
import org.openbeian.api.order.OrderQuery;
import org.openbeian.api.order.OrderState;
import org.openbeian.api.order.OrderSummary;
import org.openbeian.api.rules.Circumstances.AccountState;
import org.openbeian.api.store.AccountStore;
import org.openbeian.api.store.OrderStore;
import org.openbeian.core.identifier.FilingNumber;

/**
 * What the server knows of the account of an order. It is read on the caller's thread, in his transaction, so that no time
 * limit can make a rule on it silent. Thread-safe.
 */
final class AccountKnowledge {

    private static final Set<OrderState> GIVEN_UP = EnumSet.of(OrderState.WITHDRAWN, OrderState.EXPIRED, OrderState.MUST_REFILE);
    private static final int LOOKED_AT = 200;

    private final AccountStore accounts;
    private final OrderStore orders;
    private final IntSupplier most;

    /** The limit of organizers is asked for each time. */
    AccountKnowledge(AccountStore accounts, OrderStore orders, IntSupplier most) {
        this.accounts = accounts;
        this.orders = orders;
        this.most = most;
    }

    /** The account's state; null while it has no real-name data, which is unknown rather than wrong. */
    AccountState of(String account) {
        RealName real = account == null ? null : accounts.find(account).map(Account::realName).orElse(null);
        if (real == null) {
            return null;
        }
        int organizers = organizers(account);
        return new AccountState(real.name(), real.certificateNumber(), organizers, Math.max(0, organizers - most.getAsInt()));
    }

    /**
     * Organizers among the newest orders: filed ones by their number, those that are asked for by their name. Orders about what is
     * filed here add none, whatever name they ask for.
     */
    private int organizers(String account) {
        Set<String> filed = new HashSet<>();
        Set<String> names = new HashSet<>();
        Set<String> asked = new HashSet<>();
        for (OrderSummary order : orders.list(new OrderQuery(account, null, null, false, null, LOOKED_AT))) {
            Optional<String> number = Optional.ofNullable(order.number()).flatMap(FilingNumber::parse).map(FilingNumber::organizer);
            number.ifPresent(filed::add);
            if (number.isPresent() || TypeProfile.of(order.type()).here()) {
                names.add(order.organizerName());
            } else if (order.organizerName() != null && !GIVEN_UP.contains(order.state())) {
                asked.add(order.organizerName());
            }
        }
        asked.removeAll(names);
        return filed.size() + asked.size();
    }
}

package org.openbeian.core.order;

import static org.junit.Assert.assertEquals;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;
import org.openbeian.api.channel.Notices;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.OrderState;
import org.openbeian.api.order.Progress;
import org.openbeian.api.security.Role;
import org.openbeian.api.store.AccountStore;
import org.openbeian.api.store.SettingsStore;
import org.openbeian.core.message.Times;

/** Authorities that are later than their term. */
public class AuthorityPromiseTest {

    private static final int MANY = 250;

    private final Desk desk = new Desk();
    private final Map<String, String> kept = new HashMap<>();
    private final List<Notices.Notice> told = new ArrayList<>();
    private final AuthorityPromise promise = new AuthorityPromise(desk.transactions, desk.store, (AccountStore) Proxy.newProxyInstance(
        AccountStore.class.getClassLoader(), new Class<?>[] {AccountStore.class}, (proxy, method, arguments) ->
            arguments[0] == Role.OPERATOR ? List.of("olga", "otto") : List.of()), new SettingsStore() {
                @Override
                public Optional<String> get(String name) {
                    return Optional.ofNullable(kept.get(name));
                }

                @Override
                public void put(String name, String value) {
                    kept.put(name, value);
                }
            }, told::add, desk.clock);

    /** An order at its authority, due in so many days. */
    private Order atAuthority(String id, int days) {
        Order like = desk.draft("example" + id + ".com");
        Order order = new Order(id, 1, like.account(), like.type(), new Progress(OrderState.AUTHORITY_REVIEW, null, 1, desk.time(),
            desk.time().plus(Duration.ofDays(days))), like.application(), like.materials(), like.consents(), like.review(),
            like.handover(), like.grant(), like.createdAt(), like.updatedAt());
        desk.transactions.run(() -> desk.store.put(order));
        return order;
    }

    private List<String> toldAfter(int days) {
        told.clear();
        desk.clock.pass(Duration.ofDays(days));
        promise.run("all");
        return told.stream().map(one -> one.account() + " " + one.message() + " " + one.values().get("order")).toList();
    }

    @Test
    public void operatorsAreToldOnceOfWhatIsLate() {
        promise.run("all");
        Order soon = atAuthority("a", 5);
        atAuthority("b", 20);
        assertEquals(List.of(), toldAfter(4));
        assertEquals(List.of("olga authority-late a", "otto authority-late a"), toldAfter(1));
        assertEquals(Map.of("order", "a", "domain", "examplea.com", "due", Times.time(soon.progress().due())), told.get(0).values());
        assertEquals("once", List.of(), toldAfter(1));
        assertEquals("also after a pause of days", List.of("olga authority-late b", "otto authority-late b"), toldAfter(30));
    }

    @Test
    public void whatWasLateBeforeTheFirstLookIsNotTold() {
        atAuthority("a", 1);
        assertEquals(List.of(), toldAfter(3));
        assertEquals(List.of(), toldAfter(3));
    }

    @Test
    public void eachOfManyIsToldAndWhatWasDecidedIsNot() {
        promise.run("all");
        Order like = atAuthority("a", 1);
        for (int i = 0; i < MANY; i++) {
            String id = "m" + i;
            desk.transactions.run(() -> desk.store.put(new Order(id, 1, like.account(), like.type(), like.progress(), like.application(),
                like.materials(), like.consents(), like.review(), like.handover(), like.grant(), like.createdAt(), like.updatedAt())));
        }
        desk.transactions.run(() -> desk.store.put(new Order("done", 1, like.account(), like.type(), new Progress(OrderState.APPROVED, null,
            1, desk.time(), like.progress().due()), like.application(), like.materials(), like.consents(), like.review(),
            like.handover(), like.grant(), like.createdAt(), like.updatedAt())));
        assertEquals(2 * (MANY + 1), toldAfter(2).stream().distinct().count());
    }
}

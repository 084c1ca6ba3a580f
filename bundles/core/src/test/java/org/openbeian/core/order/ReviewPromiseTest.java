package org.openbeian.core.order;

import static org.junit.Assert.assertEquals;
import static org.openbeian.api.order.Orders.ANY_VERSION;
import static org.openbeian.core.fake.Samples.SAM;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;
import org.openbeian.api.channel.Notices;
import org.openbeian.api.order.Order;
import org.openbeian.api.security.Role;
import org.openbeian.api.store.AccountStore;
import org.openbeian.api.store.SettingsStore;
import org.openbeian.core.time.ChinaWorkingDays;
import org.openbeian.testkit.Requirement;

/** Late pre-reviews, from Monday 2026-11-02, 10:00 in Shanghai. */
public class ReviewPromiseTest {

    private final Desk desk = new Desk();
    private final Map<String, String> kept = new HashMap<>();
    private final List<Notices.Notice> told = new ArrayList<>();
    private final ReviewPromise promise = new ReviewPromise(desk.transactions, desk.store, accounts(), settings(), new ChinaWorkingDays(),
        desk.settings, told::add, desk.clock);

    private static AccountStore accounts() {
        return (AccountStore) Proxy.newProxyInstance(AccountStore.class.getClassLoader(), new Class<?>[] {AccountStore.class},
            (proxy, method, arguments) -> arguments[0] == Role.OPERATOR ? List.of("olga") : List.of());
    }

    private SettingsStore settings() {
        return new SettingsStore() {

            @Override
            public Optional<String> get(String name) {
                return Optional.ofNullable(kept.get(name));
            }

            @Override
            public void put(String name, String value) {
                kept.put(name, value);
            }
        };
    }

    private List<String> toldUntil(Duration after, Instant start) {
        told.clear();
        desk.tasks.pass(desk.clock, start.plus(after), promise);
        return told.stream().map(one -> one.message() + " " + one.account()).toList();
    }

    @Test
    @Requirement("W-06")
    public void operatorsAndTheHolderAreWarnedOnceAndToldOnceOfTheBreach() {
        Instant start = desk.time();
        Order order = desk.submitted();
        desk.orders.claim(SAM, order.id(), ANY_VERSION);
        assertEquals(List.of(), toldUntil(Duration.ofHours(24).minusSeconds(1), start));
        assertEquals(List.of("review-warned olga", "review-warned sam"), toldUntil(Duration.ofHours(25), start));
        assertEquals(Map.of("order", order.id(), "domain", "example.com", "due", "2026-11-03 10:00", "until", "2026-11-04 10:00"),
            told.get(0).values());
        assertEquals(List.of(), toldUntil(Duration.ofHours(48).minusSeconds(1), start));
        assertEquals(List.of("review-broken olga", "review-broken sam"), toldUntil(Duration.ofHours(60), start));
    }

    @Test
    public void whatBecameLateWhileTheServerWasDownIsToldByTheNextLook() {
        desk.submitted();
        promise.run("all");
        desk.clock.pass(Duration.ofDays(3));
        promise.run("all");
        assertEquals(List.of("review-broken"), told.stream().map(Notices.Notice::message).toList());
        promise.run("all");
        assertEquals(1, told.size());
    }

    @Test
    public void nobodyIsToldOfWhatWasLateBeforeTheFirstLook() {
        desk.submitted();
        desk.clock.pass(Duration.ofDays(3));
        promise.run("all");
        promise.run("all");
        assertEquals(List.of(), told);
    }

    @Test
    public void eachOfManyLateOrdersIsTold() {
        promise.run("all");
        Order one = desk.submitted();
        for (int i = 0; i < 400; i++) {
            Order more = new Order("more" + i, 1, one.account(), one.type(), one.progress(), one.application(), one.materials(),
                one.consents(), one.review(), one.handover(), one.grant(), one.createdAt(), one.updatedAt());
            desk.transactions.run(() -> desk.store.put(more));
        }
        desk.clock.pass(Duration.ofDays(3));
        promise.run("all");
        assertEquals(401, told.stream().map(notice -> notice.values().get("order")).distinct().count());
    }

    @Test
    public void whoIsInTimeTroublesNobody() {
        desk.passed();
        desk.clock.pass(Duration.ofDays(30));
        promise.run("all");
        assertEquals(List.of(), told);
    }
}

package org.openbeian.core.order;

import static org.junit.Assert.assertEquals;
import static org.openbeian.core.fake.Samples.ALICE;
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
import org.openbeian.api.security.Role;
import org.openbeian.api.store.AccountStore;
import org.openbeian.api.store.SettingsStore;
import org.openbeian.core.fake.MemoryTemplates;
import org.openbeian.core.fake.Samples;
import org.openbeian.testkit.Requirement;

/** Templates that nobody decides on, from Monday 2026-11-02, 10:00 in Shanghai. */
@Requirement("T-16")
public class TemplatePromiseTest {

    private final Desk desk = new Desk();
    private final Map<String, String> kept = new HashMap<>();
    private final List<Notices.Notice> told = new ArrayList<>();
    private final MemoryTemplates store = new MemoryTemplates();
    private final TemplateBook templates = new TemplateBook(desk.engine, desk.transactions, store, desk.orders, desk.rules, desk.audit,
        desk.settings);
    private final TemplatePromise promise = new TemplatePromise(desk.transactions, store, accounts(), settings(), desk.settings, told::add,
        desk.clock);

    private static AccountStore accounts() {
        return (AccountStore) Proxy.newProxyInstance(AccountStore.class.getClassLoader(), new Class<?>[] {AccountStore.class},
            (proxy, method, arguments) -> List.of(arguments[0] == Role.OPERATOR ? "olga" : "sam"));
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

    private String submitted() {
        String id = templates.create(ALICE, "main", null, Samples.principal(), null).id();
        templates.submit(ALICE, id, 1);
        return id;
    }

    private List<String> toldUntil(Duration after, Instant start) {
        told.clear();
        desk.tasks.pass(desk.clock, start.plus(after), promise);
        return told.stream().map(one -> one.message() + " " + one.account()).toList();
    }

    @Test
    public void specialistsAreRemindedOnceAndOperatorsToldOnceOfTheBreach() {
        Instant start = desk.time();
        String id = submitted();
        assertEquals(List.of(), toldUntil(Duration.ofHours(36).minusSeconds(1), start));
        assertEquals(List.of("template-warned sam"), toldUntil(Duration.ofHours(37), start));
        assertEquals(Map.of("template", id, "due", "2026-11-04 10:00"), told.get(0).values());
        assertEquals(List.of(), toldUntil(Duration.ofHours(48).minusSeconds(1), start));
        assertEquals(List.of("template-late olga", "template-late sam"), toldUntil(Duration.ofHours(60), start));
    }

    @Test
    public void whatIsDecidedTroublesNobodyAndWhatIsHandedInAgainCountsAnew() {
        Instant start = desk.time();
        String id = submitted();
        toldUntil(Duration.ofHours(40), start);
        templates.decide(SAM, id, 2, false, "blurred");
        assertEquals(List.of(), toldUntil(Duration.ofHours(60), start));
        templates.submit(ALICE, id, 3);
        String first = "template:" + id + ":" + start.toEpochMilli();
        assertEquals(List.of("template-warned sam"), toldUntil(Duration.ofHours(100), start));
        assertEquals("another occasion than before", false, told.get(0).occasion().equals(first));
    }

    @Test
    public void whatBecameLateWhileTheServerWasDownIsToldByTheNextLook() {
        promise.run("all");
        submitted();
        desk.clock.pass(Duration.ofDays(3));
        promise.run("all");
        assertEquals(List.of("template-late", "template-late"), told.stream().map(Notices.Notice::message).toList());
        promise.run("all");
        assertEquals(2, told.size());
    }

    @Test
    public void aReminderThatWouldComeBeforeTheBeginningComesAtOnce() {
        Instant start = desk.time();
        desk.settings.modified(CoreSettingsTest.given(Map.of("template_review_hours", 6)));
        promise.run("all");
        desk.clock.pass(Duration.ofMinutes(1));
        submitted();
        assertEquals(List.of("template-warned sam"), toldUntil(Duration.ofHours(1), start));
        assertEquals(List.of(), toldUntil(Duration.ofHours(5), start));
    }

    @Test
    public void nobodyIsToldOfWhatWasLateBeforeTheFirstLook() {
        submitted();
        desk.clock.pass(Duration.ofDays(3));
        promise.run("all");
        promise.run("all");
        assertEquals(List.of(), told);
    }
}

package org.openbeian.aftercare;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;
import org.openbeian.api.correction.CorrectionCase;
import org.openbeian.api.correction.CorrectionKind;
import org.openbeian.api.correction.Corrections;
import org.openbeian.api.gate.Blockings;
import org.openbeian.api.model.Access;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.OrderQuery;
import org.openbeian.api.order.OrderState;
import org.openbeian.api.order.OrderSummary;
import org.openbeian.api.order.Orders;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.register.AccessEntry;
import org.openbeian.api.register.ServiceEntry;
import org.openbeian.api.register.ServiceState;
import org.openbeian.api.resource.ResourceFacts;
import org.openbeian.api.security.DataErased;
import org.openbeian.api.store.RegisterStore;
import org.openbeian.api.store.SettingsStore;
import org.openbeian.testkit.Requirement;

/** What probes find. */
public class InspectionTest {

    private static final String PAGE = "https://example.com/";

    private final Desk desk = new Desk().granted();
    private final Map<String, String> marks = new HashMap<>();
    private final List<OrderState> asked = new ArrayList<>();
    private final List<CorrectionCase> open = new ArrayList<>();
    private Optional<ServiceEntry> filed = Optional.empty();

    private void tomorrow() {
        desk.now = desk.now.plus(Duration.ofDays(1));
        desk.inspected.clear();
        desk.watch.run("o1-1");
    }

    @Test
    public void aSiteThatDoesNotAnswerAtTwoInspectionsIsDeadUntilItAnswers() {
        assertEquals("granted, so that it may be open", List.of("settled UNFILED example.com"), desk.inspected);
        desk.book.opened(Desk.ANNA, "o1-1", LocalDate.parse("2026-11-01"));
        tomorrow();
        assertEquals("once is not enough", List.of(), desk.inspected);
        tomorrow();
        assertEquals(List.of("found SITE_DEAD example.com"), desk.inspected);
        desk.pages.put("broken", "");
        tomorrow();
        tomorrow();
        assertEquals("a probe that breaks says nothing", List.of(), desk.inspected);
        desk.pages.clear();
        desk.pages.put(PAGE, "<p>" + "一段文字。".repeat(80) + "</p>");
        tomorrow();
        assertTrue(desk.inspected.toString(), desk.inspected.contains("settled SITE_DEAD example.com"));
    }

    @Test
    public void aFilingWithoutAnyAccessIsAShell() {
        desk.entry = desk.entry.with(ServiceState.ACCESS_CANCELLED, desk.now);
        tomorrow();
        assertEquals(List.of("found EMPTY_SHELL example.com"), desk.inspected);
        desk.entry = desk.entry.with(ServiceState.CANCELLED, desk.now);
        tomorrow();
        assertEquals("cancelled is no shell", List.of(), desk.inspected);
    }

    private Order order(FilingType type) {
        Order one = desk.order();
        return new Order(one.id(), one.version(), one.account(), type, one.progress(), one.application(), one.materials(), one.consents(),
            one.review(), one.handover(), one.grant(), one.createdAt(), one.updatedAt());
    }

    private OpenWatch watch(FilingType type) {
        return new OpenWatch(Desk.fake(Orders.class, (proxy, method, arguments) -> {
            if (method.getName().equals("get")) {
                return order(type);
            }
            OrderQuery query = (OrderQuery) arguments[1];
            asked.add(query.state());
            return query.state() != OrderState.PRE_REVIEW ? List.of() : List.of(new OrderSummary("o1", 1, "anna", type, "320000", "示例",
                "example.com", OrderState.PRE_REVIEW, null, null, desk.now, desk.now, null, null));
        }), desk.inspector, desk.inspections, Desk.fake(Corrections.class, (proxy, method, arguments) -> open), desk.filed,
            Desk.fake(Blockings.class, (proxy, method, arguments) -> Optional.ofNullable(desk.blocked.get((String) arguments[0]))),
            Desk.fake(RegisterStore.class, (proxy, method, arguments) -> {
                if (arguments[0].equals("erased.example")) {
                    throw new DataErased("register:erased");
                }
                return filed;
            }),
            Desk.fake(SettingsStore.class, (proxy, method, arguments) -> method.getName().equals("get")
                ? Optional.ofNullable(marks.get((String) arguments[0]))
                : marks.put((String) arguments[0], (String) arguments[1]) == null ? null : null), desk.cases, desk);
    }

    private void round(OpenWatch watch) {
        desk.inspected.clear();
        Instant next = watch.run(OpenWatch.KEY).orElseThrow();
        for (int i = 0; i < 20 && next.equals(desk.now); i++) {
            next = watch.run(OpenWatch.KEY).orElseThrow();
        }
        assertEquals("tomorrow again", desk.now.plus(Duration.ofDays(1)), next);
    }

    @Test
    @Requirement("Q-04")
    public void aNewDomainIsProbedEachDayUntilTheGrant() {
        OpenWatch watch = watch(FilingType.FIRST);
        assertEquals(Map.of("all", desk.now.plus(Duration.ofDays(1))), watch.standing());
        desk.pages.put(PAGE, "open");
        round(watch);
        assertEquals(List.of("found UNFILED example.com"), desk.inspected);
        assertEquals("every state between submission and decision", 6, asked.stream().distinct().count());
        filed = Optional.of(desk.entry);
        round(watch);
        assertEquals("another filing covers it", List.of(), desk.inspected);
        filed = Optional.empty();
        open.add(found(CorrectionKind.UNFILED, null));
        desk.pages.clear();
        round(watch);
        assertEquals(List.of("settled UNFILED example.com"), desk.inspected);
        desk.pages.put("why", "NO_ANSWER");
        round(watch);
        assertEquals("unknown is neither open nor closed", List.of(), desk.inspected);
        desk.pages.put(PAGE, "open");
        round(watch(FilingType.ACCESS));
        assertEquals("what is filed may be open", List.of(), desk.inspected);
    }

    private CorrectionCase found(CorrectionKind kind, String authority) {
        return found(kind, authority, "anna", "example.com", true);
    }

    private CorrectionCase found(CorrectionKind kind, String authority, String account, String domain, boolean probed) {
        return new CorrectionCase(kind + " " + authority, 1, kind, authority, null, null, account, List.of(domain), null, desk.now,
            desk.now, CorrectionCase.Status.OVERDUE, null, null, List.of(), probed);
    }

    /** A domain that the register does not know may be filed elsewhere and served here. */
    @Test
    public void whatAPersonFoundAboutADomainOfNobodyHereIsNotOver() {
        for (CorrectionKind kind : List.of(CorrectionKind.ACCESS_UNDER_REPORTED, CorrectionKind.EMPTY_SHELL, CorrectionKind.SITE_DEAD,
                CorrectionKind.RESOURCE_GONE)) {
            open.clear();
            open.add(found(kind, null, null, "example.com", false));
            round(watch(FilingType.ACCESS));
            assertEquals(kind.name(), List.of(), desk.inspected);
        }
        filed = Optional.of(desk.entry.with(List.of(new AccessEntry(77, false, null))).with(ServiceState.ACCESS_CANCELLED, desk.now));
        open.clear();
        open.add(found(CorrectionKind.ACCESS_UNDER_REPORTED, null, null, "example.com", true));
        desk.names.put("example.com", List.of("203.0.113.9"));
        round(watch(FilingType.ACCESS));
        assertEquals("whose resources are not known", List.of(), desk.inspected);
    }

    @Test
    public void aCaseThatCannotBeJudgedDoesNotKeepTheOthers() {
        open.add(found(CorrectionKind.EMPTY_SHELL, null, "anna", "erased.example", true));
        open.add(found(CorrectionKind.EMPTY_SHELL, null));
        round(watch(FilingType.ACCESS));
        assertEquals(List.of("settled EMPTY_SHELL example.com"), desk.inspected);
    }

    /** Whatever became of the order: it may be withdrawn, and its data erased. */
    @Test
    public void aCaseIsSettledWheneverItsReasonIsGone() {
        String page = "open";
        for (Object[] row : new Object[][] {
                {CorrectionKind.UNFILED, null, null, true},
                {CorrectionKind.UNFILED, null, page, false},
                {CorrectionKind.UNFILED, ServiceState.ACTIVE, page, true},
                {CorrectionKind.UNFILED, ServiceState.ACCESS_CANCELLED, page, false},
                {CorrectionKind.SITE_DEAD, ServiceState.ACTIVE, null, false},
                {CorrectionKind.SITE_DEAD, ServiceState.ACTIVE, page, true},
                {CorrectionKind.SITE_DEAD, ServiceState.ACCESS_CANCELLED, null, true},
                {CorrectionKind.SITE_DEAD, null, null, true},
                {CorrectionKind.EMPTY_SHELL, ServiceState.ACCESS_CANCELLED, null, false},
                {CorrectionKind.EMPTY_SHELL, ServiceState.RECTIFY_REQUIRED, null, true},
                {CorrectionKind.EMPTY_SHELL, null, null, true},
                {CorrectionKind.RESOURCE_GONE, ServiceState.CANCELLED, null, true},
                {CorrectionKind.CONTENT_MISMATCH, null, null, false}}) {
            CorrectionKind kind = (CorrectionKind) row[0];
            open.clear();
            open.add(found(kind, null));
            open.add(found(kind, "440000"));
            filed = Optional.ofNullable((ServiceState) row[1]).map(state -> desk.entry.with(state, desk.now));
            desk.pages.clear();
            if (row[2] != null) {
                desk.pages.put(PAGE, page);
            }
            round(watch(FilingType.ACCESS));
            assertEquals(Arrays.toString(row), (boolean) row[3] ? List.of("settled " + kind + " example.com") : List.of(), desk.inspected);
        }
    }

    @Test
    @Requirement("Q-06")
    public void whatIsIsolatedIsNotClosedByThat() {
        open.add(found(CorrectionKind.UNFILED, null));
        desk.blocked.put("example.com", new Blockings.Blocking("example.com", "anna", Blockings.State.ISOLATED, "r", null, List.of(), true,
            "ops", desk.now));
        round(watch(FilingType.ACCESS));
        assertEquals("it answers no more because of the measure", List.of(), desk.inspected);
        desk.blocked.put("example.com", new Blockings.Blocking("example.com", "anna", Blockings.State.LIFTED, "r", null, List.of(), false,
            "ops", desk.now));
        round(watch(FilingType.ACCESS));
        assertEquals(List.of("settled UNFILED example.com"), desk.inspected);
    }

    private static ResourceFacts server(String... ips) {
        return new ResourceFacts("cvm", "ins-1", "anna", "ap-guangzhou", true, List.of(ips), true, 12, null, null);
    }

    @Test
    public void aResourceThatIsGoneIsACaseUntilItIsThereAgain() {
        desk.accessed("ins-1", "119.29.1.78");
        desk.resources.put("ins-1", server("119.29.1.78", "119.29.1.79"));
        tomorrow();
        assertEquals(List.of(), desk.inspected);
        desk.resources.put("ins-1", server("119.29.1.79"));
        tomorrow();
        assertEquals("once is not enough: an inventory may be on its way", List.of(), desk.inspected);
        desk.inspected.clear();
        assertEquals("a day later again", Optional.of(desk.now.plus(Duration.ofDays(1))), desk.watch.run("o1-1"));
        assertEquals("the same day is not enough", List.of(), desk.inspected);
        tomorrow();
        assertEquals("its address is another", List.of("found RESOURCE_GONE example.com"), desk.inspected);
        desk.resources.clear();
        desk.served = false;
        tomorrow();
        assertEquals("the inventory of its kind was taken away", List.of(), desk.inspected);
        desk.served = true;
        desk.inventoryAway = true;
        tomorrow();
        assertEquals("not known is not gone", List.of(), desk.inspected);
        filed = Optional.of(desk.entry);
        open.add(found(CorrectionKind.RESOURCE_GONE, null));
        round(watch(FilingType.ACCESS));
        assertEquals("and not there", List.of(), desk.inspected);
        desk.inventoryAway = false;
        tomorrow();
        assertEquals(List.of("found RESOURCE_GONE example.com"), desk.inspected);
        round(watch(FilingType.ACCESS));
        assertEquals(List.of(), desk.inspected);
        desk.resources.put("ins-1", server("119.29.1.78"));
        round(watch(FilingType.ACCESS));
        assertEquals(List.of("settled RESOURCE_GONE example.com"), desk.inspected);
        tomorrow();
        desk.entry = desk.entry.with(List.of(new AccessEntry(7, true, new Access("cvm", "ins-2", List.of()))));
        tomorrow();
        assertEquals("there in between", List.of(), desk.inspected);
        tomorrow();
        assertEquals("what the access rests on now", List.of("found RESOURCE_GONE example.com"), desk.inspected);
    }

    /** The filing went to another provider, and the domain still leads here. */
    @Test
    public void whatIsServedHereWithoutAnAccessIsACaseUntilItLeadsElsewhere() {
        desk.resources.put("ins-1", server("119.29.1.78"));
        desk.names.put("example.com", List.of("119.29.1.78"));
        desk.entry = desk.entry.with(List.of(new AccessEntry(77, false, null))).with(ServiceState.ACCESS_CANCELLED, desk.now);
        tomorrow();
        assertEquals(List.of("found ACCESS_UNDER_REPORTED example.com"), desk.inspected);
        desk.inspected.clear();
        assertEquals("looked at on", Optional.of(desk.now.plus(Duration.ofDays(7))), desk.watch.run("o1-1"));
        filed = Optional.of(desk.entry);
        open.add(found(CorrectionKind.ACCESS_UNDER_REPORTED, null));
        round(watch(FilingType.ACCESS));
        assertEquals(List.of(), desk.inspected);
        desk.names.clear();
        round(watch(FilingType.ACCESS));
        assertEquals("not known is not elsewhere", List.of(), desk.inspected);
        desk.names.put("example.com", List.of("203.0.113.9"));
        ServiceEntry elsewhere = desk.entry;
        desk.accessed("ins-1", "119.29.1.78");
        desk.served = false;
        round(watch(FilingType.ACCESS));
        assertEquals("the inventory of its kind was taken away", List.of(), desk.inspected);
        desk.served = true;
        round(watch(FilingType.ACCESS));
        assertEquals(List.of("settled ACCESS_UNDER_REPORTED example.com"), desk.inspected);
        desk.entry = elsewhere;
        tomorrow();
        assertEquals(List.of(), desk.inspected);
    }

    @Test
    public void aPageWithTheNumberOfSomebodyElseAtTwoInspectionsIsACase() {
        desk.book.opened(Desk.ANNA, "o1-1", LocalDate.parse("2026-11-01"));
        String text = "<p>" + "一段文字。".repeat(80) + "</p>";
        desk.pages.put(PAGE, text + "京ICP备2020777777号-2");
        tomorrow();
        assertFalse(desk.inspected.toString(), desk.inspected.contains("found CONTENT_MISMATCH example.com"));
        tomorrow();
        assertTrue(desk.inspected.toString(), desk.inspected.contains("found CONTENT_MISMATCH example.com"));
        desk.pages.clear();
        tomorrow();
        assertFalse("not seen is not mended", desk.inspected.contains("settled CONTENT_MISMATCH example.com"));
        desk.pages.put(PAGE, text);
        tomorrow();
        assertTrue("one look between that saw nothing", desk.inspected.contains("settled CONTENT_MISMATCH example.com"));
        desk.pages.put(PAGE, text + "京ICP备2020777777号-2");
        tomorrow();
        tomorrow();
        desk.pages.put(PAGE, text + Desk.NUMBER);
        desk.book.inspect(Desk.ANNA, "o1-1");
        desk.inspected.clear();
        desk.watch.run("o1-1");
        assertTrue("mended and inspected by the applicant", desk.inspected.contains("settled CONTENT_MISMATCH example.com"));
    }

    @Test
    public void aReminderAsksNoInventory() {
        desk.book.opened(Desk.ANNA, "o1-1", LocalDate.parse("2026-11-01"));
        desk.resources.put("ins-1", server("119.29.1.78"));
        desk.accessed("ins-1");
        desk.pages.put(PAGE, "<p>" + "一段文字。".repeat(80) + Desk.NUMBER + "</p>");
        desk.inventoryAsked = 0;
        tomorrow();
        assertEquals("once with an inspection", 1, desk.inventoryAsked);
        desk.watch.run("o1-1");
        assertEquals("not with a reminder", 1, desk.inventoryAsked);
        desk.pages.clear();
        desk.pages.put("offline", "");
        desk.now = desk.now.plus(Duration.ofDays(9));
        desk.watch.run("o1-1");
        assertEquals("not while the server reaches nobody", 1, desk.inventoryAsked);
    }

    @Test
    public void sitesThatEndedBeforeTheyWereWatchedAreLookedAtOnce() {
        desk.entry = desk.entry.with(List.of(new AccessEntry(77, false, null))).with(ServiceState.ACCESS_CANCELLED, desk.now);
        tomorrow();
        desk.tasks.clear();
        desk.follower.run("grants");
        assertEquals("this one was installed with the watch", null, desk.tasks.get("site-watch:o1-1"));
        desk.marks.remove("aftercare.ended-looked-at");
        desk.follower.run("grants");
        assertEquals(desk.now.plus(Duration.ofDays(1)), desk.tasks.get("site-watch:o1-1"));
    }

    @Test
    public void whileTheServerReachesNobodyNothingIsConcluded() {
        OpenWatch watch = watch(FilingType.FIRST);
        open.add(found(CorrectionKind.UNFILED, null));
        desk.book.opened(Desk.ANNA, "o1-1", LocalDate.parse("2026-11-01"));
        desk.pages.put("offline", "");
        desk.inspected.clear();
        Optional<Instant> next = Optional.of(desk.now);
        for (int i = 0; i < 20 && next.equals(Optional.of(desk.now)); i++) {
            next = watch.run(OpenWatch.KEY);
        }
        assertEquals("it waits where it is", Optional.of(desk.now.plus(Duration.ofMinutes(15))), next);
        assertEquals(next, watch.run(OpenWatch.KEY));
        for (int day = 0; day < 3; day++) {
            desk.now = desk.now.plus(Duration.ofDays(1));
            desk.watch.run("o1-1");
        }
        assertEquals(List.of(), desk.inspected);
        assertEquals("no site counts as inspected", null, desk.book.get(Desk.ANNA, "o1-1").site().footer());
        assertEquals("inspector-offline", assertThrows(Refusal.class, () -> desk.book.inspect(Desk.ANNA, "o1-1")).code());
        desk.pages.clear();
        desk.pages.put(PAGE, "open");
        round(watch);
        assertEquals("it goes on though every site answers", List.of("found UNFILED example.com"), desk.inspected);
        desk.pages.clear();
        round(watch);
        assertEquals("the witness answers", List.of("settled UNFILED example.com"), desk.inspected);
        tomorrow();
        tomorrow();
        assertEquals(List.of("found SITE_DEAD example.com"), desk.inspected);
        desk.witnessed.clear();
        desk.settings.modified(Settings.with(Map.of("witnesses", new String[0])));
        desk.pages.put("offline", "");
        assertEquals("nobody is asked", Optional.of(false), desk.inspector.answers("example.com"));
        assertEquals(List.of(), desk.witnessed);
    }
}

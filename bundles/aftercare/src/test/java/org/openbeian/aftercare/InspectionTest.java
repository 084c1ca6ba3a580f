package org.openbeian.aftercare;

import static org.junit.Assert.assertEquals;
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
import java.util.function.BooleanSupplier;
import org.junit.Test;
import org.openbeian.api.correction.CorrectionCase;
import org.openbeian.api.correction.CorrectionKind;
import org.openbeian.api.correction.Corrections;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.OrderQuery;
import org.openbeian.api.order.OrderState;
import org.openbeian.api.order.OrderSummary;
import org.openbeian.api.order.Orders;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.register.ServiceEntry;
import org.openbeian.api.register.ServiceState;
import org.openbeian.api.rules.Circumstances;
import org.openbeian.api.rules.FilingCase;
import org.openbeian.api.store.DurableTasks;
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
        assertEquals(List.of("settled SITE_DEAD example.com"), desk.inspected);
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
        }), desk.inspector, desk.inspections, Desk.fake(Corrections.class, (proxy, method, arguments) -> open),
            Desk.fake(RegisterStore.class, (proxy, method, arguments) -> filed),
            Desk.fake(SettingsStore.class, (proxy, method, arguments) -> method.getName().equals("get")
                ? Optional.ofNullable(marks.get((String) arguments[0]))
                : marks.put((String) arguments[0], (String) arguments[1]) == null ? null : null), desk.cases,
            Desk.fake(DurableTasks.class, desk::schedule), desk);
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
        assertEquals(desk.now.plus(Duration.ofDays(1)), desk.tasks.get("open-watch:all"));
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
        return new CorrectionCase(kind + " " + authority, 1, kind, authority, null, null, "anna", List.of("example.com"), null, desk.now,
            desk.now, CorrectionCase.Status.OVERDUE, null, null);
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
            assertEquals(Optional.of(desk.now.plus(Duration.ofMinutes(1))), desk.watch.run("o1-1"));
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

    @Test
    public void aSiteWhoseAccessCameBackIsLookedAtAgain() {
        desk.tasks.clear();
        desk.grant();
        desk.follower.run("grants");
        assertEquals(desk.now.plus(Duration.ofDays(1)), desk.tasks.get("site-watch:o1-1"));
    }

    private static Circumstances known(OpenSites sites, FilingType type, Order order) {
        return sites.about(new FilingCase("o1", type, order.application(), List.of(), List.of(), "anna", Instant.EPOCH));
    }

    @Test
    @Requirement("Q-04")
    public void theRulesLearnWhetherANewDomainAnswersWithoutWaitingForIt() {
        OpenSites sites = new OpenSites(desk.inspector, desk);
        desk.pages.put(PAGE, "open");
        assertEquals("not known yet", List.of(), known(sites, FilingType.FIRST, desk.order()).domains());
        await(() -> !known(sites, FilingType.FIRST, desk.order()).domains().isEmpty());
        assertEquals("true true", state(sites));
        assertEquals(List.of(), known(sites, FilingType.ACCESS, desk.order()).domains());
        desk.pages.clear();
        assertEquals("for an hour", "true true", state(sites));
        desk.now = desk.now.plus(Duration.ofHours(1));
        known(sites, FilingType.FIRST, desk.order());
        await(() -> !known(sites, FilingType.FIRST, desk.order()).domains().isEmpty());
        assertEquals("whether it resolves is not known", "null false", state(sites));
        int before = desk.fetched.size();
        assertTrue("from what was seen", before > 0);
        sites.stop();
    }

    @Test
    public void whatCouldNotBeSeenIsProbedAgain() {
        OpenSites sites = new OpenSites(desk.inspector, desk);
        desk.pages.put("offline", "");
        known(sites, FilingType.FIRST, desk.order());
        await(() -> !desk.witnessed.isEmpty());
        desk.pages.clear();
        await(() -> !known(sites, FilingType.FIRST, desk.order()).domains().isEmpty());
        assertEquals("within the hour", "null false", state(sites));
        sites.stop();
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue("the probe", System.nanoTime() < end);
            Thread.yield();
        }
    }

    private String state(OpenSites sites) {
        Circumstances.DomainState state = known(sites, FilingType.FIRST, desk.order()).domains().get(0);
        return state.resolves() + " " + state.siteOpen();
    }
}

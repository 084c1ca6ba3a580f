package org.openbeian.store.jdbc;

import static org.junit.Assert.assertEquals;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.Before;
import org.junit.Test;
import org.openbeian.api.gate.Blockings.Blocking;
import org.openbeian.api.gate.Blockings.State;
import org.openbeian.api.gate.GateState;
import org.openbeian.api.model.Access;
import org.openbeian.api.model.App;
import org.openbeian.api.model.AppFeature;
import org.openbeian.api.model.Application;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.model.InternetService;
import org.openbeian.api.model.WebSite;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.OrderEvent;
import org.openbeian.api.order.OrderState;
import org.openbeian.api.register.AccessEntry;
import org.openbeian.api.register.ServiceEntry;
import org.openbeian.api.register.ServiceState;
import org.openbeian.api.store.GateStore;
import org.openbeian.testkit.Requirement;

/** The matrix of access while filing (catalogue, 6.6), each row a test, from what is stored, for hosts and for APPs. */
public class AccessMatrixTest extends OnBothDatabases {

    private static final Instant NOW = Samples.NOW;
    private static final String SITE = "粤ICP备1号-1";
    private static final String APP = "粤ICP备1号-2A";
    private static final List<AccessEntry> HERE = List.of(new AccessEntry(1, true, null), new AccessEntry(2, false, null));
    private static final List<AccessEntry> ELSEWHERE = List.of(new AccessEntry(2, false, null));

    private JdbcGateStore gate;
    private JdbcOrderStore orders;
    private JdbcRegisterStore register;

    @Before
    public void open() {
        gate = new JdbcGateStore(database);
        orders = new JdbcOrderStore(database, new Samples.FakePersonalData());
        register = new JdbcRegisterStore(database, new Samples.FakePersonalData(), Samples.INDEX);
    }

    @Test
    @Requirement({"Q-03", "Q-04", "Q-37", "E-21", "W-03"})
    public void aFirstFilingOpensNothingBeforeItsGrant() {
        order(FilingType.FIRST, site("new.com"), app("api.com"));
        order(FilingType.NEW_SERVICE, site("more.com"));
        says("BLOCK filing-under-way grant", "new.com");
        says("BLOCK filing-under-way grant", "more.com");
        says("BLOCK not-accessed-here filing", "api.com");
        says("BLOCK not-accessed-here filing", "app:" + APP);
    }

    /** An APP under way has no number yet: it is known by its name, which is a key as it stands. */
    @Test
    @Requirement({"Q-37", "E-21"})
    public void anAppUnderWayIsBlockedByItsNameUntilItsGrant() {
        long before = gate.last();
        Order order = order(FilingType.FIRST, named("出行 Go"));
        assertEquals("FIRST_FILING", state("app:出行 Go"));
        assertEquals("each node follows", List.of("app:出行 Go"), gate.changes(before, 9).stream().map(GateStore.Change::key).toList());
        Order refused = Samples.in(order, OrderState.RETURNED).next(NOW);
        orders.update(refused, Samples.entry(refused, 3, OrderEvent.RETURNED));
        assertEquals("nothing changes", 1, gate.changes(before, 9).size());
        Order granted = Samples.in(refused, OrderState.APPROVED).next(NOW);
        orders.update(granted, Samples.entry(granted, 4, OrderEvent.APPROVED));
        assertEquals("NONE", state("app:出行 Go"));
        assertEquals(2, gate.changes(before, 9).size());
        order(FilingType.ACCESS, named("转入"));
        assertEquals("ACCESS_FILING", state("app:转入"));
        order(FilingType.CHANGE_SERVICE, named("已备案"));
        assertEquals("it is asked for by its number", "NONE", state("app:已备案"));
        filed(APP, ServiceState.ACTIVE, HERE);
        order(FilingType.NEW_SERVICE, named(APP.toLowerCase(Locale.ROOT)));
        assertEquals("a number is nobody's name", "FILED", state("app:" + APP.toLowerCase(Locale.ROOT)));
        Map<String, GateState> all = new HashMap<>();
        gate.scan(all::put);
        assertEquals("as at a start", Map.of("app:转入", GateState.ACCESS_FILING, "app:" + APP.toLowerCase(Locale.ROOT), GateState.FILED),
            all);
    }

    private String state(String key) {
        return gate.states(List.of(key)).getOrDefault(key, GateState.NONE).name();
    }

    private static App named(String name) {
        return new App(name, List.of(), List.of(), List.of(), null, null, List.of(new Access("cvm", "ins-1", List.of()),
            new Access("cvm", "ins-2", List.of())), null, null, List.of(), null);
    }

    @Test
    @Requirement({"Q-39", "W-26"})
    public void anAccessFilingOpensNothingHereWhetherOrNotTheOriginalResourceHolds() {
        order(FilingType.ACCESS, site("moving.com"));
        says("BLOCK access-under-way grant", "moving.com");
        filed(SITE, ServiceState.ACCESS_CANCELLED, ELSEWHERE, "moving.com");
        says("BLOCK access-cancelled access", "moving.com");
        filed(APP, ServiceState.ACCESS_CANCELLED, ELSEWHERE);
        order(FilingType.ACCESS, app("api.com"));
        says("BLOCK access-cancelled access", "app:" + APP);
        filed(SITE, ServiceState.ACTIVE, HERE, "moving.com");
        says("ALLOW filed null", "moving.com");
    }

    @Test
    @Requirement("Q-38")
    public void aChangeLeavesOpenWhatIsFiledAndBlocksWhatItAdds() {
        filed(SITE, ServiceState.ACTIVE, HERE, "old.com");
        filed(APP, ServiceState.ACTIVE, HERE);
        order(FilingType.CHANGE_SERVICE, site("old.com", "added.com"));
        says("ALLOW filed null", "old.com");
        says("BLOCK added-by-change grant", "added.com");
        says("ALLOW filed null", "app:" + APP);
    }

    @Test
    @Requirement({"A-04", "W-26"})
    public void whatIsFiledElsewhereAloneIsBlockedHere() {
        says("BLOCK not-accessed-here filing", "elsewhere.com");
        says("BLOCK not-accessed-here filing", "app:京icp备9号-1a");
        filed(SITE, ServiceState.ACTIVE, ELSEWHERE, "left.com");
        filed(APP, ServiceState.ACTIVE, ELSEWHERE);
        says("BLOCK access-cancelled access", "left.com");
        says("BLOCK access-cancelled access", "app:" + APP);
    }

    @Test
    @Requirement({"Q-24", "Q-39"})
    public void whatIsGrantedIsOpenHereAlsoWhileItIsToBePutRight() {
        for (ServiceState state : List.of(ServiceState.ACTIVE, ServiceState.RECTIFY_REQUIRED)) {
            filed(SITE, state, HERE, "filed.com");
            filed(APP, state, HERE, "api.com");
            says("ALLOW filed null", "filed.com");
            says("ALLOW filed null", "api.com");
            says("ALLOW filed null", "app:" + APP);
        }
    }

    @Test
    @Requirement({"E-14", "E-15"})
    public void whatWasCancelledIsBlocked() {
        filed(SITE, ServiceState.ACTIVE, HERE, "gone.com");
        filed(APP, ServiceState.ACTIVE, HERE);
        Order order = order(FilingType.CANCEL_SERVICE, site("gone.com"));
        says("ALLOW filed null", "gone.com");
        Order granted = Samples.in(order, OrderState.APPROVED).next(NOW);
        orders.update(granted, Samples.entry(granted, 3, OrderEvent.APPROVED));
        filed(SITE, ServiceState.CANCELLED, HERE, "gone.com");
        filed(APP, ServiceState.CANCELLED, HERE);
        says("BLOCK cancelled filing", "gone.com");
        says("BLOCK cancelled filing", "app:" + APP);
    }

    @Test
    @Requirement("E-17")
    public void whatLostItsAccessHereIsBlockedHere() {
        filed(SITE, ServiceState.ACCESS_CANCELLED, ELSEWHERE, "left.com");
        filed(APP, ServiceState.ACCESS_CANCELLED, List.of());
        says("BLOCK access-cancelled access", "left.com");
        says("BLOCK access-cancelled access", "app:" + APP);
    }

    @Test
    @Requirement("W-25")
    public void whatWasNotFiledByItsDayIsBlocked() {
        blocked("late.com", State.NOTICED);
        says("BLOCK not-accessed-here filing", "late.com");
        blocked("late.com", State.BLOCKED);
        order(FilingType.FIRST, site("late.com"));
        says("BLOCK notice-expired filing", "late.com");
        filed(SITE, ServiceState.ACTIVE, HERE, "late.com");
        says("ALLOW filed null", "late.com");
    }

    @Test
    @Requirement("Q-06")
    public void whatIsOpenWhileUnfiledIsIsolated() {
        blocked("wild.com", State.ISOLATED);
        says("BLOCK isolated filing", "wild.com");
        filed(APP, ServiceState.CANCELLED, HERE, "wild.com");
        says("BLOCK isolated filing", "wild.com");
    }

    @Test
    public void whatIsBlacklistedIsBlocked() {
        filed(SITE, ServiceState.BLOCKED, HERE, "bad.com");
        filed(APP, ServiceState.BLOCKED, HERE);
        says("BLOCK blacklisted null", "bad.com");
        says("BLOCK blacklisted null", "app:" + APP);
    }

    private void says(String expected, String key) {
        String asked = key.toLowerCase(Locale.ROOT);
        GateState state = gate.states(List.of(asked)).getOrDefault(asked, GateState.NONE);
        assertEquals(key, expected, (state.open() ? "ALLOW " : "BLOCK ") + state.reason() + " " + state.until());
    }

    private static WebSite site(String... domains) {
        return new WebSite("甲", List.of(domains), null, List.of(), List.of(), List.of(), null, null, List.of(), null);
    }

    private static App app(String domain) {
        return new App("乙", List.of(), List.of(), List.of(), null, null, List.of(), null, null,
            List.of(new AppFeature("ANDROID", List.of(domain), List.of())), null);
    }

    /** An order that was handed in. */
    private Order order(FilingType type, InternetService... services) {
        Order one = Samples.draft(type + "-" + services[0].domains() + services[0].name());
        Order draft = new Order(one.id(), 1, one.account(), type, one.progress(), new Application(null, List.of(services), Map.of()),
            List.of(), List.of(), one.review(), one.handover(), null, NOW, NOW);
        orders.insert(draft, Samples.entry(draft, 1, OrderEvent.CREATED));
        Order handedIn = Samples.in(draft, OrderState.PRE_REVIEW).next(NOW);
        orders.update(handedIn, Samples.entry(handedIn, 2, OrderEvent.SUBMITTED));
        return handedIn;
    }

    private void filed(String number, ServiceState state, List<AccessEntry> accesses, String... domains) {
        register.save(new ServiceEntry(number, "粤ICP备1号", "甲", List.of(domains), 1, "o", NOW, state, NOW, null, accesses));
    }

    private void blocked(String domain, State state) {
        new JdbcBlockingStore(database).save(new Blocking(domain, "alice", state, "r", NOW, List.of(), false, "ops", NOW));
    }
}

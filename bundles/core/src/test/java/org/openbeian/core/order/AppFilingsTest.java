package org.openbeian.core.order;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.openbeian.core.fake.Samples.ALICE;
import static org.openbeian.core.fake.Samples.SAM;

import java.util.List;
import java.util.Map;
import org.junit.Before;
import org.junit.Test;
import org.openbeian.api.model.Access;
import org.openbeian.api.model.App;
import org.openbeian.api.model.Application;
import org.openbeian.api.model.Basis;
import org.openbeian.api.model.CancelReason;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.OrderState;
import org.openbeian.api.order.Orders;
import org.openbeian.api.order.PublishedRecord;
import org.openbeian.api.order.PublishedRecord.PublishedAccess;
import org.openbeian.api.order.PublishedRecord.PublishedService;
import org.openbeian.api.register.RecordReference;
import org.openbeian.api.register.ServiceState;
import org.openbeian.core.fake.Samples;
import org.openbeian.testkit.Requirement;

/** APPs through the filing types, alone and beside websites. */
public class AppFilingsTest {

    private static final String NUMBER = "粤ICP备2026000001号";
    private static final String APP = NUMBER + "-2A";

    private final Desk desk = new Desk();
    private final Orders orders = desk.orders;
    private Order first;

    /** A website and an APP of one domain in one order. */
    @Before
    public void file() {
        first = orders.create(ALICE, FilingType.FIRST, Samples.application(Samples.organizer("深圳示例科技有限公司"),
            Samples.site("example.com"), Samples.app("示例出行")));
        passed(first);
        desk.authority.uploaded(first.id(), 1, "440000/1");
        desk.authority.reviewed(1, true, null);
        desk.authority.published("440000", 1, record(site(), app("示例出行", new PublishedAccess(3002, true, 1))));
    }

    private void passed(Order order) {
        desk.submit(order);
        orders.logCall(SAM, order.id(), Orders.ANY_VERSION, Samples.GOOD_CALL);
        orders.pass(SAM, order.id(), Orders.ANY_VERSION);
    }

    private static PublishedRecord record(PublishedService... services) {
        return new PublishedRecord(NUMBER, 1001, "深圳示例科技有限公司", List.of(services),
            java.time.Instant.parse("2026-11-20T00:00:00Z"));
    }

    private static PublishedService site() {
        return new PublishedService(1, 0, NUMBER + "-1", 2001, "示例小站", List.of("example.com"),
            List.of(new PublishedAccess(3001, true, 1)));
    }

    private static PublishedService app(String name, PublishedAccess... accesses) {
        return new PublishedService(1, 1, APP, 2002, name, List.of("example.com", "api.example.com"), List.of(accesses));
    }

    private Order about(FilingType type) {
        return orders.create(ALICE, type, new Application(null, List.of(), Map.of(), new Basis(NUMBER, List.of(APP))));
    }

    private Order with(Order order, App app) {
        Application old = order.application();
        return orders.edit(ALICE, order.id(), order.version(), new Application(old.organizer(), List.of(app), old.extra(), old.basis()));
    }

    private Order ended(FilingType type) {
        Order order = about(type);
        Application old = order.application();
        Basis basis = new Basis(old.basis().organizerNumber(), old.basis().serviceNumbers(), CancelReason.SERVICE_ENDED, null,
            List.of(Guards.LAST_ACCESS), null);
        Order reasoned = orders.edit(ALICE, order.id(), order.version(),
            new Application(old.organizer(), old.services(), old.extra(), basis));
        passed(reasoned);
        desk.authority.uploaded(order.id(), desk.now(order).handover().submissionNo(), "440000/2");
        return order;
    }

    @Test
    @Requirement({"A-54", "A-63", "A-93", "T-48", "E-08"})
    public void anAppGetsANumberOfItsOwnKind() {
        assertEquals(OrderState.APPROVED, desk.state(first));
        assertEquals(List.of(NUMBER + "-1", APP), desk.now(first).grant().serviceNumbers());
        assertEquals("示例出行", desk.register.service(APP).orElseThrow().data().name());
        assertTrue(desk.register.service(APP).orElseThrow().ofApp());
    }

    @Test
    public void anAppTakesNoNumberOfAWebsite() {
        Desk other = new Desk();
        Order order = other.orders.create(ALICE, FilingType.FIRST, Samples.application(Samples.organizer("深圳"), Samples.app("x")));
        other.submit(order);
        other.orders.logCall(SAM, order.id(), Orders.ANY_VERSION, Samples.GOOD_CALL);
        other.orders.pass(SAM, order.id(), Orders.ANY_VERSION);
        other.authority.uploaded(order.id(), 1, "440000/1");
        assertTrue(Desk.refusal(() -> other.authority.published("440000", 1, record(new PublishedService(1, 0, NUMBER + "-1", 2001, "x",
            List.of("example.com"), List.of(new PublishedAccess(3001, true, 1)))))).getMessage().contains("another kind"));
    }

    @Test
    @Requirement({"E-12", "A-63"})
    public void aChangeMayAddAPlatform() {
        Order order = about(FilingType.CHANGE_SERVICE);
        App old = (App) order.application().services().get(0);
        App more = new App(old.name(), old.contents(), old.languages(), old.preApprovals(), old.commercial(), old.principal(),
            old.accesses(), true, old.usesSdk(), java.util.stream.Stream.concat(old.features().stream(), java.util.stream.Stream.of(
                new org.openbeian.api.model.AppFeature("HARMONY", List.of("h.example.com"), old.features().get(0).packages()))).toList(),
            old.remark());
        passed(with(order, more));
        assertEquals("its name is not another one's", List.of("示例小站"), desk.rules.judged().circumstances().filed().services().stream()
            .map(one -> one.name()).toList());
        desk.authority.uploaded(order.id(), 2, "440000/2");
        desk.authority.published("440000", 0, record(site(), new PublishedService(1, 1, APP, 2002, "示例出行",
            List.of("example.com", "api.example.com", "h.example.com"), List.of(new PublishedAccess(3002, true, 1)))));
        assertEquals(OrderState.APPROVED, desk.state(order));
        assertEquals(3, ((App) desk.register.service(APP).orElseThrow().data()).features().size());
    }

    @Test
    @Requirement({"E-10", "E-17", "E-18", "A-02"})
    public void anAppLosesItsAccessAndGetsAnother() {
        Order cancel = ended(FilingType.CANCEL_ACCESS);
        desk.authority.cancelled("440000", new RecordReference(RecordReference.Kind.ACCESS, 3002, null));
        assertEquals(OrderState.APPROVED, desk.state(cancel));
        assertEquals(ServiceState.ACCESS_CANCELLED, desk.register.service(APP).orElseThrow().state());
        Order access = about(FilingType.ACCESS);
        App bare = (App) access.application().services().get(0);
        assertEquals("what is filed is filled in", 2, bare.features().size());
        access = with(access, new App(bare.name(), bare.contents(), bare.languages(), bare.preApprovals(), bare.commercial(),
            bare.principal(), List.of(new Access("cvm", "ins-1", List.of("8.8.8.8"))), bare.offersSdk(), bare.usesSdk(),
            bare.features(), bare.remark()));
        desk.types.givePassword(ALICE, access.id(), access.version(), "000001");
        access = desk.now(access);
        passed(access);
        long no = desk.now(access).handover().submissionNo();
        desk.authority.uploaded(access.id(), no, "440000/3");
        desk.authority.reviewed(no, true, null);
        desk.authority.published("440000", 0, record(site(), app("示例出行", new PublishedAccess(3009, true, no))));
        assertEquals(OrderState.APPROVED, desk.state(access));
        assertEquals(ServiceState.ACTIVE, desk.register.service(APP).orElseThrow().state());
    }

    @Test
    @Requirement("E-15")
    public void anAppIsCancelledAlone() {
        Order cancel = ended(FilingType.CANCEL_SERVICE);
        desk.authority.cancelled("440000", new RecordReference(RecordReference.Kind.SERVICE, 2002, null));
        assertEquals(OrderState.APPROVED, desk.state(cancel));
        assertEquals(ServiceState.CANCELLED, desk.register.service(APP).orElseThrow().state());
        assertEquals(ServiceState.ACTIVE, desk.register.service(NUMBER + "-1").orElseThrow().state());
    }
}

package org.openbeian.aftercare;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.After;
import org.junit.Test;
import org.openbeian.api.audit.AuditLog;
import org.openbeian.api.channel.Notices.Notice;
import org.openbeian.api.curtain.Courier;
import org.openbeian.api.curtain.Courier.Shipment;
import org.openbeian.api.curtain.Curtain;
import org.openbeian.api.curtain.CurtainAddress;
import org.openbeian.api.curtain.CurtainState;
import org.openbeian.api.curtain.CurtainStep;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.OrderState;
import org.openbeian.api.order.Orders;
import org.openbeian.api.order.Progress;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.order.Refusal.Kind;
import org.openbeian.api.rules.Finding;
import org.openbeian.api.security.Actor;
import org.openbeian.testkit.Requirement;

@Requirement({"W-08", "W-10"})
public class CurtainDeskTest {

    private static final CurtainAddress HOME = new CurtainAddress("张小明", "深圳市南山区科技中一路 1 号", "13812345678");

    private final Desk world = new Desk();
    private final List<String> audited = new ArrayList<>();
    private OrderState state = OrderState.PRE_REVIEW;
    private final CurtainDesk desk = new CurtainDesk(world.cases, world.cases, Desk.fake(Orders.class, (proxy, method, arguments) -> {
        Actor actor = (Actor) arguments[0];
        if (!actor.account().equals("anna") && !actor.isStaff()) {
            throw new Refusal(Kind.NOT_FOUND, "order-not-found", "none");
        }
        Order order = world.order();
        return new Order((String) arguments[1], 9, "anna", order.type(), new Progress(state, null, 1, world.now, null), order.application(),
            List.of(), List.of(), order.review(), order.handover(), null, world.now, world.now);
    }), world.told::add, Desk.fake(AuditLog.class, (proxy, method, arguments) -> {
        audited.add(((Actor) arguments[0]).account() + " " + arguments[1] + " " + arguments[3] + " " + arguments[4]);
        return null;
    }), world.settings, world);

    @After
    public void stop() {
        desk.stop();
    }

    @Test
    public void fromTheRequestToTheReceiptItCostsNothing() {
        Curtain made = desk.request(Desk.ANNA, "o1", new CurtainAddress(" 张小明 ", HOME.address(), " 13812345678\n"));
        assertEquals("the applicant sees what it entered, stripped", HOME, made.to());
        assertEquals(BigDecimal.ZERO, made.price());
        desk.dispatch(Desk.OPS, "o1", "顺丰速运", "SF1234567890");
        assertEquals(List.of(new Notice("curtain-dispatched", "anna", "o1", "curtain-o1-01", Map.of("carrier", "顺丰速运",
            "tracking", "SF1234567890"))), world.told);
        world.now = world.now.plusSeconds(86_400);
        Curtain there = desk.receive(Desk.ANNA, "o1");
        assertEquals(CurtainState.RECEIVED, there.state());
        assertEquals(List.of("REQUESTED anna", "DISPATCHED ops", "RECEIVED anna"),
            there.history().stream().map(step -> step.state() + " " + step.by()).toList());
        assertEquals(world.now, there.history().get(2).at());
        assertEquals("SF1234567890", desk.get(Desk.ANNA, "o1").tracking());
        assertEquals(List.of("anna curtain.request o1-01 null", "ops curtain.dispatch o1-01 null", "anna curtain.receive o1-01 null"),
            audited);
    }

    @Test
    public void thereIsNoStateOfReturnAndNoPrice() {
        assertEquals(List.of("REQUESTED", "DISPATCHED", "RECEIVED", "CANCELLED"),
            Arrays.stream(CurtainState.values()).map(Enum::name).toList());
        assertThrows(IllegalArgumentException.class, () -> new Curtain("o1-01", 1, "o1", "anna", CurtainState.REQUESTED, HOME,
            BigDecimal.ONE, null, null, List.<CurtainStep>of()));
    }

    @Test
    public void oneIsUnderWayAtATime() {
        desk.request(Desk.ANNA, "o1", HOME);
        refused(Kind.WRONG_STATE, "curtain-under-way", () -> desk.request(Desk.ANNA, "o1", HOME));
        desk.request(Desk.ANNA, "o2", HOME);
        desk.dispatch(Desk.OPS, "o1", "EMS", "EA123456789CN");
        refused(Kind.WRONG_STATE, "curtain-under-way", () -> desk.request(Desk.ANNA, "o1", HOME));
        refused(Kind.WRONG_STATE, "curtain-state", () -> desk.cancel(Desk.ANNA, "o1"));
        desk.receive(Desk.OPS, "o1");
        assertEquals("o1-02", desk.request(Desk.ANNA, "o1", HOME).id());
        assertEquals(CurtainState.CANCELLED, desk.cancel(Desk.ANNA, "o1").state());
        refused(Kind.WRONG_STATE, "curtain-state", () -> desk.dispatch(Desk.OPS, "o1", "EMS", "EA123456789CN"));
        refused(Kind.WRONG_STATE, "curtain-state", () -> desk.receive(Desk.ANNA, "o1"));
        assertEquals("o1-03", desk.request(Desk.ANNA, "o1", HOME).id());
        refused(Kind.WRONG_STATE, "curtain-state", () -> desk.receive(Desk.ANNA, "o1"));
    }

    @Test
    public void allThatIsWrongIsSaidAtOnce() {
        assertEquals(List.of("/recipient", "/address", "/phone"), pointers(() -> desk.request(Desk.ANNA, "o1",
            new CurtainAddress("张\r\nX-Evil: 1", " ", "11111111111"))));
        assertEquals(List.of("/recipient", "/address", "/phone"), pointers(() -> desk.request(Desk.ANNA, "o1", null)));
        assertEquals(List.of("/address"), pointers(() -> desk.request(Desk.ANNA, "o1",
            new CurtainAddress("张", "深圳市南山区\u202e", "0755-86013388"))));
        for (String phone : List.of("010-11111111", "0755-8601", "138\n12345678", "phone", "02312345678x")) {
            assertEquals(phone, List.of("/phone"), pointers(() -> desk.request(Desk.ANNA, "o1",
                new CurtainAddress("张", HOME.address(), phone))));
        }
        assertTrue("nothing was stored", world.cases.kept.isEmpty());
        desk.request(Desk.ANNA, "o1", HOME);
        assertEquals(List.of("/carrier", "/tracking"), pointers(() -> desk.dispatch(Desk.OPS, "o1", "a\tb", "12\r\n34")));
        assertEquals(List.of("/tracking"), pointers(() -> desk.dispatch(Desk.OPS, "o1", "EMS", null)));
        assertEquals("without a courier", List.of("/carrier", "/tracking"), pointers(() -> desk.dispatch(Desk.OPS, "o1", null, null)));
        assertTrue(world.told.isEmpty());
    }

    @Test
    public void onlyTheApplicantAsksAndNotOnAnOrderThatIsOver() {
        refused(Kind.FORBIDDEN, "not-permitted", () -> desk.request(Desk.OPS, "o1", HOME));
        refused(Kind.NOT_FOUND, "order-not-found", () -> desk.request(Desk.BOB, "o1", HOME));
        refused(Kind.NOT_FOUND, "curtain-not-found", () -> desk.get(Desk.ANNA, "o1"));
        for (OrderState over : List.of(OrderState.WITHDRAWN, OrderState.EXPIRED, OrderState.MUST_REFILE)) {
            state = over;
            refused(Kind.WRONG_STATE, "curtain-order-over", () -> desk.request(Desk.ANNA, "o1", HOME));
        }
        state = OrderState.APPROVED;
        desk.request(Desk.ANNA, "o1", HOME);
        refused(Kind.NOT_FOUND, "order-not-found", () -> desk.get(Desk.BOB, "o1"));
        refused(Kind.NOT_FOUND, "order-not-found", () -> desk.cancel(Desk.BOB, "o1"));
        refused(Kind.FORBIDDEN, "not-permitted", () -> desk.dispatch(Desk.ANNA, "o1", "EMS", "EA123456789CN"));
        Actor specialist = new Actor("sam", java.util.Set.of(org.openbeian.api.security.Role.SPECIALIST), "192.0.2.4");
        refused(Kind.FORBIDDEN, "not-permitted", () -> desk.cancel(specialist, "o1"));
    }

    @Test
    public void staffSeesTheAddressMaskedAndTheSenderInClearWithAReason() {
        desk.request(Desk.ANNA, "o1", HOME);
        CurtainAddress masked = new CurtainAddress("张**", "***", "138******78");
        assertEquals(masked, desk.get(Desk.OPS, "o1").to());
        assertEquals(masked, desk.list(Desk.OPS, CurtainState.REQUESTED, null, 10).get(0).to());
        assertEquals(HOME, desk.list(Desk.ANNA, null, null, 10).get(0).to());
        assertTrue(desk.list(Desk.BOB, null, null, 10).isEmpty());
        assertTrue(desk.list(Desk.OPS, CurtainState.DISPATCHED, null, 10).isEmpty());
        refused(Kind.FORBIDDEN, "not-permitted", () -> desk.reveal(Desk.ANNA, "o1", "to see it"));
        assertEquals(List.of("/reason"), pointers(() -> desk.reveal(Desk.OPS, "o1", " x ")));
        assertEquals(1, audited.size());
        assertEquals(Map.of("/recipient", "张小明", "/address", HOME.address(), "/phone", "13812345678"),
            desk.reveal(Desk.OPS, "o1", "label for 张小明, 13812345678"));
        assertEquals("ops curtain.reveal o1-01 label for 张**, 138******78", audited.get(1));
        assertEquals("masked also in the answer of a change", masked, desk.dispatch(Desk.OPS, "o1", "EMS", "EA123456789CN").to());
        desk.receive(Desk.ANNA, "o1");
        refused(Kind.WRONG_STATE, "curtain-state", () -> desk.reveal(Desk.OPS, "o1", "curious after it arrived"));
        assertFalse(desk.get(Desk.ANNA, "o1").toString().contains("张小明"));
    }

    @Test
    public void aCourierTakesTheParcelOnce() {
        desk.request(Desk.ANNA, "o1", HOME);
        desk.courier = (parcel, to) -> {
            throw new IOException("no route");
        };
        refused(Kind.UNAVAILABLE, "courier-unavailable", () -> desk.dispatch(Desk.OPS, "o1", null, null));
        assertNull(desk.get(Desk.ANNA, "o1").carrier());
        List<String> sent = new ArrayList<>();
        desk.courier = (parcel, to) -> {
            sent.add(parcel + " " + to.recipient());
            return new Shipment("中国邮政", "EA123456789CN");
        };
        assertEquals("EA123456789CN", desk.dispatch(Desk.OPS, "o1", null, null).tracking());
        refused(Kind.WRONG_STATE, "curtain-state", () -> desk.dispatch(Desk.OPS, "o1", null, null));
        refused(Kind.FORBIDDEN, "not-permitted", () -> desk.dispatch(Desk.ANNA, "o1", null, null));
        assertEquals("in clear and once", List.of("o1-01 张小明"), sent);
        assertEquals(1, world.told.size());
    }

    @Test
    public void aParcelWhoseCurtainWasChangedMeanwhileIsKnownAndSentForNoOther() {
        desk.request(Desk.ANNA, "o1", HOME);
        desk.courier = (parcel, to) -> {
            desk.cancel(Desk.ANNA, "o1");
            desk.request(Desk.ANNA, "o1", HOME);
            return new Shipment("EMS", "EA123456789CN");
        };
        refused(Kind.STALE, "curtain-changed", () -> desk.dispatch(Desk.OPS, "o1", null, null));
        assertEquals(CurtainState.REQUESTED, desk.get(Desk.ANNA, "o1").state());
        assertTrue(audited.toString(), audited.get(audited.size() - 1).contains("curtain.lost"));
        assertTrue(world.told.isEmpty());
    }

    @Test
    public void twoWhoDispatchAtOnceGetTheOneParcel() {
        desk.request(Desk.ANNA, "o1", HOME);
        desk.courier = (parcel, to) -> {
            Courier first = desk.courier;
            desk.courier = (same, there) -> new Shipment("EMS", "EA123456789CN");
            desk.dispatch(Desk.OPS, "o1", null, null);
            desk.courier = first;
            return new Shipment("EMS", "EA123456789CN");
        };
        Curtain sent = desk.dispatch(Desk.OPS, "o1", null, null);
        assertEquals("DISPATCHED EA123456789CN", sent.state() + " " + sent.tracking());
        assertEquals("masked for the sender", "张**", sent.to().recipient());
        assertEquals("told once", 1, world.told.size());
        assertFalse(audited.toString(), audited.toString().contains("curtain.lost"));
    }

    @Test
    public void aCourierThatHangsIsWaitedForOnlyAWhile() throws Exception {
        desk.request(Desk.ANNA, "o1", HOME);
        world.settings.modified(Settings.with(Map.of("courier_seconds", 1)));
        CountDownLatch end = new CountDownLatch(1);
        desk.courier = (parcel, to) -> {
            try {
                end.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            return new Shipment("EMS", "EA123456789CN");
        };
        refused(Kind.UNAVAILABLE, "courier-unavailable", () -> desk.dispatch(Desk.OPS, "o1", null, null));
        end.countDown();
        assertEquals(CurtainState.REQUESTED, desk.get(Desk.ANNA, "o1").state());
    }

    @Test
    public void aCourierThatBreaksIsLikeOneThatIsAway() {
        desk.request(Desk.ANNA, "o1", HOME);
        desk.courier = (parcel, to) -> null;
        refused(Kind.UNAVAILABLE, "courier-unavailable", () -> desk.dispatch(Desk.OPS, "o1", null, null));
        desk.courier = (parcel, to) -> {
            throw new IllegalStateException(to.address());
        };
        refused(Kind.UNAVAILABLE, "courier-unavailable", () -> desk.dispatch(Desk.OPS, "o1", null, null));
        assertEquals(CurtainState.REQUESTED, desk.get(Desk.ANNA, "o1").state());
    }

    @Test
    public void aChangeThatCameInBetweenIsNotOverwritten() {
        desk.request(Desk.ANNA, "o1", HOME);
        CurtainFiles files = new CurtainFiles(world.cases);
        Curtain read = files.latest("o1").orElseThrow();
        desk.cancel(Desk.ANNA, "o1");
        assertFalse(files.update(read.next(new CurtainStep(CurtainState.DISPATCHED, world.now, "ops"), "EMS", "EA123456789CN")));
    }

    private static void refused(Kind kind, String code, Runnable work) {
        Refusal refusal = assertThrows(Refusal.class, work::run);
        assertEquals(kind + " " + code, refusal.kind() + " " + refusal.code());
    }

    private static List<String> pointers(Runnable work) {
        Refusal refusal = assertThrows(Refusal.class, work::run);
        assertEquals(Kind.INVALID, refusal.kind());
        return refusal.findings().stream().map(Finding::pointer).toList();
    }
}

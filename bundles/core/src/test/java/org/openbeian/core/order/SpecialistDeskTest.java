package org.openbeian.core.order;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;
import static org.openbeian.api.order.Orders.ANY_VERSION;
import static org.openbeian.core.fake.Samples.ALICE;
import static org.openbeian.core.fake.Samples.GOOD_CALL;
import static org.openbeian.core.fake.Samples.MISSED_CALL;
import static org.openbeian.core.fake.Samples.OLGA;
import static org.openbeian.core.fake.Samples.SAM;
import static org.openbeian.core.fake.Samples.SUE;
import static org.openbeian.core.order.Desk.code;
import static org.openbeian.core.order.Desk.refusal;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.Test;
import org.openbeian.api.order.CallAttempt;
import org.openbeian.api.order.CallTask;
import org.openbeian.api.order.CheckedItem;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.OrderState;
import org.openbeian.api.order.Orders;
import org.openbeian.api.order.ReasonCatalogue.ReasonEntry;
import org.openbeian.api.order.ReturnReason;
import org.openbeian.api.order.ReviewItem;
import org.openbeian.api.order.ReviewItem.Promise;
import org.openbeian.api.order.ReviewQuery;
import org.openbeian.api.order.ReviewRisk;
import org.openbeian.api.rules.Severity;
import org.openbeian.testkit.Requirement;

/** What specialists work by. */
public class SpecialistDeskTest {

    private final Desk desk = new Desk();
    private final Orders orders = desk.orders;

    private List<ReviewItem> queue(boolean riskFirst, String holder) {
        return desk.reviews.queue(SAM, new ReviewQuery(riskFirst, null, holder, null, 50));
    }

    @Test
    @Requirement({"W-06", "T-33"})
    public void theQueueTellsWhatIsDueWhatIsRiskyAndWhetherThePromiseIsKept() {
        Order first = desk.submit(desk.draft("example.com"));
        desk.clock.pass(Duration.ofHours(1));
        desk.rules.fail("odd-name", Severity.ASK, "/services/0/name");
        Order second = desk.submit(desk.draft("example.org"));
        orders.claim(SUE, second.id(), ANY_VERSION);
        assertEquals(List.of(first.id(), second.id()), ids(queue(false, null)));
        assertEquals(List.of(second.id(), first.id()), ids(queue(true, null)));
        assertEquals(List.of(second.id()), ids(queue(false, "sue")));
        ReviewItem item = queue(false, "sue").get(0);
        assertEquals("sue", item.claimedBy());
        assertEquals(List.of(ReviewRisk.ENQUIRY), item.risks());
        assertEquals(Promise.KEPT, item.promise());
        desk.clock.set(item.order().due());
        assertEquals(Promise.WARNED, queue(false, "sue").get(0).promise());
        desk.clock.set(item.breach());
        assertEquals(Promise.BROKEN, queue(false, "sue").get(0).promise());
        assertEquals("two working days", "2026-11-04T03:00:00Z", item.breach().toString());
        orders.logCall(SAM, first.id(), ANY_VERSION, MISSED_CALL);
        ReviewItem missed = queue(false, "sam").get(0);
        assertEquals(List.of(ReviewRisk.CALL_MISSED), missed.risks());
        assertEquals("an hour after the missed call", desk.time().plus(Duration.ofMinutes(60)), missed.nextCall());
        assertEquals("not-permitted", code(() -> desk.reviews.queue(OLGA, new ReviewQuery(false, null, null, null, 1))));
        assertEquals("limit-out-of-range", code(() -> desk.reviews.queue(SAM, new ReviewQuery(false, null, null, null, 0))));
    }

    private static List<String> ids(List<ReviewItem> items) {
        return items.stream().map(item -> item.order().id()).toList();
    }

    @Test
    @Requirement({"T-34", "T-35", "T-36", "W-37"})
    public void theCallHasAScriptAndAChecklistWithoutPersonalData() {
        Order order = desk.submitted();
        CallTask task = desk.reviews.callTask(SAM, order.id());
        assertEquals(List.of("knows", "identity", "data", "problems"), task.script().stream().map(CallTask.ScriptStep::id).toList());
        assertEquals("/services/0/principal", task.principal());
        assertEquals("深圳示例科技有限公司", value(task, "/organizer/name"));
        assertEquals("[\"example.com\"]", value(task, "/services/0/domains"));
        assertFalse(value(task, "/services/0/principal/mobile").contains("13800000000"));
        assertFalse(task.toString(), task.toString().contains("王小明"));
        assertEquals("not-permitted", code(() -> desk.reviews.callTask(ALICE, order.id())));
        desk.submit(orders.giveBack(SAM, order.id(), ANY_VERSION, List.of(new ReturnReason("contact-wrong", "", null, null))));
        assertEquals(2, desk.reviews.callTask(SAM, order.id()).round());
    }

    private static String value(CallTask task, String pointer) {
        return task.items().stream().filter(item -> item.pointer().equals(pointer)).findFirst().orElseThrow().value();
    }

    @Test
    @Requirement("T-35")
    public void theSixDigitsAreComparedAndNotKept() {
        Order order = desk.submitted();
        assertFalse(desk.reviews.isLastSix(SAM, order.id(), "011237"));
        assertTrue(desk.reviews.isLastSix(SAM, order.id(), "311237"));
        assertEquals("nobody guesses without a trace", 2, desk.audit.lines.stream().filter(line -> line.contains("certificate.compare"))
            .count());
        assertEquals("last-six-malformed", code(() -> desk.reviews.isLastSix(SAM, order.id(), "31123")));
        assertEquals("last-six-malformed", code(() -> desk.reviews.isLastSix(SAM, order.id(), null)));
        assertEquals("not-permitted", code(() -> desk.reviews.isLastSix(ALICE, order.id(), "311237")));
        assertEquals("wrong-state", code(() -> desk.reviews.isLastSix(SAM, desk.draft("b.cn").id(), "311237")));
    }

    @Test
    @Requirement({"T-36", "T-37"})
    public void eachItemOfTheChecklistHasItsResultAndWhatIsWrongIsTold() {
        Order order = desk.submitted();
        orders.logCall(SAM, order.id(), ANY_VERSION, GOOD_CALL);
        CallAttempt good = desk.now(order).review().calls().get(0);
        assertEquals(desk.checklist(order), good.items());
        assertEquals("call-items-missing", code(() -> log(order, false, List.of(), true, true)));
        List<CheckedItem> items = desk.checklist(order, "/services/0/name");
        assertEquals("call-contradictory", code(() -> log(order, true, items, true, true)));
        assertEquals("call-told-missing", code(() -> log(order, null, items, null, null)));
        assertEquals("call-understood", code(() -> log(order, null, items, true, null)));
        assertEquals("call-understood", code(() -> log(order, null, items, false, true)));
        List<CheckedItem> odd = new ArrayList<>(items.subList(1, items.size()));
        odd.add(new CheckedItem("/organizer/shoeSize", true));
        odd.add(items.get(1));
        assertEquals(List.of("call-item-unknown", "call-item-unknown", "call-item-missing"),
            refusal(() -> log(order, null, odd, true, true)).findings().stream().map(one -> one.ruleId()).toList());
        log(order, null, items, true, true);
        CallAttempt bad = desk.now(order).review().calls().get(1);
        assertEquals(items, bad.items());
        assertEquals(List.of(false, true, true), List.of(bad.dataConfirmed(), bad.told(), bad.understood()));
        assertEquals("call-not-confirmed", code(() -> orders.pass(SAM, order.id(), ANY_VERSION)));
    }

    @Test
    public void aRuleOfTheNameOfASpecialistsReasonReplacesItNot() {
        desk.rules.fail("contact-wrong", Severity.WARN, "/organizer/name");
        Order order = desk.submitted();
        desk.orders.giveBack(SAM, order.id(), ANY_VERSION, List.of(new ReturnReason("contact-wrong", "", null, null)));
        assertEquals(OrderState.RETURNED, desk.state(order));
    }

    private Order log(Order order, Boolean confirmed, List<CheckedItem> items, Boolean told, Boolean understood) {
        return orders.logCall(SAM, order.id(), ANY_VERSION,
            new CallAttempt(null, null, true, true, true, confirmed, null, items, told, understood));
    }

    @Test
    @Requirement("T-37")
    public void reasonsComeFromACatalogueInBothLanguages() {
        desk.rules.fail("rule-of-names", Severity.WARN, "/services/0/name");
        Order order = desk.submitted();
        List<ReasonEntry> entries = desk.reviews.reasons(SAM, order.id()).reasons();
        assertTrue(entries.stream().anyMatch(entry -> entry.code().equals("rule-of-names") && entry.rule()));
        entries.stream().filter(entry -> !entry.code().equals("other")).forEach(entry -> {
            assertTrue(entry.code(), entry.text().zh().length() > 3 && entry.text().en().length() > 3);
            assertTrue(entry.code(), entry.mend() != null);
        });
        assertNull(entries.stream().filter(entry -> entry.code().equals("other")).findFirst().orElseThrow().text());
        Order returned = orders.giveBack(SAM, order.id(), ANY_VERSION, List.of(
            new ReturnReason("picture-unclear", "/organizer", null, null),
            new ReturnReason("rule-of-names", "/services/0/name", null, null)));
        assertEquals("请重新上传清晰完整的彩色原件照片", returned.review().reasons().get(0).mend().zh());
        assertEquals("wrong", returned.review().reasons().get(1).text().en());
        assertEquals(desk.reviews.reasons(SAM, order.id()).version(), desk.store.lastEntry(order.id()).details().get("catalogue"));
    }

    @Test
    @Requirement("T-33")
    public void anOperatorMayLetOrdersPassWithoutACall() {
        Order order = desk.submitted();
        desk.settings.modified((CoreConfig) Proxy.newProxyInstance(CoreConfig.class.getClassLoader(), new Class<?>[] {CoreConfig.class},
            (proxy, method, arguments) -> method.getName().equals("call_required") ? false : method.getDefaultValue()));
        assertEquals(OrderState.QUEUED_FOR_AUTHORITY, orders.pass(SAM, order.id(), ANY_VERSION).state());
    }
}

package org.openbeian.core.order;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;
import static org.openbeian.api.order.Orders.ANY_VERSION;
import static org.openbeian.core.fake.Samples.ALICE;
import static org.openbeian.core.fake.Samples.GOOD_CALL;
import static org.openbeian.core.fake.Samples.MALLORY;
import static org.openbeian.core.fake.Samples.MISSED_CALL;
import static org.openbeian.core.fake.Samples.OLGA;
import static org.openbeian.core.fake.Samples.SAM;
import static org.openbeian.core.fake.Samples.SUE;
import static org.openbeian.core.order.Desk.code;
import static org.openbeian.core.order.Desk.refusal;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import org.junit.Test;
import org.openbeian.api.effect.Effect;
import org.openbeian.api.model.Application;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.order.CallAttempt;
import org.openbeian.api.order.CheckedItem;
import org.openbeian.api.order.MaterialUpload;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.OrderState;
import org.openbeian.api.order.Orders;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.order.ReturnReason;
import org.openbeian.api.store.ExchangeStore.UploadFile;
import org.openbeian.core.fake.Samples;
import org.openbeian.testkit.Requirement;

/** Pre-review: hold, phone, pass, return, repair. */
public class ReviewingTest {

    private static final LocalizedText TEXT = new LocalizedText("名称不符", "The name differs");

    private final Desk desk = new Desk();
    private final Orders orders = desk.orders;

    @Test
    public void twoSpecialistsCannotHoldOneOrder() {
        Order order = desk.submitted();
        assertEquals("sam", orders.claim(SAM, order.id(), ANY_VERSION).review().claimedBy());
        assertEquals("claimed-by-other", code(() -> orders.claim(SUE, order.id(), ANY_VERSION)));
        assertEquals("claimed-by-other", code(() -> orders.logCall(SUE, order.id(), ANY_VERSION, GOOD_CALL)));
        assertEquals("claimed-by-other", code(() -> orders.pass(SUE, order.id(), ANY_VERSION)));
        assertEquals("claimed-by-other", code(() -> orders.giveBack(SUE, order.id(), ANY_VERSION, List.of(reason("")))));
        assertEquals("claimed-by-other", code(() -> orders.release(SUE, order.id(), ANY_VERSION)));
        orders.release(OLGA, order.id(), ANY_VERSION);
        assertEquals("sue", orders.claim(SUE, order.id(), ANY_VERSION).review().claimedBy());
    }

    @Test
    public void claimingTwiceWritesOnce() {
        Order order = desk.submitted();
        long version = orders.claim(SAM, order.id(), ANY_VERSION).version();
        assertEquals(version, orders.claim(SAM, order.id(), ANY_VERSION).version());
    }

    @Test
    public void onlySpecialistsReview() {
        Order order = desk.submitted();
        assertEquals("not-permitted", code(() -> orders.claim(ALICE, order.id(), ANY_VERSION)));
        assertEquals("not-permitted", code(() -> orders.pass(OLGA, order.id(), ANY_VERSION)));
        assertEquals("order-not-found", code(() -> orders.pass(MALLORY, order.id(), ANY_VERSION)));
    }

    @Test
    @Requirement({"T-33", "T-34", "T-35", "T-36"})
    public void anOrderPassesOnlyAfterACallThatConfirmedEverything() {
        Order order = desk.submitted();
        assertEquals("call-missing", code(() -> orders.pass(SAM, order.id(), ANY_VERSION)));
        orders.logCall(SAM, order.id(), ANY_VERSION, MISSED_CALL);
        assertEquals("call-missing", code(() -> orders.pass(SAM, order.id(), ANY_VERSION)));
        for (CallAttempt bad : List.of(told(false, true, true, List.of()), told(true, false, true, List.of()),
                told(true, true, null, desk.checklist(order, "/organizer/name")))) {
            orders.logCall(SAM, order.id(), ANY_VERSION, bad);
            assertEquals("call-not-confirmed", code(() -> orders.pass(SAM, order.id(), ANY_VERSION)));
        }
        orders.logCall(SAM, order.id(), ANY_VERSION, GOOD_CALL);
        assertEquals(OrderState.QUEUED_FOR_AUTHORITY, orders.pass(SAM, order.id(), ANY_VERSION).state());
    }

    @Test
    public void aCallRecordsWhoAndWhenAndNeedsItsAnswers() {
        Order order = desk.submitted();
        CallAttempt call = orders.logCall(SAM, order.id(), ANY_VERSION, GOOD_CALL).review().calls().get(0);
        assertEquals("sam", call.specialist());
        assertEquals(desk.time(), call.at());
        CallAttempt half = new CallAttempt(null, null, true, true, null, true, null);
        assertEquals("call-incomplete", code(() -> orders.logCall(SAM, order.id(), ANY_VERSION, half)));
        CallAttempt odd = new CallAttempt(null, null, false, true, null, null, null);
        assertEquals("call-incomplete", code(() -> orders.logCall(SAM, order.id(), ANY_VERSION, odd)));
        assertEquals("call-missing", code(() -> orders.logCall(SAM, order.id(), ANY_VERSION, null)));
        CallAttempt wordy = new CallAttempt(null, null, true, true, true, true, "x".repeat(501));
        assertEquals("note-malformed", code(() -> orders.logCall(SAM, order.id(), ANY_VERSION, wordy)));
    }

    @Test
    @Requirement({"A-99", "A-100"})
    public void theFirstMissedCallWarnsAndTheSecondReturns() {
        Order order = desk.submitted();
        Order once = orders.logCall(SAM, order.id(), ANY_VERSION, MISSED_CALL);
        assertEquals(OrderState.PRE_REVIEW, once.state());
        assertEquals(List.of("received", "call-missed"), desk.effects.messages("email"));
        Refusal early = refusal(() -> orders.logCall(SAM, order.id(), ANY_VERSION, MISSED_CALL));
        assertEquals("call-too-early", early.code());
        assertTrue(early.getMessage(), early.getMessage().contains("from 2026-11-02 11:00"));
        desk.clock.pass(Duration.ofMinutes(60));
        Order twice = orders.logCall(SAM, order.id(), ANY_VERSION, MISSED_CALL);
        assertEquals(OrderState.RETURNED, twice.state());
        assertEquals("unreachable", twice.review().reasons().get(0).code());
        assertNull(twice.review().claimedBy());
        assertEquals(List.of("received", "call-missed", "pre-review-returned"), desk.effects.messages("email"));
    }

    @Test
    public void anAnsweredCallBetweenCountsFromAnew() {
        Order order = desk.submitted();
        orders.logCall(SAM, order.id(), ANY_VERSION, MISSED_CALL);
        orders.logCall(SAM, order.id(), ANY_VERSION, told(false, true, true, List.of()));
        assertEquals(OrderState.PRE_REVIEW, orders.logCall(SAM, order.id(), ANY_VERSION, MISSED_CALL).state());
    }

    @Test
    @Requirement({"W-07", "A-101", "A-103", "T-39"})
    public void aPassedOrderIsQueuedForItsAuthorityExactlyOnce() {
        Order order = desk.passed();
        assertEquals(List.of("received", "pre-review-passed"), desk.effects.messages("email"));
        List<Effect> uploads = desk.effects.uploads();
        assertEquals(1, uploads.size());
        assertEquals("authority:440000", uploads.get(0).lane());
        assertEquals(order.id() + ":" + desk.store.lastEntry(order.id()).no() + ":upload", uploads.get(0).key());
        assertEquals(1, order.handover().submissionNo());
        assertEquals("wrong-state", code(() -> orders.pass(SAM, order.id(), ANY_VERSION)));
        assertEquals(1, desk.effects.uploads().size());
    }

    @Test
    @Requirement({"T-37", "T-38", "A-102", "W-07"})
    public void afterAReturnOnlyTheMarkedFieldsChange() {
        Order order = desk.submitted();
        Order returned = orders.giveBack(SAM, order.id(), ANY_VERSION, List.of(reason("/organizer/name")));
        assertEquals(OrderState.RETURNED, returned.state());
        assertEquals("pre-review-returned", desk.effects.messages("inbox").get(1));
        Application other = Samples.application(Samples.organizer("另一公司"), Samples.site("example.net"));
        assertEquals(List.of("/services/0/domains/0", "/services/0/homeUrl"),
            refusal(() -> orders.edit(ALICE, order.id(), ANY_VERSION, other)).findings().stream()
                .map(finding -> finding.pointer()).toList());
        Application mended = Samples.application(Samples.organizer("另一公司"), Samples.site("example.com"));
        orders.edit(ALICE, order.id(), ANY_VERSION, mended);
        Order again = orders.submit(ALICE, order.id(), ANY_VERSION, desk.consents());
        assertEquals(OrderState.PRE_REVIEW, again.state());
        assertEquals(2, again.progress().round());
        assertEquals(List.of(), again.review().calls());
        assertEquals(2, orders.explain(ALICE, order.id()).verdicts().size());
    }

    @Test
    @Requirement("T-38")
    public void afterAReturnOnlyTheMarkedMaterialsChange() {
        Order draft = desk.draft();
        orders.attach(ALICE, draft.id(), ANY_VERSION, Samples.licence());
        MaterialUpload card = new MaterialUpload("id-card-portrait", "/services/0/principal", "image/png",
            Samples.picture("png", 9, 9));
        String cardId = orders.attach(ALICE, draft.id(), ANY_VERSION, card).materials().get(1).id();
        desk.submit(desk.now(draft));
        orders.giveBack(SAM, draft.id(), ANY_VERSION, List.of(reason("/organizer/name")));
        orders.attach(ALICE, draft.id(), ANY_VERSION, Samples.licence());
        assertEquals("material-not-marked", code(() -> orders.attach(ALICE, draft.id(), ANY_VERSION, card)));
        assertEquals("material-not-marked", code(() -> orders.detach(ALICE, draft.id(), ANY_VERSION, cardId)));
        desk.submit(desk.now(draft));
        orders.giveBack(SAM, draft.id(), ANY_VERSION, List.of(reason("/materials/" + cardId)));
        orders.attach(ALICE, draft.id(), ANY_VERSION, card);
        assertEquals("material-not-marked", code(() -> orders.attach(ALICE, draft.id(), ANY_VERSION, Samples.licence())));
    }

    @Test
    public void aMaterialIsReplacedDuringTheReviewUnlessSomebodyLooksAtIt() {
        Order draft = desk.draft();
        orders.attach(ALICE, draft.id(), ANY_VERSION, Samples.licence());
        Order order = desk.submit(desk.now(draft));
        String before = order.materials().get(0).id();
        Order replaced = orders.attach(ALICE, order.id(), ANY_VERSION, Samples.licence());
        assertEquals(OrderState.PRE_REVIEW, replaced.state());
        assertTrue(replaced.materials().size() == 1 && !replaced.materials().get(0).id().equals(before));
        assertEquals("the promise stays", order.progress().due(), replaced.progress().due());
        desk.rules.need("unit-certificate", "/organizer", 10_000_000);
        Refusal unfit = refusal(() -> orders.attach(ALICE, order.id(), ANY_VERSION, Samples.licence()));
        assertEquals("material-unfit", unfit.code());
        assertEquals("the one before stays", replaced.materials(), desk.now(order).materials());
        orders.claim(SAM, order.id(), ANY_VERSION);
        assertEquals("under-review", code(() -> orders.attach(ALICE, order.id(), ANY_VERSION, Samples.licence())));
        orders.release(SAM, order.id(), ANY_VERSION);
        assertEquals("nothing is taken away", "wrong-state", code(() ->
            orders.detach(ALICE, order.id(), ANY_VERSION, replaced.materials().get(0).id())));
        desk.settings.modified((CoreConfig) Proxy.newProxyInstance(CoreConfig.class.getClassLoader(), new Class<?>[] {CoreConfig.class},
            (proxy, method, arguments) -> method.getName().equals("materials_in_review") ? false : method.getDefaultValue()));
        assertEquals("wrong-state", code(() -> orders.attach(ALICE, order.id(), ANY_VERSION, Samples.licence())));
    }

    @Test
    public void anUnreachableApplicantMayChangeEverything() {
        Order order = desk.submitted();
        orders.logCall(SAM, order.id(), ANY_VERSION, MISSED_CALL);
        desk.clock.pass(Duration.ofMinutes(60));
        orders.logCall(SAM, order.id(), ANY_VERSION, MISSED_CALL);
        assertEquals("example.org", orders.edit(ALICE, order.id(), ANY_VERSION, Samples.application("example.org"))
            .application().services().get(0).domains().get(0));
    }

    @Test
    public void reasonsNeedACodeAPlaceAndAText() {
        Order order = desk.submitted();
        assertEquals("reasons-missing", giveBack(order, List.of()));
        assertEquals("reason-pointer-unknown", giveBack(order, List.of(reason("/organizer/shoeSize"))));
        assertEquals("reason-pointer-unknown", giveBack(order, List.of(reason("/services/7/name"))));
        assertEquals("reason-pointer-unknown", giveBack(order, List.of(reason("organizer"))));
        assertEquals("reason-pointer-unknown", giveBack(order, List.of(reason(null))));
        assertEquals("reason-unknown", giveBack(order, List.of(new ReturnReason("x", "", TEXT, null))));
        assertEquals("reason-text-missing", giveBack(order, List.of(new ReturnReason("other", "", null, null))));
        assertEquals("reason-text-missing", giveBack(order, List.of(new ReturnReason("other", "", new LocalizedText(" ", null), null))));
        assertEquals("reason-code-malformed", giveBack(order, List.of(new ReturnReason("a b", "", TEXT, null))));
        Order returned = orders.giveBack(SAM, order.id(), ANY_VERSION,
            List.of(new ReturnReason("other", "/organizer/superiorUnit", new LocalizedText("缺", null), null)));
        assertEquals("缺", returned.review().reasons().get(0).text().en());
    }

    @Test
    public void anOrderMayBeWithdrawnUntilItIsOnItsWay() {
        Order order = desk.passed();
        desk.exchange.prepare(new UploadFile("440000", 1, new byte[0], "x",
            List.of(order.handover().submissionNo()), desk.time()));
        assertEquals("upload-under-way", code(() -> orders.withdraw(ALICE, order.id(), ANY_VERSION, "no")));
        desk.exchange.drop("440000", 1);
        assertEquals(OrderState.WITHDRAWN, orders.withdraw(ALICE, order.id(), ANY_VERSION, "changed my mind").state());
        assertEquals("changed my mind", desk.store.lastEntry(order.id()).reason());
        assertTrue(!desk.authority.readyForUpload(order.id()));
        assertEquals("wrong-state", code(() -> orders.withdraw(ALICE, order.id(), ANY_VERSION, null)));
    }

    private String giveBack(Order order, List<ReturnReason> reasons) {
        return code(() -> orders.giveBack(SAM, order.id(), ANY_VERSION, reasons));
    }

    private static CallAttempt told(boolean knows, boolean lastSix, Boolean confirmed, List<CheckedItem> items) {
        return new CallAttempt(null, null, true, knows, lastSix, confirmed, null, items, true, true);
    }

    private static ReturnReason reason(String pointer) {
        return new ReturnReason("name-differs", pointer, TEXT, new LocalizedText("请更正", "Correct it"));
    }
}

package org.openbeian.core.order;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;
import static org.openbeian.api.order.Orders.ANY_VERSION;
import static org.openbeian.core.fake.Samples.ALICE;
import static org.openbeian.core.fake.Samples.GOOD_CALL;
import static org.openbeian.core.fake.Samples.OLGA;
import static org.openbeian.core.fake.Samples.SAM;
import static org.openbeian.core.order.Desk.code;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.Test;
import org.openbeian.api.authority.OpenResult;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.order.HistoryEntry;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.OrderEvent;
import org.openbeian.api.order.OrderState;
import org.openbeian.api.order.Orders;
import org.openbeian.api.order.PublishedRecord;
import org.openbeian.api.order.PublishedRecord.PublishedService;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.register.ServiceEntry;
import org.openbeian.core.fake.Samples;
import org.openbeian.testkit.Requirement;

/** What the authority tells, in and out of order, once and twice. */
public class AuthorityReportsTest {

    private static final String ORGANIZER = "粤ICP备2026000001号";
    private static final String SERVICE = "粤ICP备2026000001号-1";

    private final Desk desk = new Desk();
    private final Orders orders = desk.orders;

    @Test
    @Requirement("A-54")
    public void whatTheInterfaceHasNoElementForIsNamedInTheHistory() {
        Order order = desk.passed();
        desk.authority.uploaded(order.id(), order.handover().submissionNo(), "440000/1", List.of("/organizer/legalRepresentative",
            "/organizer/principal/validUntil"));
        assertEquals("/organizer/legalRepresentative /organizer/principal/validUntil",
            desk.store.lastEntry(order.id()).details().get("notSent"));
    }

    @Test
    @Requirement({"T-39", "T-40", "T-41"})
    public void anUploadStartsTheClockOfTheSms() {
        Order order = desk.uploaded();
        assertEquals(OrderState.SMS_PENDING, order.state());
        assertEquals(desk.time().plus(Duration.ofHours(24)), order.handover().smsDue());
        assertEquals(order.handover().smsDue(), order.progress().due());
        assertTrue(desk.effects.messages("email").contains("submitted-to-authority"));
        long version = order.version();
        desk.authority.uploaded(order.id(), order.handover().submissionNo(), "440000/1");
        assertEquals("told twice", version, desk.now(order).version());
    }

    @Test
    @Requirement({"T-44", "T-48", "A-106", "Q-14", "T-51"})
    public void thePublishedRecordApprovesAndFillsTheRegister() {
        Order order = desk.uploaded();
        desk.authority.reviewed(1, true, null);
        assertEquals(OrderState.AUTHORITY_REVIEW, desk.state(order));
        assertEquals("ten working days of the province, over a holiday-free fortnight",
            Instant.parse("2026-11-16T02:00:00Z"), desk.now(order).progress().due());
        desk.authority.published("440000", 1, desk.record(ORGANIZER, SERVICE));
        Order approved = desk.now(order);
        assertEquals(OrderState.APPROVED, approved.state());
        assertEquals(List.of(SERVICE), approved.grant().serviceNumbers());
        assertEquals(ORGANIZER, approved.grant().organizerNumber());
        assertEquals("深圳示例科技有限公司", desk.register.organizer(ORGANIZER).orElseThrow().name());
        assertEquals(SERVICE, desk.register.byDomain("example.com").orElseThrow().number());
        List<String> told = desk.effects.messages("inbox");
        assertEquals("W-33 as well", List.of("authority-approved", "filing-password-issued"), told.subList(told.size() - 2, told.size()));
        desk.authority.published("440000", 1, desk.record(ORGANIZER, SERVICE));
        desk.authority.reviewed(1, false, "late");
        assertEquals("told twice", approved.version(), desk.now(order).version());
    }

    @Test
    public void resultsMayOvertakeTheAnswerToTheUpload() {
        Order order = desk.passed();
        desk.authority.published("440000", 1, desk.record(ORGANIZER, SERVICE));
        assertEquals(OrderState.APPROVED, desk.state(order));
        desk.authority.uploaded(order.id(), 1, "440000/1");
        assertEquals(OrderState.APPROVED, desk.state(order));
        assertFalse(desk.authority.readyForUpload(order.id()));
    }

    @Test
    @Requirement({"T-48", "T-51", "T-56"})
    public void aNumberThatThisAuthorityCannotGiveIsRefusedAndChangesNothing() {
        Order order = desk.uploaded();
        for (String[] bad : new String[][] {{"粤ICP备123号", "粤ICP备123号-1"}, {"陇ICP备2026000001号", "陇ICP备2026000001号-1"},
            {ORGANIZER, "粤ICP备2026000002号-1"}, {ORGANIZER, ORGANIZER}, {SERVICE, SERVICE}, {ORGANIZER, SERVICE + "A"},
            {ORGANIZER, ORGANIZER + "-0"}, {null, null}}) {
            assertEquals(bad[0] + " " + bad[1], "published-record-invalid",
                code(() -> desk.authority.published("440000", 1, desk.record(bad[0], bad[1]))));
        }
        assertEquals(OrderState.SMS_PENDING, desk.state(order));
        assertTrue(desk.register.organizer(ORGANIZER).isEmpty());
    }

    @Test
    @Requirement("T-56")
    public void everyServiceGetsANumberOfItsOwn() {
        Order draft = orders.create(ALICE, FilingType.FIRST, Samples.application(Samples.organizer("深圳示例科技有限公司"),
            Samples.site("example.com"), Samples.site("example.net")));
        desk.submit(draft);
        orders.logCall(SAM, draft.id(), ANY_VERSION, GOOD_CALL);
        orders.pass(SAM, draft.id(), ANY_VERSION);
        for (List<PublishedService> bad : List.of(List.of(service(0, 1)), List.of(service(0, 1), service(1, 1)),
                List.of(service(0, 1), service(0, 2)), List.of(service(0, 1), service(2, 2)))) {
            assertEquals("published-record-invalid", code(() -> desk.authority.published("440000", 1, record(bad))));
        }
        desk.authority.published("440000", 1, record(List.of(service(1, 2), service(0, 1))));
        assertEquals(List.of(SERVICE, ORGANIZER + "-2"), desk.now(draft).grant().serviceNumbers());
        assertEquals(ORGANIZER + "-2", desk.register.byDomain("example.net").orElseThrow().number());
    }

    private PublishedRecord record(List<PublishedService> services) {
        return new PublishedRecord(ORGANIZER, 1001, services, desk.time());
    }

    private static PublishedService service(int index, int serial) {
        return new PublishedService(index, ORGANIZER + "-" + serial, 2000L + index, List.of());
    }

    @Test
    @Requirement("T-56")
    public void aNumberThatAnotherOrderBroughtIsRefused() {
        Order order = desk.uploaded();
        desk.register.save(new ServiceEntry(SERVICE, ORGANIZER, "x", List.of("other.com"), 1, "another", desk.time()));
        assertEquals("published-record-invalid", code(() -> desk.authority.published("440000", 1, desk.record(ORGANIZER, SERVICE))));
        assertEquals(OrderState.SMS_PENDING, desk.state(order));
    }

    @Test
    @Requirement({"A-106", "Q-14"})
    public void aRejectionOpensTheOrderAgainWithTheOpinion() {
        Order order = desk.uploaded();
        desk.authority.reviewed(1, false, "主体名称不规范");
        Order rejected = desk.now(order);
        assertEquals(OrderState.AUTHORITY_REJECTED, rejected.state());
        assertEquals("主体名称不规范", rejected.handover().opinion());
        assertTrue(desk.effects.messages("email").contains("authority-rejected"));
        orders.edit(ALICE, order.id(), ANY_VERSION, Samples.application("example.org"));
        desk.submit(desk.now(order));
        orders.logCall(SAM, order.id(), ANY_VERSION, GOOD_CALL);
        Order again = orders.pass(SAM, order.id(), ANY_VERSION);
        assertEquals(2, again.handover().submissionNo());
        assertEquals(2, desk.effects.uploads().size());
        desk.authority.reviewed(1, false, "the first round once more");
        desk.authority.published("440000", 1, desk.record(ORGANIZER, SERVICE));
        assertEquals("results of the first round are void", again.version(), desk.now(order).version());
    }

    @Test
    public void dataErrorsGoBackToTheSpecialistAndANewRoundGetsANewNumber() {
        Order order = desk.uploaded();
        desk.authority.dataRejected(1, List.of("1005 domain is in another order", "5001"));
        Order back = desk.now(order);
        assertEquals(OrderState.PRE_REVIEW, back.state());
        assertFalse("no error is nobody's to mend", AuthorityCodes.areApplicants(List.of()));
        assertEquals(List.of("authority-data-1005", "authority-data-5001"),
            back.review().reasons().stream().map(reason -> reason.code()).toList());
        assertEquals(2, back.progress().round());
        Order again = orders.pass(SAM, order.id(), ANY_VERSION);
        assertEquals(2, again.handover().submissionNo());
        List<String> keys = desk.effects.uploads().stream().map(effect -> effect.key()).toList();
        assertEquals(2, keys.size());
        assertNotEquals(keys.get(0), keys.get(1));
    }

    @Test
    @Requirement("T-39")
    public void whatAnAnswerLeavesOutIsNamedInTheHistory() {
        Order order = desk.uploaded();
        desk.authority.reviewed(1, true, null);
        desk.authority.published("440000", 1, desk.record(ORGANIZER, SERVICE));
        List<HistoryEntry> history = desk.transactions.call(() -> desk.store.history(order.id(), 0));
        assertEquals("/organizer/name /services/" + SERVICE + "/name /services/" + SERVICE + "/domains",
            history.get(history.size() - 1).details().get("leftOut"));
    }

    @Test
    @Requirement("T-39")
    public void anAnswerThatSaysEverythingLeavesNothingOut() {
        Order order = desk.uploaded();
        desk.authority.reviewed(1, true, null);
        desk.authority.published("440000", 1, new PublishedRecord(ORGANIZER, 1001, "示例公司",
            List.of(new PublishedRecord.PublishedService(1, 0, SERVICE,
            2001, "示例", List.of("example.com"), List.of(new PublishedRecord.PublishedAccess(3001, true, 0)))), desk.time()));
        List<HistoryEntry> history = desk.transactions.call(() -> desk.store.history(order.id(), 0));
        assertEquals(OrderState.APPROVED, history.get(history.size() - 1).to());
        assertFalse(history.get(history.size() - 1).details().containsKey("leftOut"));
    }

    /** Each code of the interface says who mends it, where and how; the applicant's own go straight back to him. */
    @Test
    @Requirement("T-39")
    public void dataErrorsOfTheApplicantGoBackToHimWithHowToMend() {
        AuthorityCodes.table().forEach((code, row) -> assertTrue(code, row.place().matches("(/[a-zA-Z]+)*")));
        Order order = desk.uploaded();
        desk.authority.dataRejected(1, List.of("1009 电子邮件无效", "1014 单位性质无效"));
        Order back = desk.now(order);
        assertEquals(OrderState.RETURNED, back.state());
        assertEquals(List.of("", "/organizer"), back.review().reasons().stream().map(reason -> reason.pointer()).toList());
        assertEquals("Enter a valid e-mail address", back.review().reasons().get(0).mend().en());
        assertTrue(desk.effects.messages("email").contains("authority-returned"));
        desk.submit(back);
        assertEquals(OrderState.PRE_REVIEW, desk.state(order));
        orders.logCall(SAM, order.id(), ANY_VERSION, GOOD_CALL);
        orders.pass(SAM, order.id(), ANY_VERSION);
        desk.authority.dataRejected(2, List.of("9999 ?"));
        assertEquals("what nobody knows is the provider's", OrderState.PRE_REVIEW, desk.state(order));
    }

    @Test
    public void aRefusedUploadGoesBackToTheSpecialist() {
        Order order = desk.passed();
        desk.authority.uploadRefused(order.id(), 1, 9, "bad file");
        assertEquals(OrderState.PRE_REVIEW, desk.state(order));
        assertEquals("upload-refused-9", desk.now(order).review().reasons().get(0).code());
        long version = desk.now(order).version();
        desk.authority.uploadRefused(order.id(), 1, 9, "bad file");
        assertEquals(version, desk.now(order).version());
    }

    @Test
    public void aSubmissionThatNobodySentIsRefused() {
        assertEquals("submission-unknown", code(() -> desk.authority.reviewed(99, true, null)));
        assertEquals("not-passed", code(() -> desk.authority.submissionNo(desk.draft().id())));
    }

    @Test
    @Requirement("T-41")
    public void ourClockAloneNeverSendsAgain() {
        Order order = desk.smsFailed();
        assertEquals(OrderState.SMS_FAILED, order.state());
        assertEquals("only the first upload", 1, desk.effects.uploads().size());
        assertEquals("results-not-fetched", code(() -> orders.resend(OLGA, order.id(), ANY_VERSION, "called")));
        desk.authority.resultsFetched("440000", order.handover().smsDue());
        assertEquals("results-not-fetched", code(() -> orders.resend(OLGA, order.id(), ANY_VERSION, "called")));
        desk.authority.resultsFetched("620000", order.handover().smsDue().plusSeconds(1));
        assertEquals("results-not-fetched", code(() -> orders.resend(OLGA, order.id(), ANY_VERSION, "called")));
        desk.authority.resultsFetched("440000", order.handover().smsDue().plusSeconds(1));
        long marked = desk.now(order).version();
        desk.authority.resultsFetched("440000", order.handover().smsDue().plusSeconds(60));
        assertEquals("noted once", marked, desk.now(order).version());
        assertEquals("reason-missing", code(() -> orders.resend(OLGA, order.id(), ANY_VERSION, " ")));
        assertEquals("not-permitted", code(() -> orders.resend(SAM, order.id(), ANY_VERSION, "x")));
        desk.exchange.leaveOpen(new OpenResult("440000", "7.xml", "it cannot be read", desk.time()));
        Refusal damaged = Desk.refusal(() -> orders.resend(OLGA, order.id(), ANY_VERSION, "called"));
        assertEquals("result-file-damaged", damaged.code());
        assertTrue(damaged.getMessage(), damaged.getMessage().contains("7.xml"));
        desk.exchange.dismiss("440000", "7.xml", "the authority told it by phone", desk.time());
        Order again = orders.resend(OLGA, order.id(), ANY_VERSION, "called");
        assertEquals(OrderState.QUEUED_FOR_AUTHORITY, again.state());
        assertEquals(2, again.handover().submissionNo());
        assertEquals(2, desk.effects.uploads().size());
    }

    @Test
    public void aLateResultStillCountsAfterTheExpiry() {
        Order order = desk.smsFailed();
        desk.authority.reviewed(1, true, null);
        assertEquals(OrderState.AUTHORITY_REVIEW, desk.state(order));
        assertEquals("wrong-state", code(() -> orders.resend(OLGA, order.id(), ANY_VERSION, "x")));
    }

    @Test
    public void aLateResultCountsEvenAfterTheSameDataWasSentAgain() {
        Order order = desk.smsFailed();
        desk.authority.resultsFetched("440000", order.handover().smsDue().plusSeconds(1));
        orders.resend(OLGA, order.id(), ANY_VERSION, "called");
        desk.authority.published("440000", 1, desk.record(ORGANIZER, SERVICE));
        assertEquals(OrderState.APPROVED, desk.state(order));
        assertFalse("the second upload is not needed any more", desk.authority.readyForUpload(order.id()));
    }

    @Test
    public void anOperatorRecordsAVerificationWithItsReason() {
        Order order = desk.uploaded();
        assertEquals("reason-missing", code(() -> orders.confirmSms(OLGA, order.id(), ANY_VERSION, null)));
        assertEquals("not-permitted", code(() -> orders.confirmSms(SAM, order.id(), ANY_VERSION, "seen")));
        assertEquals(OrderState.AUTHORITY_REVIEW, orders.confirmSms(OLGA, order.id(), ANY_VERSION, "seen at the ministry").state());
        assertEquals("olga", desk.store.lastEntry(order.id()).actor());
        assertEquals("seen at the ministry", desk.store.lastEntry(order.id()).reason());
    }

    @Test
    public void anOperatorCannotVerifyWhatWasNotSent() {
        Order order = desk.passed();
        assertEquals("wrong-state", code(() -> orders.confirmSms(OLGA, order.id(), ANY_VERSION, "x")));
    }

    /** Wrong entries and expired messages are told apart, and neither is a refusal of what was filed. */
    @Test
    @Requirement({"T-41", "T-42"})
    public void wrongCodesReturnTheOrderToTheProvider() {
        Order order = desk.uploaded();
        desk.authority.reviewed(1, false, "短信核验信息填写错误超过5次，退回接入服务提供者");
        Order back = desk.now(order);
        assertEquals(OrderState.PRE_REVIEW, back.state());
        assertEquals("sms-wrong-entries", back.review().reasons().get(0).code());
        assertTrue(desk.effects.messages("email").contains("sms-wrong"));
        assertEquals("no expiry", 0, Handing.expiries(orders.history(ALICE, order.id(), 0)));
        assertEquals("the call that the person was told of", "call-missing", code(() -> orders.pass(SAM, order.id(), ANY_VERSION)));
        orders.logCall(SAM, order.id(), ANY_VERSION, GOOD_CALL);
        Order again = orders.pass(SAM, order.id(), ANY_VERSION);
        desk.authority.uploaded(order.id(), 2, "440000/2");
        desk.authority.reviewed(1, false, "短信核验信息填写错误超过5次，退回接入服务提供者");
        assertEquals("told of the former submission", OrderState.SMS_PENDING, desk.state(order));
        assertEquals(2, again.handover().submissionNo());
    }

    @Test
    @Requirement({"T-41", "T-42"})
    public void anExpiredMessageIsSentAgainWithoutReentryUntilTheFifth() {
        Order order = desk.uploaded();
        for (int expiry = 1; expiry < 5; expiry++) {
            desk.clock.pass(Duration.ofHours(25));
            desk.authority.reviewed(expiry, false, "短信核验未在24小时内完成，退回接入服务提供者");
            assertEquals("expiry " + expiry, OrderState.SMS_FAILED, desk.state(order));
            Order again = orders.resend(OLGA, order.id(), ANY_VERSION, "called");
            desk.authority.uploaded(order.id(), again.handover().submissionNo(), "440000/" + expiry);
            desk.authority.reviewed(expiry, false, "短信核验未在24小时内完成，退回接入服务提供者");
            assertEquals("told twice", OrderState.SMS_PENDING, desk.state(order));
        }
        desk.authority.reviewed(5, false, "短信核验未在24小时内完成，退回接入服务提供者");
        assertEquals(OrderState.MUST_REFILE, desk.state(order));
        Order anew = desk.types.refile(ALICE, order.id());
        assertEquals(desk.now(order).application(), anew.application());
    }

    @Test
    public void wordsOnAnExpiryAfterTheVerificationAreARefusal() {
        Order order = desk.uploaded();
        orders.confirmSms(OLGA, order.id(), ANY_VERSION, "seen");
        desk.authority.reviewed(1, false, "短信核验未在24小时内完成，退回接入服务提供者");
        assertEquals(OrderState.AUTHORITY_REJECTED, desk.state(order));
    }

    @Test
    @Requirement("T-42")
    public void theFifthExpiryEndsTheOrderOnceResultsWereFetched() {
        Order order = desk.smsFailed();
        for (int expiry = 2; expiry <= 5; expiry++) {
            desk.authority.resultsFetched("440000", desk.time().plusSeconds(1));
            Order again = orders.resend(OLGA, order.id(), ANY_VERSION, "called");
            desk.authority.uploaded(order.id(), again.handover().submissionNo(), "440000/" + expiry);
            desk.tasks.pass(desk.clock, desk.now(order).handover().smsDue(), desk.smsDeadline);
        }
        assertEquals(OrderState.SMS_FAILED, desk.state(order));
        assertEquals(5, Handing.expiries(orders.history(ALICE, order.id(), 0)));
        desk.authority.resultsFetched("440000", desk.time().plusSeconds(1));
        assertEquals(OrderState.MUST_REFILE, desk.state(order));
        assertTrue(desk.effects.messages("email").contains("sms-refile"));
        assertEquals(OrderEvent.SMS_EXPIRED, desk.store.lastEntry(order.id()).event());
    }
}

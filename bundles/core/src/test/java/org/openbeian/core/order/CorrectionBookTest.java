package org.openbeian.core.order;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;
import static org.openbeian.core.fake.Samples.ALICE;
import static org.openbeian.core.fake.Samples.MALLORY;
import static org.openbeian.core.fake.Samples.SAM;
import static org.openbeian.core.order.Desk.code;
import static org.openbeian.core.order.Desk.refusal;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Before;
import org.junit.Test;
import org.openbeian.api.authority.AuthorityNotice;
import org.openbeian.api.correction.CorrectionCase;
import org.openbeian.api.correction.CorrectionKind;
import org.openbeian.api.gate.Blockings;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.OrderState;
import org.openbeian.api.order.Orders;
import org.openbeian.api.register.OrganizerState;
import org.openbeian.api.register.RecordReference;
import org.openbeian.api.register.ServiceState;
import org.openbeian.core.fake.Samples;
import org.openbeian.testkit.Requirement;

/** What authorities find wrong after the grant. */
@Requirement({"W-25", "A-107"})
public class CorrectionBookTest {

    private static final String NUMBER = "粤ICP备2026000001号";
    private static final String SITE = NUMBER + "-1";

    private final Desk desk = new Desk();
    private Order filed;

    @Before
    public void file() {
        filed = desk.uploaded();
        desk.authority.reviewed(1, true, null);
        desk.authority.published("440000", 1, desk.record(NUMBER, SITE));
    }

    private void tell(CorrectionKind kind, boolean withdrawn, RecordReference about, String certificate, String... domains) {
        desk.transactions.run(() -> desk.corrections.enter("440000",
            new AuthorityNotice(kind, withdrawn, about, certificate, List.of(domains), "请整改")));
    }

    private static RecordReference site() {
        return new RecordReference(RecordReference.Kind.SERVICE, 0, SITE);
    }

    private ServiceState service() {
        return desk.register.service(SITE).orElseThrow().state();
    }

    private List<CorrectionCase> open() {
        return desk.corrections.list(ALICE, true, null, 10);
    }

    @Test
    public void whatIsAnsweredIsForgottenWhenItsCaseCloses() {
        for (boolean withdrawn : List.of(false, true)) {
            AuthorityNotice task = new AuthorityNotice(CorrectionKind.VERIFICATION, false, site(), null, List.of(), List.of(), "请核实",
                Map.of("Bbdw", 1));
            desk.transactions.run(() -> desk.corrections.enter("440000", task));
            String id = open().get(0).id();
            assertEquals(Map.of("Bbdw", 1), draft(id).orElseThrow());
            if (withdrawn) {
                tell(CorrectionKind.VERIFICATION, true, site(), null);
            } else {
                desk.corrections.conclude(SAM, id, -1, "done");
            }
            assertEquals(Optional.empty(), draft(id));
        }
    }

    private Optional<Map<String, Object>> draft(String caseId) {
        return desk.transactions.call(() -> desk.reports.draft(caseId));
    }

    @Test
    public void aNoticeOfRectificationMarksTheServiceUntilItIsSettled() {
        tell(CorrectionKind.RECTIFICATION, false, site(), null);
        tell(CorrectionKind.RECTIFICATION, false, site(), null);
        assertEquals("told twice", 1, open().size());
        CorrectionCase one = open().get(0);
        assertEquals(ServiceState.RECTIFY_REQUIRED, service());
        assertEquals(desk.time().plus(Duration.ofDays(30)), one.due());
        assertEquals(SITE + " 请整改 alice", one.serviceNumber() + " " + one.text() + " " + one.account());
        assertEquals("correction-opened", desk.told.get(0).message());
        desk.authority.published("440000", 0, desk.record(NUMBER, SITE));
        assertEquals("a publication does not settle it", ServiceState.RECTIFY_REQUIRED, service());
        assertEquals("not-permitted", code(() -> desk.corrections.conclude(ALICE, one.id(), -1, "done")));
        assertEquals("reason-missing", code(() -> desk.corrections.conclude(SAM, one.id(), -1, null)));
        assertEquals("correction-changed", code(() -> desk.corrections.conclude(SAM, one.id(), 7, "done")));
        desk.corrections.conclude(SAM, one.id(), 1, "已变更网站名称");
        assertEquals(ServiceState.ACTIVE, service());
        assertEquals("sam correction.conclude correction/" + one.id() + " 已变更网站名称 {kind=RECTIFICATION}",
            desk.audit.lines.get(desk.audit.lines.size() - 1));
        assertEquals("correction-closed", code(() -> desk.corrections.conclude(SAM, one.id(), -1, "done")));
        assertTrue(open().isEmpty());
        assertTrue("others see nothing of it", desk.corrections.list(MALLORY, false, null, 10).isEmpty());
        assertEquals("correction-not-found", code(() -> desk.corrections.get(MALLORY, one.id())));
    }

    @Test
    public void aCaseThatIsSettledLiftsNothingThatAnotherHolds() {
        tell(CorrectionKind.RECTIFICATION, false, site(), null);
        tell(CorrectionKind.SITE_DEAD, false, site(), null);
        conclude(CorrectionKind.SITE_DEAD);
        assertEquals("another kind", ServiceState.RECTIFY_REQUIRED, service());
        tell(CorrectionKind.SERVICE_BLACKLISTED, false, null, null, "example.com");
        tell(CorrectionKind.SERVICE_BLACKLISTED, false, site(), null);
        tell(CorrectionKind.SERVICE_BLACKLISTED, true, site(), null);
        assertEquals("another blacklisting", ServiceState.BLOCKED, service());
        tell(CorrectionKind.SERVICE_BLACKLISTED, true, null, null, "example.com");
        assertEquals("what was to be put right still is", ServiceState.RECTIFY_REQUIRED, service());
        conclude(CorrectionKind.RECTIFICATION);
        assertEquals(ServiceState.ACTIVE, service());
    }

    private void conclude(CorrectionKind kind) {
        CorrectionCase found = open().stream().filter(one -> one.kind() == kind).findFirst().orElseThrow();
        desk.corrections.conclude(SAM, found.id(), -1, "done");
    }

    @Test
    @Requirement("Q-06")
    public void anUnfiledSiteIsIsolatedUntilItIsFiledAndItsCaseWaitsForTheAnswer() {
        AuthorityNotice notice = new AuthorityNotice(CorrectionKind.UNFILED_SITE, false, null, null, List.of("www.Wild.com"),
            List.of("119.29.29.29", "10.0.0.1"), "未备案");
        desk.transactions.run(() -> desk.corrections.enter("440000", notice));
        Blockings.Blocking blocking = desk.blockings.find("wild.com").orElseThrow();
        assertEquals("ISOLATED [119.29.29.29] 未备案", blocking.state() + " " + blocking.ips() + " " + blocking.reason());
        CorrectionCase one = desk.corrections.list(SAM, true, null, 10).get(0);
        assertEquals(CorrectionKind.UNFILED_SITE, one.kind());
        assertEquals(desk.time().plus(Duration.ofDays(30)), one.due());
        desk.corrections.conclude(SAM, one.id(), -1, "已阻断并答复管局");
        assertEquals("the answer opens nothing", Blockings.State.ISOLATED, desk.blockings.find("wild.com").orElseThrow().state());
        for (String host : List.of("example.com", "10.0.0.1", "com")) {
            desk.transactions.run(() -> desk.corrections.enter("440000", new AuthorityNotice(CorrectionKind.UNFILED_SITE, false, null, null,
                List.of(host), null)));
        }
        assertEquals("what is filed here, or no domain", 1, desk.blockings.list(null, 10).size());
    }

    @Test
    public void aCertificateIsKnownByItsMarkAlone() {
        tell(CorrectionKind.ORGANIZER_BLACKLISTED, false, null, "91440300MA5FXXXXXX");
        assertTrue(desk.correctionStore.keys().toString(), desk.correctionStore.keys().contains(
            "ORGANIZER_BLACKLISTED:440000:certificate:CERTIFICATE_NUMBER:91440300MA5FXXXXXX"));
    }

    @Test
    public void aCaseFromBeforeKeyedMarksIsFoundAgain() {
        String certificate = filed.application().organizer().certificateNumber();
        CorrectionCase older = new CorrectionCase("01900000-0000-7000-8000-000000000001", 1, CorrectionKind.ORGANIZER_BLACKLISTED, "440000",
            NUMBER, null, "alice", List.of(), "请整改", desk.time(), null, CorrectionCase.Status.OPEN, null, null);
        desk.correctionStore.insert(older, "ORGANIZER_BLACKLISTED:440000:"
            + Digests.sha256(certificate.getBytes(StandardCharsets.UTF_8)));
        tell(CorrectionKind.ORGANIZER_BLACKLISTED, false, null, certificate);
        assertEquals("no second one", List.of(older), open());
        tell(CorrectionKind.ORGANIZER_BLACKLISTED, true, null, certificate);
        assertTrue("it is taken back", open().isEmpty());
    }

    @Test
    public void aDeadlineIsToldByTheChineseDay() {
        desk.clock.pass(Duration.ofHours(15));
        tell(CorrectionKind.RECTIFICATION, false, site(), null);
        assertEquals("17:00 UTC is the next day in China", "2026-12-03", desk.told.get(0).values().get("until"));
    }

    @Test
    public void whatIsNotSettledInTimeIsOverdue() {
        tell(CorrectionKind.SITE_DEAD, false, site(), null);
        assertEquals("it stays as it is", ServiceState.ACTIVE, service());
        desk.clock.pass(Duration.ofDays(31));
        desk.corrections.run(open().get(0).id());
        assertEquals(CorrectionCase.Status.OVERDUE, open().get(0).status());
        assertEquals("correction-overdue", desk.told.get(1).message());
        tell(CorrectionKind.SITE_DEAD, true, site(), null);
        assertTrue("the authority itself takes it back", open().isEmpty());
    }

    /** Whose change is lost does nothing else: the task and the result file come again. */
    @Test
    public void whoeverIsSlowerThanAnotherChangesAndTellsNothing() {
        tell(CorrectionKind.RECTIFICATION, false, site(), null);
        desk.clock.pass(Duration.ofDays(31));
        CorrectionCase one = open().get(0);
        desk.correctionStore.beforeUpdate(old -> old.with(old.differences()));
        assertEquals("correction-changed", code(() -> desk.corrections.run(one.id())));
        assertEquals("nobody is told of what did not happen", 1, desk.told.size());
        desk.correctionStore.beforeUpdate(old -> old.with(old.differences()));
        assertEquals("correction-changed", code(() -> tell(CorrectionKind.RECTIFICATION, true, site(), null)));
        assertEquals("the mark of an open case stays", ServiceState.RECTIFY_REQUIRED, service());
        desk.correctionStore.beforeUpdate(old -> old.with(old.differences()));
        assertEquals("correction-changed", code(() -> desk.corrections.conclude(SAM, one.id(), -1, "done")));
        assertEquals(CorrectionCase.Status.OPEN, open().get(0).status());
        tell(CorrectionKind.RECTIFICATION, true, site(), null);
        assertTrue(open().isEmpty());
    }

    @Test
    public void aBlacklistedDomainIsBlockedAndKeptOutUntilTheAuthorityTakesItBack() {
        tell(CorrectionKind.SERVICE_BLACKLISTED, false, null, null, "Example.com");
        assertEquals(ServiceState.BLOCKED, service());
        assertNull("no deadline", open().get(0).due());
        assertEquals("authority-ends-it", code(() -> desk.corrections.conclude(SAM, open().get(0).id(), -1, "done")));
        tell(CorrectionKind.SERVICE_BLACKLISTED, true, null, null, "example.com");
        assertEquals(ServiceState.ACTIVE, service());
        assertTrue(open().isEmpty());
    }

    @Test
    public void ordersOfABlacklistedOrganizerStop() {
        Order other = desk.orders.create(MALLORY, FilingType.FIRST, Samples.application("other.com"));
        String certificate = other.application().organizer().certificateNumber();
        desk.orders.submit(MALLORY, other.id(), 1, desk.consents());
        desk.orders.logCall(SAM, other.id(), Orders.ANY_VERSION, Samples.GOOD_CALL);
        desk.orders.pass(SAM, other.id(), Orders.ANY_VERSION);
        tell(CorrectionKind.ORGANIZER_BLACKLISTED, false, null, certificate);
        assertTrue("it does not leave any more", !desk.authority.readyForUpload(other.id()));
        assertEquals(OrderState.PRE_REVIEW, desk.state(other));
        Order third = desk.orders.create(ALICE, FilingType.FIRST, Samples.application("other.com"));
        assertTrue(refusal(() -> desk.orders.submit(ALICE, third.id(), 1, desk.consents())).findings().stream()
            .anyMatch(one -> one.ruleId().equals("blacklisted") && one.pointer().equals("/organizer/certificateNumber")));
    }

    @Test
    public void aBlacklistedOrganizerBlocksAllItsServices() {
        String certificate = filed.application().organizer().certificateNumber();
        tell(CorrectionKind.ORGANIZER_BLACKLISTED, false, null, certificate);
        assertEquals(OrganizerState.BLACKLISTED, desk.register.organizer(NUMBER).orElseThrow().state());
        assertEquals(ServiceState.BLOCKED, service());
        tell(CorrectionKind.ORGANIZER_BLACKLISTED, true, null, certificate);
        assertEquals(OrganizerState.ACTIVE, desk.register.organizer(NUMBER).orElseThrow().state());
        assertEquals(ServiceState.ACTIVE, service());
    }
}

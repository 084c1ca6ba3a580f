package org.openbeian.core.order;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.openbeian.core.fake.Samples.ALICE;
import static org.openbeian.core.fake.Samples.SAM;
import static org.openbeian.core.order.Desk.code;

import java.time.Duration;
import java.util.List;
import org.junit.Test;
import org.openbeian.api.correction.CorrectionCase;
import org.openbeian.api.correction.CorrectionCase.Status;
import org.openbeian.api.correction.CorrectionKind;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.Refusal;
import org.openbeian.testkit.Requirement;

/** What the provider finds itself. */
@Requirement({"Q-04", "Q-06"})
public class InspectionDeskTest {

    private static final String NUMBER = "粤ICP备2026000001号";

    private final Desk desk = new Desk();
    private final Order filed = desk.uploaded();
    private final InspectionDesk inspections = new InspectionDesk(desk.transactions, desk.correctionStore, desk.register, desk.store,
        desk.tasks, desk.settings, desk.told::add, desk.audit, desk.clock);

    private List<CorrectionCase> open() {
        return desk.corrections.list(ALICE, true, null, 10);
    }

    private List<String> told() {
        return desk.told.stream().map(one -> one.message()).filter(one -> one.startsWith("inspection")).toList();
    }

    private void found(CorrectionKind kind, String domain, String text) {
        desk.transactions.run(() -> inspections.found(kind, filed.id(), domain, text));
    }

    private void settled(CorrectionKind kind, String domain, String how) {
        desk.transactions.run(() -> inspections.settled(kind, domain, how));
    }

    @Test
    public void whatAProbeFindsIsOneCaseUntilItIsSettled() {
        found(CorrectionKind.UNFILED, "Example.com", null);
        found(CorrectionKind.UNFILED, "example.com", null);
        CorrectionCase one = open().get(0);
        assertEquals("once", 1, open().size());
        assertEquals("alice [example.com] OPEN", one.account() + " " + one.domains() + " " + one.status());
        assertNull("no authority told it", one.authorityId());
        assertEquals(desk.time().plus(Duration.ofDays(30)), one.due());
        settled(CorrectionKind.SITE_DEAD, "example.com", "another kind");
        assertEquals(1, open().size());
        settled(CorrectionKind.UNFILED, "example.com", "closed");
        assertTrue(open().isEmpty());
        assertEquals(List.of("inspection-found", "inspection-settled"), told());
        found(CorrectionKind.UNFILED, "example.com", null);
        assertEquals("again", 1, open().size());
    }

    @Test
    public void aCaseThatIsNotPutRightInTimeIsOverdueAndTold() {
        found(CorrectionKind.SITE_DEAD, "example.com", "https://example.com/");
        desk.clock.pass(Duration.ofDays(30));
        desk.corrections.run(open().get(0).id());
        assertEquals(Status.OVERDUE, open().get(0).status());
        assertEquals(List.of("inspection-found", "inspection-overdue"), told());
        desk.corrections.conclude(SAM, open().get(0).id(), -1, "已恢复访问");
        assertTrue(open().isEmpty());
    }

    /** Content, resources and accesses not reported: a probe sees signs alone. */
    @Test
    public void whatAPersonJudgedIsNotFoundAgainUntilItIsSomethingElse() {
        for (CorrectionKind kind : List.of(CorrectionKind.CONTENT_MISMATCH, CorrectionKind.RESOURCE_GONE,
                CorrectionKind.ACCESS_UNDER_REPORTED)) {
            found(kind, "example.com", "one");
            desk.corrections.conclude(SAM, open().get(0).id(), -1, "属正常");
            found(kind, "example.com", "one");
            assertEquals(kind.name(), List.of(), open());
            found(kind, "example.com", "another");
            settled(kind, "example.com", "there again");
            assertEquals(kind.name(), List.of(), open());
            found(kind, "example.com", "another");
            assertEquals("what the server closed comes back", 1, open().size());
            desk.corrections.conclude(SAM, open().get(0).id(), -1, "属正常");
        }
        found(CorrectionKind.UNFILED, "example.com", null);
        desk.corrections.conclude(SAM, open().get(0).id(), -1, "将关停");
        found(CorrectionKind.UNFILED, "example.com", null);
        assertEquals("it is open still", 1, open().size());
    }

    @Test
    public void theServerDoesNotCloseWhatAPersonJudgesAndOpened() {
        for (CorrectionKind kind : List.of(CorrectionKind.CONTENT_MISMATCH, CorrectionKind.RESOURCE_GONE,
                CorrectionKind.ACCESS_UNDER_REPORTED)) {
            CorrectionCase one = inspections.open(SAM, kind, "example.com", "首页为其他公司");
            settled(kind, "example.com", "in order");
            assertEquals(kind.name(), Status.OPEN, desk.corrections.get(SAM, one.id()).status());
        }
        CorrectionCase dead = inspections.open(SAM, CorrectionKind.SITE_DEAD, "example.com", "打不开");
        settled(CorrectionKind.SITE_DEAD, "example.com", "answers");
        assertEquals("a probe can tell", Status.CLOSED, desk.corrections.get(SAM, dead.id()).status());
    }

    @Test
    public void aSpecialistOpensOneByHand() {
        desk.authority.reviewed(1, true, null);
        desk.authority.published("440000", 1, desk.record(NUMBER, NUMBER + "-1"));
        CorrectionCase one = inspections.open(SAM, CorrectionKind.CONTENT_MISMATCH, "example.com", "首页为其他公司");
        assertEquals(NUMBER + "-1 alice 首页为其他公司", one.serviceNumber() + " " + one.account() + " " + one.text());
        assertEquals("correction-open", code(() -> inspections.open(SAM, CorrectionKind.CONTENT_MISMATCH, "EXAMPLE.com", "again")));
        assertEquals("not-permitted", code(() -> inspections.open(ALICE, CorrectionKind.SITE_DEAD, "example.com", "x")));
        assertEquals("correction-kind", code(() -> inspections.open(SAM, CorrectionKind.RECTIFICATION, "example.com", "x")));
        assertEquals("correction-domain", code(() -> inspections.open(SAM, CorrectionKind.SITE_DEAD, "192.0.2.1", "x")));
        assertEquals("correction-text", code(() -> inspections.open(SAM, CorrectionKind.SITE_DEAD, "example.com", " ")));
        assertNull("a domain of nobody here", inspections.open(SAM, CorrectionKind.UNFILED, "example.org", "未备案").account());
    }

    @Test
    public void whatIsWrongWithACaseIsSaidAtOnceWithItsPlace() {
        Refusal refusal = assertThrows(Refusal.class, () -> inspections.open(SAM, CorrectionKind.RECTIFICATION, "..", "x".repeat(501)));
        assertEquals("correction-input", refusal.code());
        assertEquals(List.of("correction-kind /kind", "correction-domain /domain", "correction-text /text"),
            refusal.findings().stream().map(finding -> finding.ruleId() + " " + finding.pointer()).toList());
        assertTrue("in both languages", refusal.findings().stream().noneMatch(finding -> finding.text().zh().equals(finding.text().en())));
    }
}

package org.openbeian.core.effect;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.Test;
import org.openbeian.api.authority.OpenResult;
import org.openbeian.api.order.AuthorityEvents;
import org.openbeian.api.register.RecordReference;
import org.openbeian.api.order.PublishedRecord;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.store.ExchangeStore;
import org.openbeian.core.fake.FixedClock;
import org.openbeian.core.fake.MemoryAudit;
import org.openbeian.core.fake.MemoryCodeTables;
import org.openbeian.core.fake.MemoryFiles;
import org.openbeian.core.fake.MemoryLanes;
import org.openbeian.core.fake.MemoryReports;
import org.openbeian.core.fake.MemoryTransactions;
import org.openbeian.core.fake.Samples;
import org.openbeian.core.fake.Staff;
import org.openbeian.core.report.CodeBook;
import org.openbeian.core.report.FailedReports;
import org.openbeian.core.report.ReportCargo;

public class LaneControlTest {

    private static final String MAIL = "channel:email";
    private static final String AUTHORITY = "authority:440000";

    private final FixedClock clock = new FixedClock("2026-03-02T01:00:00Z");
    private final MemoryTransactions transactions = new MemoryTransactions();
    private final MemoryLanes lanes = new MemoryLanes(transactions);
    private final MemoryFiles files = new MemoryFiles(transactions);
    private final Holds holds = new Holds();
    private final Refusals refusals = new Refusals();
    private final MemoryAudit audit = new MemoryAudit();
    private final MemoryReports reports = new MemoryReports(transactions);
    private final ReportCargo cargo = new ReportCargo(reports, lanes, new CodeBook(transactions, new MemoryCodeTables(), clock),
        new FailedReports(Staff.accounts(), notice -> { }), clock);
    private final LaneControl control = new LaneControl(transactions, lanes, files, refusals, holds, audit, cargo, clock);

    @Test
    public void theOperatorPausesAndResumes() {
        control.pause(Samples.OLGA, AUTHORITY, "the authority moves house");
        assertEquals("paused by olga: the authority moves house", control.lanes().get(0).pausedReason());
        control.resume(Samples.OLGA, AUTHORITY);
        assertNull(lanes.paused(AUTHORITY));
    }

    @Test
    public void everyStepIsAudited() {
        long id = lanes.put(MAIL, "message", "order-1", clock.instant());
        control.pause(Samples.OLGA, MAIL, "upkeep");
        control.resume(Samples.OLGA, MAIL);
        control.retry(Samples.OLGA, id, "mended");
        control.skip(Samples.OLGA, id, "obsolete");
        assertEquals(List.of("olga lane.pause lane/channel:email upkeep", "olga lane.resume lane/channel:email null",
            "olga effect.retry effect/" + id + " mended", "olga effect.skip effect/" + id + " obsolete"),
            audit.lines.stream().map(line -> line.substring(0, line.indexOf(" {"))).toList());
        audit.broken = true;
        assertThrows(IllegalStateException.class, () -> control.pause(Samples.OLGA, MAIL, "upkeep"));
        assertNull("what cannot be audited is not done", lanes.paused(MAIL));
    }

    @Test
    public void resumingAlsoEndsARestOfTheLane() {
        Hold hold = holds.of(AUTHORITY);
        hold.fail(clock.instant(), Backoff.seconds(30, 900), Duration.ofHours(8), "closed");
        control.pause(Samples.OLGA, AUTHORITY, "x");
        control.resume(Samples.OLGA, AUTHORITY);
        assertFalse(hold.isHeld(clock.instant()));
    }

    @Test
    public void anEffectIsTriedAgainAtOnce() {
        long id = lanes.put(MAIL, "message", "order-1", clock.instant());
        transactions.run(() -> lanes.retry(id, clock.instant().plusSeconds(900), "full", clock.instant()));
        control.retry(Samples.OLGA, id, "the mailbox was emptied");
        assertEquals(clock.instant(), lanes.effect(id).notBefore());
    }

    @Test
    public void aMessageIsSkipped() {
        long id = lanes.put(MAIL, "message", "order-1", clock.instant());
        control.skip(Samples.OLGA, id, "told by phone");
        assertEquals(0, lanes.open());
        assertEquals(List.of(), refusals.told);
    }

    @Test
    public void anUploadThatIsSkippedSendsItsOrderBackInsteadOfLeavingItStuck() {
        long id = lanes.put(AUTHORITY, "upload", "order-1", clock.instant());
        control.skip(Samples.OLGA, id, "filed on paper");
        assertEquals(List.of("order-1 7 0 skipped by olga: filed on paper"), refusals.told);
        assertEquals(0, lanes.open());
    }

    @Test
    public void aResultFileThatCouldNotBeAppliedIsSettledWithAReasonByAnOperator() {
        transactions.run(() -> files.damaged("440000", "7.xml", "torn", clock.instant()));
        assertEquals(List.of("7.xml"), control.openResults().stream().map(OpenResult::name).toList());
        assertEquals("operator-only", code(() -> control.dismissResult(Samples.SAM, "440000", "7.xml", "x")));
        assertEquals("reason-missing", code(() -> control.dismissResult(Samples.OLGA, "440000", "7.xml", " ")));
        assertEquals("result-not-found", code(() -> control.dismissResult(Samples.OLGA, "440000", "8.xml", "x")));
        control.dismissResult(Samples.OLGA, "440000", "7.xml", "told by phone");
        assertEquals(List.of(), control.openResults());
    }

    @Test
    public void anUploadThatMayHaveArrivedCannotBeSkipped() {
        long id = lanes.put(AUTHORITY, "upload", "order-1", clock.instant());
        transactions.run(() -> files.prepare(new ExchangeStore.UploadFile("440000", 1, new byte[1], "d", List.of(7L), clock.instant())));
        Refusal refusal = assertThrows(Refusal.class, () -> control.skip(Samples.OLGA, id, "filed on paper"));
        assertEquals("upload-under-way", refusal.code());
        assertEquals(1, lanes.open());
        assertEquals(List.of(), refusals.told);
    }

    @Test
    public void onlyOperatorsAndOnlyWithAReason() {
        long id = lanes.put(MAIL, "message", "order-1", clock.instant());
        assertEquals("operator-only", code(() -> control.pause(Samples.SAM, MAIL, "x")));
        assertEquals("operator-only", code(() -> control.resume(Samples.ALICE, MAIL)));
        assertEquals("operator-only", code(() -> control.retry(Samples.SAM, id, "x")));
        assertEquals("operator-only", code(() -> control.skip(Samples.SAM, id, "x")));
        assertEquals("reason-missing", code(() -> control.pause(Samples.OLGA, MAIL, " ")));
        assertEquals("reason-missing", code(() -> control.skip(Samples.OLGA, id, null)));
        assertEquals("reason-missing", code(() -> control.retry(Samples.OLGA, id, "x".repeat(501))));
        assertEquals(1, lanes.open());
    }

    @Test
    public void whatIsNotThereIsSaid() {
        assertEquals("effect-not-found", code(() -> control.retry(Samples.OLGA, 99, "x")));
        assertEquals("lane-not-found", code(() -> control.resume(Samples.OLGA, "channel:none")));
        assertEquals("lane-name-wrong", code(() -> control.pause(Samples.OLGA, "everything", "x")));
    }

    private static String code(Runnable call) {
        return assertThrows(Refusal.class, call::run).code();
    }

    private static final class Refusals implements AuthorityEvents {

        private final List<String> told = new ArrayList<>();

        @Override
        public long submissionNo(String orderId) {
            return 7;
        }

        @Override
        public void uploadRefused(String orderId, long submissionNo, int code, String message) {
            told.add(orderId + " " + submissionNo + " " + code + " " + message);
        }

        @Override
        public void accountAway(String orderId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean readyForUpload(String orderId) {
            throw new AssertionError("not used");
        }

        @Override
        public void uploaded(String orderId, long submissionNo, String file, List<String> notSent) {
            throw new AssertionError("not used");
        }

        @Override
        public void dataRejected(long submissionNo, List<String> codesAndTexts) {
            throw new AssertionError("not used");
        }

        @Override
        public void reviewed(long submissionNo, boolean passed, String opinion) {
            throw new AssertionError("not used");
        }

        @Override
        public void cancelled(String authorityId, RecordReference about) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long submissionAbout(String authorityId, RecordReference about) {
            return 0;
        }

        @Override
        public List<String> published(String authorityId, long submissionNo, PublishedRecord filing) {
            throw new AssertionError("not used");
        }

        @Override
        public void resultsFetched(String authorityId, Instant at) {
            throw new AssertionError("not used");
        }
    }
}

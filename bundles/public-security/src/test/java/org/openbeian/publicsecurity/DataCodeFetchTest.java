package org.openbeian.publicsecurity;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.openbeian.api.audit.AuditLog;
import org.openbeian.api.channel.Notices;
import org.openbeian.api.publicsecurity.PublicSecurityCase.Event;
import org.openbeian.api.publicsecurity.PublicSecurityCase.Passing;
import org.openbeian.api.publicsecurity.PublicSecurityCase.PassingStage;
import org.openbeian.api.publicsecurity.PublicSecurityFilings.Details;
import org.openbeian.api.publicsecurity.PublicSecurityGateway;
import org.openbeian.api.site.Sites;

/** Data codes that a gateway fetches. */
public class DataCodeFetchTest implements PublicSecurityGateway {

    private static final Duration POLL = Duration.ofMinutes(60);
    private static final Duration RETRY = Duration.ofMinutes(5);

    private final CaseBookTest desk = new CaseBookTest();
    private final List<String> asked = new ArrayList<>();
    private final List<String> audited = new ArrayList<>();
    private final DataCodeFetch fetch = new DataCodeFetch(desk.book, desk.files, CaseBookTest.fake(Sites.class, desk::sites),
        desk.transactions, CaseBookTest.fake(AuditLog.class, (proxy, method, arguments) -> audited.add(arguments[1] + " " + arguments[5])
            ? null : null), desk.settings, desk.clock);
    private DataPassing last;
    private DataCode answer;
    private boolean dead;
    private volatile boolean passes = true;
    private volatile int askedWhether;

    @Override
    public boolean passesData() {
        askedWhether++;
        return passes;
    }

    @Override
    public Optional<DataCode> dataCode(DataPassing passing) throws IOException {
        last = passing;
        asked.add(passing.key());
        if (dead) {
            throw new IOException("dead");
        }
        return Optional.ofNullable(answer);
    }

    @Override
    public Outcome submit(Submission submission) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<String> find(String key) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Answer> answers(String key) {
        throw new UnsupportedOperationException();
    }

    @Before
    public void begin() {
        desk.book.gateway = this;
        desk.book.begin(CaseBookTest.ANNA, "o1-1");
    }

    @After
    public void stop() {
        fetch.stop();
    }

    private void ask() {
        desk.book.record(CaseBookTest.ANNA, "o1-1", Event.CODE_ASKED, new Details(null, desk.book.passing().version(), null, null, null));
    }

    private Passing passing() {
        return desk.files.find("o1-1").orElseThrow().passing();
    }

    private List<String> messages() {
        return desk.told.stream().map(Notices.Notice::message).toList();
    }

    @Test
    public void aConsentedCodeIsFetchedAndToldWithoutAnybodysHand() {
        ask();
        assertEquals("stored with the asking", desk.now, desk.tasks.get("o1-1"));
        assertEquals("no operator has to do anything", List.of(), desk.told);
        assertEquals("not there yet", Optional.of(desk.now.plus(POLL)), fetch.run("o1-1"));
        assertEquals("o1-1-code-1 440000 深圳市示例科技有限公司", last.key() + " " + last.provinceId() + " " + last.form().organizer().name());
        dead = true;
        assertEquals("asked again under the same key", Optional.of(desk.now.plus(RETRY)), fetch.run("o1-1"));
        dead = false;
        answer = new DataCode("7f-甲", null, null);
        assertEquals(Optional.empty(), fetch.run("o1-1"));
        assertEquals(List.of("o1-1-code-1", "o1-1-code-1", "o1-1-code-1"), asked);
        assertEquals("7f-甲 ISSUED", passing().dataCode() + " " + passing().stage());
        assertEquals(List.of("psb-code-issued"), messages());
        assertEquals(List.of("public-security.data-code {stage=ISSUED}"), audited);
        assertFalse("in no log", answer.toString().contains("7f") || last.toString().contains("示例"));
        assertEquals("over", Optional.empty(), fetch.run("o1-1"));
        assertEquals(3, asked.size());
    }

    @Test
    public void aFailureIsRecordedAndAnotherAskingHasAnotherKey() {
        ask();
        answer = new DataCode(null, null, "数据\n不一致");
        fetch.run("o1-1");
        assertEquals("FAILED 数据 不一致", passing().stage() + " " + passing().reason());
        for (DataCode bad : List.of(new DataCode("7\nf", null, null), new DataCode("7f", desk.now.atZone(java.time.ZoneOffset.UTC)
            .toLocalDate().plusDays(3), null), new DataCode(null, null, " "))) {
            ask();
            answer = bad;
            assertEquals(Optional.empty(), fetch.run("o1-1"));
            assertEquals(PassingStage.FAILED, passing().stage());
            assertNull(passing().dataCode());
        }
        assertEquals(List.of("o1-1-code-1", "o1-1-code-2", "o1-1-code-3", "o1-1-code-4"), asked);
        assertEquals("each failure is told", 4, messages().stream().filter("psb-code-lost"::equals).count());
    }

    @Test
    public void aGatewayThatStaysAwayForADayLeavesItToTheOperators() {
        ask();
        desk.book.gateway = null;
        assertEquals(Optional.of(desk.now.plus(RETRY)), fetch.run("o1-1"));
        assertEquals(List.of(), desk.told);
        desk.now = desk.now.plus(Duration.ofDays(1));
        fetch.run("o1-1");
        fetch.run("o1-1");
        assertEquals("of one occasion, which is told once", 1, desk.told.stream().map(Notices.Notice::occasion).distinct().count());
        assertEquals("psb-code-asked", desk.told.get(0).message());
        desk.book.record(CaseBookTest.OPS, "o1-1", Event.CODE_ISSUED, new Details(null, null, null, "by hand", null));
        desk.book.gateway = this;
        assertEquals("done by hand meanwhile", Optional.empty(), fetch.run("o1-1"));
        assertEquals(List.of(), asked);
    }

    @Test
    public void oneThatNeverAnswersLeavesItToTheOperatorsAfterADayAndMayStillAnswer() {
        ask();
        fetch.run("o1-1");
        assertEquals(List.of(), desk.told);
        desk.now = desk.now.plus(Duration.ofDays(1));
        assertEquals(Optional.of(desk.now.plus(POLL)), fetch.run("o1-1"));
        assertEquals(List.of("psb-code-asked"), messages());
        answer = new DataCode("7f", null, null);
        fetch.run("o1-1");
        assertEquals(PassingStage.ISSUED, passing().stage());
    }

    @Test
    public void oneThatPassesNoDataLeavesItToTheOperatorsAtOnce() {
        passes = false;
        ask();
        assertEquals("its own code is not called within the consent's transaction", 0, askedWhether);
        assertEquals(desk.now, desk.tasks.get("o1-1"));
        assertEquals("nothing more to ask", Optional.empty(), fetch.run("o1-1"));
        assertEquals(List.of("psb-code-asked"), messages());
        assertEquals(List.of(), asked);
    }

    @Test
    public void oneThatStopsPassingDataLeavesItToTheOperatorsAtOnce() {
        ask();
        fetch.run("o1-1");
        passes = false;
        assertEquals(Optional.empty(), fetch.run("o1-1"));
        assertEquals(List.of("psb-code-asked"), messages());
        assertEquals(1, asked.size());
    }

    @Test
    public void whatChangedMeanwhileIsLookedAtAgain() {
        ask();
        answer = new DataCode("7f", null, null);
        desk.changedMeanwhile = true;
        Instant now = desk.now;
        assertEquals(Optional.of(now), fetch.run("o1-1"));
        assertEquals(PassingStage.ASKED, passing().stage());
    }
}

package org.openbeian.publicsecurity;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.Test;
import org.openbeian.api.channel.Notices;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.publicsecurity.PublicSecurityCase;
import org.openbeian.api.publicsecurity.PublicSecurityCase.Event;
import org.openbeian.api.publicsecurity.PublicSecurityCase.PassingStage;
import org.openbeian.api.publicsecurity.PublicSecurityCase.State;
import org.openbeian.api.publicsecurity.PublicSecurityFilings.Details;

public class DataCodesTest {

    private final CaseBookTest desk = new CaseBookTest();
    private final DataCodeWatch codeWatch = new DataCodeWatch(desk.book, desk.files, desk.transactions, desk.clock);

    private static Details code(String code, String day) {
        return new Details(null, null, null, code, day == null ? null : LocalDate.parse(day));
    }

    private PassingStage passing(Event event, Details details) {
        return desk.book.record(CaseBookTest.ANNA, "o1-1", event, details).passing().stage();
    }

    @Test
    public void aCaseMayBeginByADataCode() {
        desk.book.begin(CaseBookTest.ANNA, "o1-1");
        Details agreed = new Details(null, desk.book.passing().version(), null, null, null);
        assertEquals("consent-missing", CaseBookTest.code(() -> passing(Event.CODE_ASKED, CaseBookTest.NOTHING)));
        assertEquals("consent-outdated", CaseBookTest.code(() -> passing(Event.CODE_ASKED, new Details(null, "2019-01", null, null,
            null))));
        assertEquals("not-permitted", CaseBookTest.code(() -> desk.book.record(CaseBookTest.OPS, "o1-1", Event.CODE_ASKED, agreed)));
        assertEquals("psb-code-step", CaseBookTest.code(() -> passing(Event.CODE_ISSUED, code("7f-甲", null))));
        assertEquals(PassingStage.ASKED, passing(Event.CODE_ASKED, agreed));
        assertEquals(List.of(desk.book.passing()), desk.consentedTo);
        assertEquals("psb-code-there", CaseBookTest.code(() -> passing(Event.CODE_ASKED, agreed)));
        for (String bad : new String[] {null, "", " 7f", "7\nf", "7".repeat(201)}) {
            assertEquals("psb-code-format", CaseBookTest.code(() -> passing(Event.CODE_ISSUED, code(bad, null))));
        }
        assertEquals("psb-code-day", CaseBookTest.code(() -> passing(Event.CODE_ISSUED, code("7f-甲", "2026-11-23"))));
        assertEquals("psb-code-day", CaseBookTest.code(() -> passing(Event.CODE_ISSUED, code("7f-甲", "2026-10-23"))));
        PublicSecurityCase issued = desk.book.record(CaseBookTest.OPS, "o1-1", Event.CODE_ISSUED, code("7f-甲", "2026-11-21"));
        assertEquals("the duty does not wait", State.DUE, issued.state());
        assertEquals("7f-甲 2026-12-20T16:00:00Z anna 192.0.2.1", issued.passing().dataCode() + " " + issued.passing().validUntil() + " "
            + issued.passing().consent().account() + " " + issued.passing().consent().address());
        assertEquals("who passes the data", "ops null psb-o1-1-1 {case=o1-1, order=o1}", desk.told.get(0).account() + " "
            + desk.told.get(0).orderId() + " " + desk.told.get(0).occasion() + " " + new TreeMap<>(desk.told.get(0).values()));
        assertEquals(Map.of("until", "2026-12-21 00:00"), desk.told.get(1).values());
        assertEquals(PassingStage.USED, passing(Event.CODE_USED, CaseBookTest.NOTHING));
        assertNull("entered, so it is not kept", code());
        assertEquals("entered, so nothing is reminded of", Optional.empty(), codeWatch.run("o1-1"));
        desk.book.fill(CaseBookTest.ANNA, "o1-1", Samples.right());
        assertEquals("the police judges as ever", State.ORGANIZER_SUBMITTED, desk.record(Event.ORGANIZER_SUBMITTED, CaseBookTest.NOTHING));
        assertEquals(State.SITE_SUBMITTED, desk.record(Event.SITE_SUBMITTED, CaseBookTest.READ));
        assertEquals("psb-state", CaseBookTest.code(() -> passing(Event.CODE_FAILED, new Details("x", null, null, null, null))));
    }

    @Test
    public void aDataCodeThatFailsOrExpiresLeavesTheCaseToGoOnByHand() {
        desk.book.begin(CaseBookTest.ANNA, "o1-1");
        Details agreed = new Details(null, desk.book.passing().version(), null, null, null);
        passing(Event.CODE_ASKED, agreed);
        assertEquals("psb-reason", CaseBookTest.code(() -> passing(Event.CODE_FAILED, CaseBookTest.NOTHING)));
        assertEquals(PassingStage.FAILED, passing(Event.CODE_FAILED, new Details("平台未返回", null, null, null, null)));
        assertEquals(List.of("psb-code-asked", "psb-code-lost"), messages());
        passing(Event.CODE_ASKED, agreed);
        desk.diesAfterCommit = true;
        desk.tasks.put("o1-1", CaseBookTest.NOW.plus(Duration.ofDays(300)));
        passing(Event.CODE_ISSUED, code("7f", null));
        Instant end = desk.book.get(CaseBookTest.ANNA, "o1-1").passing().validUntil();
        assertEquals("stored with the code, instead of that of another one", end.minus(Duration.ofDays(10)), desk.tasks.get("o1-1"));
        desk.now = end.minus(Duration.ofDays(10));
        assertEquals(Optional.of(end.minus(Duration.ofDays(3))), codeWatch.run("o1-1"));
        desk.now = end.minus(Duration.ofDays(3));
        assertEquals(Optional.of(end), codeWatch.run("o1-1"));
        assertEquals("psb-code-step", CaseBookTest.code(() -> passing(Event.CODE_EXPIRED, CaseBookTest.NOTHING)));
        desk.now = end;
        assertEquals("psb-code-expired", CaseBookTest.code(() -> passing(Event.CODE_USED, CaseBookTest.NOTHING)));
        desk.changedMeanwhile = true;
        assertEquals("looked at again", Optional.of(end), codeWatch.run("o1-1"));
        assertEquals("nothing is told that was not stored", "psb-code-issued", desk.told.get(desk.told.size() - 1).message());
        desk.changedMeanwhile = false;
        assertEquals(Optional.empty(), codeWatch.run("o1-1"));
        assertEquals(List.of("psb-code-asked", "psb-code-lost", "psb-code-asked", "psb-code-issued", "psb-code-issued", "psb-code-issued",
            "psb-code-lost"), messages());
        assertEquals("each is another one", 7, desk.told.stream().map(Notices.Notice::occasion).distinct().count());
        assertEquals(PassingStage.EXPIRED, desk.book.get(CaseBookTest.ANNA, "o1-1").passing().stage());
        assertNull(code());
        assertEquals(List.of(Event.CODE_ASKED, Event.CODE_FAILED, Event.CODE_ASKED, Event.CODE_ISSUED, Event.CODE_EXPIRED),
            desk.book.get(CaseBookTest.ANNA, "o1-1").steps().stream().map(PublicSecurityCase.Step::event).toList());
        desk.book.fill(CaseBookTest.ANNA, "o1-1", Samples.right());
        assertEquals(State.ORGANIZER_SUBMITTED, desk.record(Event.ORGANIZER_SUBMITTED, CaseBookTest.NOTHING));
        desk.type = FilingType.ACCESS;
        assertEquals("first and further filings alone", "psb-code-type", CaseBookTest.code(() -> passing(Event.CODE_ASKED, agreed)));
    }

    @Test
    public void aDataCodeIsWatchedToItsEndThoughTheSiteIsSubmittedWithoutIt() {
        Instant end = submittedWithoutTheCode();
        desk.now = end.minus(Duration.ofDays(10));
        assertEquals(Optional.of(end.minus(Duration.ofDays(3))), codeWatch.run("o1-1"));
        assertEquals("nobody has to enter it", 2, desk.told.size());
        desk.record(Event.SITE_RETURNED, new Details("缺少制度", null, null, null, null));
        desk.now = end.minus(Duration.ofDays(3));
        assertEquals(Optional.of(end), codeWatch.run("o1-1"));
        assertEquals("of use again", List.of("psb-code-asked", "psb-code-issued", "psb-site-result", "psb-code-issued"), messages());
        desk.record(Event.SITE_SUBMITTED, CaseBookTest.READ);
        desk.now = end;
        assertEquals(Optional.empty(), codeWatch.run("o1-1"));
        assertEquals(PassingStage.EXPIRED, desk.book.get(CaseBookTest.ANNA, "o1-1").passing().stage());
        assertEquals("and to nobody's harm", 4, desk.told.size());
    }

    @Test
    public void aDataCodeIsNotKeptOnceTheNumberIsThere() {
        submittedWithoutTheCode();
        assertEquals("the site may come back", "7f", code());
        desk.record(Event.NUMBER_ISSUED, new Details(null, null, null, "粤公网安备44030502000001号", LocalDate.parse("2026-11-22")));
        assertNull(code());
    }

    private List<String> messages() {
        return desk.told.stream().map(Notices.Notice::message).toList();
    }

    private String code() {
        return desk.book.get(CaseBookTest.ANNA, "o1-1").passing().dataCode();
    }

    private Instant submittedWithoutTheCode() {
        desk.ready();
        passing(Event.CODE_ASKED, new Details(null, desk.book.passing().version(), null, null, null));
        passing(Event.CODE_ISSUED, code("7f", null));
        desk.record(Event.ORGANIZER_SUBMITTED, CaseBookTest.NOTHING);
        desk.record(Event.SITE_SUBMITTED, CaseBookTest.READ);
        return desk.book.get(CaseBookTest.ANNA, "o1-1").passing().validUntil();
    }
}

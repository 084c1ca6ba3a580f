package org.openbeian.publicsecurity;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.openbeian.api.audit.AuditLog;
import org.openbeian.api.publicsecurity.PublicSecurityCase.Appointment;
import org.openbeian.api.publicsecurity.PublicSecurityCase.Event;
import org.openbeian.api.publicsecurity.PublicSecurityCase.Handover;
import org.openbeian.api.publicsecurity.PublicSecurityCase.Part;
import org.openbeian.api.publicsecurity.PublicSecurityCase.Stage;
import org.openbeian.api.publicsecurity.PublicSecurityCase.State;
import org.openbeian.api.publicsecurity.PublicSecurityFilings.Details;
import org.openbeian.api.publicsecurity.PublicSecurityGateway;
import org.openbeian.api.site.Sites;
import org.openbeian.api.store.DurableTasks;
import org.openbeian.testkit.Requirement;

/** Filings that a gateway submits. */
public class GatewayTest implements PublicSecurityGateway {

    private static final String KEY = "o1-1-1";
    private static final String VERSION = "2026-11";

    private final CaseBookTest desk = new CaseBookTest();
    private final GatewayLog log = new GatewayLog(desk.files, desk.book, desk.transactions, desk.told::add,
        CaseBookTest.fake(AuditLog.class, (proxy, method, arguments) -> null));
    private final GatewayTask task = task(this);
    private final Deque<Outcome> outcomes = new ArrayDeque<>();
    private final List<String> asked = new ArrayList<>();
    private final List<Answer> answers = new ArrayList<>();
    private Submission last;
    private Optional<String> known = Optional.empty();
    private boolean dead;
    private RuntimeException broken;

    private GatewayTask task(PublicSecurityGateway gateway) {
        return new GatewayTask(log, desk.book, gateway, CaseBookTest.fake(Sites.class, desk::sites),
            CaseBookTest.fake(DurableTasks.class, desk::schedule), desk.settings, desk.clock);
    }

    @Override
    public Outcome submit(Submission submission) {
        last = submission;
        asked.add("submit " + submission.key());
        if (broken != null) {
            throw broken;
        }
        return outcomes.isEmpty() ? new Taken("ref") : outcomes.poll();
    }

    @Override
    public Optional<String> find(String key) throws IOException {
        asked.add("find " + key);
        if (dead) {
            throw new IOException("dead");
        }
        return known;
    }

    @Override
    public List<Answer> answers(String key) {
        return answers;
    }

    @Before
    public void ready() {
        desk.book.gateway = this;
        desk.ready();
    }

    @After
    public void stop() {
        task.stop();
    }

    private void submit(Part part) {
        desk.book.submit(CaseBookTest.ANNA, "o1-1", part, part == Part.SITE ? VERSION : null);
    }

    private Handover handover(int no) {
        return desk.files.find("o1-1").orElseThrow().handovers().get(no);
    }

    private State state() {
        return desk.files.find("o1-1").orElseThrow().state();
    }

    private static Answer answer(String id, Event event, Details details) {
        return new Answer(id, event, details);
    }

    private static Details reason(String reason) {
        return new Details(reason, null, null, null, null);
    }

    @Test
    @Requirement({"T-59", "T-62", "T-64", "T-89", "T-90", "T-93"})
    public void aCaseGoesByTheGatewayFromTheSubjectToTheNumber() {
        submit(Part.ORGANIZER);
        assertEquals("stored before anything is sent", List.of(), asked);
        assertEquals(desk.now, desk.tasks.get(KEY));
        assertEquals("asked again by the poll", Optional.of(desk.now.plus(Duration.ofMinutes(60))), task.run(KEY));
        assertEquals(State.ORGANIZER_SUBMITTED, state());
        assertEquals("440000 null 深圳市示例科技有限公司", last.provinceId() + " " + last.statement() + " " + last.form().organizer().name());
        answers.add(answer("1", Event.ORGANIZER_APPROVED, null));
        task.run(KEY);
        assertEquals(State.ORGANIZER_APPROVED, state());
        assertEquals(Stage.OVER, handover(0).stage());
        assertEquals(Optional.empty(), task.run(KEY));
        answers.clear();
        submit(Part.SITE);
        assertEquals("the applicant's consent, kept with the submission", "anna", desk.files.find("o1-1").orElseThrow().statement()
            .account());
        task.run("o1-1-2");
        assertEquals("anna", desk.files.find("o1-1").orElseThrow().statement().account());
        assertEquals(VERSION, last.statement());
        Appointment interview = new Appointment(desk.now.plus(Duration.ofDays(4)), "网安大队", List.of("营业执照"));
        answers.add(answer("1", Event.INTERVIEW_CALLED, new Details(null, null, interview, null, null)));
        task.run("o1-1-2");
        assertEquals(State.INTERVIEW_REQUIRED, state());
        assertTrue("reminded of", desk.tasks.containsKey("o1-1"));
        answers.add(answer("2", Event.NUMBER_ISSUED, new Details(null, null, null, "粤公网安备44010002000001号",
            LocalDate.parse("2026-11-22"))));
        task.run("o1-1-2");
        assertEquals(State.NUMBER_ISSUED, state());
        assertEquals(List.of("o1-1 粤公网安备44010002000001号 2026-11-22"), desk.granted);
        assertEquals(List.of("psb-organizer-result", "psb-appointment", "psb-site-result"),
            desk.told.stream().map(one -> one.message()).toList());
        assertEquals("each once", List.of("submit " + KEY, "submit o1-1-2"), asked);
    }

    @Test
    public void afterADoubtThePlatformIsAskedBeforeItIsSentAgain() {
        submit(Part.ORGANIZER);
        outcomes.add(new Doubtful("no answer"));
        assertEquals(Optional.of(desk.now.plus(Duration.ofMinutes(5))), task.run(KEY));
        assertEquals(Stage.SENDING, handover(0).stage());
        assertEquals("nothing is known yet", State.DUE, state());
        dead = true;
        task.run(KEY);
        assertEquals("not sent on a guess", List.of("submit " + KEY, "find " + KEY), asked);
        dead = false;
        known = Optional.of("ref 7");
        task.run(KEY);
        assertEquals("it was there", List.of("submit " + KEY, "find " + KEY, "find " + KEY), asked);
        assertEquals("ref 7 TAKEN", handover(0).reference() + " " + handover(0).stage());
        assertEquals(State.ORGANIZER_SUBMITTED, state());
    }

    @Test
    public void whatDiedWhileItWasSentIsAskedForAndSentAgainOnlyWhenItIsNotThere() {
        submit(Part.ORGANIZER);
        assertTrue(log.sending(KEY));
        task.run(ofAll());
        assertEquals("taken up by whoever starts next", desk.now, desk.tasks.get(KEY));
        task.run(KEY);
        assertEquals(List.of("find " + KEY, "submit " + KEY), asked);
        assertEquals(Stage.TAKEN, handover(0).stage());
    }

    private static String ofAll() {
        return GatewayTask.ALL;
    }

    @Test
    public void aGatewayThatThrowsOrAnswersNothingIsADoubt() {
        submit(Part.ORGANIZER);
        broken = new IllegalStateException("names 王小明");
        task.run(KEY);
        assertEquals(Stage.SENDING, handover(0).stage());
        broken = null;
        known = null;
        task.run(KEY);
        assertEquals(Stage.SENDING, handover(0).stage());
        outcomes.add(new TryLater("closed at night"));
        known = Optional.empty();
        task.run(KEY);
        assertEquals("READY closed at night", handover(0).stage() + " " + handover(0).note());
        task.run(KEY);
        assertEquals(Stage.TAKEN, handover(0).stage());
    }

    @Test
    public void theFormRestsUntilThePlatformTookIt() {
        submit(Part.ORGANIZER);
        assertEquals("psb-under-way", CaseBookTest.code(() -> submit(Part.ORGANIZER)));
        assertEquals("psb-under-way", CaseBookTest.code(() -> desk.book.fill(CaseBookTest.ANNA, "o1-1", Samples.right())));
        outcomes.add(new Declined("营业执照看不清"));
        task.run(KEY);
        assertEquals("OVER 营业执照看不清 DUE", handover(0).stage() + " " + handover(0).note() + " " + state());
        assertEquals("told", List.of("psb-organizer-result"), desk.told.stream().map(one -> one.message()).toList());
        desk.book.fill(CaseBookTest.ANNA, "o1-1", Samples.right());
        submit(Part.ORGANIZER);
        assertEquals("o1-1-2", handover(1).key());
    }

    @Test
    public void whatIsRecordedByHandIsNotSentAnyMore() {
        submit(Part.ORGANIZER);
        assertEquals(State.ORGANIZER_SUBMITTED, desk.record(Event.ORGANIZER_SUBMITTED, CaseBookTest.NOTHING));
        assertEquals(Optional.empty(), task.run(KEY));
        assertEquals(List.of(), asked);
    }

    @Test
    public void whatTheCaseDoesNotAdmitAnyMoreIsNotSent() {
        submit(Part.ORGANIZER);
        task.run(KEY);
        submit(Part.SITE);
        desk.record(Event.ORGANIZER_RETURNED, reason("证件照不清晰"));
        asked.clear();
        desk.told.clear();
        assertEquals(Optional.of(desk.now), task.run("o1-1-2"));
        assertEquals("OVER the case is ORGANIZER_RETURNED", handover(1).stage() + " " + handover(1).note());
        assertEquals(Optional.empty(), task.run("o1-1-2"));
        assertEquals("not sent", List.of(), asked);
        assertEquals("told", List.of("psb-site-result"), desk.told.stream().map(one -> one.message()).toList());
        desk.book.fill(CaseBookTest.ANNA, "o1-1", Samples.right());
    }

    @Test
    public void whatThePlatformTookAfterTheCaseMovedOnIsNotedAndHoldsNothingUp() {
        submit(Part.ORGANIZER);
        task.run(KEY);
        submit(Part.SITE);
        assertTrue(log.sending("o1-1-2"));
        desk.record(Event.ORGANIZER_RETURNED, reason("证件照不清晰"));
        desk.told.clear();
        known = Optional.of("ref 9");
        task.run("o1-1-2");
        assertEquals("OVER ref 9 taken, while the case is ORGANIZER_RETURNED", handover(1).stage() + " " + handover(1).reference() + " "
            + handover(1).note());
        assertEquals(State.ORGANIZER_RETURNED, state());
        assertEquals("told", List.of("psb-site-result"), desk.told.stream().map(one -> one.message()).toList());
        desk.book.fill(CaseBookTest.ANNA, "o1-1", Samples.right());
    }

    @Test
    public void anAnswerToAFormerSubmissionIsNotTakenForOneToThatByHand() {
        submit(Part.ORGANIZER);
        task.run(KEY);
        desk.record(Event.ORGANIZER_RETURNED, reason("证件照不清晰"));
        desk.record(Event.ORGANIZER_SUBMITTED, CaseBookTest.NOTHING);
        answers.add(answer("1", Event.ORGANIZER_RETURNED, reason("证件照不清晰")));
        assertEquals(Optional.empty(), task.run(KEY));
        assertEquals("OVER recorded by hand", handover(0).stage() + " " + handover(0).note());
        assertEquals(State.ORGANIZER_SUBMITTED, state());
    }

    @Test
    public void whatCannotBeReadNowIsSentLater() {
        submit(Part.ORGANIZER);
        desk.away = true;
        assertEquals(Optional.of(desk.now.plus(Duration.ofMinutes(5))), task.run(KEY));
        assertEquals("not given up", Stage.SENDING, handover(0).stage());
        desk.away = false;
        task.run(KEY);
        assertEquals(Stage.TAKEN, handover(0).stage());
    }

    @Test
    public void aSubmissionWhoseSiteOrOrderIsGoneEndsAndLeavesNothingStuck() {
        submit(Part.ORGANIZER);
        desk.siteEnded = true;
        assertEquals(Optional.empty(), task.run(KEY));
        assertEquals("OVER site-ended", handover(0).stage() + " " + handover(0).note());
        desk.siteEnded = false;
        submit(Part.ORGANIZER);
        desk.kept.clear();
        assertEquals("the account was erased", Optional.empty(), task.run("o1-1-2"));
        assertEquals(List.of(), asked);
    }

    @Test
    public void anAnswerThatComesTwiceOrDoesNotFitChangesNothing() {
        submit(Part.ORGANIZER);
        task.run(KEY);
        answers.addAll(List.of(answer("1", Event.ORGANIZER_RETURNED, reason("证件照不清晰")),
            answer("1", Event.ORGANIZER_RETURNED, reason("证件照不清晰"))));
        task.run(KEY);
        assertEquals(List.of("证件照不清晰"), desk.files.find("o1-1").orElseThrow().steps().stream().map(step -> step.reason())
            .filter(reason -> reason != null).toList());
        submit(Part.ORGANIZER);
        task.run("o1-1-2");
        answers.clear();
        answers.add(answer("9", Event.NUMBER_ISSUED, null));
        task.run("o1-1-2");
        assertEquals("NUMBER_ISSUED: psb-answer", handover(1).note());
        assertEquals("people go on by hand", State.ORGANIZER_SUBMITTED, state());
    }

    @Test
    public void withoutAGatewayEverythingIsByHandAndWhatWasBegunRests() {
        submit(Part.ORGANIZER);
        GatewayTask none = task(null);
        assertEquals(Optional.empty(), none.run(KEY));
        none.stop();
        assertEquals(Map.of(), none.standing());
        assertEquals("the next one looks at all", Map.of(GatewayTask.ALL, desk.now), task.standing());
        desk.book.gateway = null;
        assertEquals("psb-no-gateway", CaseBookTest.code(() -> submit(Part.ORGANIZER)));
    }

    @Test
    public void theFormMustBeReadyAndTheConsentNew() {
        desk.book.fill(CaseBookTest.ANNA, "o1-1", Samples.form(null, Samples.person(), Samples.site("示例科技")));
        assertEquals("psb-form", CaseBookTest.code(() -> submit(Part.ORGANIZER)));
        desk.book.fill(CaseBookTest.ANNA, "o1-1", Samples.right());
        assertEquals("psb-state", CaseBookTest.code(() -> submit(Part.SITE)));
        submit(Part.ORGANIZER);
        task.run(KEY);
        assertEquals("consent-outdated", CaseBookTest.code(() -> desk.book.submit(CaseBookTest.ANNA, "o1-1", Part.SITE, "2001-01")));
    }
}

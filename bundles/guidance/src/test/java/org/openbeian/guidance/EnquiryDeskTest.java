package org.openbeian.guidance;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.openbeian.api.channel.Notices.Notice;
import org.openbeian.api.guidance.Enquiry;
import org.openbeian.api.guidance.Enquiry.About;
import org.openbeian.api.guidance.Enquiry.Canned;
import org.openbeian.api.guidance.Enquiry.State;
import org.openbeian.api.guidance.ResponseTime;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.rules.Finding;
import org.openbeian.testkit.Requirement;

public class EnquiryDeskTest {

    private static final About FIELD = new About("o1", null, "/services/0/domains", null);

    private final Room room = new Room();

    private Enquiry ask(About about) {
        return room.desk.ask(Room.ANNA, about, "张小明的手机 13812345678 为什么不行？");
    }

    private static String code(Runnable call) {
        return assertThrows(Refusal.class, call::run).code();
    }

    @Test
    @Requirement({"W-11", "W-37"})
    public void aQuestionIsAnsweredAndTold() {
        Enquiry asked = ask(FIELD);
        assertEquals(State.OPEN, asked.state());
        room.pass(Duration.ofHours(9));
        Enquiry answered = room.desk.answer(Room.SPECIALIST, asked.id(), "请看", List.of("rule:domain-holder-differs", "help:after-return"));
        assertEquals(State.ANSWERED, answered.state());
        assertEquals(room.now, answered.answeredAt());
        assertEquals(List.of("rule:domain-holder-differs", "help:after-return"), answered.entries().get(1).canned().stream()
            .map(Canned::id).toList());
        assertEquals(Room.SOURCE, answered.entries().get(1).canned().get(0).source());
        assertEquals(List.of(new Notice("enquiry-answered", "anna", "o1", "enquiry-" + asked.id() + "-2", Map.of("enquiry", asked.id()))),
            room.told);
        assertEquals(State.OPEN, room.desk.askOn(Room.ANNA, asked.id(), "还有").state());
        room.pass(Duration.ofHours(1));
        assertEquals("the first answer counts", answered.answeredAt(), room.desk.answer(Room.SPECIALIST, asked.id(), "好的", null)
            .answeredAt());
        assertEquals(State.CLOSED, room.desk.close(Room.ANNA, asked.id()).state());
        assertEquals("enquiry-closed", code(() -> room.desk.askOn(Room.ANNA, asked.id(), "还有")));
        assertEquals("enquiry-closed", code(() -> room.desk.answer(Room.SPECIALIST, asked.id(), "还有", null)));
        assertEquals(List.of("anna enquiry.ask {order=o1}", "lin enquiry.answer {order=o1}", "anna enquiry.ask {order=o1}",
            "lin enquiry.answer {order=o1}", "anna enquiry.close {order=o1}"), room.audited);
    }

    @Test
    public void othersSeeNeitherTheEnquiryNorNamesAndNumbersInIt() {
        Enquiry asked = ask(FIELD);
        assertTrue(asked.entries().get(0).text().contains("张小明的手机 13812345678"));
        assertEquals("张**的手机 138******78 为什么不行？", room.desk.get(Room.SPECIALIST, asked.id()).entries().get(0).text());
        assertEquals("张**的手机 138******78 为什么不行？", room.desk.list(Room.AUDITOR, null, null, 9).get(0).entries().get(0).text());
        assertEquals("enquiry-not-found", code(() -> room.desk.get(Room.BOB, asked.id())));
        assertEquals(List.of(), room.desk.list(Room.BOB, null, null, 9));
        assertEquals("order-not-found", code(() -> room.desk.ask(Room.BOB, FIELD, "问题")));
        assertEquals("not-permitted", code(() -> room.desk.answer(Room.ANNA, asked.id(), "自答", null)));
        assertEquals("not-permitted", code(() -> room.desk.close(Room.AUDITOR, asked.id())));
        assertEquals("not-permitted", code(() -> room.desk.reveal(Room.AUDITOR, asked.id(), "look")));
        assertEquals("reason-needed", code(() -> room.desk.reveal(Room.SPECIALIST, asked.id(), "x")));
        assertEquals(Map.of("/entries/0/text", "张小明的手机 13812345678 为什么不行？"), room.desk.reveal(Room.SPECIALIST, asked.id(), "to call"));
        assertEquals("lin enquiry.reveal {order=o1}", room.audited.get(room.audited.size() - 1));
        assertFalse(asked.toString(), asked.toString().contains("张小明"));
        room.desk.askOn(Room.ANNA, asked.id(), "张小明还在等");
        assertEquals("each entry", List.of("张**的手机 138******78 为什么不行？", "张**还在等"),
            room.desk.get(Room.SPECIALIST, asked.id()).entries().stream().map(Enquiry.Entry::text).toList());
    }

    @Test
    public void aRuleIsExplainedWhileTheNatureOfTheOrganizerIsNotKnown() {
        room.nature = null;
        Enquiry asked = ask(new About("o1", null, null, "postcode-invalid"));
        assertEquals(List.of("rule:postcode-invalid"), room.desk.suggestions(Room.SPECIALIST, asked.id()).stream().map(Canned::id)
            .filter(id -> id.startsWith("rule:")).toList());
    }

    @Test
    public void everythingWrongIsSaidAtOnce() {
        Refusal refusal = assertThrows(Refusal.class, () -> room.desk.ask(Room.ANNA, new About(null, "nothing", "name", "?"), "\u0007"));
        assertEquals(List.of("/text", "/about/topic", "/about/pointer", "/about/rule"), refusal.findings().stream().map(Finding::pointer)
            .toList());
        Enquiry asked = ask(About.NOTHING);
        assertEquals("enquiry-canned", code(() -> room.desk.answer(Room.SPECIALIST, asked.id(), null, List.of("help:nothing"))));
        assertEquals("enquiry-text", code(() -> room.desk.answer(Room.SPECIALIST, asked.id(), " ", null)));
        assertEquals(List.of(), room.told);
    }

    @Test
    public void anAccountHasSoManyOpenAtATime() {
        room.config.put("open_most", 2);
        room.settings.modified(Settings.with(room.config));
        Enquiry first = ask(About.NOTHING);
        ask(FIELD);
        assertEquals("enquiry-many", code(() -> ask(FIELD)));
        room.desk.answer(Room.SPECIALIST, first.id(), "好的", null);
        ask(FIELD);
    }

    @Test
    public void preparedAnswersComeFromTheRulesAndTheHelp() {
        Enquiry rule = ask(new About("o1", null, null, "postcode-invalid"));
        assertEquals("rule:postcode-invalid", room.desk.suggestions(Room.ANNA, rule.id()).get(0).id());
        Enquiry topic = ask(new About(null, "sms-verification", null, null));
        assertEquals("help:sms-verification", room.desk.suggestions(Room.SPECIALIST, topic.id()).get(0).id());
        assertEquals(List.of(), room.desk.suggestions(Room.ANNA, ask(About.NOTHING).id()));
    }

    @Test
    @Requirement("W-11")
    public void firstAnswersAreMeasured() {
        room.config.put("answer_hours", 2);
        room.settings.modified(Settings.with(room.config));
        for (int hours : List.of(1, 2, 3)) {
            Enquiry asked = ask(new About(null, "materials", null, null));
            room.pass(Duration.ofHours(hours));
            room.desk.answer(Room.SPECIALIST, asked.id(), "好的", null);
        }
        ask(About.NOTHING);
        Enquiry given = ask(About.NOTHING);
        room.desk.close(Room.ANNA, given.id());
        room.pass(Duration.ofHours(3));
        List<ResponseTime> times = room.desk.responseTimes(Room.AUDITOR, room.now.minus(Duration.ofDays(1)), room.now);
        assertEquals(List.of(new ResponseTime(null, 2, 5, 1, 2, 7200L, 10_800L, 10_800L),
            new ResponseTime("materials", 2, 3, 0, 1, 7200L, 10_800L, 10_800L)), times);
        assertEquals("not-permitted", code(() -> room.desk.responseTimes(Room.ANNA, room.now.minusSeconds(1), room.now)));
        assertEquals("empty-span", code(() -> room.desk.responseTimes(Room.AUDITOR, room.now, room.now)));
    }

    @Test
    public void aChangeMadeMeanwhileIsNotOverwritten() {
        Enquiry asked = ask(About.NOTHING);
        room.cases.meanwhile = () -> room.desk.close(Room.ANNA, asked.id());
        assertEquals("enquiry-changed", code(() -> room.desk.answer(Room.SPECIALIST, asked.id(), "好的", null)));
    }
}

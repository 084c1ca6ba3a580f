package org.openbeian.shell;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.openbeian.api.guidance.Checklist;
import org.openbeian.api.guidance.Checklists;
import org.openbeian.api.guidance.Enquiries;
import org.openbeian.api.guidance.Enquiry;
import org.openbeian.api.guidance.Enquiry.About;
import org.openbeian.api.guidance.Enquiry.Canned;
import org.openbeian.api.guidance.Enquiry.Entry;
import org.openbeian.api.guidance.Enquiry.State;
import org.openbeian.api.guidance.Help;
import org.openbeian.api.guidance.HelpText;
import org.openbeian.api.guidance.HelpVotes;
import org.openbeian.api.guidance.ResponseTime;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.order.OrderState;
import org.openbeian.api.order.ServiceLevel;
import org.openbeian.testkit.Requirement;

@Requirement({"W-11", "E-03"})
public class EnquiryCommandsTest {

    private static final Instant AT = Instant.parse("2026-11-21T02:03:04Z");
    private static final Enquiry ASKED = new Enquiry("e1", 1, "anna", new About("o1", "materials", "/organizer/name", "r1"), State.OPEN,
            AT, null, List.of(new Entry(AT, "anna", false, "我的手机 13812345678", List.of())));
    private static final LocalizedText WORDS = new LocalizedText("请看", "look");
    private static final HelpText TEXT = new HelpText("review-time", "v1", HelpText.Kind.FAQ, WORDS, WORDS, List.of(), "A-109",
            "https://example.com/", List.of(new ServiceLevel(
                ServiceLevel.Stage.AUTHORITY, "320000", null, 20, 0, 7, 0, 90_060, 90_060, 90_060)));

    private final List<String> calls = new ArrayList<>();
    private final Enquiries enquiries = fake(Enquiries.class, (proxy, method, arguments) -> {
        calls.add(method.getName() + Arrays.toString(Arrays.copyOfRange(arguments, 1, arguments.length)));
        return switch (method.getName()) {
            case "list" -> List.of(ASKED);
            case "get" -> ASKED;
            case "suggestions" -> List.of(new Canned("help:review-time", "v1", WORDS, WORDS, null));
            case "reveal" -> Map.of("/entries/0/text", "13812345678");
            case "responseTimes" -> List.of(new ResponseTime(null, 0, 3, 1, 0, 60L, 90_060L, null));
            default -> ASKED.next(method.getName().equals("close") ? State.CLOSED : State.ANSWERED, null);
        };
    });
    private final Help help = fake(Help.class, (proxy, method, arguments) -> switch (method.getName()) {
        case "get" -> TEXT;
        case "votes" -> List.of(new HelpVotes("clb", 2, 5));
        default -> List.of(TEXT);
    });

    private static <T> T fake(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    @Test
    public void enquiriesAreShownWithoutNumbersOfPersons() throws Exception {
        EnquiryListCommand list = new EnquiryListCommand();
        list.enquiries = enquiries;
        list.state = "open";
        assertTrue(Console.run(list, "sam").contains("/organizer/name"));
        EnquiryShowCommand show = new EnquiryShowCommand();
        show.enquiries = enquiries;
        show.id = "e1";
        String text = Console.run(show, "sam") + Console.json(show, "sam");
        assertTrue(text, text.contains("我的手机 138******78") && text.contains("help:review-time"));
        assertFalse(text, text.contains("13812345678"));
        EnquiryRevealCommand reveal = new EnquiryRevealCommand();
        reveal.enquiries = enquiries;
        reveal.id = "e1";
        reveal.reason = "to call";
        assertEquals("/entries/0/text = 13812345678\n", Console.run(reveal, "sam"));
        assertTrue(Console.refused(reveal, "olga").contains("needs the role"));
        assertTrue(Console.refused(new EnquiryListCommand(), "sam").contains("feature openbeian-guidance"));
    }

    @Test
    public void anAnswerIsGivenUnlessTheRunIsDry() throws Exception {
        EnquiryAnswerCommand answer = new EnquiryAnswerCommand();
        answer.enquiries = enquiries;
        answer.id = "e1";
        answer.canned = "help:review-time,rule:r1";
        answer.dryRun = true;
        assertTrue(Console.run(answer, "sam").startsWith("Will answer enquiry e1 (OPEN)."));
        assertEquals(List.of("get[e1]"), calls);
        answer.dryRun = false;
        assertTrue(Console.run(answer, "sam").endsWith("Done: enquiry e1 is ANSWERED.\n"));
        assertEquals("answer[e1, null, [help:review-time, rule:r1]]", calls.get(calls.size() - 1));
        EnquiryCloseCommand close = new EnquiryCloseCommand();
        close.enquiries = enquiries;
        close.id = "e1";
        assertTrue(Console.run(close, "sam").endsWith("Done: enquiry e1 is CLOSED.\n"));
    }

    @Test
    public void timesAndVotesAreTables() throws Exception {
        EnquiryTimesCommand times = new EnquiryTimesCommand();
        times.enquiries = enquiries;
        times.clock = Clock.fixed(AT, ZoneOffset.UTC);
        String text = Console.run(times, "sam");
        assertTrue(text, text.contains("(all)") && text.contains("0d 00:01") && text.contains("1d 01:01"));
        assertEquals("responseTimes[" + AT.minusSeconds(90 * 86_400L) + ", " + AT.plusSeconds(1) + "]", calls.get(0));
        HelpVotesCommand votes = new HelpVotesCommand();
        votes.help = help;
        assertTrue(Console.run(votes, "sam").contains("clb"));
        HelpShowCommand show = new HelpShowCommand();
        show.help = help;
        show.id = "review-time";
        text = Console.run(show, "sam");
        assertTrue(text, text.contains("320000") && text.contains("1d 01:01") && text.contains("https://example.com/"));
        HelpListCommand list = new HelpListCommand();
        list.help = help;
        list.about = "PRE_REVIEW";
        assertTrue(Console.run(list, "sam").contains("review-time"));
    }

    @Test
    @Requirement("T-108")
    public void aChecklistIsATable() throws Exception {
        OrderChecklistCommand command = new OrderChecklistCommand();
        command.id = "o1";
        command.checklists = fake(Checklists.class, (proxy, method, arguments) -> new Checklist("o1", 1, FilingType.FIRST, OrderState.DRAFT,
                "440000", AT, false, List.of(new Checklist.ListItem(Checklist.Kind.FIELD, "public-ip", Checklist.Stage.FILING, "", WORDS,
                Checklist.State.LATER, List.of(), new LocalizedText("购买", "the purchase"), null, null))));
        String text = Console.run(command, "sam");
        assertTrue(text, text.contains("public-ip") && text.contains("购买") && text.contains("Not complete yet."));
        assertTrue(Console.refused(new OrderChecklistCommand(), "sam").contains("feature openbeian-guidance"));
    }
}

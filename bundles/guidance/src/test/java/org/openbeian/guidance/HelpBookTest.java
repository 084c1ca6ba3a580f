package org.openbeian.guidance;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.Test;
import org.openbeian.api.guidance.HelpText;
import org.openbeian.api.guidance.HelpText.Kind;
import org.openbeian.api.guidance.HelpVotes;
import org.openbeian.api.model.App;
import org.openbeian.api.model.Application;
import org.openbeian.api.model.InternetService;
import org.openbeian.api.model.WebSite;
import org.openbeian.api.order.OrderState;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.order.ServiceLevel;
import org.openbeian.testkit.Requirement;

public class HelpBookTest {

    private final Room room = new Room();

    private List<String> find(String about, String words) {
        return room.help.find(null, about, words).stream().map(HelpText::id).toList();
    }

    @Test
    @Requirement({"A-109", "A-110", "A-111", "A-112", "A-113", "E-07"})
    public void theCatalogueIsWhole() {
        List<HelpText> all = room.help.find(null, null, null);
        assertEquals(17, room.help.find(Kind.TOPIC, null, null).size());
        assertEquals("no id twice", all.size(), all.stream().map(HelpText::id).distinct().count());
        assertTrue(all.stream().map(HelpText::source).toList().containsAll(List.of("A-109", "A-110", "A-111", "A-112", "A-113", "E-07")));
        for (HelpText text : all) {
            assertFalse(text.id(), List.of(text.title().zh(), text.title().en(), text.text().zh(), text.text().en()).contains(""));
            assertTrue(text.id(), text.kind() != Kind.TOPIC || !text.about().isEmpty());
        }
    }

    @Test
    @Requirement("A-113")
    public void fieldsStepsAndErrorsHaveTheirHelp() {
        Set<String> known = new HashSet<>();
        collect("", Application.class, known);
        room.help.find(null, null, null).forEach(text -> text.about().stream().filter(place -> place.startsWith("/"))
            .forEach(place -> assertTrue(text.id() + " is about " + place, known.contains(place))));
        for (OrderState state : OrderState.values()) {
            assertFalse(state.name(), find(state.name(), null).isEmpty());
        }
        assertEquals("the closest first", "approved-suffixes", find("domain-suffix-not-approved", null).get(0));
        assertTrue(find("/application/services/3/domains/0", null).containsAll(List.of("restrictions", "subdomain")));
        assertEquals(List.of("sms-verification", "review-time"), find("SMS_PENDING", null));
        assertEquals("templates", find("material-missing:commitment-letter", null).get(0));
        assertEquals(List.of(), find("/nothing", null));
        assertEquals("a pattern is no part of a name", List.of(), find("/services/0/domainsX", null));
    }

    private static void collect(String path, Class<?> type, Set<String> known) {
        known.add(path);
        if (type == InternetService.class) {
            collect(path, WebSite.class, known);
            collect(path, App.class, known);
        } else if (type.isRecord()) {
            for (RecordComponent part : type.getRecordComponents()) {
                Type generic = part.getGenericType();
                boolean list = generic instanceof ParameterizedType && part.getType() == List.class;
                known.add(path + "/" + part.getName());
                Class<?> next = list ? (Class<?>) ((ParameterizedType) generic).getActualTypeArguments()[0] : part.getType();
                collect(path + "/" + part.getName() + (list ? "/*" : ""), next, known);
            }
        }
    }

    @Test
    @Requirement("Q-08")
    public void whoeverBoughtTheDomainElsewhereLearnsWhereToFile() {
        HelpText text = room.help.get("where-to-file");
        assertTrue(text.text().zh(), text.text().zh().contains("与域名在哪里购买无关"));
        assertTrue(text.text().en(), text.text().en().startsWith("The provider of the server"));
    }

    @Test
    public void wordsOfBothLanguagesFind() {
        assertEquals(List.of("chinese-domain"), find(null, "中文域名可以备案"));
        assertEquals(List.of("how-many-subjects"), find(null, "HOW MANY organizers"));
        assertEquals(List.of(), find(null, "how-many-nothing"));
        assertEquals(List.of(Kind.TERM), room.help.find(Kind.TERM, null, "access provider").stream().map(HelpText::kind).distinct()
            .toList());
    }

    @Test
    @Requirement("A-109")
    public void figuresComeFromFilingsHereOnceThereAreEnough() {
        List<ServiceLevel> figures = room.help.get("review-time").figures();
        assertEquals("four filings are too few", List.of("320000"), figures.stream().map(ServiceLevel::provinceId).toList());
        room.levels = List.of();
        room.pass(Duration.ofMinutes(59));
        assertEquals(figures, room.help.get("review-time").figures());
        int before = room.measured;
        room.pass(Duration.ofMinutes(2));
        assertEquals(List.of(), room.help.get("review-time").figures());
        assertTrue(room.measured > before);
        assertEquals(List.of(), room.help.get("branch").figures());
    }

    @Test
    public void theProviderAddsPages() {
        assertNull(room.help.get("clb").link());
        room.config.put("links", new String[] {"clb=https://example.com/clb"});
        room.settings.modified(Settings.with(room.config));
        assertEquals("https://example.com/clb", room.help.get("clb").link());
        room.config.put("links", new String[] {"clb=javascript:alert(1)"});
        room.settings.modified(Settings.with(room.config));
        assertEquals("https://example.com/clb", room.help.get("clb").link());
    }

    @Test
    @Requirement("E-03")
    public void anAccountVotesOnceOnAText() {
        room.help.vote(Room.ANNA, "clb", true);
        room.help.vote(Room.ANNA, "clb", false);
        room.help.vote(Room.BOB, "branch", true);
        assertEquals(List.of(new HelpVotes("clb", 0, 1), new HelpVotes("branch", 1, 0)), room.help.votes(Room.AUDITOR));
        assertEquals("help-not-found", assertThrows(Refusal.class, () -> room.help.vote(Room.ANNA, "nothing", true)).code());
        assertEquals("not-permitted", assertThrows(Refusal.class, () -> room.help.votes(Room.ANNA)).code());
    }
}

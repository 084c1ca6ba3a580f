package org.openbeian.guidance;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.Test;
import org.openbeian.api.guidance.HelpText;
import org.openbeian.api.guidance.HelpText.Kind;
import org.openbeian.api.guidance.HelpVotes;
import org.openbeian.api.model.App;
import org.openbeian.api.model.Application;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.model.InternetService;
import org.openbeian.api.model.WebSite;
import org.openbeian.api.order.OrderState;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.order.ServiceLevel;
import org.openbeian.testkit.Requirement;

public class HelpBookTest {

    /** A quoted text of one word, which may go on after a colon, or an id. */
    private static final Pattern NAME = Pattern.compile("\"([\\w-]+)[\":]|\\b(?:id|type): ?\"?([\\w-]+)");

    private static final Pattern CODE = Pattern.compile("\"((?:psb|footer|curtain|consent)-[a-z0-9-]*[a-z0-9])\"");

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
            assertFalse(text.id() + " belongs somewhere", text.about().isEmpty());
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

    /** A rule, a material or a state that gets another name would lose its help silently. */
    @Test
    @Requirement("A-113")
    public void whatATextIsAboutExists() throws IOException {
        Path bundles = Path.of("..").toAbsolutePath().normalize();
        TreeSet<String> names = new TreeSet<>();
        for (String part : List.of("core/src/main", "api/src/main", "provinces/national/src/main", "resources", "aftercare/src/main",
                "public-security/src/main")) {
            try (Stream<Path> files = Files.walk(bundles.resolve(part))) {
                for (Path file : files.filter(one -> one.toString().matches(".*src.main.*\\.(java|yaml|json)")).toList()) {
                    NAME.matcher(Files.readString(file)).results().map(found -> found.group(found.group(1) == null ? 2 : 1))
                        .forEach(names::add);
                }
            }
        }
        assertFalse("a word in a text is no name", names.contains("the"));
        List<String> ids = room.help.find(null, null, null).stream().map(HelpText::id).toList();
        Set<String> constants = Stream.of(OrderState.values(), FilingType.values()).flatMap(Stream::of).map(Enum::name)
            .collect(Collectors.toSet());
        for (HelpText text : room.help.find(null, null, null)) {
            for (String place : text.about()) {
                assertTrue(text.id() + " is about " + place, place.startsWith("/") || (place.matches("[A-Z_]+")
                    ? constants.contains(place) : ids.contains(place) || isNamed(place, names)));
            }
        }
        for (FilingType type : FilingType.values()) {
            assertFalse(type.name(), find(type.name(), null).isEmpty());
        }
    }

    /** Codes in the sources: an error about the case, the footer, the curtain or a consent that gets no topic leaves people alone. */
    @Test
    @Requirement("A-113")
    public void errorsAfterTheGrantAndOfConsentsHaveATopic() throws IOException {
        TreeSet<String> codes = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("..").toAbsolutePath().normalize())) {
            for (Path file : files.filter(one -> one.toString().matches(".*/src/main/java/.*\\.java")).toList()) {
                CODE.matcher(Files.readString(file)).results().map(found -> found.group(1)).forEach(codes::add);
            }
        }
        assertTrue(codes.toString(), codes.containsAll(List.of("psb-missing", "psb-code-expired", "footer-host", "footer-link-old",
            "footer-police-missing", "curtain-under-way", "consent-missing", "consent-text-not-found")));
        assertEquals("codes without a topic", List.of(), codes.stream().filter(code -> room.help.find(Kind.TOPIC, code, null).isEmpty())
            .toList());
        assertEquals("filing-process", find("consent-missing", null).get(0));
        assertEquals("materials", find("curtain-under-way", null).get(0));
        assertEquals("authority-requirements", find("footer-copyright-missing", null).get(0));
        assertEquals(List.of("filing-process", "term-psb", "after-grant"), find("footer-police-missing", null));
        assertEquals("pre-approval", find("psb-name-approval", null).get(0));
        assertEquals(List.of("filing-process", "term-psb"), find("psb-under-way", null));
    }

    private static boolean isNamed(String about, TreeSet<String> names) {
        if (!about.endsWith("*")) {
            return names.contains(about);
        }
        String start = about.substring(0, about.length() - 1);
        return names.tailSet(start).stream().findFirst().filter(name -> name.startsWith(start)).isPresent();
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
    @Requirement("T-96")
    public void thePlatformOfThePoliceHasTwoNamesAndOneAddress() {
        HelpText text = room.help.get("term-psb");
        for (String name : List.of("全国公安机关互联网站安全服务平台", "全国公安机关互联网站安全管理服务平台")) {
            assertTrue(text.text().zh(), text.text().zh().contains(name));
            assertTrue(text.text().en(), text.text().en().contains(name));
            assertEquals(name, List.of("term-psb"), find(null, name));
        }
        assertEquals("https://beian.mps.gov.cn/", text.link());
        room.config.put("links", new String[] {"term-psb=https://psb.example.com/"});
        room.settings.modified(Settings.with(room.config));
        assertEquals("https://psb.example.com/", room.help.get("term-psb").link());
    }

    @Test
    @Requirement("A-42")
    public void whoeverIsNotTheAccountsRealNameLearnsHowToChangeIt() {
        for (String finding : List.of("account-name-differs", "account-certificate-differs")) {
            assertEquals(finding, "real-name-change", find(finding, null).get(0));
        }
        assertTrue(room.help.get("real-name-change").text().zh().contains("请先变更账号实名信息"));
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

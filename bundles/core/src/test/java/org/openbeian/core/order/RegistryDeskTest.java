package org.openbeian.core.order;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.openbeian.core.fake.Samples.ALICE;
import static org.openbeian.core.fake.Samples.OLGA;
import static org.openbeian.core.fake.Samples.SAM;
import static org.openbeian.core.order.Desk.code;
import static org.openbeian.core.order.Desk.refusal;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.Test;
import org.openbeian.api.model.OrganizerNature;
import org.openbeian.api.registry.PublicRegistry.PublicAnswer;
import org.openbeian.api.registry.PublicRegistry.By;
import org.openbeian.api.registry.PublicRegistry.PublicEntry;
import org.openbeian.api.registry.PublicRegistry.PublicQuestion;
import org.openbeian.api.registry.PublicRegistry.PublicUnit;
import org.openbeian.api.registry.PublicRegistry.Verdict;
import org.openbeian.api.registry.RegistryAnswers.KeptAnswer;
import org.openbeian.api.registry.RegistryAnswers.NewAnswer;
import org.openbeian.api.rules.Finding;
import org.openbeian.core.fake.MemoryRegistry;
import org.openbeian.core.fake.Samples;
import org.openbeian.testkit.Requirement;

/** What people saw in the public register. */
@Requirement({"E-19", "T-49"})
public class RegistryDeskTest {

    private static final String NUMBER = "粤ICP备2026000001号";
    private static final PublicQuestion DOMAIN = new PublicQuestion(By.DOMAIN, "www.Example.com");

    private final Desk desk = new Desk();
    private final MemoryRegistry store = new MemoryRegistry();
    private final PublicRegistries registries = new PublicRegistries(desk.transactions, store, Desk.BLIND, desk.settings, desk.clock);
    private final RegistryDesk answers = new RegistryDesk(desk.transactions, store, desk.blobs, registries, desk.register,
        desk.reconciler, desk.settings, desk.audit, desk.clock);

    private static PublicEntry entry(String domain) {
        return new PublicEntry(new PublicUnit("示例公司", OrganizerNature.ENTERPRISE), null, "粤icp备2026000001号-1", "示例小站", List.of(domain));
    }

    private KeptAnswer note(PublicQuestion question, Verdict verdict, Instant asOf, PublicEntry... entries) {
        return answers.note(SAM, new NewAnswer(question, verdict, asOf, List.of(entries), "查询页面所示"));
    }

    private PublicAnswer known(PublicQuestion question) {
        return answers.inquire(OLGA, question).answer();
    }

    @Test
    public void aPersonOpensThePageAndNotesWhatHeSaw() {
        assertEquals(List.of("https://beian.miit.gov.cn/"), answers.inquire(SAM, DOMAIN).pages());
        assertEquals("example.com", answers.inquire(SAM, DOMAIN).question().value());
        assertEquals(new PublicAnswer(Verdict.UNKNOWN, desk.time(), List.of(), "nobody"), known(DOMAIN));
        KeptAnswer kept = note(DOMAIN, Verdict.FOUND, null, entry("Example.com"));
        assertEquals("sam " + desk.time(), kept.by() + " " + kept.at());
        assertEquals(new PublicEntry(new PublicUnit("示例公司", OrganizerNature.ENTERPRISE), NUMBER, NUMBER + "-1", "示例小站",
            List.of("example.com")), kept.entries().get(0));
        assertEquals(new PublicAnswer(Verdict.FOUND, desk.time(), kept.entries(), "person"),
            known(new PublicQuestion(By.DOMAIN, "a.example.com")));
        assertEquals(List.of(kept), answers.list(OLGA, null, 10));
        assertEquals(kept, answers.get(OLGA, kept.id()));
        assertEquals("registry-answer-not-found", code(() -> answers.get(SAM, "nothing")));
        assertTrue(desk.audit.lines.toString(), desk.audit.lines.get(0).startsWith("sam registry.note"));
    }

    @Test
    public void theNewestAnswerThatSaysSomethingCounts() {
        Instant now = desk.time();
        note(DOMAIN, Verdict.NOT_FOUND, now);
        note(DOMAIN, Verdict.FOUND, now.minus(Duration.ofDays(2)), entry("example.com"));
        note(DOMAIN, Verdict.UNKNOWN, now);
        assertEquals(Verdict.NOT_FOUND, known(DOMAIN).verdict());
        registries.with(question -> new PublicAnswer(Verdict.FOUND, now.plusSeconds(1), List.of(entry("example.com")), "licensed"),
            question -> new PublicAnswer(Verdict.NOT_FOUND, now.plus(Duration.ofDays(9)), List.of(), "ahead"),
            question -> new PublicAnswer(Verdict.FOUND, now.plusSeconds(2), List.of(), "empty"),
            question -> new PublicAnswer(null, null, null, null));
        assertEquals("licensed", known(DOMAIN).source());
        registries.with();
        desk.clock.pass(Duration.ofDays(31));
        assertEquals("too old", Verdict.UNKNOWN, known(DOMAIN).verdict());
    }

    @Test
    public void namesAreFoundByMarksAndShownMasked() {
        PublicQuestion name = new PublicQuestion(By.UNIT_NAME, " 张小三 ");
        KeptAnswer kept = note(name, Verdict.NOT_FOUND, null);
        assertTrue(kept.question().value(), !kept.question().value().contains("小三") && !kept.toString().contains("张"));
        assertEquals(Verdict.NOT_FOUND, known(new PublicQuestion(By.UNIT_NAME, "张小三")).verdict());
        assertTrue(!answers.list(SAM, null, 1).get(0).question().value().contains("小三"));
    }

    @Test
    public void whatWasSeenIsShownWithoutPersons() {
        PublicQuestion name = new PublicQuestion(By.UNIT_NAME, "李大四");
        PublicEntry person = new PublicEntry(new PublicUnit("张小三", null), NUMBER, null, null, List.of());
        PublicEntry unit = new PublicEntry(new PublicUnit("示例公司", OrganizerNature.ENTERPRISE), NUMBER, null, null, List.of());
        String words = "问李大四，见张小三（13800138000）和示例公司";
        String shown = "问李**，见张**（138******00）和示例公司";
        KeptAnswer kept = answers.note(SAM, new NewAnswer(name, Verdict.FOUND, null, List.of(person, unit), words));
        assertEquals(shown, kept.text());
        assertEquals(shown, answers.get(OLGA, kept.id()).text());
        assertEquals(shown, answers.list(OLGA, null, 1).get(0).text());
        assertEquals("kept as it was written", words, store.find(kept.id()).orElseThrow().text());
    }

    @Test
    public void aPictureProvesAnAnswerOnce() {
        KeptAnswer kept = note(DOMAIN, Verdict.NOT_FOUND, null);
        assertEquals("registry-no-picture", code(() -> answers.proof(SAM, kept.id())));
        byte[] picture = Samples.picture("png", 20, 20);
        assertEquals("material-kind", code(() -> answers.prove(SAM, kept.id(), "image/png", new byte[20])));
        assertEquals("image/png", answers.prove(SAM, kept.id(), "image/png", picture).picture());
        assertArrayEquals(picture, answers.proof(OLGA, kept.id()).content());
        assertEquals("registry-proved", code(() -> answers.prove(SAM, kept.id(), "image/png", picture)));
    }

    @Test
    public void allThatIsWrongIsToldAtOnce() {
        PublicEntry strange = new PublicEntry(null, NUMBER, "京ICP备2026000001号-1", null, List.of());
        List<Finding> findings = refusal(() -> answers.note(SAM, new NewAnswer(new PublicQuestion(By.NUMBER, "abc"), Verdict.NOT_FOUND,
            desk.time().plus(Duration.ofDays(1)), Arrays.asList(strange, null), "x"))).findings();
        assertEquals(List.of("/question", "/asOf", "/verdict", "/entries/0", "/entries/1"),
            findings.stream().map(Finding::pointer).toList());
        assertEquals("reason-missing", code(() -> answers.note(SAM, new NewAnswer(DOMAIN, Verdict.NOT_FOUND, null, null, " "))));
        assertEquals("not-permitted", code(() -> answers.note(OLGA, new NewAnswer(DOMAIN, Verdict.NOT_FOUND, null, null, "x"))));
        assertEquals("not-permitted", code(() -> answers.inquire(ALICE, DOMAIN)));
        assertEquals("limit-out-of-range", code(() -> answers.list(SAM, null, 0)));
    }

    @Test
    public void whatWasSeenBeforeTheNewestAnswerOpensNothing() {
        desk.uploaded();
        desk.authority.reviewed(1, true, null);
        desk.authority.published("440000", 1, desk.record(NUMBER, NUMBER + "-1"));
        desk.clock.pass(Duration.ofDays(2));
        note(DOMAIN, Verdict.FOUND, null, entry("example.com"));
        note(DOMAIN, Verdict.NOT_FOUND, desk.time().minus(Duration.ofDays(1)));
        assertEquals(List.of(), desk.corrections.list(SAM, true, null, 10));
    }

    @Test
    public void whatDiffersFromTheRegisterIsACase() {
        desk.uploaded();
        desk.authority.reviewed(1, true, null);
        desk.authority.published("440000", 1, desk.record(NUMBER, NUMBER + "-1"));
        note(DOMAIN, Verdict.FOUND, null, entry("example.com"));
        assertEquals("the same", List.of(), desk.corrections.list(SAM, true, null, 10));
        note(DOMAIN, Verdict.FOUND, null, new PublicEntry(null, "京ICP备2026000009号", "京ICP备2026000009号-1", null, List.of()));
        assertEquals(List.of("/services/" + NUMBER + "-1/organizer DIFFERENT by public-register"), differences());
        note(DOMAIN, Verdict.NOT_FOUND, null);
        assertEquals(List.of("/services/" + NUMBER + "-1/organizer DIFFERENT by public-register",
            "/services/" + NUMBER + "-1 DIFFERENT by public-register"), differences());
        note(DOMAIN, Verdict.UNKNOWN, null);
        assertEquals(2, differences().size());
        note(DOMAIN, Verdict.FOUND, null, entry("example.com"));
        assertEquals("settled", List.of(), desk.corrections.list(SAM, true, null, 10));
        note(new PublicQuestion(By.NUMBER, NUMBER), Verdict.FOUND, null, entry("example.com"), entry("example.cn"));
        assertTrue(differences().toString(), differences().contains("/services/" + NUMBER + "-1/domains DIFFERENT by public-register"));
        note(new PublicQuestion(By.NUMBER, NUMBER + "-1"), Verdict.NOT_FOUND, null);
        assertTrue(differences().contains("/services/" + NUMBER + "-1 DIFFERENT by public-register"));
    }

    private List<String> differences() {
        return desk.corrections.list(SAM, true, null, 10).get(0).differences().stream().map(Object::toString).toList();
    }
}

package org.openbeian.shell;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.openbeian.api.correction.ComparedField;
import org.openbeian.api.correction.ComparedField.Likeness;
import org.openbeian.api.correction.Reconciliations.Reconciliation;
import org.openbeian.api.registry.PublicRegistry.PublicAnswer;
import org.openbeian.api.registry.PublicRegistry.PublicQuestion;
import org.openbeian.api.registry.PublicRegistry.Verdict;
import org.openbeian.api.registry.RegistryAnswers;
import org.openbeian.api.security.Actor;
import org.openbeian.testkit.Requirement;

/** The public register in the shell. */
@Requirement({"E-19", "T-49"})
public class RegistryCommandsTest {

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final Desk desk = new Desk();

    /** Notes in memory. */
    private static final class Desk implements RegistryAnswers {

        private final List<String> done = new ArrayList<>();
        private final List<KeptAnswer> kept = new ArrayList<>();

        @Override
        public Inquiry inquire(Actor actor, PublicQuestion question) {
            return new Inquiry(question, new PublicAnswer(Verdict.UNKNOWN, FakeOrders.NOW, List.of(), "nobody"),
                List.of("https://page.example/"));
        }

        @Override
        public KeptAnswer note(Actor actor, NewAnswer answer) {
            kept.add(new KeptAnswer("r1", answer.question(), answer.verdict(), FakeOrders.NOW, answer.entries(), actor.account(),
                FakeOrders.NOW, answer.text(), null));
            return kept.get(0);
        }

        @Override
        public KeptAnswer prove(Actor actor, String id, String mediaType, byte[] picture) {
            done.add(id + " " + mediaType + " " + picture.length);
            return kept.get(0);
        }

        @Override
        public Proof proof(Actor actor, String id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public KeptAnswer get(Actor actor, String id) {
            return kept.get(0);
        }

        @Override
        public List<KeptAnswer> list(Actor actor, String after, int limit) {
            return kept;
        }
    }

    private RegistryNoteCommand note() {
        RegistryNoteCommand command = new RegistryNoteCommand();
        command.answers = desk;
        command.by = "domain";
        command.value = "example.com";
        command.verdict = "FOUND";
        command.text = "as shown";
        command.number = "粤ICP备2026000001号";
        command.names = "example.com,example.cn";
        command.unit = "王小明";
        return command;
    }

    @Test
    public void whatIsKnownIsTold() throws Exception {
        RegistryAskCommand ask = new RegistryAskCommand();
        ask.answers = desk;
        ask.by = "NUMBER";
        ask.value = "粤ICP备2026000001号";
        String told = Console.run(ask, "audrey");
        assertTrue(told, told.contains("UNKNOWN") && told.contains("https://page.example/"));
        assertEquals("UNKNOWN", Console.json(ask, "audrey").path("answer").path("verdict").asText());
        ask.by = "nonsense";
        assertTrue(Console.refused(ask, "audrey").contains("UNIT_NAME"));
    }

    @Test
    public void whatWasSeenIsNotedWithItsPicture() throws Exception {
        Path picture = folder.newFile("seen.png").toPath();
        Files.write(picture, new byte[7]);
        RegistryNoteCommand note = note();
        note.picture = picture.toString();
        note.dryRun = true;
        Console.run(note, "sam");
        assertEquals("a dry run notes nothing", List.of(), desk.kept);
        note.dryRun = false;
        assertTrue(Console.run(note, "sam").contains("answer r1 is noted"));
        assertEquals(List.of("r1 image/png 7"), desk.done);
        assertEquals(List.of("example.com", "example.cn"), desk.kept.get(0).entries().get(0).domains());
        RegistryListCommand list = new RegistryListCommand();
        list.answers = desk;
        assertTrue(Console.run(list, "olga").contains("r1"));
        assertFalse("a person's name is masked", Console.json(list, "olga").toString().contains("王小明"));
        note.picture = "nowhere.png";
        assertTrue(Console.refused(note, "sam").contains("nowhere.png"));
        assertTrue(Console.refused(note(), "olga").contains("needs the role"));
    }

    @Test
    @Requirement("A-107")
    public void theRegisterIsComparedFieldByField() throws Exception {
        RegisterCompareCommand compare = new RegisterCompareCommand();
        compare.number = "粤ICP备2026000001号";
        List<ComparedField> fields = List.of(new ComparedField("/organizer/name", Likeness.DIFFERENT, "甲公司", "乙公司", "public-register",
            FakeOrders.NOW), new ComparedField("/organizer", Likeness.UNKNOWN, "filed", null, "authority-query", FakeOrders.NOW));
        compare.reconciliations = (actor, number) -> new Reconciliation(number, fields, "c1");
        String told = Console.run(compare, "sam");
        assertTrue(told, told.contains("DIFFERENT") && told.contains("乙公司") && told.contains("Case c1 is open"));
        assertEquals("UNKNOWN", Console.json(compare, "sam").path("fields").get(1).path("likeness").asText());
        assertTrue(Console.refused(compare, "olga").contains("needs the role"));
    }
}

package org.openbeian.shell;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.openbeian.api.rules.FormTemplates;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Role;

/** Forms in the shell. */
public class FormCommandsTest {

    /** Where the form lies. */
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final Forms forms = new Forms();

    @Test
    public void theListTellsWhatIsNotLoaded() throws Exception {
        FormListCommand list = new FormListCommand();
        list.forms = forms;
        String text = Console.run(list, "anna");
        assertTrue(text, text.contains("audit-form") && text.contains("not loaded"));
        forms.load(Actor.SYSTEM, "audit-form", new byte[] {1});
        text = Console.run(list, "anna");
        assertTrue(text, text.contains("application/pdf") && text.contains("system") && !text.contains("not loaded"));
        list.json = true;
        assertEquals(1, Console.json(list, "anna").get(0).get("version").asInt());
    }

    @Test
    public void aFormIsLoadedFromAFile() throws Exception {
        Path file = folder.newFile("form.pdf").toPath();
        Files.write(file, new byte[] {1, 2});
        FormLoadCommand load = load("audit-form", file.toString());
        load.dryRun = true;
        String plan = Console.run(load, "olga");
        assertTrue(plan, plan.contains("as version 1 of the form audit-form") && forms.loaded.isEmpty());
        load.dryRun = false;
        String done = Console.run(load, "olga");
        assertTrue(done, done.contains("Done: audit-form is version 1, application/pdf, 2 bytes."));
        assertArrayEquals(new byte[] {1, 2}, forms.loaded.get(0));
    }

    @Test
    public void whatCannotBeLoadedIsNamed() {
        String slot = Console.refused(load("other", "form.pdf"), "olga");
        assertTrue(slot, slot.contains("no slot 'other'"));
        String file = Console.refused(load("audit-form", folder.getRoot() + "/none.pdf"), "olga");
        assertTrue(file, file.contains("none.pdf"));
    }

    @Test
    public void slotsAreCompleted() throws Exception {
        FormSlotCompleter completer = new FormSlotCompleter();
        completer.forms = forms;
        assertEquals(List.of("audit-form"), completer.ids(new Actor("anna", Set.of(Role.APPLICANT), "test")));
    }

    private FormLoadCommand load(String slot, String file) {
        FormLoadCommand load = new FormLoadCommand();
        load.forms = forms;
        load.slot = slot;
        load.file = file;
        return load;
    }

    private static final class Forms implements FormTemplates {

        private final List<byte[]> loaded = new ArrayList<>();
        private String by;

        @Override
        public List<FormTemplate> slots() {
            return List.of(loaded.isEmpty() ? new FormTemplate("audit-form", 0, null, 0, null, null, null)
                : new FormTemplate("audit-form", loaded.size(), "application/pdf", loaded.get(loaded.size() - 1).length, "00",
                    "2026-11-22T04:00:00Z", by));
        }

        @Override
        public FormDocument document(String slot, int version) {
            return new FormDocument(slots().get(0), loaded.get(version - 1));
        }

        @Override
        public FormTemplate load(Actor actor, String slot, byte[] content) {
            loaded.add(content);
            by = actor.account();
            return slots().get(0);
        }
    }
}

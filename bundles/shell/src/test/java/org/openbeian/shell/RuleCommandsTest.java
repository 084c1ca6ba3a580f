package org.openbeian.shell;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.openbeian.api.order.OrderState;
import org.openbeian.api.plugin.PluginStatus;
import org.openbeian.api.plugin.Plugins;
import org.openbeian.api.rules.RuleTrials;
import org.openbeian.api.security.Actor;

/** Commands on rules before they count, and on plugins. */
public class RuleCommandsTest {

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final Trials trials = new Trials();

    @Test
    public void aFileIsCheckedAndItsMistakesAreTold() throws Exception {
        RulesCheckCommand command = new RulesCheckCommand();
        command.trials = trials;
        command.file = file("bad");
        String text = Console.run(command, "olga");
        assertTrue(text, text.contains(command.file + ":3:5: unknown key") && text.contains("Refused: 1 mistakes."));
        command.file = "gansu/1.0.0";
        assertTrue(Console.run(command, "olga").contains("Good: province 620000, version 1.0.0, 2 rules, 4 examples."));
        command.file = folder.getRoot() + "/none";
        assertTrue(Console.refused(command, "olga").startsWith("There is no file"));
        command.file = folder.newFile().getPath();
        Files.write(Path.of(command.file), new byte[] {(byte) 0xff});
        assertTrue(Console.refused(command, "olga").contains(": line 1, column 1: the file is not UTF-8"));
        assertTrue(Console.refused(command, "sam").contains("needs the role"));
    }

    @Test
    public void aDifferenceIsShownRuleByRule() throws Exception {
        RulesDiffCommand command = new RulesDiffCommand();
        command.trials = trials;
        command.candidate = file("x");
        String text = Console.run(command, "olga");
        assertTrue(text, text.contains("changed rules age\n  - require: 18\n  + require: 16"));
        assertEquals("rules", Console.json(command, "olga").at("/changes/0/section").asText());
    }

    @Test
    public void aReplayShowsItsProgressAndEveryVerdictThatChanges() throws Exception {
        RulesReplayCommand command = new RulesReplayCommand();
        command.trials = trials;
        command.candidate = file("x");
        String text = Console.run(command, "olga");
        assertTrue(text, text.contains("[" + "#".repeat(20) + " ".repeat(20) + "] 1 of 2"));
        assertTrue(text, text.contains("[" + "#".repeat(40) + "] 2 of 2"));
        assertTrue(text, text.contains("order-1") && text.contains("BLOCK age /organizer"));
        command.cancel = true;
        command.candidate = "replay-1";
        Console.run(command, "olga");
        assertEquals(List.of("replay-1"), trials.cancelled);
        command.candidate = "replay-2";
        assertEquals("There is no replay 'replay-2'.", Console.refused(command, "olga"));
    }

    @Test
    public void pluginsAreListedAndReleased() throws Exception {
        List<String> released = new ArrayList<>();
        Plugins plugins = new Plugins() {
            @Override
            public List<PluginStatus> plugins() {
                return List.of(new PluginStatus("check", "greedy", "b", "1.0.0", PluginStatus.State.QUARANTINED, "memory", 3,
                    Instant.EPOCH, "b threw"));
            }

            @Override
            public void release(Actor actor, String bundle, String version) {
                released.add(bundle + " " + version);
            }
        };
        PluginListCommand list = new PluginListCommand();
        list.plugins = plugins;
        String text = Console.run(list, "olga");
        assertTrue(text, text.contains("greedy") && text.contains("QUARANTINED") && text.contains("b threw"));
        PluginReleaseCommand release = new PluginReleaseCommand();
        release.plugins = plugins;
        release.bundle = "b";
        release.version = "1.0.0";
        Console.run(release, "olga");
        assertEquals(List.of("b 1.0.0"), released);
        release.version = "2.0.0";
        assertTrue(Console.refused(release, "olga").startsWith("No plugin of b 2.0.0 is quarantined"));
    }

    private String file(String text) throws IOException {
        return Files.writeString(folder.newFile().toPath(), text, StandardCharsets.UTF_8).toString();
    }

    /** Answers as told; a replay is half done when it is first asked for. */
    private static final class Trials implements RuleTrials {

        private final List<String> cancelled = new ArrayList<>();
        private boolean done;

        @Override
        public Report check(String text) {
            return text.equals("bad") ? new Report(null, null, 0, 0, List.of(new Problem(3, 5, "unknown key")))
                : new Report("620000", "1.0.0", 2, 4, List.of());
        }

        @Override
        public Optional<String> installed(String bundle, String bundleVersion) {
            return bundle.equals("gansu") ? Optional.of("good") : Optional.empty();
        }

        @Override
        public Diff diff(String candidate) {
            return new Diff("620000", "1.0.0", "1.1.0",
                List.of(new Change("rules", "age", "changed", List.of(new Part("require", "18", "16")))));
        }

        @Override
        public Replay replay(String candidate) {
            return replay("running", 1);
        }

        @Override
        public Optional<Replay> find(String id) {
            if (!id.equals("replay-1")) {
                return Optional.empty();
            }
            Replay now = done ? replay("done", 2) : replay("running", 1);
            done = true;
            return Optional.of(now);
        }

        @Override
        public List<Replay> replays() {
            return List.of();
        }

        @Override
        public void cancel(String id) {
            cancelled.add(id);
        }

        private static Replay replay(String state, long judged) {
            return new Replay("replay-1", "620000", "1.0.0", "1.1.0", state, judged, 2, Instant.EPOCH,
                List.of(new VerdictChange("order-1", OrderState.PRE_REVIEW, false, true, List.of(),
                    List.of("BLOCK age /organizer"))), 1, null);
        }
    }
}

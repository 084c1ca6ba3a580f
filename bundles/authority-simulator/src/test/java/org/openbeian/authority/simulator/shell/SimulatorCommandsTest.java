package org.openbeian.authority.simulator.shell;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.karaf.shell.support.CommandException;
import org.junit.Test;
import org.openbeian.api.security.Accounts;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Role;
import org.openbeian.authority.simulator.control.Acceptance;
import org.openbeian.authority.simulator.control.AccountView;
import org.openbeian.authority.simulator.control.ClockView;
import org.openbeian.authority.simulator.control.Fault;
import org.openbeian.authority.simulator.control.FilingView;
import org.openbeian.authority.simulator.control.Scenario;
import org.openbeian.authority.simulator.control.SimulatorControl;

public class SimulatorCommandsTest {

    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");

    private final List<String> calls = new ArrayList<>();
    private final Map<String, Object> answers = Map.of(
        "clock", new ClockView(NOW, Duration.ofHours(3), false, Duration.ofMillis(50), NOW.plusSeconds(60), ""),
        "accounts", List.of(new AccountView("440000", "广东", 100, "/authority/440000", 3, 1),
            new AccountView("110000", "北京", 100, "/authority/110000", 0, 0)),
        "faults", Map.of(Fault.BUSY, 2), "duplicates", List.of(), "acceptances", List.of(new Acceptance("440000", 7, 1, 1)),
        "scenarios", List.of(new Scenario("*", Scenario.Sms.ANSWERS, 10, Scenario.Review.PASS, null, 7, 0)),
        "filings", List.of(new FilingView(5, "440000", 3, 7, 1, "张小明", "example.com", FilingView.State.REVIEW, NOW, NOW, NOW,
            NOW, null, null)), "shownFaults", Map.of(Fault.BUSY, 4), "cpuTime", Duration.ofSeconds(4));
    private Role role = Role.OPERATOR;

    private String run(SimulatorCommand command) throws CommandException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        command.out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        command.user = () -> "olga";
        command.accounts = (Accounts) Proxy.newProxyInstance(Accounts.class.getClassLoader(), new Class<?>[] {Accounts.class},
            (proxy, method, arguments) -> Optional.of(new Actor("olga", Set.of(role), "shell")));
        command.simulator = (SimulatorControl) Proxy.newProxyInstance(SimulatorControl.class.getClassLoader(),
            new Class<?>[] {SimulatorControl.class}, (proxy, method, arguments) -> {
                Object answer = answers.get(method.getName());
                if (answer == null) {
                    calls.add(method.getName() + (arguments == null ? "" : Arrays.toString(arguments)));
                }
                return answer;
            });
        command.execute();
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private String refused(SimulatorCommand command) {
        return assertThrows(CommandException.class, () -> run(command)).getMessage();
    }

    @Test
    public void statusShowsClockAuthoritiesInUseAndFaults() throws Exception {
        String text = run(new StatusCommand());
        assertTrue(text, text.contains("Virtual clock 2026-11-21T08:00:00Z, PT3H ahead") && text.contains("440000"));
        assertTrue(text, text.contains("Faults shown: {BUSY=4}"));
        assertFalse(text, text.contains("110000"));
        assertTrue(text, text.contains("{BUSY=2}") && text.contains("No submission was taken twice."));
        StatusCommand all = new StatusCommand();
        all.all = true;
        assertTrue(run(all).contains("110000"));
    }

    @Test
    public void everyReadingCommandSpeaksJson() throws Exception {
        for (SimulatorReadCommand<?> command : List.of(new StatusCommand(), new ClockShowCommand(), new ScenarioListCommand(),
            new FaultListCommand(), new FilingListCommand(), new AcceptanceListCommand())) {
            assertFalse(run(command).isBlank());
            command.json = true;
            assertTrue(new ObjectMapper().readTree(run(command)).isContainerNode());
        }
        assertEquals(List.of(), calls);
    }

    @Test
    public void filingsAreListedWithoutTheOrganizer() throws Exception {
        FilingListCommand command = new FilingListCommand();
        String text = run(command);
        command.json = true;
        text += run(command);
        assertTrue(text, text.contains("example.com") && text.contains("REVIEW"));
        assertFalse(text, text.contains("张小明"));
    }

    @Test
    public void theClockIsPausedResumedAndAdvanced() throws Exception {
        run(new ClockPauseCommand());
        run(new ClockResumeCommand());
        run(new ClockAdvanceCommand());
        ClockAdvanceCommand by = new ClockAdvanceCommand();
        by.by = "PT24H";
        assertTrue(run(by).startsWith("Will jump from 2026-11-21T08:00:00Z to 2026-11-22T08:00:00Z."));
        ClockAdvanceCommand to = new ClockAdvanceCommand();
        to.to = "2026-12-01T00:00:00Z";
        run(to);
        assertEquals(List.of("pause", "resume", "step", "advanceTo[2026-11-22T08:00:00Z]", "advanceTo[2026-12-01T00:00:00Z]"), calls);
    }

    @Test
    public void badTimesAreNamed() {
        ClockAdvanceCommand command = new ClockAdvanceCommand();
        command.by = "a day";
        assertEquals("--by: 'a day' is not a duration such as PT24H.", refused(command));
        command.to = "tomorrow";
        assertTrue(refused(command).startsWith("Say either --by or --to"));
        command.by = null;
        assertTrue(refused(command).startsWith("--to: 'tomorrow'"));
        assertEquals(List.of(), calls);
    }

    @Test
    public void scenariosAreSetAndRemoved() throws Exception {
        ScenarioSetCommand set = new ScenarioSetCommand();
        set.match = "example.com";
        set.sms = "never";
        run(set);
        ScenarioRemoveCommand remove = new ScenarioRemoveCommand();
        remove.match = "*";
        run(remove);
        assertTrue(calls.toString(), calls.get(0).contains("match=example.com, sms=NEVER"));
        assertEquals("removeScenario[*]", calls.get(1));
        set.sms = "sometimes";
        assertTrue(refused(set).startsWith("--sms: 'sometimes' is not one of [ANSWERS, NEVER, FIVE_WRONG]"));
        remove.match = "nothing";
        assertTrue(refused(remove).startsWith("No scenario matches 'nothing'"));
        set.sms = "NEVER";
        set.minutes = 5000;
        assertTrue(refused(set).contains("answerMinutes must be 0 to 1439"));
    }

    @Test
    public void faultsAreInjectedAndCleared() throws Exception {
        FaultInjectCommand inject = new FaultInjectCommand();
        inject.fault = "lost_answer";
        inject.times = 3;
        run(inject);
        FaultInjectCommand random = new FaultInjectCommand();
        random.rate = 0.1;
        run(random);
        run(new FaultClearCommand());
        assertEquals(List.of("inject[LOST_ANSWER, 3]", "failRandomly[0.1, 1]", "clearFaults"), calls);
        assertEquals("Name either a fault or --rate.", refused(new FaultInjectCommand()));
        random.rate = Double.NaN;
        assertEquals("--rate: NaN is not between 0 and 1.", refused(random));
    }

    @Test
    public void peopleActWhenTold() throws Exception {
        DecideCommand decide = new DecideCommand();
        decide.filing = 5;
        decide.decision = "refuse";
        decide.opinion = "blurred";
        run(decide);
        CodeEnterCommand code = new CodeEnterCommand();
        code.filing = 5;
        run(code);
        assertEquals(List.of("decide[5, false, blurred]", "enterCode[5, true]"), calls);
        decide.decision = "perhaps";
        assertEquals("decision: 'perhaps' is neither pass nor refuse.", refused(decide));
    }

    @Test
    public void onlyOperatorsSteerTheSimulator() {
        role = Role.SPECIALIST;
        assertTrue(refused(new ClockPauseCommand()).contains("needs the role OPERATOR"));
        assertEquals(List.of(), calls);
    }
}

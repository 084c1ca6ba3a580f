package org.openbeian.operations;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.felix.hc.api.Result;
import org.apache.karaf.shell.support.CommandException;
import org.junit.Test;
import org.openbeian.api.security.Accounts;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Role;

public class DoctorCommandTest {

    private final FakeExecutor executor = new FakeExecutor().allWell(Checks.START, Checks.SERVICES, Checks.DATABASE, Checks.TASKS,
            Checks.RULES, Checks.LANES, Checks.CLOCK, Checks.CALENDAR, Checks.DISK, Checks.THREADS, Checks.COMPONENTS, Checks.WAITING,
            Checks.HARDENING);
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private DoctorCommand doctor(Role role) {
        DoctorCommand doctor = new DoctorCommand();
        doctor.executor = executor;
        doctor.accounts = Fakes.answering(Accounts.class, Map.of("actor", Optional.of(new Actor("olga", Set.of(role), "shell"))));
        doctor.user = () -> "olga";
        doctor.out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        return doctor;
    }

    private String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    public void allWellSaysOk() throws Exception {
        doctor(Role.OPERATOR).execute();
        assertTrue(text(), text().contains("database    database is well") && text().contains("Result: OK"));
    }

    @Test
    public void aWarningIsNoFailureAndACriticalOneIs() throws Exception {
        executor.with(Checks.LANES, Result.Status.WARN, "Lane channel:email is paused");
        doctor(Role.OPERATOR).execute();
        assertTrue(text(), text().contains("Lane channel:email is paused") && text().contains("Result: WARN"));
        executor.with(Checks.COMPONENTS, Result.Status.CRITICAL, "Thing misses DataSource");
        assertThrows(CommandException.class, () -> doctor(Role.OPERATOR).execute());
        assertTrue(text(), text().contains("Thing misses DataSource") && text().contains("Result: CRITICAL"));
    }

    @Test
    public void aMissingCheckIsCritical() {
        executor.checks.remove(Checks.WAITING);
        assertThrows(CommandException.class, () -> doctor(Role.OPERATOR).execute());
        assertTrue(text(), text().contains("This check is not there"));
    }

    @Test
    public void jsonHoldsTheSame() throws Exception {
        DoctorCommand doctor = doctor(Role.OPERATOR);
        doctor.json = true;
        doctor.execute();
        assertEquals("OK", new ObjectMapper().readTree(text()).get("status").asText());
    }

    @Test
    public void onlyOperatorsMayAskUnlessTheAccountsAreBroken() throws Exception {
        assertThrows(CommandException.class, () -> doctor(Role.SPECIALIST).execute());
        DoctorCommand broken = doctor(Role.SPECIALIST);
        broken.accounts = null;
        broken.execute();
        broken.user = () -> null;
        assertThrows(CommandException.class, broken::execute);
        DoctorCommand alone = doctor(Role.OPERATOR);
        alone.executor = null;
        assertTrue(assertThrows(CommandException.class, alone::execute).getMessage().contains("openbeian-operations"));
    }
}

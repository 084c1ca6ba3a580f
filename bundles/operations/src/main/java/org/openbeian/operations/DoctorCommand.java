package org.openbeian.operations;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.felix.hc.api.execution.HealthCheckExecutor;
import org.apache.felix.hc.api.execution.HealthCheckSelector;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.ShellUtil;
import org.openbeian.api.security.Accounts;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Permission;
import org.openbeian.core.json.ModelJson;

/** Runs every check and says what is wrong. Fails when something is critical, so that a script can tell. */
@Service
@Command(scope = "beian", name = "doctor",
        description = "Checks components, rules, lanes, tasks, clock, calendar, database, disk, waiting orders; says OK, WARN or CRITICAL")
public class DoctorCommand implements Action {

    private static final Set<String> ALL = Set.of(Checks.START, Checks.SERVICES, Checks.DATABASE, Checks.TASKS, Checks.RULES,
            Checks.LANES, Checks.CLOCK, Checks.CALENDAR, Checks.DISK, Checks.THREADS, Checks.COMPONENTS, Checks.WAITING,
            Checks.HARDENING);

    @Reference(optional = true)
    HealthCheckExecutor executor;

    @Reference(optional = true)
    Accounts accounts;

    @Option(name = "--json", description = "Print JSON instead of lines")
    boolean json;

    Supplier<String> user = ShellUtil::getCurrentUserName;

    PrintStream out = System.out;

    @Override
    public Object execute() throws CommandException {
        checkRight();
        if (executor == null) {
            throw new CommandException("The executor of health checks is not there; is the feature openbeian-operations complete?");
        }
        Report report = Report.of(executor.execute(HealthCheckSelector.tags(Checks.DOCTOR)), ALL);
        if (json) {
            printJson(report);
        } else {
            print(report);
        }
        return null;
    }

    /** While the accounts themselves are broken, whoever is logged in to the shell may ask: nobody else could help. */
    private void checkRight() throws CommandException {
        String name = Optional.ofNullable(user.get())
                .orElseThrow(() -> new CommandException("Nobody is logged in to this session; connect with a name and password."));
        if (accounts != null) {
            Optional<Actor> actor = accounts.actor(name, "shell");
            if (!actor.map(one -> one.may(Permission.READ_SYSTEM)).orElse(false)) {
                throw new CommandException("beian:doctor needs the role OPERATOR; the account '" + name + "' does not have it.");
            }
        }
    }

    private void print(Report report) throws CommandException {
        for (Report.Check check : report.checks()) {
            List<String> messages = check.messages();
            out.println(String.format("%-24s %-11s %s", word(check.status().name()), check.name(),
                    messages.isEmpty() ? "" : messages.get(0)));
            messages.stream().skip(1).forEach(message -> out.println(" ".repeat(37) + message));
        }
        out.println("Result: " + word(report.status().name()));
        if (!report.isServing()) {
            throw new CommandException("The server is not well: " + word(report.status().name()) + ".");
        }
    }

    private static String word(String status) {
        return "HEALTH_CHECK_ERROR".equals(status) ? "CRITICAL (check failed)" : status;
    }

    private void printJson(Report report) {
        try {
            out.println(ModelJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(report));
        } catch (JsonProcessingException cannotHappen) {
            throw new IllegalStateException("a report always has a text", cannotHappen);
        }
    }
}

package org.openbeian.authority.simulator.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.openbeian.authority.simulator.control.Scenario;

/** Puts a scenario in force. */
@Service
@Command(scope = "beian", name = "simulator-scenario-set",
    description = "Says how virtual people and officers treat filings taken from now on")
public class ScenarioSetCommand extends SimulatorCommand {

    @Argument(index = 0, name = "match", required = true,
        description = "* for all, a name of an organizer, a domain, or a marker such as #sim:vip in a remark")
    @Completion(ScenarioCompleter.class)
    String match;

    @Option(name = "--sms", description = "What persons do with their code: ANSWERS, NEVER or FIVE_WRONG")
    @Completion(value = StringsCompleter.class, values = {"ANSWERS", "NEVER", "FIVE_WRONG"})
    String sms = "ANSWERS";

    @Option(name = "--after", description = "Virtual minutes until they do it, 0 to 1439")
    int minutes = 10;

    @Option(name = "--review", description = "What the authority does: PASS, REFUSE or DATA_ERROR")
    @Completion(value = StringsCompleter.class, values = {"PASS", "REFUSE", "DATA_ERROR"})
    String review = "PASS";

    @Option(name = "--opinion", description = "The officer's words")
    String opinion;

    @Option(name = "--days", description = "Working days of the review, 0 to 365")
    int days = 7;

    @Option(name = "--late", description = "Calendar days by which the result comes late, 0 to 365")
    int late;

    @Override
    void run() {
        Scenario scenario = new Scenario(match, oneOf(Scenario.Sms.class, "--sms", sms), minutes,
            oneOf(Scenario.Review.class, "--review", review), opinion, days, late);
        out.println("Will treat filings that match '" + match + "' and are taken from now on so: " + scenario + ".");
        simulator.setScenario(scenario);
        out.println("Done: " + simulator.scenarios().size() + " scenario(s) are in force.");
    }
}

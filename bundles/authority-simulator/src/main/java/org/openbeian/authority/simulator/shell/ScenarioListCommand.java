package org.openbeian.authority.simulator.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.openbeian.authority.simulator.control.Scenario;

/** Lists the scenarios in force. */
@Service
@Command(scope = "beian", name = "simulator-scenario-list", description = "Lists how virtual people and officers treat filings")
public class ScenarioListCommand extends SimulatorReadCommand<List<Scenario>> {

    @Override
    List<Scenario> read() {
        return simulator.scenarios();
    }

    @Override
    void print(List<Scenario> scenarios) {
        ShellTable table = table("No scenario", "SMS", "After minutes", "Review", "Days", "Late days", "Match", "Opinion");
        scenarios.forEach(scenario -> table.addRow().addContent(scenario.sms(), scenario.answerMinutes(), scenario.review(),
            scenario.reviewDays(), scenario.lateDays(), scenario.match(), or(scenario.opinion())));
        table.print(out);
    }
}

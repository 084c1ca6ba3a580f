package org.openbeian.authority.simulator.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.openbeian.authority.simulator.control.Acceptance;

/** Lists how often each submission was taken. */
@Service
@Command(scope = "beian", name = "simulator-acceptance-list",
    description = "Lists how often each submission was taken; more than once in a round is a fault of the sender")
public class AcceptanceListCommand extends SimulatorReadCommand<List<Acceptance>> {

    @Option(name = "--duplicates", description = "Only those taken more than once in a round")
    boolean duplicates;

    @Override
    List<Acceptance> read() {
        return duplicates ? simulator.duplicates() : simulator.acceptances();
    }

    @Override
    void print(List<Acceptance> acceptances) {
        ShellTable table = table(duplicates ? "No submission was taken twice" : "No submission was taken yet", "Authority",
            "Subject", "Round", "Times");
        acceptances.forEach(acceptance -> table.addRow().addContent(acceptance.authorityId(), acceptance.subjectId(),
            acceptance.round(), acceptance.times()));
        table.print(out);
    }
}

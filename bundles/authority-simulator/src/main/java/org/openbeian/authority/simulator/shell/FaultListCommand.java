package org.openbeian.authority.simulator.shell;

import java.util.Map;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.openbeian.authority.simulator.control.Fault;

/** Lists faults still to be shown. */
@Service
@Command(scope = "beian", name = "simulator-fault-list", description = "Lists the faults that are still to be shown, with how often")
public class FaultListCommand extends SimulatorReadCommand<Map<Fault, Integer>> {

    @Override
    Map<Fault, Integer> read() {
        return simulator.faults();
    }

    @Override
    void print(Map<Fault, Integer> faults) {
        ShellTable table = table("No fault is to be shown", "Fault", "Times");
        faults.forEach((fault, times) -> table.addRow().addContent(fault, times));
        table.print(out);
    }
}

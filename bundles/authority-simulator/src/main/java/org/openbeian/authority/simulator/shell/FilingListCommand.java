package org.openbeian.authority.simulator.shell;

import java.time.Instant;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.openbeian.authority.simulator.control.FilingView;

/** Lists accepted uploads; names of organizers may be those of persons and are left out. */
@Service
@Command(scope = "beian", name = "simulator-filing-list", description = "Lists filings that the simulated authorities took, newest first")
public class FilingListCommand extends SimulatorReadCommand<List<FilingListCommand.Line>> {

    @Option(name = "--limit", description = "How many at most, 1 to 1000")
    int limit = 50;

    /**
     * A filing without its organizer's name.
     *
     * @param id the simulator's number
     * @param authorityId authority
     * @param sequence number of the upload
     * @param subjectId the sender's id of the subject
     * @param round round of that id
     * @param state where it is
     * @param acceptedAt when it was taken
     * @param decidedAt when the result was or will be given, or null
     * @param number filing number, or null
     * @param domains domains
     */
    record Line(long id, String authorityId, long sequence, long subjectId, int round, FilingView.State state,
        Instant acceptedAt, Instant decidedAt, String number, String domains) {
    }

    @Override
    List<Line> read() {
        if (limit < 1 || limit > 1000) {
            throw new IllegalArgumentException("--limit: " + limit + " is not between 1 and 1000.");
        }
        return simulator.filings(limit).stream().map(filing -> new Line(filing.id(), filing.authorityId(), filing.sequence(),
            filing.subjectId(), filing.round(), filing.state(), filing.acceptedAt(), filing.decidedAt(), filing.number(),
            filing.domains())).toList();
    }

    @Override
    void print(List<Line> filings) {
        ShellTable table = table("No filing was taken yet", "Id", "Authority", "Upload", "Subject", "Round", "State", "Taken",
            "Decided", "Domains", "Number");
        filings.forEach(filing -> table.addRow().addContent(filing.id(), filing.authorityId(), filing.sequence(),
            filing.subjectId(), filing.round(), filing.state(), filing.acceptedAt(), or(filing.decidedAt()), or(filing.domains()),
            or(filing.number())));
        table.print(out);
    }
}

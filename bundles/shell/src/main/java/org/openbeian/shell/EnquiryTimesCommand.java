package org.openbeian.shell;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.guidance.Enquiries;
import org.openbeian.api.guidance.ResponseTime;
import org.openbeian.api.security.Actor;

/** Shows how long first answers took. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "enquiry-times", description = "Shows how long first answers to enquiries took, all together and by topic")
public class EnquiryTimesCommand extends ReadCommand<List<ResponseTime>> {

    @Reference(optional = true)
    Enquiries enquiries;

    @Reference(optional = true)
    Clock clock;

    @Option(name = "--days", description = "How far back, 1 to 3650")
    int days = 90;

    @Override
    List<ResponseTime> read(Actor actor) throws CommandException {
        Instant now = need(clock, "Clock").instant();
        return need(enquiries, EnquiryListCommand.SERVICE).responseTimes(actor,
                now.minus(Duration.ofDays(Input.range("--days", days, 1, 3650))), now.plusSeconds(1));
    }

    @Override
    void print(List<ResponseTime> answer) {
        Table table = new Table("Topic", "Enquiries", "Waiting", "Promised", "Late", "Half within", "Nine of ten", "Slowest");
        answer.forEach(one -> table.row(one.topic() == null ? "(all)" : one.topic(), one.enquiries(), one.waiting(),
                one.promisedHours() == 0 ? null : one.promisedHours() + " h", one.late(), time(one.medianSeconds()),
                time(one.ninthDecileSeconds()), time(one.slowestSeconds())));
        table.print(out, "Nothing was asked in this time");
    }

    private static String time(Long seconds) {
        return seconds == null ? null : ServiceLevelsCommand.time(seconds);
    }
}

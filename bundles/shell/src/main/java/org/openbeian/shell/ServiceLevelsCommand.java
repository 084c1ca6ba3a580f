package org.openbeian.shell;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.Locale;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.order.ServiceLevel;
import org.openbeian.api.order.ServiceLevel.Split;
import org.openbeian.api.order.ServiceLevel.Stage;
import org.openbeian.api.order.ServiceLevels;
import org.openbeian.api.security.Actor;

/** Shows promised and real times. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "service-levels", description = "Shows how long the stages of filings and their messages took and how"
        + " many took longer than promised")
public class ServiceLevelsCommand extends ReadCommand<List<ServiceLevel>> {

    @Reference(optional = true)
    ServiceLevels levels;

    @Reference(optional = true)
    Clock clock;

    @Option(name = "--days", description = "How far back, 1 to 3650")
    int days = 90;

    @Option(name = "--by-province", description = "Tell provinces apart")
    boolean byProvince;

    @Option(name = "--by-channel", description = "Tell the channels of messages apart")
    boolean byChannel;

    @Override
    List<ServiceLevel> read(Actor actor) throws CommandException {
        Instant now = need(clock, "Clock").instant();
        Set<Split> apart = EnumSet.noneOf(Split.class);
        if (byProvince) {
            apart.add(Split.PROVINCE);
        }
        if (byChannel) {
            apart.add(Split.CHANNEL);
        }
        return need(levels, "ServiceLevels").measure(actor, now.minus(Duration.ofDays(Input.range("--days", days, 1, 3650))),
                now.plusSeconds(1), EnumSet.allOf(Stage.class), apart);
    }

    @Override
    void print(List<ServiceLevel> answer) {
        Table table = new Table("Stage", "Province", "Channel", "Count", "Promised", "Late", "Half within", "Nine of ten", "Slowest");
        answer.forEach(level -> table.row(level.stage(), level.provinceId(), level.channel(), level.orders(), promised(level), level.late(),
                time(level.medianSeconds()), time(level.ninthDecileSeconds()), time(level.slowestSeconds())));
        table.print(out, "Nothing left a stage in this time");
    }

    private static String promised(ServiceLevel level) {
        return level.promisedWorkingDays() > 0 ? level.promisedWorkingDays() + " working days"
                : level.promisedHours() > 0 ? level.promisedHours() + " h" : "";
    }

    /** Days, hours and minutes. */
    static String time(long seconds) {
        return String.format(Locale.ROOT, "%dd %02d:%02d", seconds / 86_400, seconds / 3600 % 24, seconds / 60 % 60);
    }
}

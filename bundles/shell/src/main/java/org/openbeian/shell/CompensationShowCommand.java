package org.openbeian.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.billing.Compensation;
import org.openbeian.api.billing.Compensations;
import org.openbeian.api.security.Actor;

/** Shows the compensation of an order. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "compensation-show", description = "Shows the free server time granted for the time that a filing took,"
        + " line by line")
public class CompensationShowCommand extends OrderReadCommand<Compensation> {

    @Reference(optional = true)
    Compensations compensations;

    @Override
    Compensation read(Actor actor) throws CommandException {
        return need(compensations, "Compensations (feature openbeian-aftercare)").get(actor, id);
    }

    @Override
    void print(Compensation granted) {
        out.println(granted.days() + " days for " + Show.or(granted.resource()) + ", policy " + granted.policy() + ", "
                + granted.seconds() + " seconds counted, granted " + Show.time(granted.grantedAt()) + ", booked "
                + (granted.bookedAt() == null ? "-" : Show.time(granted.bookedAt())));
        Table lines = new Table("State", "From", "Until", "Counted");
        granted.lines().forEach(line -> lines.row(line.state(), Show.time(line.from()), Show.time(line.until()),
                line.counted() ? "yes" : "no"));
        lines.print(out, "No time");
    }
}

package org.openbeian.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.publicsecurity.PublicSecurityCase;
import org.openbeian.api.publicsecurity.PublicSecurityCase.State;
import org.openbeian.api.publicsecurity.PublicSecurityFilings;
import org.openbeian.api.security.Actor;

/** Lists public-security filings. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "public-security-list", description = "Lists the public-security filings of granted websites, newest"
        + " first, at most 200")
public class PublicSecurityListCommand extends ReadCommand<List<PublicSecurityCase>> {

    static final String SERVICE = "PublicSecurityFilings (feature openbeian-public-security)";

    @Reference(optional = true)
    PublicSecurityFilings filings;

    @Option(name = "--state", description = "Only those in this state, such as SITE_RETURNED")
    String state;

    @Override
    List<PublicSecurityCase> read(Actor actor) throws CommandException {
        return need(filings, SERVICE).list(actor, state == null ? null : Input.oneOf(State.class, "--state", state), null,
                PublicSecurityFilings.MOST);
    }

    @Override
    void print(List<PublicSecurityCase> answer) {
        Table table = new Table("Case", "State", "Account", "Answer expected", "Appointment", "Data code");
        answer.forEach(found -> table.row(found.id(), found.state(), found.account(),
                found.expectedAt() == null ? null : Show.time(found.expectedAt()),
                found.appointment() == null ? null : Show.time(found.appointment().at()),
                found.passing() == null ? null : found.passing().stage()));
        table.print(out, "No case");
    }
}

package org.openbeian.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.security.Actor;
import org.openbeian.api.site.SiteView;
import org.openbeian.api.site.Sites;

/** Shows a granted site. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "site-show", description = "Shows a granted website, its duties and what its last inspection found")
public class SiteShowCommand extends ReadCommand<SiteView> {

    @Reference(optional = true)
    Sites sites;

    @Argument(index = 0, name = "site", description = "Id of the site", required = true)
    @Completion(SiteIdCompleter.class)
    String id;

    @Override
    SiteView read(Actor actor) throws CommandException {
        return need(sites, SiteListCommand.SERVICE).get(actor, id);
    }

    @Override
    void print(SiteView view) {
        out.println(view.site().number() + " " + String.join(", ", view.site().domains()) + ", order " + view.site().orderId()
                + ", granted " + Show.time(view.site().grantedAt()) + ", opened " + Show.or(view.site().openedOn())
                + ", public security " + (view.site().police() == null ? "-" : view.site().police().number()));
        Table duties = new Table("Duty", "State", "Since", "Until", "What");
        view.duties().forEach(duty -> duties.row(duty.kind(), duty.state(), Show.time(duty.since()),
                duty.due() == null ? null : Show.time(duty.due()), Show.text(duty.text())));
        duties.print(out, "Nothing is owed");
        if (view.site().footer() != null) {
            out.println("Page " + view.site().footer().address() + " at " + Show.time(view.site().footer().at()) + ": "
                    + view.site().footer().state());
            Table findings = new Table("Rule", "Severity", "What", "Mend");
            view.site().footer().findings().forEach(finding -> findings.row(finding.ruleId(), finding.severity(),
                    Show.text(finding.text()), Show.text(finding.mend())));
            findings.print(out, "Nothing is wrong");
        }
    }
}

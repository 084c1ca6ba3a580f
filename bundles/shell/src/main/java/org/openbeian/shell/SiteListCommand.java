package org.openbeian.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.security.Actor;
import org.openbeian.api.site.SiteDuty;
import org.openbeian.api.site.SiteView;
import org.openbeian.api.site.Sites;

/** Lists granted sites. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "site-list", description = "Lists granted websites with what is owed next, newest first, at most 200")
public class SiteListCommand extends ReadCommand<List<SiteView>> {

    static final String SERVICE = "Sites (feature openbeian-aftercare)";

    @Reference(optional = true)
    Sites sites;

    @Option(name = "--order", description = "Only those of this order")
    @Completion(OrderIdCompleter.class)
    String order;

    @Option(name = "--overdue", description = "Only those with a duty whose term is over")
    boolean overdue;

    @Override
    List<SiteView> read(Actor actor) throws CommandException {
        return need(sites, SERVICE).list(actor, order, overdue, null, Sites.MOST);
    }

    @Override
    void print(List<SiteView> answer) {
        Table table = new Table("Site", "Domain", "Opened", "Owed", "State", "Until", "Footer", "Number");
        answer.forEach(view -> {
            SiteDuty next = view.duties().stream().filter(duty -> duty.state() != SiteDuty.State.DONE).findFirst().orElse(null);
            table.row(view.site().id(), view.site().domains().get(0), view.site().openedOn(), next == null ? null : next.kind(),
                    view.site().ended() ? "ENDED" : next == null ? SiteDuty.State.DONE : next.state(),
                    next == null ? null : Show.time(next.due()), view.site().footer() == null ? null : view.site().footer().state(),
                    view.site().number());
        });
        table.print(out, "No site");
    }
}

package org.openbeian.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.security.Actor;
import org.openbeian.api.site.FiledSite;
import org.openbeian.api.site.SiteView;

/** Records when a site opened. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "site-open", description = "Records the day on which a granted website opened; its duties count from it")
public class SiteOpenCommand extends SiteChangeCommand {

    @Argument(index = 1, name = "day", description = "Day in Asia/Shanghai, such as 2026-12-01", required = true)
    String openedOn;

    @Override
    String doing(FiledSite site) throws CommandException {
        return "record that " + site.number() + " opened on " + Input.day("day", openedOn) + " instead of " + Show.or(site.openedOn());
    }

    @Override
    SiteView done(Actor actor) throws CommandException {
        return sites.opened(actor, id, Input.day("day", openedOn));
    }
}

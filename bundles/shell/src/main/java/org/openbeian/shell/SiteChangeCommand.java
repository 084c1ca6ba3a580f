package org.openbeian.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.security.Actor;
import org.openbeian.api.site.FiledSite;
import org.openbeian.api.site.SiteView;
import org.openbeian.api.site.Sites;

/** A change of one granted site. */
abstract class SiteChangeCommand extends ChangeCommand {

    @Reference(optional = true)
    Sites sites;

    @Argument(index = 0, name = "site", description = "Id of the site", required = true)
    @Completion(SiteIdCompleter.class)
    String id;

    /** What is going to happen, as the rest of a sentence that begins with "Will". */
    abstract String doing(FiledSite site) throws CommandException;

    /** Does it. */
    abstract SiteView done(Actor actor) throws CommandException;

    @Override
    final String plan(Actor actor) throws CommandException {
        FiledSite site = need(sites, SiteListCommand.SERVICE).get(actor, id).site();
        return "Will " + doing(site) + ".";
    }

    @Override
    final String change(Actor actor) throws CommandException {
        SiteView view = done(actor);
        return "Done: site " + id + " opened " + Show.or(view.site().openedOn()) + ", public security "
                + (view.site().police() == null ? "-" : view.site().police().number()) + ", footer "
                + (view.site().footer() == null ? "not inspected" : view.site().footer().state()) + ".";
    }
}

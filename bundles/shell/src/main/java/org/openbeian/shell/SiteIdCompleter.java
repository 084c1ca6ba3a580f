package org.openbeian.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.security.Actor;
import org.openbeian.api.site.Sites;

/** Completes ids of granted sites, the newest 200. */
@Service
public class SiteIdCompleter extends IdCompleter {

    @Reference(optional = true)
    Sites sites;

    @Override
    List<String> ids(Actor actor) throws CommandException {
        return BeianCommand.need(sites, SiteListCommand.SERVICE).list(actor, null, false, null, Sites.MOST).stream()
                .map(view -> view.site().id()).toList();
    }
}

package org.openbeian.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.security.Actor;
import org.openbeian.api.site.SiteFooter;
import org.openbeian.api.site.Sites;

/** Prints the footer of a site. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "site-footer", description = "Prints the code that the pages of a granted website must show")
public class SiteFooterCommand extends ReadCommand<SiteFooter> {

    @Reference(optional = true)
    Sites sites;

    @Argument(index = 0, name = "site", description = "Id of the site", required = true)
    @Completion(SiteIdCompleter.class)
    String id;

    @Option(name = "--host", description = "A host below one of its domains, the main domain by default")
    String host;

    @Override
    SiteFooter read(Actor actor) throws CommandException {
        return need(sites, SiteListCommand.SERVICE).footer(actor, id, host);
    }

    @Override
    void print(SiteFooter footer) {
        out.println(footer.html());
    }
}

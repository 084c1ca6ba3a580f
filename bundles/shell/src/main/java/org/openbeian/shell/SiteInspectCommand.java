package org.openbeian.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.openbeian.api.security.Actor;
import org.openbeian.api.site.FiledSite;
import org.openbeian.api.site.SiteView;

/** Inspects the page of a site. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "site-inspect", description = "Fetches the home page of a granted website and compares its footer")
public class SiteInspectCommand extends SiteChangeCommand {

    @Override
    String doing(FiledSite site) {
        return "fetch the home page of " + site.domains().get(0) + " and note what its footer shows";
    }

    @Override
    SiteView done(Actor actor) {
        return sites.inspect(actor, id);
    }
}

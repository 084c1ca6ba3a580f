package org.openbeian.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.security.Actor;
import org.openbeian.api.site.FiledSite;
import org.openbeian.api.site.SiteView;

/** Records the public-security number of a site. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "site-police", description = "Records the public-security number of a granted website")
public class SitePoliceCommand extends SiteChangeCommand {

    @Argument(index = 1, name = "number", description = "The number, of the site's province, with its 14 digits", required = true)
    String number;

    @Argument(index = 2, name = "day", description = "Day in Asia/Shanghai on which it was granted", required = true)
    String grantedOn;

    @Override
    String doing(FiledSite site) throws CommandException {
        return "record " + number + " of " + Input.day("day", grantedOn) + " for " + site.number();
    }

    @Override
    SiteView done(Actor actor) throws CommandException {
        return sites.policeGranted(actor, id, number, Input.day("day", grantedOn));
    }
}

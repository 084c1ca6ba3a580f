package org.openbeian.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.publicsecurity.PublicSecurityCase;
import org.openbeian.api.publicsecurity.PublicSecurityFilings;
import org.openbeian.api.security.Actor;

/** Completes ids of public-security filings, the newest 200. */
@Service
public class PublicSecurityIdCompleter extends IdCompleter {

    @Reference(optional = true)
    PublicSecurityFilings filings;

    @Override
    List<String> ids(Actor actor) throws CommandException {
        return BeianCommand.need(filings, PublicSecurityListCommand.SERVICE).list(actor, null, null, PublicSecurityFilings.MOST).stream()
                .map(PublicSecurityCase::id).toList();
    }
}

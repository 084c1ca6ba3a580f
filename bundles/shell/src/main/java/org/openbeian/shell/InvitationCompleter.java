package org.openbeian.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.account.Delegations.Invitation;
import org.openbeian.api.account.Delegations;
import org.openbeian.api.security.Actor;

/** Completes ids of the invitations of the account that was typed before. */
@Service
public class InvitationCompleter extends IdCompleter {

    @Reference(optional = true)
    Delegations delegations;

    @Override
    List<String> ids(Actor actor, String account) throws CommandException {
        return BeianCommand.need(delegations, "Delegations").invitations(actor, account).stream().map(Invitation::id).toList();
    }
}

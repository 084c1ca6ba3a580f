package org.openbeian.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.account.Delegations.Delegation;
import org.openbeian.api.account.Delegations;
import org.openbeian.api.security.Actor;

/** Completes ids of what the account that was typed before delegated. */
@Service
public class DelegationCompleter extends IdCompleter {

    @Reference(optional = true)
    Delegations delegations;

    @Override
    List<String> ids(Actor actor, String account) throws CommandException {
        return BeianCommand.need(delegations, "Delegations").list(actor, account).stream()
                .filter(one -> one.owner().equals(account)).map(Delegation::id).toList();
    }
}

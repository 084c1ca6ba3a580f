package org.openbeian.shell;

import java.util.Map;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.audit.AuditLog;
import org.openbeian.api.key.KeyVault;
import org.openbeian.api.security.Actor;

/** Removes a secret. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "secret-remove", description = "Removes a secret of the key vault; what refers to it stops working")
public class SecretRemoveCommand extends ChangeCommand {

    @Reference(optional = true)
    KeyVault vault;

    @Reference(optional = true)
    AuditLog audit;

    @Argument(index = 0, name = "name", description = "Name of the secret", required = true)
    @Completion(SecretNameCompleter.class)
    String name;

    @Override
    String plan(Actor actor) throws CommandException {
        if (name.startsWith(SecretListCommand.SERVERS)) {
            throw new CommandException("The secret " + name + " is the server's own; without it stored data cannot be found.");
        }
        if (need(vault, "KeyVault").secret(name).isEmpty()) {
            throw new CommandException("There is no secret " + name + "; beian:secret-list names all.");
        }
        return "Will remove the secret " + name + "; it cannot be brought back.";
    }

    @Override
    String change(Actor actor) throws CommandException {
        vault.removeSecret(name);
        need(audit, "AuditLog").record(actor, "secret.remove", "secret", name, null, Map.of());
        return "Done: the secret " + name + " is gone.";
    }
}

package org.openbeian.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.audit.AuditLog;
import org.openbeian.api.key.KeyVault;
import org.openbeian.api.security.Actor;

/** Sets a secret; its value is asked for, so that it stays out of the shell's history. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "secret-set", description = "Sets a secret of the key vault, asking for its value;"
        + " configuration refers to it as secret:NAME")
public class SecretSetCommand extends ChangeCommand {

    @Reference(optional = true)
    KeyVault vault;

    @Reference(optional = true)
    AuditLog audit;

    @Reference(optional = true)
    Session session;

    @Argument(index = 0, name = "name", description = "Name of the secret: lower-case letters, digits, dots, hyphens",
            required = true)
    @Completion(SecretNameCompleter.class)
    String name;

    @Option(name = "--file", description = "Read the value from the first line of this file on the server instead of asking")
    String file;

    @Override
    String plan(Actor actor) throws CommandException {
        return "Will " + (need(vault, "KeyVault").secret(name).isPresent() ? "replace" : "set") + " the secret " + name + ".";
    }

    @Override
    String change(Actor actor) throws CommandException {
        String value = value();
        try {
            vault.putSecret(name, value);
        } catch (IllegalArgumentException e) {
            throw new CommandException(e.getMessage() + "; nothing was changed.");
        }
        need(audit, "AuditLog").record(actor, "secret.set", "secret", name, null, Map.of());
        return "Done: configuration may say " + KeyVault.REFERENCE + name + "; what says so already uses the new value at once.";
    }

    private String value() throws CommandException {
        try {
            if (file != null) {
                List<String> lines = Files.readAllLines(Path.of(file));
                return lines.isEmpty() ? "" : lines.get(0);
            }
        } catch (IOException | RuntimeException e) {
            throw new CommandException("The value cannot be read: " + e.getClass().getSimpleName() + "; nothing was changed.");
        }
        return Ask.value(session, "Value of " + name, '*', "give it with --file");
    }
}

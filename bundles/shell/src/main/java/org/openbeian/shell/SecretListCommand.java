package org.openbeian.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.key.KeyVault;
import org.openbeian.api.security.Actor;

/** Lists the names of secrets. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "secret-list", description = "Lists the names of the secrets of the key vault, never their values")
public class SecretListCommand extends ReadCommand<List<String>> {

    /** Beginning of the names of secrets that the server made for itself. */
    static final String SERVERS = "openbeian.";

    @Reference(optional = true)
    KeyVault vault;

    @Override
    List<String> read(Actor actor) throws CommandException {
        return need(vault, "KeyVault").secretNames();
    }

    @Override
    void print(List<String> answer) {
        Table table = new Table("Secret", "Of", "In configuration");
        answer.forEach(name -> table.row(name, name.startsWith(SERVERS) ? "the server itself" : "operator",
                name.startsWith(SERVERS) ? "" : KeyVault.REFERENCE + name));
        table.print(out, "There is no secret");
    }
}

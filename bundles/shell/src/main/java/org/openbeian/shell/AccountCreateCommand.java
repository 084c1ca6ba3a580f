package org.openbeian.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.openbeian.api.account.Account;
import org.openbeian.api.account.AccountAdmin.Profile;
import org.openbeian.api.account.AccountAdmin;
import org.openbeian.api.security.Actor;

/** Makes an account. Its contacts are set over REST: what is typed here would stay in the shell's history. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "account-create", description = "Makes an account with a random password, which is shown once;"
        + " phone and e-mail are set over REST, since what is typed here stays in the shell's history")
public class AccountCreateCommand extends ChangeCommand {

    @Reference(optional = true)
    AccountAdmin admin;

    @Argument(index = 0, name = "account", description = "Name: 3 to 64 of a-z 0-9 . _ -, beginning with a letter or digit",
            required = true)
    String name;

    @Argument(index = 1, name = "roles", description = "One role or more; only an administrator gives OPERATOR, AUDITOR and ADMIN",
            required = true, multiValued = true)
    @Completion(value = StringsCompleter.class, values = {"APPLICANT", "SPECIALIST", "BUTLER", "OPERATOR", "AUDITOR", "INTEGRATOR",
        "ADMIN"})
    List<String> roles;

    @Override
    String plan(Actor actor) throws CommandException {
        need(admin, "AccountAdmin");
        return "Will make the account " + name + " with " + Roles.parsed(roles) + ".";
    }

    @Override
    String change(Actor actor) throws CommandException {
        String password = Roles.password();
        Account made = admin.create(actor, name, new Profile(Roles.parsed(roles), true, null, null), password.toCharArray());
        return "Done: account " + made.name() + " is there. Its password, shown this once: " + password;
    }
}

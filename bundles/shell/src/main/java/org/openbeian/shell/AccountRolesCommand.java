package org.openbeian.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.openbeian.api.account.Account;
import org.openbeian.api.account.AccountAdmin.Profile;
import org.openbeian.api.security.Actor;

/** Gives an account other roles. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "account-roles", description = "Gives an account exactly these roles, at once")
public class AccountRolesCommand extends AccountChangeCommand {

    @Argument(index = 1, name = "roles", description = "One role or more; only an administrator gives OPERATOR, AUDITOR and ADMIN",
            required = true, multiValued = true)
    @Completion(value = StringsCompleter.class, values = {"APPLICANT", "SPECIALIST", "BUTLER", "OPERATOR", "AUDITOR", "INTEGRATOR",
        "ADMIN"})
    List<String> roles;

    @Override
    String plan(Account account) throws CommandException {
        return "give account " + name + " the roles " + Roles.parsed(roles) + " instead of " + account.roles();
    }

    @Override
    String change(Actor actor, Account announced) throws CommandException {
        admin.change(actor, name, announced.version(),
                new Profile(Roles.parsed(roles), announced.active(), announced.phone(), announced.email()));
        return null;
    }
}

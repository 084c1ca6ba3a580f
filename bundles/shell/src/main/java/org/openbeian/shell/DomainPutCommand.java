package org.openbeian.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.model.CertificateType;
import org.openbeian.api.resource.DomainRegistration;
import org.openbeian.api.resource.DomainRegistry;
import org.openbeian.api.rules.Circumstances.DomainState;
import org.openbeian.api.security.Actor;
import org.openbeian.core.identifier.DomainName;

/** Stores what is known of a domain. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "domain-put", description = "Stores what is known of the registration of a domain; what was known is"
        + " replaced")
public class DomainPutCommand extends ChangeCommand {

    @Reference(optional = true)
    DomainRegistry domains;

    @Reference(optional = true)
    Session session;

    @Option(name = "--account", description = "Account whose domain it is")
    @Completion(AccountCompleter.class)
    String account;

    @Option(name = "--registrar", description = "Name of the registrar")
    String registrar;

    @Option(name = "--approved", description = "Whether the ministry approved the registrar: yes or no")
    String approved;

    @Option(name = "--overseas-registrar", description = "Whether the registrar lies abroad: yes or no")
    String abroad;

    @Option(name = "--registered", description = "First day of the registration, such as 2026-03-31")
    String registered;

    @Option(name = "--expires", description = "Last day of the registration")
    String expires;

    @Option(name = "--real-name", description = "Whether the holder's real name was verified: yes or no")
    String realName;

    @Option(name = "--document", description = "Kind of the holder's document, such as BUSINESS_LICENCE; his name and its number are asked"
            + " for then, since what is typed in a line stays in the shell's history")
    String document;

    @Option(name = "--bought", description = "Day of the purchase")
    String bought;

    @Option(name = "--received", description = "Day on which the authority had the registration data")
    String received;

    @Argument(index = 0, name = "domain", description = "The registrable domain", required = true)
    String domain;

    @Override
    String plan(Actor actor) throws CommandException {
        boolean known = need(domains, "DomainRegistry").find(registration(null, null).state().domain()).isPresent();
        return "Will " + (known ? "replace" : "add") + " what is known of " + domain + ".";
    }

    @Override
    String change(Actor actor) throws CommandException {
        String otherwise = "use PUT /api/v1/domains/" + domain;
        String holder = document == null ? null : Ask.value(session, "Name of the holder", null, otherwise);
        String number = document == null ? null : Ask.value(session, "Number of the document", null, otherwise);
        try {
            domains.put(registration(holder, number));
        } catch (UnsupportedOperationException readOnly) {
            throw new CommandException("The registry of this server is read from elsewhere; nothing was changed.");
        }
        return "Done: " + domain + " is stored.";
    }

    private DomainRegistration registration(String holder, String number) throws CommandException {
        DomainName name = DomainName.parse(domain).orElseThrow(() -> new CommandException("'" + domain + "' is no domain."));
        if (!name.registrable().ascii().equals(name.ascii())) {
            throw new CommandException("'" + domain + "' is no registrable domain; name " + name.registrable().unicode() + ".");
        }
        return new DomainRegistration(account, new DomainState(name.ascii(), registrar, Input.yesNo("--approved", approved),
                Input.yesNo("--overseas-registrar", abroad), Input.day("--registered", registered), Input.day("--expires", expires), null,
                Input.yesNo("--real-name", realName), null, holder,
                document == null ? null : Input.oneOf(CertificateType.class, "--document", document), number, null, null),
                Input.day("--bought", bought), Input.day("--received", received));
    }
}

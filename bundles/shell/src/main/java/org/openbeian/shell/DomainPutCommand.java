package org.openbeian.shell;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
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

    @Option(name = "--holder", description = "Name of the holder")
    String holder;

    @Option(name = "--document", description = "Kind of the holder's document, such as BUSINESS_LICENCE")
    String document;

    @Option(name = "--number", description = "Number of the holder's document")
    String number;

    @Option(name = "--bought", description = "Day of the purchase")
    String bought;

    @Option(name = "--received", description = "Day on which the authority had the registration data")
    String received;

    @Argument(index = 0, name = "domain", description = "The registrable domain", required = true)
    String domain;

    private DomainRegistration registration;

    @Override
    String plan(Actor actor) throws CommandException {
        DomainName name = DomainName.parse(domain).orElseThrow(() -> new CommandException("'" + domain + "' is no domain."));
        if (!name.registrable().ascii().equals(name.ascii())) {
            throw new CommandException("'" + domain + "' is no registrable domain; name " + name.registrable().unicode() + ".");
        }
        registration = new DomainRegistration(account, new DomainState(name.ascii(), registrar, Input.yesNo("--approved", approved),
                Input.yesNo("--overseas-registrar", abroad), day("--registered", registered), day("--expires", expires), null,
                Input.yesNo("--real-name", realName), null, holder,
                document == null ? null : Input.oneOf(CertificateType.class, "--document", document), number, null, null),
                day("--bought", bought), day("--received", received));
        boolean known = need(domains, "DomainRegistry").find(name.ascii()).isPresent();
        return "Will " + (known ? "replace" : "add") + " what is known of " + name.unicode() + ".";
    }

    @Override
    String change(Actor actor) throws CommandException {
        try {
            domains.put(registration);
        } catch (UnsupportedOperationException readOnly) {
            throw new CommandException("The registry of this server is read from elsewhere; nothing was changed.");
        }
        return "Done: " + domain + " is stored.";
    }

    private static LocalDate day(String name, String value) throws CommandException {
        try {
            return value == null ? null : LocalDate.parse(value);
        } catch (DateTimeParseException e) {
            throw new CommandException(name + ": '" + value + "' is no day such as 2026-03-31.");
        }
    }
}

package org.openbeian.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.resource.DomainRegistration;
import org.openbeian.api.resource.DomainRegistry;
import org.openbeian.api.rules.Circumstances.DomainState;
import org.openbeian.api.security.Actor;
import org.openbeian.core.identifier.DomainName;

/** Shows what is known of a domain. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "domain-show", description = "Shows what is known of the registration of a domain; its holder is masked")
public class DomainShowCommand extends ReadCommand<DomainRegistration> {

    @Reference(optional = true)
    DomainRegistry domains;

    @Argument(index = 0, name = "domain", description = "The registrable domain", required = true)
    String domain;

    @Override
    DomainRegistration read(Actor actor) throws CommandException {
        DomainRegistry registry = need(domains, "DomainRegistry");
        return DomainName.parse(domain).flatMap(name -> registry.find(name.ascii()))
                .filter(found -> actor.isStaff() || actor.account().equals(found.account())).map(DomainRegistration::masked)
                .orElseThrow(() -> new CommandException("Nothing is known of such a domain, or it is not yours."));
    }

    @Override
    void print(DomainRegistration answer) {
        DomainState state = answer.state();
        Table table = new Table("What", "Value");
        table.row("Domain", state.domain());
        table.row("Account", said(answer.account()));
        table.row("Registrar", said(state.registrar()));
        table.row("Registrar approved", said(state.registrarApproved()));
        table.row("Registrar overseas", said(state.overseasRegistrar()));
        table.row("Registered", said(state.registeredOn()));
        table.row("Expires", said(state.expiresOn()));
        table.row("Real name verified", said(state.realNameVerified()));
        table.row("Holder", said(state.holderName()));
        table.row("Document", said(state.holderCertificateType()) + " " + said(state.holderCertificateNumber()));
        table.row("Bought", said(answer.boughtOn()));
        table.row("Data at the authority", answer.dataReceivedOn() != null ? answer.dataReceivedOn()
                : answer.dataExpectedOn() == null ? "unknown" : "expected " + answer.dataExpectedOn());
        table.print(out, "");
    }

    private static String said(Object value) {
        return value == null ? "unknown" : value.toString();
    }
}

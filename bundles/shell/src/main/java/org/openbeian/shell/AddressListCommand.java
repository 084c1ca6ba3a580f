package org.openbeian.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.resource.PublicAddresses;
import org.openbeian.api.resource.PublicAddresses.Address;
import org.openbeian.api.security.Actor;

/** Lists public addresses. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "address-list", description = "Lists public addresses with a filing number or an unpaid bill")
public class AddressListCommand extends ReadCommand<List<Address>> {

    @Reference(optional = true)
    PublicAddresses addresses;

    @Option(name = "--state", description = "ENTERED (waits for an approval), APPROVED, REJECTED or UNBOUND")
    String state;

    @Option(name = "--limit", description = "How many at most")
    int limit = 100;

    @Override
    List<Address> read(Actor actor) throws CommandException {
        Input.range("--limit", limit, 1, 10_000);
        return need(addresses, "PublicAddresses").list(state == null ? null
                : Input.oneOf(PublicAddresses.State.class, "--state", state), limit);
    }

    @Override
    void print(List<Address> answer) {
        Table table = new Table("Address", "Account", "Region", "Number", "State", "Since", "Suspended", "Released");
        answer.forEach(one -> table.row(one.ip(), one.account(), one.region(), one.number() == null ? "" : one.number(), one.state(),
                Show.time(one.since()), Show.time(one.suspendedAt()), Show.time(one.releaseAt())));
        table.print(out, "No addresses");
    }
}

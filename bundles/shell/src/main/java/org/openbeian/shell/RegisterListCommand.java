package org.openbeian.shell;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.register.OrganizerState;
import org.openbeian.api.register.Register;
import org.openbeian.api.register.RegisterQuery;
import org.openbeian.api.register.RegisterSummary;
import org.openbeian.api.security.Actor;

/** Lists what is in the register. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "register-list", description = "Lists the organizers of the register that you may see, by number:"
        + " all, or those with a number, domain, province, state, or a name, which it asks for")
public class RegisterListCommand extends ReadCommand<List<RegisterSummary>> {

    @Reference(optional = true)
    Register register;

    @Reference(optional = true)
    Session session;

    @Option(name = "--number", description = "Filing number of an organizer or a service")
    String number;

    @Option(name = "--domain", description = "A host or domain")
    String domain;

    @Option(name = "--by-name", description = "Ask for the exact name of the organizer, so that it stays out of the shell's history")
    boolean byName;

    @Option(name = "--province", description = "Only this province, by its six-digit code")
    @Completion(ProvinceIdCompleter.class)
    String province;

    @Option(name = "--state", description = "ACTIVE, SHELL or CANCELLED")
    String state;

    @Option(name = "--after", description = "Only organizers after this number: the next page")
    String after;

    @Option(name = "--limit", description = "How many at most, 1 to 200")
    int limit = 50;

    @Override
    List<RegisterSummary> read(Actor actor) throws CommandException {
        OrganizerState wanted = state == null ? null : Input.oneOf(OrganizerState.class, "--state", state);
        String asked = byName ? Ask.value(session, "Name", null, "use POST /api/v1/register/search") : null;
        return need(register, "Register").find(actor, new RegisterQuery(number, asked, domain, province, wanted, after,
                Input.range("--limit", limit, 1, Register.MOST)));
    }

    @Override
    void print(List<RegisterSummary> answer) {
        Table table = new Table("Number", "Name", "Province", "State", "Since", "Services");
        answer.forEach(one -> table.row(one.number(), one.name(), one.provinceId(), one.state(), Show.time(one.since()),
                one.services().stream().map(RegisterListCommand::service).collect(Collectors.joining(", "))));
        table.print(out, "Nothing in the register matches");
        if (answer.size() == limit) {
            out.println("There may be more: --after " + answer.get(limit - 1).number());
        }
    }

    private static String service(RegisterSummary.Service service) {
        return service.number().replaceFirst(".*号", "") + " " + service.state() + " " + String.join(" ", service.domains());
    }
}

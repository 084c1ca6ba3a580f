package org.openbeian.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.register.Register;
import org.openbeian.api.register.RegisterRecord;
import org.openbeian.api.security.Actor;

/** Shows one organizer of the register. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "register-show", description = "Shows an organizer of the register with its services, personal data"
        + " masked")
public class RegisterShowCommand extends ReadCommand<RegisterRecord> {

    @Reference(optional = true)
    Register register;

    @Argument(name = "number", description = "Filing number of the organizer", required = true)
    String number;

    @Override
    RegisterRecord read(Actor actor) throws CommandException {
        return need(register, "Register").get(actor, number);
    }

    @Override
    void print(RegisterRecord answer) {
        Json.lines(answer).forEach(out::println);
    }
}

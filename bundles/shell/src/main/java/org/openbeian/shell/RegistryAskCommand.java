package org.openbeian.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.openbeian.api.registry.PublicRegistry.By;
import org.openbeian.api.registry.PublicRegistry.PublicQuestion;
import org.openbeian.api.registry.RegistryAnswers;
import org.openbeian.api.registry.RegistryAnswers.Inquiry;
import org.openbeian.api.security.Actor;

/** Tells what is known of the public register, and where a person may ask (E-19, T-49). */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "registry-ask", description = "Tells what is known of the public register, as of when, and which pages a"
        + " person may open to ask; the server never calls them")
public class RegistryAskCommand extends ReadCommand<Inquiry> {

    @Reference(optional = true)
    RegistryAnswers answers;

    @Argument(index = 0, name = "by", description = "UNIT_NAME, DOMAIN or NUMBER", required = true)
    @Completion(value = StringsCompleter.class, values = {"UNIT_NAME", "DOMAIN", "NUMBER"})
    String by;

    @Argument(index = 1, name = "value", description = "The exact name, a domain, or a filing number", required = true)
    String value;

    @Override
    Inquiry read(Actor actor) throws CommandException {
        return need(answers, "RegistryAnswers").inquire(actor, new PublicQuestion(Input.oneOf(By.class, "by", by), value));
    }

    @Override
    void print(Inquiry answer) {
        Json.lines(answer).forEach(out::println);
    }
}

package org.openbeian.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.openbeian.api.channel.MessageTemplates;
import org.openbeian.api.channel.MessageTemplates.Preview;
import org.openbeian.api.security.Actor;

/** Shows a message with sample data. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "message-preview", description = "Shows a message with sample data, as it would go out")
public class MessagePreviewCommand extends ReadCommand<Preview> {

    @Reference(optional = true)
    MessageTemplates templates;

    @Argument(index = 0, name = "message", description = "Id of the message", required = true)
    @Completion(MessageCompleter.class)
    String message;

    @Option(name = "--form", description = "inbox, email, sms, im, webhook or the id of a channel")
    @Completion(value = StringsCompleter.class, values = {"inbox", "email", "sms", "im", "webhook"})
    String form = "inbox";

    @Option(name = "--language", description = "zh-CN or en")
    @Completion(value = StringsCompleter.class, values = {"zh-CN", "en"})
    String language = "zh-CN";

    @Override
    Preview read(Actor actor) throws CommandException {
        return need(templates, "MessageTemplates").preview(message, form, language);
    }

    @Override
    void print(Preview answer) {
        out.println(answer.message() + " as " + answer.form() + " in " + answer.language() + ", version " + answer.version() + " of "
                + answer.source() + (answer.parts() > 0 ? ", " + answer.parts() + " SMS" : ""));
        out.println();
        if (answer.parts() == 0) {
            out.println(answer.subject());
            out.println();
        }
        out.println(answer.text());
    }
}

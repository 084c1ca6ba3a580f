package org.openbeian.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.channel.MessageTemplates;
import org.openbeian.api.channel.MessageType;
import org.openbeian.api.security.Actor;

/** Lists the catalogue of messages. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "message-list", description = "Lists the catalogue of messages: whom each is for, and what of it is fixed")
public class MessageListCommand extends ReadCommand<List<MessageType>> {

    @Reference(optional = true)
    MessageTemplates templates;

    @Override
    List<MessageType> read(Actor actor) throws CommandException {
        return need(templates, "MessageTemplates").messages();
    }

    @Override
    void print(List<MessageType> answer) {
        Table table = new Table("Message", "For", "Mandatory", "Urgent", "Variables");
        answer.forEach(type -> table.row(type.id(), type.receiver(), type.mandatory() ? "yes" : "no", type.urgent() ? "yes" : "no",
                String.join(" ", type.variables())));
        table.print(out, "No messages");
    }
}

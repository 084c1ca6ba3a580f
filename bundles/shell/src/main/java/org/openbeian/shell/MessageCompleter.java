package org.openbeian.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.channel.MessageTemplates;
import org.openbeian.api.channel.MessageType;
import org.openbeian.api.security.Actor;

/** Completes ids of messages. */
@Service
public class MessageCompleter extends IdCompleter {

    @Reference(optional = true)
    MessageTemplates templates;

    @Override
    List<String> ids(Actor actor) throws CommandException {
        Permissions.check(actor, "message-list");
        return BeianCommand.need(templates, "MessageTemplates").messages().stream().map(MessageType::id).toList();
    }
}

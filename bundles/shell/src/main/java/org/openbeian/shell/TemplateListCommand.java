package org.openbeian.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.channel.MessageTemplates;
import org.openbeian.api.channel.MessageTemplates.Template;
import org.openbeian.api.security.Actor;

/** Lists the templates of messages. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "template-list",
        description = "Lists the templates of messages in force, with version and bundle, and those that were refused with the reason")
public class TemplateListCommand extends ReadCommand<List<Template>> {

    @Reference(optional = true)
    MessageTemplates templates;

    @Override
    List<Template> read(Actor actor) throws CommandException {
        return need(templates, "MessageTemplates").templates();
    }

    @Override
    void print(List<Template> answer) {
        Table table = new Table("Message", "Form", "Language", "Version", "From", "Refused");
        answer.forEach(template -> table.row(template.message(), template.form(), template.language(), template.version(),
                template.source(), template.refused()));
        table.print(out, "No templates");
    }
}

package org.openbeian.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.rules.FormTemplates;
import org.openbeian.api.rules.FormTemplates.FormTemplate;
import org.openbeian.api.security.Actor;

/** Lists the slots for empty forms. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "form-list",
        description = "Lists the forms that applicants fill in, and which of them are not loaded yet")
public class FormListCommand extends ReadCommand<List<FormTemplate>> {

    @Reference(optional = true)
    FormTemplates forms;

    @Override
    List<FormTemplate> read(Actor actor) throws CommandException {
        return need(forms, "FormTemplates").slots();
    }

    @Override
    void print(List<FormTemplate> answer) {
        Table table = new Table("Slot", "Version", "Type", "Bytes", "Loaded", "By");
        answer.forEach(form -> {
            boolean there = form.version() > 0;
            table.row(form.slot(), there ? form.version() : "not loaded", form.mediaType(), there ? form.size() : "", form.loadedAt(),
                    form.loadedBy());
        });
        table.print(out, "The rules in force name no form");
    }
}

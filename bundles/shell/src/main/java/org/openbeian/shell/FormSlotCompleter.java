package org.openbeian.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.rules.FormTemplates;
import org.openbeian.api.security.Actor;

/** Completes slots of forms. */
@Service
public class FormSlotCompleter extends IdCompleter {

    @Reference(optional = true)
    FormTemplates forms;

    @Override
    List<String> ids(Actor actor) throws CommandException {
        Permissions.check(actor, "form-list");
        return BeianCommand.need(forms, "FormTemplates").slots().stream().map(FormTemplates.FormTemplate::slot).toList();
    }
}

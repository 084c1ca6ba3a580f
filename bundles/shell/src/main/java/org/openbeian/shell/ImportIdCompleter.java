package org.openbeian.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.imports.Imports;
import org.openbeian.api.security.Actor;

/** Completes names of imports. */
@Service
public class ImportIdCompleter extends IdCompleter {

    private static final int MOST = 100;

    @Reference(optional = true)
    Imports imports;

    @Override
    List<String> ids(Actor actor) throws CommandException {
        Permissions.check(actor, "inventory-import-list");
        return BeianCommand.need(imports, "Imports").list(MOST).stream().map(one -> one.content().id()).toList();
    }
}

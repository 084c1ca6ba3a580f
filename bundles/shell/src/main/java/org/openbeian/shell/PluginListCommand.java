package org.openbeian.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.plugin.PluginStatus;
import org.openbeian.api.plugin.Plugins;
import org.openbeian.api.security.Actor;

/** Lists plugins. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "plugin-list",
        description = "Lists provinces, resource types, checks, channels and gateways with their state and last failure")
public class PluginListCommand extends ReadCommand<List<PluginStatus>> {

    @Reference(optional = true)
    Plugins plugins;

    @Override
    List<PluginStatus> read(Actor actor) throws CommandException {
        return need(plugins, "Plugins").plugins();
    }

    @Override
    void print(List<PluginStatus> answer) {
        Table table = new Table("Kind", "Id", "Bundle", "Version", "State", "Failures", "Last failure", "What", "Reason");
        answer.forEach(plugin -> table.row(plugin.kind(), plugin.id(), plugin.bundle(), plugin.version(), plugin.state(),
                plugin.failures(), Show.time(plugin.failedAt()), plugin.failure(), plugin.reason()));
        table.print(out, "No plugin is installed");
    }
}

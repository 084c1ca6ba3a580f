package org.openbeian.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.plugin.PluginStatus;
import org.openbeian.api.plugin.Plugins;
import org.openbeian.api.security.Actor;

/** Lets a quarantined plugin be called again. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "plugin-release", description = "Lets a quarantined plugin be called again")
public class PluginReleaseCommand extends ChangeCommand {

    @Reference(optional = true)
    Plugins plugins;

    @Argument(index = 0, name = "bundle", description = "Symbolic name of its bundle", required = true)
    String bundle;

    @Argument(index = 1, name = "version", description = "Version of its bundle", required = true)
    String version;

    @Override
    String plan(Actor actor) throws CommandException {
        PluginStatus quarantined = need(plugins, "Plugins").plugins().stream()
                .filter(plugin -> plugin.bundle().equals(bundle) && plugin.version().equals(version)
                    && plugin.state() == PluginStatus.State.QUARANTINED).findFirst()
                .orElseThrow(() -> new CommandException("No plugin of " + bundle + " " + version
                    + " is quarantined; beian:plugin-list shows those that are."));
        return "Will call " + quarantined.kind() + " " + quarantined.id() + " of " + bundle + " " + version
                + " again, which was quarantined because " + quarantined.reason() + ".";
    }

    @Override
    String change(Actor actor) {
        plugins.release(actor, bundle, version);
        return "Done: it is called again.";
    }
}

package org.openbeian.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.provider.ProviderProfile;
import org.openbeian.api.provider.ProviderStatus;
import org.openbeian.api.provider.Providers;
import org.openbeian.api.security.Actor;

/** Shows who runs this server. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "provider-show", description = "Shows the profile of the operator in force, and those that are there;"
        + " profile in org.openbeian.provider chooses")
public class ProviderShowCommand extends ReadCommand<ProviderStatus> {

    @Reference(optional = true)
    Providers providers;

    @Override
    ProviderStatus read(Actor actor) throws CommandException {
        return need(providers, "Providers (feature openbeian-provider)").status();
    }

    @Override
    void print(ProviderStatus answer) {
        out.println("Profile: " + (answer.chosen().isEmpty() ? "none chosen" : answer.chosen() + ", " + answer.state()));
        if (answer.profile() != null) {
            show(answer.profile(), answer);
        }
        Table offers = new Table("Profile", "Version", "Bundle", "Refused because");
        answer.offers().forEach(one -> offers.row(one.id(), one.version(), one.bundle(), String.join("; ", one.problems())));
        offers.print(out, "No bundle brings a profile; see openbeian-provider-examples");
    }

    private void show(ProviderProfile profile, ProviderStatus answer) {
        out.println(Show.text(profile.name()) + ", version " + profile.version() + ", from " + Show.or(profile.source()));
        profile.contacts().forEach(one -> out.println(one.kind() + " " + one.value() + ": " + Show.text(one.purpose())));
        profile.texts().forEach(one -> out.println("Text " + one.id() + " " + one.version() + ": " + Show.text(one.title())));
        Table settings = new Table("Configuration", "Key", "Value", "Source", "Counts");
        profile.settings().forEach(one -> settings.row(one.pid(), one.key(), String.join(",", one.value()), one.source(),
                answer.overridden().contains(one.pid() + " " + one.key()) ? "no, yours does" : "yes"));
        settings.print(out, "No settings");
    }
}

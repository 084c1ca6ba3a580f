package org.openbeian.shell;

import java.util.TreeSet;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.channel.NotificationPreferences;
import org.openbeian.api.channel.Preferences;
import org.openbeian.api.security.Actor;

/** Shows how one's own account wants to be told. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "preference-show", description = "Shows how your account wants to be told: language, what is switched"
        + " off, quiet hours")
public class PreferenceShowCommand extends ReadCommand<Preferences> {

    @Reference(optional = true)
    NotificationPreferences preferences;

    @Override
    Preferences read(Actor actor) throws CommandException {
        return need(preferences, "NotificationPreferences").ofAccount(actor);
    }

    @Override
    void print(Preferences chosen) {
        out.println(text(chosen));
    }

    /** A choice on four lines. */
    static String text(Preferences chosen) {
        String quiet = chosen.quietFrom() == null ? "those of the server"
                : chosen.quietFrom().equals(chosen.quietTo()) ? "none" : chosen.quietFrom() + "-" + chosen.quietTo() + ", Beijing time";
        return "Language: " + (chosen.language() == null ? "both" : chosen.language())
                + "\nWays switched off: " + (chosen.formsOff().isEmpty() ? "none" : String.join(", ", new TreeSet<>(chosen.formsOff())))
                + "\nMessages switched off: "
                + (chosen.messagesOff().isEmpty() ? "none" : String.join(", ", new TreeSet<>(chosen.messagesOff())))
                + "\nQuiet hours: " + quiet;
    }
}

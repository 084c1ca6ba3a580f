package org.openbeian.shell;

import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.openbeian.api.channel.NotificationPreferences;
import org.openbeian.api.channel.Preferences;
import org.openbeian.api.security.Actor;

/** Changes how one's own account wants to be told; what is not named stays. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "preference-set", description = "Changes how your account wants to be told; what you do not name stays,"
        + " and mandatory messages always come. For persons in your orders: PUT /api/v1/me/preferences/persons")
public class PreferenceSetCommand extends ChangeCommand {

    private static final String NONE = "none";

    @Reference(optional = true)
    NotificationPreferences preferences;

    @Option(name = "--language", description = "zh-CN, en or both")
    @Completion(value = StringsCompleter.class, values = {"zh-CN", "en", "both"})
    String language;

    @Option(name = "--ways-off", description = "Ways to switch off, separated by commas: email, sms, im, webhook; or none")
    @Completion(value = StringsCompleter.class, values = {"email", "sms", "im", "webhook", NONE})
    String waysOff;

    @Option(name = "--messages-off", description = "Messages to switch off, separated by commas, as beian:message-list names them; or none")
    @Completion(MessageCompleter.class)
    String messagesOff;

    @Option(name = "--quiet", description = "Quiet hours by Beijing time, such as 21:00-08:00; none, or server for those of the server")
    @Completion(value = StringsCompleter.class, values = {"21:00-08:00", NONE, "server"})
    String quiet;

    private Preferences wanted;

    @Override
    String plan(Actor actor) throws CommandException {
        Preferences old = need(preferences, "NotificationPreferences").ofAccount(actor);
        LocalTime from = old.quietFrom();
        LocalTime to = old.quietTo();
        if (quiet != null) {
            String[] hours = hours();
            from = hours.length == 0 ? null : time(hours[0]);
            to = hours.length == 0 ? null : time(hours[1]);
        }
        wanted = new Preferences(language == null ? old.language() : language.equals("both") ? null : language,
                list(waysOff, old.formsOff()), list(messagesOff, old.messagesOff()), from, to);
        return "Will keep for the account " + actor.account() + ":\n" + PreferenceShowCommand.text(wanted);
    }

    private String[] hours() throws CommandException {
        String[] hours = switch (quiet) {
            case "server" -> new String[0];
            case NONE -> new String[] {"00:00", "00:00"};
            default -> quiet.split("-");
        };
        if (hours.length != 0 && hours.length != 2) {
            throw new CommandException("--quiet: '" + quiet + "' is not like 21:00-08:00, none or server.");
        }
        return hours;
    }

    private static LocalTime time(String text) throws CommandException {
        try {
            return LocalTime.parse(text.strip());
        } catch (DateTimeParseException notATime) {
            throw new CommandException("--quiet: '" + text + "' is not a time such as 21:00.");
        }
    }

    private static Set<String> list(String given, Set<String> old) {
        return given == null ? old : given.equals(NONE) ? Set.of() : Set.copyOf(List.of(given.strip().split("\\s*,\\s*")));
    }

    @Override
    String change(Actor actor) {
        preferences.setOfAccount(actor, wanted);
        return "Done: it counts from the next message on.";
    }
}

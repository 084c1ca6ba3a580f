package org.openbeian.shell;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.publicsecurity.PublicSecurityCase;
import org.openbeian.api.publicsecurity.PublicSecurityCase.Appointment;
import org.openbeian.api.publicsecurity.PublicSecurityCase.Event;
import org.openbeian.api.publicsecurity.PublicSecurityFilings;
import org.openbeian.api.security.Actor;

/** Records what was done or answered on the platform of public security; a data code is asked for, so that no history keeps it. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "public-security-record", description = "Records what was done or answered on the platform of public"
        + " security")
public class PublicSecurityRecordCommand extends ChangeCommand {

    @Reference(optional = true)
    PublicSecurityFilings filings;

    @Reference(optional = true)
    Session session;

    @Argument(index = 0, name = "case", description = "Id of the case", required = true)
    @Completion(PublicSecurityIdCompleter.class)
    String id;

    @Argument(index = 1, name = "event", description = "What happened, such as ORGANIZER_APPROVED or SITE_RETURNED", required = true)
    String event;

    @Option(name = "--reason", description = "The reason, for returns and for CODE_FAILED")
    String reason;

    @Option(name = "--statement", description = "Version of the text consented to, for SITE_SUBMITTED and CODE_ASKED")
    String statement;

    @Option(name = "--at", description = "Time of an appointment, such as 2026-12-01T01:30:00Z")
    String at;

    @Option(name = "--place", description = "Place of an appointment")
    String place;

    @Option(name = "--documents", description = "What to bring, separated by commas")
    String documents;

    @Option(name = "--number", description = "The number, for NUMBER_ISSUED; the data code of CODE_ISSUED is asked for")
    String number;

    @Option(name = "--day", description = "Day in Asia/Shanghai on which the number or the code was issued")
    String day;

    @Override
    String plan(Actor actor) throws CommandException {
        PublicSecurityCase found = need(filings, PublicSecurityListCommand.SERVICE).get(actor, id);
        Event meant = meant();
        if (meant == Event.CODE_ISSUED && number != null) {
            throw new CommandException("--number: a data code is asked for, since the shell's history keeps what is typed here; take it out"
                    + " of there. Nothing was changed.");
        }
        return "Will record " + meant + " for case " + id + " (" + found.state() + ").";
    }

    @Override
    String change(Actor actor) throws CommandException {
        Appointment appointment = at == null ? null
                : new Appointment(instant(), place, documents == null ? List.of() : List.of(documents.split(",")));
        Event meant = meant();
        String issued = meant == Event.CODE_ISSUED ? Ask.value(session, "Data code", '*', "record it over REST") : number;
        PublicSecurityCase next = filings.record(actor, id, meant, new PublicSecurityFilings.Details(
                reason, statement, appointment, issued, Input.day("--day", day)));
        return "Done: case " + id + " is " + next.state() + ".";
    }

    private Event meant() throws CommandException {
        return Input.oneOf(Event.class, "event", event);
    }

    private Instant instant() throws CommandException {
        try {
            return Instant.parse(at);
        } catch (DateTimeParseException notATime) {
            throw new CommandException("--at: '" + at + "' is not a time such as 2026-12-01T01:30:00Z.");
        }
    }
}

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
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.publicsecurity.PublicSecurityCase;
import org.openbeian.api.publicsecurity.PublicSecurityCase.Appointment;
import org.openbeian.api.publicsecurity.PublicSecurityCase.Event;
import org.openbeian.api.publicsecurity.PublicSecurityFilings;
import org.openbeian.api.security.Actor;

/** Records what was done or answered on the platform of public security. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "public-security-record", description = "Records what was done or answered on the platform of public"
        + " security")
public class PublicSecurityRecordCommand extends ChangeCommand {

    @Reference(optional = true)
    PublicSecurityFilings filings;

    @Argument(index = 0, name = "case", description = "Id of the case", required = true)
    @Completion(PublicSecurityIdCompleter.class)
    String id;

    @Argument(index = 1, name = "event", description = "What happened, such as ORGANIZER_APPROVED or SITE_RETURNED", required = true)
    String event;

    @Option(name = "--reason", description = "The police's reason, for returns")
    String reason;

    @Option(name = "--statement", description = "Version of the security plan consented to, for SITE_SUBMITTED")
    String statement;

    @Option(name = "--at", description = "Time of an appointment, such as 2026-12-01T01:30:00Z")
    String at;

    @Option(name = "--place", description = "Place of an appointment")
    String place;

    @Option(name = "--documents", description = "What to bring, separated by commas")
    String documents;

    @Option(name = "--number", description = "The number, for NUMBER_ISSUED")
    String number;

    @Option(name = "--day", description = "Day in Asia/Shanghai on which the number was issued")
    String day;

    @Override
    String plan(Actor actor) throws CommandException {
        PublicSecurityCase found = need(filings, PublicSecurityListCommand.SERVICE).get(actor, id);
        return "Will record " + Input.oneOf(Event.class, "event", event) + " for case " + id + " (" + found.state() + ").";
    }

    @Override
    String change(Actor actor) throws CommandException {
        Appointment appointment = at == null ? null
                : new Appointment(instant(), place, documents == null ? List.of() : List.of(documents.split(",")));
        PublicSecurityCase next = filings.record(actor, id, Input.oneOf(Event.class, "event", event), new PublicSecurityFilings.Details(
                reason, statement, appointment, number, Input.day("--day", day)));
        return "Done: case " + id + " is " + next.state() + ".";
    }

    private Instant instant() throws CommandException {
        try {
            return Instant.parse(at);
        } catch (DateTimeParseException notATime) {
            throw new CommandException("--at: '" + at + "' is not a time such as 2026-12-01T01:30:00Z.");
        }
    }
}

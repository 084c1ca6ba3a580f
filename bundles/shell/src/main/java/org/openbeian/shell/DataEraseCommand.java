package org.openbeian.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.openbeian.api.key.ErasureCertificate;
import org.openbeian.api.key.ErasureKind;
import org.openbeian.api.key.Erasures;
import org.openbeian.api.security.Actor;

/** Erases personal data. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "data-erase", description = "Erases the personal data of an order, account or organizer for good"
        + " by destroying its keys")
public class DataEraseCommand extends ChangeCommand {

    @Reference(optional = true)
    Erasures erasures;

    @Argument(index = 0, name = "kind", description = "order, account or organizer", required = true)
    @Completion(value = StringsCompleter.class, values = {"order", "account", "organizer"})
    String kind;

    @Argument(index = 1, name = "id", description = "Id of the order, name of the account, or filing number of the organizer",
            required = true)
    String id;

    @Option(name = "--reason", description = "Why; kept in the certificate, so without personal data", required = true)
    String reason;

    @Override
    String plan(Actor actor) throws CommandException {
        Input.text("--reason", reason);
        return "Will destroy the keys of " + String.join(", ", need(erasures, "Erasures").plan(parsed(), id))
                + "; what they protect cannot be brought back.";
    }

    @Override
    String change(Actor actor) throws CommandException {
        ErasureCertificate certificate = erasures.erase(actor, parsed(), id, reason.strip());
        return "Done: " + certificate.keys().size() + " keys are destroyed. Certificate " + certificate.id() + ", SHA-256 "
                + certificate.hash() + "; beian:erasure-list --json shows it whole.";
    }

    private ErasureKind parsed() throws CommandException {
        return Input.oneOf(ErasureKind.class, "kind", kind);
    }
}

package org.openbeian.shell;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.audit.AuditLog;
import org.openbeian.api.audit.AuditProof;
import org.openbeian.api.audit.ChainReport;
import org.openbeian.api.audit.ChainVerifier;
import org.openbeian.api.security.Actor;

/** Checks all hash chains: the audit and the history of every order. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "audit-verify", description = "Checks the hash chains of the audit and of every order's"
        + " history; fails when one was altered, cut, reordered or added to")
public class AuditVerifyCommand extends ReadCommand<Map<String, ChainReport>> {

    private static final Pattern PROOF = Pattern.compile("([1-9][0-9]{0,17}):([0-9a-f]{64})");
    private static final long PROGRESS_NANOS = 2_000_000_000L;

    @Reference(optional = true)
    List<ChainVerifier> verifiers;

    @Reference(optional = true)
    AuditLog audit;

    @Option(name = "--proof", description = "Number and hash of an entry as an export or the log once told them, NUMBER:HASH;"
            + " shows whether the audit was forged anew since then")
    String proof;

    LongSupplier nanoTime = System::nanoTime;

    @Override
    Map<String, ChainReport> read(Actor actor) throws CommandException {
        AuditProof noted = noted();
        if (need(verifiers, "ChainVerifier").isEmpty()) {
            throw new CommandException("No part of the server that keeps hash chains is there; beian:doctor tells why.");
        }
        Map<String, ChainReport> reports = new LinkedHashMap<>();
        for (ChainVerifier verifier : verifiers) {
            reports.put(verifier.name(), verifier.verify(progress(verifier.name())));
        }
        if (noted != null && !need(audit, "AuditLog").confirms(noted)) {
            throw new CommandException("The audit does not lead over entry " + noted.no()
                    + " with this hash any more: it was forged or cut since the proof was made.");
        }
        return reports;
    }

    @Override
    void print(Map<String, ChainReport> answer) {
        answer.forEach((name, report) -> {
            out.println(name + ": " + report.chains() + " chains, " + report.entries() + " entries, "
                    + (report.faults().isEmpty() ? "all hold" : report.faults().size() + " faults"));
            report.faults().forEach(fault -> out.println("  " + fault));
        });
    }

    @Override
    void judge(Map<String, ChainReport> answer) throws CommandException {
        long faults = answer.values().stream().mapToLong(report -> report.faults().size()).sum();
        if (faults > 0) {
            throw new CommandException(faults + " faults: somebody changed the database beside the server, or it was damaged."
                    + " Keep a copy of it and compare it with a backup.");
        }
    }

    private AuditProof noted() throws CommandException {
        if (proof == null) {
            return null;
        }
        Matcher parts = PROOF.matcher(proof);
        if (!parts.matches()) {
            throw new CommandException("--proof: '" + proof + "' is not a number, a colon and 64 hexadecimal digits.");
        }
        return new AuditProof(Long.parseLong(parts.group(1)), parts.group(2));
    }

    /** Tells people, not programs, how far it came. */
    private Consumer<ChainReport> progress(String name) {
        long[] told = {nanoTime.getAsLong()};
        return report -> {
            long now = nanoTime.getAsLong();
            if (!json && now - told[0] >= PROGRESS_NANOS) {
                told[0] = now;
                out.println(name + ": " + report.entries() + " entries so far");
            }
        };
    }
}

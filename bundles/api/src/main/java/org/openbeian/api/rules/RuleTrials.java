package org.openbeian.api.rules;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.openbeian.api.order.OrderState;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Tries a rule file before it counts: checks it, compares it with the one in force, runs it over orders. Nothing is put in
 * force and no order is touched. Thread-safe.
 */
@ProviderType
public interface RuleTrials {

    /** Checks a file and runs its examples; never throws for a bad file. */
    Report check(String text);

    /**
     * What was found in a file.
     *
     * @param provinceId province code; null when the file does not say
     * @param version version of the file; null when it does not say
     * @param rules how many rules it holds, required fields and limits included
     * @param examples how many examples were run
     * @param problems mistakes in the order of the file; empty when the file is good
     */
    record Report(String provinceId, String version, int rules, int examples, List<Problem> problems) {
    }

    /**
     * A mistake.
     *
     * @param line line, from 1
     * @param column column, from 1
     * @param message what is wrong and what was expected
     */
    record Problem(int line, int column, String message) {
    }

    /** The file of an installed bundle, serving or not; empty when none of that name and version is there. */
    Optional<String> installed(String bundle, String bundleVersion);

    /**
     * What a file changes against the one of its province that is in force.
     *
     * @throws org.openbeian.api.order.Refusal of kind INVALID when the file has mistakes
     */
    Diff diff(String candidate);

    /**
     * The difference between two files, entry by entry.
     *
     * @param provinceId province code
     * @param inForce version of the rules in force; null when none are
     * @param candidate version of the candidate
     * @param changes every entry that differs, in the order of the sections
     */
    record Diff(String provinceId, String inForce, String candidate, List<Change> changes) {
    }

    /**
     * An entry that differs.
     *
     * @param section section of the file, such as {@code rules}; {@code head} for the keys at its top
     * @param id id of the entry
     * @param how {@code added}, {@code removed} or {@code changed}
     * @param parts what differs in it; of an added or removed entry all parts
     */
    record Change(String section, String id, String how, List<Part> parts) {
    }

    /**
     * A part that differs.
     *
     * @param name key in the file
     * @param before as it is in force; null when it is new
     * @param after as the candidate has it; null when it goes
     */
    record Part(String name, String before, String after) {
    }

    /**
     * Starts to judge all orders of the file's province that are not final, and all that were granted, by the rules in
     * force and by the candidate. Runs in the background, one at a time; others wait. Java plugins are not asked, as they
     * are the same both times.
     *
     * @throws org.openbeian.api.order.Refusal of kind INVALID when the file has mistakes, WRONG_STATE when too many wait
     */
    Replay replay(String candidate);

    /** A replay that was started since the server started, as it stands now. */
    Optional<Replay> find(String id);

    /** The replays that are remembered, newest first. */
    List<Replay> replays();

    /** Ends a replay; what it found stays. Does nothing when it is over or unknown. */
    void cancel(String id);

    /**
     * How far a replay is.
     *
     * @param id its id
     * @param provinceId province code; {@code 000000} for all provinces
     * @param inForce version of the rules in force when it started; null when none were
     * @param candidate version of the candidate
     * @param state {@code waiting}, {@code running}, {@code done}, {@code cancelled} or {@code failed}
     * @param judged orders judged
     * @param total orders to judge, as counted at the start
     * @param startedAt when it was asked for
     * @param changes orders whose verdict changes; at most {@value #MAX_CHANGES}
     * @param changed how many orders have another verdict
     * @param problem why it failed, or null
     */
    record Replay(String id, String provinceId, String inForce, String candidate, String state, long judged, long total,
            Instant startedAt, List<VerdictChange> changes, long changed, String problem) {

        /** Most changes that are kept. */
        public static final int MAX_CHANGES = 1_000;

        /** Whether nothing more comes. */
        public boolean isOver() {
            return !state.equals("waiting") && !state.equals("running");
        }
    }

    /**
     * An order whose verdict changes. Holds no personal data.
     *
     * @param orderId id of the order
     * @param state its state
     * @param blockedBefore whether the rules in force block it
     * @param blockedAfter whether the candidate blocks it
     * @param gone findings that go, as severity, rule and pointer
     * @param come findings that come, as severity, rule and pointer
     */
    record VerdictChange(String orderId, OrderState state, boolean blockedBefore, boolean blockedAfter, List<String> gone,
            List<String> come) {
    }
}

package org.openbeian.api.gate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.openbeian.api.correction.CorrectionCase;
import org.openbeian.api.security.Actor;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Domains that were told to file, and those that are blocked (W-25, Q-06). A notice turns into a block by itself when its day is over
 * and the domain is not filed here; a block ends by itself when the domain is filed here. Whose domain it is, is told of each step.
 * Callers check the right before. Thread-safe.
 */
@ProviderType
public interface Blockings {

    /** How a domain stands. */
    enum State {
        /** It was told to file by a day. */
        NOTICED,
        /** The day is over and it is not filed: it shows the blocking page. */
        BLOCKED,
        /** It was found open while unfiled: it is isolated, and the carrier is to block its addresses. */
        ISOLATED,
        /** It is no longer blocked, or was filed in time. */
        LIFTED
    }

    /**
     * A domain.
     *
     * @param domain what is filed, in lower-case A-form
     * @param account whose it is, or null when that is not known or not for the caller
     * @param state how it stands
     * @param reason why, as it was entered; null when that is not for the caller
     * @param deadline last day of the notice in its time zone's end, or null
     * @param ips its addresses that the carrier is to block; never null
     * @param carrierBlocked whether the carrier has blocked them
     * @param by who did the last step; null when that is not for the caller
     * @param since since when it stands so
     * @param caseId the case that caused it last, of {@link org.openbeian.api.correction.Corrections}, or null
     * @param holds every case that caused it, the first one first; never null
     */
    record Blocking(String domain, String account, State state, String reason, Instant deadline, List<String> ips,
            boolean carrierBlocked, String by, Instant since, String caseId, List<Hold> holds) {

        /** Copies the lists; what was stored before holds were kept has one of its case. */
        public Blocking {
            ips = ips == null ? List.of() : List.copyOf(ips);
            holds = holds != null ? List.copyOf(holds) : caseId == null ? List.of()
                : List.of(new Hold(caseId, since, state == State.LIFTED ? since : null));
        }

        /** One that no case caused. */
        public Blocking(String domain, String account, State state, String reason, Instant deadline, List<String> ips,
                boolean carrierBlocked, String by, Instant since) {
            this(domain, account, state, reason, deadline, ips, carrierBlocked, by, since, null, List.of());
        }
    }

    /**
     * A case for which a domain is isolated.
     *
     * @param caseId id of the case
     * @param since since when
     * @param liftedAt when it let the domain go, or null while it holds it
     */
    record Hold(String caseId, Instant since, Instant liftedAt) {
    }

    /**
     * Tells a domain to file by a day.
     *
     * @param host the domain or a host below it
     * @param account whose it is; null for that of the registry of domains
     * @param deadline when the block comes; in the future
     * @throws org.openbeian.api.order.Refusal INVALID for what is no domain or a time that is over; WRONG_STATE when it is filed here or
     *     blocked already
     */
    Blocking notice(Actor actor, String host, String account, Instant deadline, String reason);

    /**
     * Isolates a domain that was found open while unfiled.
     *
     * @param ips public addresses that the carrier is to block
     * @param caseId the open case of this domain that causes it, or null
     * @throws org.openbeian.api.order.Refusal as {@link #notice}; INVALID also for an address that is not public, and for a case of
     *     another domain or a closed one
     */
    Blocking isolate(Actor actor, String host, String account, List<String> ips, String reason, String caseId);

    /**
     * Notes that the carrier blocked the addresses, or opened them again.
     *
     * @throws org.openbeian.api.order.Refusal NOT_FOUND; WRONG_STATE when the domain is not isolated and they are to be blocked
     */
    Blocking carrier(Actor actor, String domain, boolean blocked);

    /**
     * Ends a notice or a block by hand. A domain that several open cases hold stays isolated until the last of them lets it go.
     *
     * @param caseId the case that lets the domain go, or null when no more than one open case holds it
     * @throws org.openbeian.api.order.Refusal NOT_FOUND; WRONG_STATE when it has ended, and without a case when several hold it; INVALID
     *     for a case that does not hold it
     */
    Blocking lift(Actor actor, String domain, String reason, String caseId);

    /**
     * What a case caused, as it stands now; what it let go, too. Why, by whom and for which account and addresses is for those alone who
     * may ask the gate; to others a measure has its domain, state, since, carrierBlocked and what concerns this case.
     */
    List<Blocking> of(Actor actor, CorrectionCase found);

    /** How a domain stands. */
    Optional<Blocking> find(String domain);

    /**
     * Domains, those that changed last first.
     *
     * @param state those that stand so, or null for all
     */
    List<Blocking> list(State state, int limit);
}

package org.openbeian.api.correction;

import org.openbeian.api.security.Actor;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What the provider finds wrong itself, by probes or by its staff. Each finding is a case of {@link Corrections} without an
 * authority, with a term to put it right; the account is told when it is opened, settled or overdue. Thread-safe.
 */
@ProviderType
public interface Inspections {

    /**
     * Opens a case that a probe found, unless one is open for its kind and domain, or it is of a kind that people judge (content,
     * resources, accesses not reported) and a person closed the last one about the same. Joins the caller's transaction.
     *
     * @param kind one that is {@link CorrectionKind#isInspected()}
     * @param orderId order whose domain it is
     * @param domain the domain or a host below it
     * @param text what was seen, or null; no personal data
     */
    void found(CorrectionKind kind, String orderId, String domain, String text);

    /**
     * Closes what {@link #found} opened, or for a kind that a probe alone can tell {@link #open} as well, since it is put right;
     * nothing happens when nothing is open. Joins the caller's transaction.
     */
    void settled(CorrectionKind kind, String domain, String conclusion);

    /**
     * A specialist opens a case.
     *
     * @param kind one that is {@link CorrectionKind#isInspected()}
     * @param domain the domain or a host below it
     * @param text what was seen
     * @throws org.openbeian.api.order.Refusal FORBIDDEN; INVALID for another kind, a malformed domain or no text; WRONG_STATE when one
     *     is open
     */
    CorrectionCase open(Actor actor, CorrectionKind kind, String domain, String text);
}

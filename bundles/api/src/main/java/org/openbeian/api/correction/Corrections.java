package org.openbeian.api.correction;

import java.util.List;
import org.openbeian.api.security.Actor;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The cases that authorities opened, and those of {@link Inspections}. Applicants see their own. Every method throws
 * Refusal as Orders does. Thread-safe.
 */
@ProviderType
public interface Corrections {

    /**
     * Cases, newest first.
     *
     * @param open only those that are not closed
     * @param after id of the case behind which to go on, or null
     * @param limit 1 to 200
     */
    List<CorrectionCase> list(Actor actor, boolean open, String after, int limit);

    /** A case that the actor may see. */
    CorrectionCase get(Actor actor, String id);

    /**
     * A specialist closes a case, saying what was done; a blacklisting ends only when the authority takes it back.
     *
     * @param version version that the caller saw, or -1
     */
    CorrectionCase conclude(Actor actor, String id, long version, String conclusion);
}

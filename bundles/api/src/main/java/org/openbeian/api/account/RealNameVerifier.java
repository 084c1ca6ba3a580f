package org.openbeian.api.account;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A service that knows whose documents are whose: an authority's, a bank's, a cloud's own real-name register. Asked on any
 * thread, at most four times at once, and cut off after ten seconds. A verifier that throws, hangs or answers null has not
 * answered: the data are not kept, and their owner is told to try again.
 */
@ConsumerType
public interface RealNameVerifier {

    /** What the service knows. */
    enum Answer {
        /** The document is of this person or unit. */
        CONFIRMED,
        /** It is not, or there is no such document. */
        DIFFERS
    }

    /** Whether document and name belong together. */
    Answer verify(RealName data);
}

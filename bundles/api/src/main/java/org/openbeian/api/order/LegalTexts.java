package org.openbeian.api.order;

import java.util.Collection;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The texts that people consent to: the operator's or else the server's own, each version kept for good (W-38, A-97). Thread-safe. */
@ProviderType
public interface LegalTexts {

    /**
     * The text in force.
     *
     * @param own the server's own text, which counts unless the operator's profile brings one of the same id
     * @throws Refusal UNAVAILABLE while the chosen profile is not there
     */
    ConsentText inForce(ConsentText own);

    /**
     * Keeps texts that are about to be consented to, so that each version can be read for good. Costs nothing for those that
     * this process kept before.
     *
     * @throws Refusal UNAVAILABLE when a version was consented to in other words
     */
    void keep(Collection<ConsentText> texts);

    /** A version that somebody consented to, in force or not. */
    Optional<ConsentText> kept(String id, String version);
}

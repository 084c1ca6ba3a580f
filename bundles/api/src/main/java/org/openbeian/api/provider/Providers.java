package org.openbeian.api.provider;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The profile of the operator who runs this server. Thread-safe. */
@ProviderType
public interface Providers {

    /** Which profile is chosen and what came of it, with all that are there. */
    ProviderStatus status();

    /**
     * The profile in force; empty when none is chosen.
     *
     * @throws org.openbeian.api.order.Refusal UNAVAILABLE when one is chosen that is not there or has mistakes: under which
     *     terms somebody files must not depend on what happens to be installed
     */
    Optional<ProviderProfile> inForce();
}

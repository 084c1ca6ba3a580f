package org.openbeian.api.audit;

import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;

/** Checks hash chains of one kind from their first entry to the last. Thread-safe. */
@ProviderType
public interface ChainVerifier {

    /** What is checked, in a word or two, such as {@code audit}. */
    String name();

    /**
     * Checks all chains; takes as long as there are entries.
     *
     * @param progress told now and then how far it came
     * @return what was found in the end
     */
    ChainReport verify(Consumer<ChainReport> progress);
}

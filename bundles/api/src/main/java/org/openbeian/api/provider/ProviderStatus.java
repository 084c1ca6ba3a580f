package org.openbeian.api.provider;

import java.util.List;

/**
 * Which profile is chosen, and what came of it.
 *
 * @param chosen id of the profile that the configuration names; empty for none
 * @param state what came of it
 * @param profile the profile in force, or null
 * @param overridden settings of the profile that do not count because the operator's own configuration says otherwise, each
 *     as PID and key with a blank between
 * @param offers every profile that an installed bundle brings
 */
public record ProviderStatus(String chosen, State state, ProviderProfile profile, List<String> overridden, List<Offer> offers) {

    /** Copies the lists. */
    public ProviderStatus {
        overridden = List.copyOf(overridden);
        offers = List.copyOf(offers);
    }

    /** What came of the choice. */
    public enum State {
        /** None is chosen: the configuration and the server's own texts count. */
        NONE,
        /** The chosen one counts. */
        IN_FORCE,
        /** No bundle brings the chosen one. */
        MISSING,
        /** The file of the chosen one has mistakes. */
        REFUSED
    }

    /**
     * A profile that a bundle brings.
     *
     * @param id id of the profile; of a file that cannot be read, its name
     * @param version version of the profile, or null
     * @param bundle symbolic name of the bundle
     * @param problems why it cannot be taken; empty when it can
     */
    public record Offer(String id, String version, String bundle, List<String> problems) {

        /** Copies the list. */
        public Offer {
            problems = List.copyOf(problems);
        }
    }
}

package org.openbeian.core.order;

/** Tells where APPs can be sent to. Thread-safe. */
public interface AppIntake {

    /**
     * Whether an authority is known to take no APPs over its interface; false while nothing is known of the interface.
     *
     * @param authorityId six-digit code of the authority's province, or null
     */
    boolean refusesApps(String authorityId);
}

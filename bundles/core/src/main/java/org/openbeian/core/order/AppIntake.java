package org.openbeian.core.order;

/** Tells what can be sent where. Thread-safe. */
public interface AppIntake {

    /**
     * Whether an authority is known to take no APPs over its interface: false while nothing is known of the interface.
     *
     * @param authorityId authority that an order goes to
     */
    boolean refusesApps(String authorityId);

    /** Whether this server has an upload account of the authority now. */
    boolean hasAccount(String authorityId);
}

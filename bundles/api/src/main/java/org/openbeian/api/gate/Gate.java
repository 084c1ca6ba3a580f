package org.openbeian.api.gate;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Says from memory what may be served here (W-18). Never throws for a bad question. Thread-safe. */
@ProviderType
public interface Gate {

    /**
     * May this host be served here?
     *
     * @param host a host as requests carry it: in either form, with a port or a trailing dot; null counts as empty
     */
    GateAnswer host(String host);

    /**
     * May this host be served here? As {@link #host}, without saying why: true for ALLOW and false for everything else. Takes
     * less than a microsecond for plain hosts.
     */
    boolean isOpen(String host);

    /**
     * May these hosts be served here? As {@link #isOpen} of each, in their order; several times quicker for many, since their places
     * in memory are asked for together.
     *
     * @param hosts hosts as requests carry them
     */
    boolean[] areOpen(List<String> hosts);

    /**
     * May this APP run here (E-05, A-04)?
     *
     * @param number filing number of the APP; its name while it has none, its filing being under way (E-21)
     */
    GateAnswer app(String number);
}

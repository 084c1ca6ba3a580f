package org.openbeian.api.store;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.openbeian.api.gate.Blockings.Blocking;
import org.openbeian.api.gate.Blockings.State;
import org.osgi.annotation.versioning.ProviderType;

/** Notices and blocks of domains; the gate follows them. Every method joins the caller's transaction. Thread-safe. */
@ProviderType
public interface BlockingStore {

    /** Stores a domain by its name; what was stored is replaced. */
    void save(Blocking blocking);

    /** How a domain stands. */
    Optional<Blocking> find(String domain);

    /** How a domain stands that is to change: other transactions that want to change it wait until this one ends. */
    Optional<Blocking> hold(String domain);

    /** Which of these domains are under a notice or blocked. */
    List<String> open(Collection<String> domains);

    /** Domains, those that changed last first; of all states when null. */
    List<Blocking> list(State state, int limit);
}

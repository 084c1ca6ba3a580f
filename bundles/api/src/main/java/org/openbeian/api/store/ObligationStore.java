package org.openbeian.api.store;

import java.util.List;
import java.util.Optional;
import org.openbeian.api.resource.ResourceObligations.Obligation;
import org.osgi.annotation.versioning.ProviderType;

/** Obligations about resources, and the orders to look at. Every method joins the caller's transaction. Thread-safe. */
@ProviderType
public interface ObligationStore {

    /**
     * Orders that resources carry: those handed in and not given up, and for what is filed the last one that was granted.
     *
     * @param after the id to begin after, empty at first
     */
    List<String> orders(String after, int limit);

    /** Stores the obligation of an order. */
    void save(Obligation obligation);

    /** The obligation of an order. */
    Optional<Obligation> find(String orderId);

    /** Ends the obligation of an order. */
    void remove(String orderId);

    /** Ends the obligations of orders that are not among {@link #orders} any more. */
    void removeOver();

    /** Obligations of an account, or of all when null; oldest first. */
    List<Obligation> list(String account, int limit);
}

package org.openbeian.api.store;

import java.util.List;
import java.util.Optional;
import org.openbeian.api.billing.Charge;
import org.openbeian.api.billing.FreeTime;
import org.openbeian.api.billing.Invoice;
import org.openbeian.api.butler.ButlerCase;
import org.osgi.annotation.versioning.ProviderType;

/** Cases of butlers, and what the embedded billing keeps: charges, invoices, free time. Joins the caller's transaction. Thread-safe. */
@ProviderType
public interface ButlerStore {

    /** Stores a new case; false when its order has one that is not cancelled. */
    boolean insert(ButlerCase fresh);

    /** Stores the next version of a case; false when another was stored meanwhile. */
    boolean update(ButlerCase next);

    /** A case, or empty. */
    Optional<ButlerCase> find(String id);

    /**
     * Cases, newest first.
     *
     * @param account only those of this account, or null
     * @param butler only those of this butler, or null
     */
    List<ButlerCase> list(String account, String butler, int limit);

    /** Stores a charge; false when one with this id is there. */
    boolean add(Charge charge);

    /** Charges of an account, newest first. */
    List<Charge> charges(String account, int limit);

    /** Stores an invoice and puts charges of its account that are on none yet on it; returns how many these were. */
    int add(Invoice invoice, List<String> chargeIds);

    /** Marks an invoice as issued; false when there is none. */
    boolean issued(String invoiceId);

    /** Invoices of an account, newest first. */
    List<Invoice> invoices(String account, int limit);

    /** Stores free time; false when some with this id is there. */
    boolean add(FreeTime time);

    /** Free time of an account, newest first. */
    List<FreeTime> freeTime(String account, int limit);
}

package org.openbeian.api.billing;

import java.util.List;

/**
 * The one port to the billing centre (费用中心, T-114). The embedded one books into the server's own database; an operator's
 * own system is a service with a higher ranking. Joins the caller's transaction. Thread-safe.
 */
public interface Billing {

    /** Books a charge; nothing happens when one with this id was booked. */
    void book(Charge charge);

    /** The charges of an account, newest first; at most 200. */
    List<Charge> charges(String account);

    /**
     * Asks for an invoice.
     *
     * @param chargeIds charges of the account that are on no invoice yet, at least one
     * @param title whom it is made out to
     * @throws org.openbeian.api.order.Refusal INVALID when a charge is not the account's or on an invoice already
     */
    Invoice requestInvoice(String account, List<String> chargeIds, String title);

    /** Notes that an invoice was issued; false when there is none. */
    boolean issued(String invoiceId);

    /** The invoices of an account, newest first; at most 200. */
    List<Invoice> invoices(String account);

    /** Books free time; nothing happens when one with this id was booked. */
    void grantTime(FreeTime time);

    /** The free time of an account, newest first; at most 200. */
    List<FreeTime> freeTime(String account);
}

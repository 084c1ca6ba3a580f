package org.openbeian.api.store;

/** Thrown when an order changed between load and save; the caller may load again. */
public final class StaleOrder extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * For one order.
     *
     * @param orderId id of the order
     */
    public StaleOrder(String orderId) {
        super("order " + orderId + " was changed by somebody else");
    }
}

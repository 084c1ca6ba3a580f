package org.openbeian.api.billing;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A requested invoice (发票).
 *
 * @param id id
 * @param account account that asked
 * @param title whom it is made out to (发票抬头)
 * @param amount sum of its charges, CNY
 * @param issued whether it was issued
 * @param requestedAt when it was asked for
 */
public record Invoice(String id, String account, String title, BigDecimal amount, boolean issued, Instant requestedAt) {

    /** Leaves the title out, which may be a person's name. */
    @Override
    public String toString() {
        return "Invoice[" + id + " " + amount + "]";
    }
}

package org.openbeian.api.billing;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * One line of an account's bill (T-114).
 *
 * @param id id; the same booking has the same id, so that it is booked once
 * @param account account that is charged
 * @param orderId order that it is about
 * @param item price item, such as {@code icp.first}
 * @param amount CNY with two decimals
 * @param at when it was booked
 * @param invoiceId invoice that it is on, or null
 */
public record Charge(String id, String account, String orderId, String item, BigDecimal amount, Instant at, String invoiceId) {
}

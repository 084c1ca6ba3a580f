package org.openbeian.api.billing;

import java.time.Instant;
import org.openbeian.api.resource.ResourceRef;

/**
 * Server time that an account need not pay for (W-12).
 *
 * @param id id; the same grant has the same id, so that it is booked once
 * @param account account that gets it
 * @param orderId order that it is about
 * @param resource server that it is for, or null when the order names none: then the account's next one
 * @param days whole days, at least 1
 * @param at when it was granted
 */
public record FreeTime(String id, String account, String orderId, ResourceRef resource, int days, Instant at) {
}

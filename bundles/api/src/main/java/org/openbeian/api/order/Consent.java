package org.openbeian.api.order;

import java.time.Instant;

/**
 * A consent that the applicant gave on submission.
 *
 * @param text id of the text: {@code privacy}, {@code terms} or {@code commitment}
 * @param version version of the text that was shown
 * @param at when it was given, null in a request
 * @param account the account that gave it, null in a request
 * @param address network address it came from, null in a request
 */
public record Consent(String text, String version, Instant at, String account, String address) {
}

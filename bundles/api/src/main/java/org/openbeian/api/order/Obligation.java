package org.openbeian.api.order;

import java.time.Instant;
import org.openbeian.api.model.LocalizedText;

/**
 * Something that is due for an account.
 *
 * @param kind {@code draft}, {@code sms-verification}, {@code pre-review}, {@code authority-review} or {@code correction};
 *     or one of an {@link ObligationSource}, such as {@code template-review} or {@code public-security-filing}
 * @param id id of the order, case, site or template
 * @param about domain, filing number or label, or null
 * @param text what is due, for people
 * @param due until when
 * @param own whether the account itself has to act; otherwise it waits for somebody
 * @param overdue whether the time is over
 * @param reservation why the time is not certain, such as a year whose public holidays are not known, or null
 */
public record Obligation(String kind, String id, String about, LocalizedText text, Instant due, boolean own, boolean overdue,
        LocalizedText reservation) {

    /** One whose time is certain. */
    public Obligation(String kind, String id, String about, LocalizedText text, Instant due, boolean own, boolean overdue) {
        this(kind, id, about, text, due, own, overdue, null);
    }
}

package org.openbeian.api.order;

import java.time.Instant;
import org.openbeian.api.model.FilingType;

/**
 * A row of a list of orders; holds no personal data of natural persons.
 *
 * @param id id of the order
 * @param version version of the order
 * @param account account of the applicant
 * @param type filing type
 * @param provinceId province code, or null while not entered
 * @param organizerName name of the organizer, masked when it is a natural person; null while not entered
 * @param domain main domain of the first service, or null
 * @param state state
 * @param waiting reason code of the mark WAITING, or null
 * @param number first service number once granted, or null
 * @param createdAt when the draft was started
 * @param updatedAt when the order last changed
 * @param due when the present stage ought to be over, or null
 * @param callFrom begin of the earliest window that the applicant picked for the specialist's call, or null
 */
public record OrderSummary(String id, long version, String account, FilingType type, String provinceId,
        String organizerName, String domain, OrderState state, String waiting, String number, Instant createdAt,
        Instant updatedAt, Instant due, Instant callFrom) {
}

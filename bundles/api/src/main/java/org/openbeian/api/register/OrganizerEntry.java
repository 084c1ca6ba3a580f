package org.openbeian.api.register;

import java.time.Instant;
import org.openbeian.api.model.Organizer;

/**
 * A granted organizer in the register (备案库).
 *
 * @param number filing number of the organizer
 * @param provinceId province code
 * @param name name of the organizer; stored protected when it is a natural person
 * @param recordId the authority's id
 * @param orderId order that brought it
 * @param grantedAt date of the authority's decision
 * @param state how it stands
 * @param since since when it stands so
 * @param data what was granted, or null when it is not known; stored protected
 * @param changedAt when the authority changed it last by its own word ({@code Zjxgsj}), a midnight in China for a day of which it does
 *        not say the time; null when it is not known
 */
public record OrganizerEntry(String number, String provinceId, String name, long recordId, String orderId,
        Instant grantedAt, OrganizerState state, Instant since, Organizer data, Instant changedAt) {

    /** An entry of which is not known when the authority changed it. */
    public OrganizerEntry(String number, String provinceId, String name, long recordId, String orderId, Instant grantedAt,
            OrganizerState state, Instant since, Organizer data) {
        this(number, provinceId, name, recordId, orderId, grantedAt, state, since, data, null);
    }

    /** An active entry of which no more is known. */
    public OrganizerEntry(String number, String provinceId, String name, long recordId, String orderId, Instant grantedAt) {
        this(number, provinceId, name, recordId, orderId, grantedAt, OrganizerState.ACTIVE, grantedAt, null);
    }

    /** This entry as another order's. */
    public OrganizerEntry of(String order) {
        return new OrganizerEntry(number, provinceId, name, recordId, order, grantedAt, state, since, data, changedAt);
    }

    /** This entry in another state; the same one when it is in it. */
    public OrganizerEntry with(OrganizerState other, Instant at) {
        return other == state ? this
            : new OrganizerEntry(number, provinceId, name, recordId, orderId, grantedAt, other, at, data, changedAt);
    }
}

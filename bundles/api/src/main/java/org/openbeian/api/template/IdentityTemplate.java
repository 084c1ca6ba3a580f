package org.openbeian.api.template;

import java.time.Instant;
import java.util.Map;
import org.openbeian.api.model.Organizer;
import org.openbeian.api.model.Principal;

/**
 * Data of an organizer or a principal that an account uses again and again (信息模版: T-05, T-16, T-24). Immutable; each change makes
 * a new one.
 *
 * @param id id of the template, time-ordered, unique
 * @param version counts the changes; 1 when new
 * @param account account that owns it
 * @param label what the account calls it
 * @param organizer data of an organizer, with its principal if entered; null in a template of a principal
 * @param principal data of a principal; null in a template of an organizer
 * @param extra further fields of the forms by id, such as the postcode (T-12, T-15); never null
 * @param state where it stands
 * @param reason why it was rejected, or null
 * @param reviewedBy account of the specialist who decided last, or null
 * @param submittedAt when it was handed in last, or null
 * @param due until when it ought to be decided, or null while nothing is to be decided (T-16)
 * @param createdAt when it was made
 * @param updatedAt when it last changed
 */
public record IdentityTemplate(String id, long version, String account, String label, Organizer organizer, Principal principal,
        Map<String, String> extra, State state, String reason, String reviewedBy, Instant submittedAt, Instant due, Instant createdAt,
        Instant updatedAt) {

    /** Copies the map; one of before there were further fields has none. */
    public IdentityTemplate {
        extra = extra == null ? Map.of() : Map.copyOf(extra);
    }

    /** Where a template stands. */
    public enum State {
        /** Its account works on it. */
        DRAFT,
        /** A specialist looks at it. */
        IN_REVIEW,
        /** It may be used. */
        APPROVED,
        /** It must be corrected first. */
        REJECTED
    }

    /** Names id and state only; the rest may be personal data. */
    @Override
    public String toString() {
        return "IdentityTemplate[" + id + " v" + version + " " + state + "]";
    }
}

package org.openbeian.api.guidance;

import java.time.Instant;
import java.util.List;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.order.OrderState;
import org.openbeian.api.rules.RuleSource;

/**
 * What a case needs, and how far it is (T-108, T-110). Holds no personal data.
 *
 * @param orderId id of the order
 * @param version version of the order that this is about
 * @param type filing type
 * @param orderState where the order stands
 * @param provinceId province, or null while none is chosen
 * @param at when it was drawn up
 * @param complete whether nothing stands against the submission as far as the order's own data go
 * @param items what is needed, by stage
 */
public record Checklist(String orderId, long version, FilingType type, OrderState orderState, String provinceId, Instant at,
        boolean complete, List<ListItem> items) {

    /** What an item is. */
    public enum Kind {
        /** Something to enter. */
        FIELD,
        /** A document or picture to upload. */
        MATERIAL,
        /** A text to agree to. */
        CONSENT,
        /** Something to do. */
        ACTION,
        /** Something entered that a rule objects to. */
        CHECK
    }

    /** For what an item is needed (T-01). */
    public enum Stage {
        /** The domain, before the filing. */
        DOMAIN,
        /** The filing with the authority. */
        FILING,
        /** What follows the grant: footer and public-security filing. */
        AFTER_GRANT
    }

    /** How far an item is. */
    public enum State {
        /** Is there. */
        DONE,
        /** Is missing now. */
        MISSING,
        /** Is there, but a rule stands against it. */
        WRONG,
        /** Is there, and a rule warns of it. */
        WARNED,
        /** May be given. */
        OPTIONAL,
        /** Comes with a later step. */
        LATER,
        /** Should have been done. */
        OVERDUE
    }

    /** Copies the list. */
    public Checklist {
        items = List.copyOf(items);
    }

    /**
     * Something that is needed.
     *
     * @param kind what it is
     * @param id id of the field, material, consent, action or rule
     * @param stage for what it is needed
     * @param pointer where it belongs, as JSON pointer into the application; empty for the whole order
     * @param text what it is, for people
     * @param state how far it is
     * @param criteria what it has to be like, or how to mend it; never null
     * @param comesWith the step that yields it, for what comes later; null otherwise
     * @param due until when, or null
     * @param source where the demand comes from, or null when it is the server's own
     */
    public record ListItem(Kind kind, String id, Stage stage, String pointer, LocalizedText text, State state, List<LocalizedText> criteria,
            LocalizedText comesWith, Instant due, RuleSource source) {

        /** Copies the list. */
        public ListItem {
            criteria = List.copyOf(criteria);
        }
    }
}

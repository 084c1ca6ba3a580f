package org.openbeian.api.order;

import java.util.List;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.model.LocalizedText;

/**
 * Which filing type fits an order, from what is known (E-08 to E-10).
 *
 * @param proposed the type, or null when what is known does not say one
 * @param agrees whether it is the order's type, or nothing is proposed
 * @param text why
 * @param facts what was known, and from where
 */
public record TypeProposal(FilingType proposed, boolean agrees, LocalizedText text, List<KnownFact> facts) {

    /** Copies the list. */
    public TypeProposal {
        facts = List.copyOf(facts);
    }

    /**
     * Something known.
     *
     * @param pointer JSON pointer to what it is about
     * @param filed true when it is filed, false when it is not, null when nobody could say
     * @param number the filing number, or null
     * @param here whether it has access at this provider; null when that is not known
     * @param source who says so: {@code register}, {@code authority}, {@code public-register}, {@code entered} or
     *     {@code nobody}
     */
    public record KnownFact(String pointer, Boolean filed, String number, Boolean here, String source) {
    }
}

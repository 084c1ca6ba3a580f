package org.openbeian.api.rules;

import java.util.List;
import org.openbeian.api.model.LocalizedText;

/**
 * Something that rules may ask about a case; the catalogue is {@link Facts}.
 *
 * @param name name in rule files, such as {@code principal.mobile}
 * @param type kind of value
 * @param facet what it is about
 * @param pointer JSON pointer of the field it comes from, below the thing it is about; null when there is no such field
 * @param personal whether its value is personal data, which no text of a finding may show
 * @param label name for people
 * @param words the words a {@link FactType#CODE} may be; empty for other types
 */
public record Fact(String name, FactType type, Facet facet, String pointer, boolean personal, LocalizedText label,
        List<String> words) {

    /** Copies the list. */
    public Fact {
        words = List.copyOf(words);
    }
}

package org.openbeian.core.rules;

import java.util.List;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.rules.RuleSource;
import org.openbeian.core.fact.FactKey;

/**
 * A field of the form that a file names: one of the catalogue, or an extra one of its own. Immutable.
 *
 * @param fact its fact; the name of an extra field's begins with {@code extra.}
 * @param required whether it must be entered before submission
 * @param words what a field of type CODE may be, with names for people; names of the codes that a list of the catalogue holds;
 *     empty for others
 * @param hint how to fill it in, or null
 * @param maxSize most characters, or null
 * @param when for which orders; null for all
 */
record FieldRule(FactKey fact, boolean required, List<Word> words, LocalizedText hint, Integer maxSize,
        Validity validity, Condition when, RuleSource source, Origin origin) {

    /** One word of a CODE with its name for people. */
    record Word(String id, LocalizedText name) {
    }

    boolean isExtra() {
        return fact.name().startsWith("extra.");
    }
}

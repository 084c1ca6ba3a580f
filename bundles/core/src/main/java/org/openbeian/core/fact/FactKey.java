package org.openbeian.core.fact;

import org.openbeian.api.rules.Fact;
import org.openbeian.api.rules.Facet;
import org.openbeian.api.rules.FactType;

/**
 * A fact with the way to its value. Values are {@code String} for text and codes, {@code Long}, {@code Boolean},
 * {@code LocalDate} or {@code List<String>}; null when absent. Blank texts and empty lists are absent.
 */
public final class FactKey {

    private final Fact fact;
    private final Scope scope;
    private final int index;
    private final Extractor extractor;

    FactKey(Fact fact, int index, Extractor extractor) {
        this.fact = fact;
        this.scope = Scope.of(fact.facet());
        this.index = index;
        this.extractor = extractor;
    }

    /** Takes a value out of what a scope is about. */
    interface Extractor {
        Object value(Part part);
    }

    /** The entry of the catalogue. */
    public Fact fact() {
        return fact;
    }

    /** Name of the fact. */
    public String name() {
        return fact.name();
    }

    /** Kind of value. */
    public FactType type() {
        return fact.type();
    }

    /** Where the fact is seen. */
    public Scope scope() {
        return scope;
    }

    int index() {
        return index;
    }

    Object extract(Part part) {
        return extractor.value(part);
    }

    /** Pointer of the fact's field in the application, for the thing that a part is about. */
    String pointerIn(Part part) {
        String below = fact.pointer() == null ? "" : fact.pointer();
        return fact.facet() == Facet.ORGANIZER ? "/organizer" + below : part.pointer() + below;
    }

    @Override
    public String toString() {
        return fact.name();
    }
}

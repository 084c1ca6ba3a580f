package org.openbeian.core.fact;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.openbeian.api.rules.Fact;
import org.openbeian.api.rules.Facts;

/** Joins every fact of the catalogue with the way to its value. */
public final class FactCatalogue {

    /** The catalogue of this server. */
    public static final FactCatalogue INSTANCE = new FactCatalogue(Facts.ALL);

    private final Map<String, FactKey> keys = new LinkedHashMap<>();
    private final Map<Scope, Integer> sizes = new EnumMap<>(Scope.class);

    FactCatalogue(Collection<Fact> facts) {
        Map<String, FactKey.Extractor> extractors = new HashMap<>();
        OrderExtractors.addTo(extractors);
        PrincipalExtractors.addTo(extractors);
        ServiceExtractors.addTo(extractors);
        for (Fact fact : facts) {
            FactKey.Extractor extractor = extractors.remove(fact.name());
            if (extractor == null) {
                throw new IllegalStateException("No way to the value of the fact " + fact.name());
            }
            int index = sizes.merge(Scope.of(fact.facet()), 1, Integer::sum) - 1;
            keys.put(fact.name(), new FactKey(fact, index, extractor));
        }
        if (!extractors.isEmpty()) {
            throw new IllegalStateException("Not in the catalogue of facts: " + extractors.keySet());
        }
    }

    /** The fact of that name, if there is one. */
    public Optional<FactKey> find(String name) {
        return Optional.ofNullable(keys.get(name));
    }

    /** All facts. */
    public Collection<FactKey> all() {
        return keys.values();
    }

    int size(Scope scope) {
        return sizes.getOrDefault(scope, 0);
    }
}

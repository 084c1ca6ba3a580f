package org.openbeian.api.rules;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The catalogue of facts that rule files may name. An absent value (not entered, or not to be told from what was entered)
 * leaves a condition undecided; only {@code present} tells it apart.
 */
public final class Facts {

    /** Every fact, in order of the facets. */
    public static final List<Fact> ALL = Stream.of(FilingFacts.ALL, OrganizerFacts.ALL, PrincipalFacts.ALL,
            ServiceFacts.ALL).flatMap(List::stream).toList();

    private static final Map<String, Fact> BY_NAME = ALL.stream()
            .collect(Collectors.toUnmodifiableMap(Fact::name, Function.identity()));

    private Facts() {
    }

    /** The fact of that name, if the catalogue has one. */
    public static Optional<Fact> find(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }
}

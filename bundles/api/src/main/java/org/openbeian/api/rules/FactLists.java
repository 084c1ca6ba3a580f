package org.openbeian.api.rules;

import java.util.Arrays;
import java.util.List;
import org.openbeian.api.model.LocalizedText;

/** Makes the entries of the catalogue of one facet. */
final class FactLists {

    private final Facet facet;

    FactLists(Facet facet) {
        this.facet = facet;
    }

    Fact open(String name, FactType type, String pointer, String zh, String en) {
        return new Fact(name, type, facet, pointer, false, new LocalizedText(zh, en), List.of());
    }

    Fact personal(String name, FactType type, String pointer, String zh, String en) {
        return new Fact(name, type, facet, pointer, true, new LocalizedText(zh, en), List.of());
    }

    Fact code(String name, Class<? extends Enum<?>> words, String pointer, String zh, String en) {
        return new Fact(name, FactType.CODE, facet, pointer, false, new LocalizedText(zh, en), words(words));
    }

    Fact code(String name, List<String> words, String pointer, String zh, String en) {
        return new Fact(name, FactType.CODE, facet, pointer, false, new LocalizedText(zh, en), words);
    }

    private static List<String> words(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
    }
}

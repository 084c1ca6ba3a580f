package org.openbeian.core.fact;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.rules.Fact;
import org.openbeian.api.rules.FactType;
import org.openbeian.api.rules.Facet;

/** Facts of the extra fields that rule files declare; an application keeps them as texts by id. */
public final class ExtraFields {

    private static final String PREFIX = "extra.";

    private ExtraFields() {
    }

    /**
     * The fact of an extra field; absent when what was entered has not the form of the type.
     *
     * @param id id of the field in the application's {@code extra}
     * @param label name for people
     * @param words what a CODE may be
     */
    public static FactKey of(String id, FactType type, LocalizedText label, List<String> words) {
        Fact fact = new Fact(PREFIX + id, type, Facet.FILING, "/extra/" + id, true, label, words);
        return new FactKey(fact, -1, part -> {
            Object entered = entered(part, id);
            return entered == null ? null : parse(fact, (String) entered);
        });
    }

    /** What was entered in an extra field, as text. */
    public static FactKey raw(FactKey field) {
        Fact fact = field.fact();
        String id = fact.name().substring(PREFIX.length());
        return new FactKey(new Fact(fact.name(), FactType.TEXT, fact.facet(), fact.pointer(), true, fact.label(), List.of()),
            -1, part -> entered(part, id));
    }

    /**
     * Whether a text has the form of a field.
     *
     * @param maxSize most characters, or null
     */
    public static boolean fits(FactKey field, String text, Integer maxSize) {
        return parse(field.fact(), text) != null && (maxSize == null || text.codePointCount(0, text.length()) <= maxSize);
    }

    private static Object entered(Part part, String id) {
        return Take.value(part.filing().application().extra().get(id));
    }

    private static Object parse(Fact fact, String text) {
        return switch (fact.type()) {
            case CODE -> fact.words().contains(text) ? text : null;
            case NUMBER -> text.matches("-?\\d{1,18}") ? Long.valueOf(text) : null;
            case FLAG -> text.equals("true") || text.equals("false") ? Boolean.valueOf(text) : null;
            case DATE -> date(text);
            default -> text;
        };
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }
}

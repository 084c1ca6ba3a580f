package org.openbeian.province.national;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.model.OrganizerNature;
import org.openbeian.api.rules.RuleBook;

/** A form as the page of an applicant and the validation get it, or an object in it. */
final class FormOf {

    private final Map<?, ?> schema;

    private FormOf(Map<?, ?> schema) {
        this.schema = schema;
    }

    /** The form of a first filing in a province without rules of its own. */
    static FormOf first(RuleBook book, OrganizerNature nature) {
        return new FormOf(book.form("440000", FilingType.FIRST, nature, LocalDate.of(2026, 11, 21)).orElseThrow());
    }

    FormOf organizer() {
        return field("organizer");
    }

    FormOf principal() {
        return field("principal");
    }

    /** A kind of service: 0 is a website, 1 an APP. */
    FormOf service(int kind) {
        List<?> kinds = (List<?>) ((Map<?, ?>) field("services").schema.get("items")).get("oneOf");
        return new FormOf((Map<?, ?>) kinds.get(kind));
    }

    /** How many kinds of services there are. */
    int services() {
        return ((List<?>) ((Map<?, ?>) field("services").schema.get("items")).get("oneOf")).size();
    }

    FormOf field(String name) {
        Map<?, ?> field = (Map<?, ?>) ((Map<?, ?>) schema.get("properties")).get(name);
        if (field == null) {
            throw new AssertionError("no field " + name + " in " + schema.get("properties"));
        }
        return new FormOf(field);
    }

    boolean requires(String name) {
        return ((List<?>) schema.get("required")).contains(name);
    }

    /** What the form says of the field, such as its title, type, enum or x-hint. */
    Object says(String key) {
        return schema.get(key);
    }

    /** Items of a list. */
    FormOf items() {
        return new FormOf((Map<?, ?>) schema.get("items"));
    }

    /** Name of a word of the field in Chinese. */
    String chinese(String word) {
        return (String) ((Map<?, ?>) ((Map<?, ?>) schema.get("x-labels")).get(word)).get("zh");
    }
}

package org.openbeian.core.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.rules.RuleSource;

/**
 * What a file tells people and what judges nothing. Immutable and thread-safe.
 *
 * @param notes demands that the server cannot check
 * @param readings other readings of the sources, beside the one in force
 * @param unknown topics of which no source speaks; never filled by a guess
 */
record Remarks(List<Note> notes, List<Reading> readings, List<Unknown> unknown) {

    static final Remarks NONE = new Remarks(List.of(), List.of(), List.of());

    /**
     * A demand that the server cannot check.
     *
     * @param about its topic, such as access.rule
     * @param when for whom it is; null for everybody
     */
    record Note(String about, Validity validity, Condition when, LocalizedText text, RuleSource source) {
    }

    /** What another source says of a topic. */
    record Reading(String about, String reading, RuleSource source) {
    }

    /** A topic of which no source speaks. */
    record Unknown(String about, LocalizedText name) {
    }

    /** Where the sections of a file are read with its mistakes collected. */
    interface Reader {
        void each(String key, Consumer<YamlNode> read);
    }

    static Remarks read(Reader reader, ConditionReader conditions, Sources sources, Set<FilingType> types) {
        List<Note> notes = new ArrayList<>();
        List<Reading> readings = new ArrayList<>();
        List<Unknown> unknown = new ArrayList<>();
        reader.each("notes", node -> {
            Section section = Section.of(node, "a note", "about", "types", "when", "text", "source", "validFrom", "validTo");
            notes.add(new Note(RuleReader.id(section, "about"), Validity.read(section, types),
                section.find("when").map(n -> conditions.read(n, "when")).orElse(null), section.localized("text"),
                sources.read(section, "source")));
        });
        reader.each("readings", node -> {
            Section section = Section.of(node, "a reading", "about", "reading", "source");
            readings.add(new Reading(section.text("about"), section.text("reading"), sources.read(section, "source")));
        });
        reader.each("unknown", node -> {
            Section section = Section.of(node, "an unknown topic", "about", "name");
            unknown.add(new Unknown(RuleReader.id(section, "about"), section.localized("name")));
        });
        return new Remarks(List.copyOf(notes), List.copyOf(readings), List.copyOf(unknown));
    }
}

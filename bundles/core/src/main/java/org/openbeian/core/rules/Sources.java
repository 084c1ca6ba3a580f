package org.openbeian.core.rules;

import java.util.HashMap;
import java.util.Map;
import org.openbeian.api.rules.RuleSource;

/** The documents that a file cites by a short name, and how a rule cites them. */
final class Sources {

    private record Document(String title, String date) {
    }

    private final Map<String, Document> documents = new HashMap<>();

    static Sources read(Section header) {
        Sources sources = new Sources();
        header.find("sources").ifPresent(node -> Section.open(node, "sources").all().forEach((name, entry) -> {
            Section section = Section.of(entry, "a source", "title", "date");
            sources.documents.put(name, new Document(section.text("title"), section.text("date")));
        }));
        return sources;
    }

    /** Reads {@code {ref, row, quote}} or {@code {document, date, quote}}. */
    RuleSource read(Section owner, String key) {
        YamlNode node = owner.get(key);
        Section source = Section.of(node, "a source", "ref", "row", "document", "date", "quote");
        String row = source.text("row", null);
        String quote = source.text("quote", null);
        if (source.find("ref").isEmpty()) {
            return new RuleSource(withRow(row, source.text("document")), source.text("date"), quote);
        }
        String name = source.text("ref");
        Document document = documents.get(name);
        if (document == null) {
            throw new Mistake(source.get("ref"), "unknown source \"" + name + "\"; expected one of "
                + String.join(", ", documents.keySet()));
        }
        return new RuleSource(withRow(row, name + ": " + document.title()), document.date(), quote);
    }

    private static String withRow(String row, String document) {
        return row == null ? document : row + "; " + document;
    }
}

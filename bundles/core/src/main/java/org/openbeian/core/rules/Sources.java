package org.openbeian.core.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openbeian.api.rules.RuleSource;

/** The documents that a file cites by a short name, and how a rule cites them. */
final class Sources {

    private record Document(String title, String date) {
    }

    private final Map<String, Document> documents = new TreeMap<>();

    static Sources read(Section header) {
        Sources sources = new Sources();
        header.find("sources").ifPresent(node -> Section.open(node, "sources").all().forEach((name, entry) -> {
            Section section = Section.of(entry, "a source", "title", "date");
            sources.documents.put(name, new Document(section.text("title"), section.text("date")));
        }));
        return sources;
    }

    /** Reads {@code {ref, row, quote}}, where ref is one short name or a list, or {@code {document, date, quote}}. */
    RuleSource read(Section owner, String key) {
        YamlNode node = owner.get(key);
        Section source = Section.of(node, "a source", "ref", "row", "document", "date", "quote");
        String row = source.text("row", null);
        String quote = source.text("quote", null);
        if (source.find("ref").isEmpty()) {
            return new RuleSource(withRow(row, source.text("document")), source.text("date"), quote);
        }
        YamlNode ref = source.get("ref");
        List<String> titles = new ArrayList<>();
        List<String> dates = new ArrayList<>();
        for (YamlNode item : ref instanceof YamlNode.Items items ? items.items() : List.of(ref)) {
            Document document = document(item);
            titles.add(Section.textOf(item, "ref") + ": " + document.title());
            dates.add(document.date());
        }
        if (titles.isEmpty()) {
            throw new Mistake(ref, "ref is empty; expected short names of sources");
        }
        return new RuleSource(withRow(row, String.join("; ", titles)), String.join("; ", dates), quote);
    }

    private Document document(YamlNode item) {
        String name = Section.textOf(item, "ref");
        Document document = documents.get(name);
        if (document == null) {
            throw new Mistake(item, "unknown source \"" + name + "\"; expected one of "
                + String.join(", ", documents.keySet()));
        }
        return document;
    }

    private static String withRow(String row, String document) {
        return row == null ? document : row + "; " + document;
    }
}

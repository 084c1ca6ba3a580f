package org.openbeian.core.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openbeian.api.rules.LegalBasis;
import org.openbeian.api.rules.RuleSource;

/** The documents that a file cites by a short name, and how a rule cites them. */
final class Sources {

    private record Document(String title, String date, String number, String issuer) {

        /** As it is cited: the title in its marks, with the number unless it is unknown. */
        String cited() {
            return "《" + title + "》" + (number.equals("unknown") ? "" : "（" + number + "）");
        }
    }

    private final Map<String, Document> documents = new TreeMap<>();

    static Sources read(Section header) {
        Sources sources = new Sources();
        header.find("sources").ifPresent(node -> Section.open(node, "sources").all().forEach((name, entry) -> {
            Section section = Section.of(entry, "a source", "title", "date", "number", "issuer");
            if (section.find("number").isPresent() != section.find("issuer").isPresent()) {
                throw new Mistake(entry, "expected number and issuer, of a law, or neither");
            }
            sources.documents.put(name, new Document(section.text("title"), section.text("date"),
                section.text("number", null), section.text("issuer", null)));
        }));
        return sources;
    }

    /** The laws among them, that is those with a number and an issuer. */
    List<LegalBasis> laws(String version) {
        return documents.entrySet().stream().filter(entry -> entry.getValue().number() != null)
            .map(entry -> new LegalBasis(entry.getKey(), entry.getValue().title(), entry.getValue().number(),
                entry.getValue().issuer(), entry.getValue().date(), version)).toList();
    }

    /**
     * Reads {@code {ref, row, quote}}, where ref is one short name or a list, or {@code {document, date, quote}}; both may
     * name a {@code law: {ref, article}}.
     */
    RuleSource read(Section owner, String key) {
        YamlNode node = owner.get(key);
        Section source = Section.of(node, "a source", "ref", "row", "document", "date", "quote", "law");
        String law = source.find("law").map(this::law).orElse(null);
        String row = source.text("row", null);
        String quote = source.text("quote", null);
        if (source.find("ref").isEmpty()) {
            return new RuleSource(withRow(row, source.text("document")), source.text("date"), quote, law);
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
        return new RuleSource(withRow(row, String.join("; ", titles)), String.join("; ", dates), quote, law);
    }

    private String law(YamlNode node) {
        Section law = Section.of(node, "a law", "ref", "article");
        Document document = document(law.get("ref"));
        if (document.number() == null) {
            throw new Mistake(law.get("ref"), law.text("ref") + " is no law: it has no number and issuer");
        }
        return document.cited() + (law.find("article").isPresent() ? "第" + law.text("article") + "条" : "");
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

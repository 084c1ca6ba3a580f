package org.openbeian.rules.check;

import java.util.List;
import org.openbeian.api.rules.Facet;
import org.openbeian.api.rules.Fact;
import org.openbeian.api.rules.Facts;

/** The reference of the facts that rule files may name, as Markdown. */
final class FactsPage {

    private FactsPage() {
    }

    static String text() {
        StringBuilder page = new StringBuilder("""
            # Facts

            What rule files may ask about an order. A fact without a value leaves a condition undecided. A rule is judged once for
            each thing that the facts it names are about. Facts marked personal may be asked but not shown in texts.
            """);
        for (Facet facet : Facet.values()) {
            page.append("\n## ").append(facet).append("\n\n| fact | type | 中文 | meaning | field | personal |\n|---|---|---|---|---|---|\n");
            Facts.ALL.stream().filter(fact -> fact.facet() == facet).forEach(fact -> page.append(row(fact)));
        }
        return page.toString();
    }

    private static String row(Fact fact) {
        List<String> words = fact.words();
        return "| `" + fact.name() + "` | " + fact.type() + (words.isEmpty() ? "" : ": " + String.join(", ", words)) + " | "
            + fact.label().zh() + " | " + fact.label().en() + " | " + (fact.pointer() == null ? "" : "`" + fact.pointer() + "`")
            + " | " + (fact.personal() ? "yes" : "") + " |\n";
    }
}

package org.openbeian.api.guidance;

import java.util.List;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.order.ServiceLevel;

/**
 * A text that explains something.
 *
 * @param id id, such as {@code review-time}
 * @param version version of the catalogue that it is from
 * @param kind what it is
 * @param title the question, topic or term
 * @param text the explanation
 * @param about what it belongs to: patterns of JSON pointers into an application, states of orders, ids of rules, topics of
 *     help; {@code *} stands for a part of a pointer or for the rest of an id
 * @param source where the catalogue of requirements names it, such as {@code A-109}
 * @param link page of the provider that says more, or null
 * @param figures times that filings took here lately, by province; empty when the text needs none or too few are known
 */
public record HelpText(String id, String version, Kind kind, LocalizedText title, LocalizedText text, List<String> about,
        String source, String link, List<ServiceLevel> figures) {

    /** What a text is. */
    public enum Kind {
        /** A frequent question. */
        FAQ,
        /** A topic that fields and steps link to. */
        TOPIC,
        /** A term of the glossary (E-07). */
        TERM
    }

    /** Copies the lists. */
    public HelpText {
        about = List.copyOf(about);
        figures = List.copyOf(figures);
    }
}

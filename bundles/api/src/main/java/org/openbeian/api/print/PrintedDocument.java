package org.openbeian.api.print;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What is to be printed, on A4 paper. Texts are plain: nothing in them is read as a mark-up, and line breaks are kept. Immutable.
 *
 * @param title heading of the first page, and name of the document
 * @param language of the texts, such as {@code zh-CN}
 * @param at when it was drawn up, by the clock of the server
 * @param parts from top to bottom
 */
public record PrintedDocument(String title, String language, Instant at, List<Part> parts) {

    /** Copies the list. */
    public PrintedDocument {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(language, "language");
        Objects.requireNonNull(at, "at");
        parts = List.copyOf(parts);
    }

    /** One part of a document. */
    public sealed interface Part permits Heading, Text, Table {
    }

    /**
     * The heading of what follows.
     *
     * @param text one line
     */
    public record Heading(String text) implements Part {
    }

    /**
     * A paragraph.
     *
     * @param text its lines
     * @param small whether it is a note beside the matter
     */
    public record Text(String text, boolean small) implements Part {

        /** A paragraph of the usual size. */
        public Text(String text) {
            this(text, false);
        }
    }

    /**
     * A table.
     *
     * @param head names of the columns, repeated on each page; empty for none
     * @param widths widths of the columns, as shares; as many as columns
     * @param rows the cells, row by row; each row has one for each column
     */
    public record Table(List<String> head, List<Integer> widths, List<List<String>> rows) implements Part {

        /** Copies the lists. */
        public Table {
            head = List.copyOf(head);
            widths = List.copyOf(widths);
            rows = rows.stream().map(List::copyOf).toList();
            int columns = widths.size();
            if (columns == 0 || !head.isEmpty() && head.size() != columns || rows.stream().anyMatch(row -> row.size() != columns)) {
                throw new IllegalArgumentException("each row of a table, and its head, needs " + columns + " cells");
            }
        }
    }
}

package org.openbeian.shell;

import java.io.PrintStream;
import org.apache.karaf.shell.support.table.ShellTable;

/** A table whose cells are plain values; null is an empty cell. Columns with Chinese text come last, so that lines align. */
final class Table {

    private final ShellTable table = new ShellTable();

    Table(String... columns) {
        for (String column : columns) {
            table.column(column);
        }
    }

    /** Adds a row with one value per column. */
    Table row(Object... cells) {
        Object[] texts = new Object[cells.length];
        for (int i = 0; i < cells.length; i++) {
            texts[i] = Show.or(cells[i]);
        }
        table.addRow().addContent(texts);
        return this;
    }

    /** Prints the table, or the text when it has no rows. */
    void print(PrintStream out, String whenEmpty) {
        table.emptyTableText(whenEmpty).print(out);
    }
}

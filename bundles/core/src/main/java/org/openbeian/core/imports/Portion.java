package org.openbeian.core.imports;

import java.util.ArrayList;
import java.util.List;
import org.openbeian.api.imports.Imports.BadLine;
import org.openbeian.api.model.LocalizedText;

/**
 * The records in lines that were read; of the lines nothing is kept, which would outlive the young generation. Handed from the thread
 * that reads to those that prepare and store.
 */
final class Portion<T> {

    private final RecordKind<T> kind;
    private final LineHash hash;
    private final List<BadLine> bad = new ArrayList<>();
    private final List<Item<T>> items = new ArrayList<>();
    private int lines;
    private String digest;
    private boolean end;
    private Runnable storing;

    /** A record that can be stored. */
    record Item<T>(long line, RecordKind.Found<T> found, String hash) {
    }

    Portion(RecordKind<T> kind, LineHash hash) {
        this.kind = kind;
        this.hash = hash;
    }

    void read(Line line) {
        lines++;
        LocalizedText fault = line.fault();
        if (fault == null) {
            Fields fields = new Fields(line.fields());
            RecordKind.Found<T> found = kind.read(fields);
            fault = fields.faults();
            if (fault == null) {
                items.add(new Item<>(line.number(), found, hash.of(line.fields())));
            }
        }
        if (fault != null) {
            bad.add(new BadLine(line.number(), fault));
        }
    }

    /** Ends it. */
    Portion<T> upTo(String read, boolean last) {
        digest = read;
        end = last;
        return this;
    }

    /** Does what can be done before it is known which of the records were stored before. */
    Portion<T> prepare() {
        storing = kind.prepared(items.stream().map(item -> item.found().value()).toList());
        return this;
    }

    /** Stores some of its records, each at most once. */
    void store(List<T> fresh) {
        if (fresh.size() == items.size()) {
            storing.run();
        } else {
            kind.store(fresh);
        }
    }

    RecordKind<T> kind() {
        return kind;
    }

    List<BadLine> bad() {
        return bad;
    }

    List<Item<T>> items() {
        return items;
    }

    int lines() {
        return lines;
    }

    /** Hash of all lines up to its last. */
    String digest() {
        return digest;
    }

    /** Whether the content ends with it. */
    boolean isLast() {
        return end;
    }
}

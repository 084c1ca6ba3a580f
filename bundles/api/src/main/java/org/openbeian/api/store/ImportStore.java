package org.openbeian.api.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openbeian.api.imports.Imports.BadLine;
import org.openbeian.api.imports.Imports.Progress;
import org.osgi.annotation.versioning.ProviderType;

/** Imports under way. Every method joins the caller's transaction. Thread-safe. */
@ProviderType
public interface ImportStore {

    /**
     * Where an import stands.
     *
     * @param progress what others see of it
     * @param digest chain of hashes over what was read, by which the same content is known again
     */
    record Position(Progress progress, String digest) {
    }

    /**
     * What an import stored.
     *
     * @param item what it is: a resource as {@code kind/id}, or a domain
     * @param line the line
     * @param hash of its content
     */
    record Mark(String item, long line, String hash) {
    }

    /** Where an import stands. */
    Optional<Position> position(String importId);

    /** Where an import stands that goes on: other transactions that want to go on with it wait until this one ends. */
    Optional<Position> hold(String importId);

    /** Stores where an import stands. */
    void save(Position position);

    /** Imports, newest first. */
    List<Progress> imports(int limit);

    /** Adds bad lines. */
    void add(String importId, List<BadLine> lines);

    /** Bad lines after a line, in their order. */
    List<BadLine> badLines(String importId, long after, int limit);

    /** What an import stored already of these items, by item. */
    Map<String, Mark> marks(String importId, List<String> items);

    /** Notes what an import stored. */
    void mark(String importId, List<Mark> marks);

    /** Forgets what an import stored. */
    void forgetMarks(String importId);
}

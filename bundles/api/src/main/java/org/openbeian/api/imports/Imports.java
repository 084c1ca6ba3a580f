package org.openbeian.api.imports;

import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.security.Actor;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Imports what the operator's systems know, such as resources or domains, as CSV with a head line or as JSON lines. An import is
 * stored in portions; one that broke off goes on where it stopped when the same content is sent under its id again. A bad line
 * keeps no other from being stored and is kept with its reason. Callers check the right before. Thread-safe.
 */
@ProviderType
public interface Imports {

    /** How the lines are written; UTF-8 in both. */
    enum Format {
        /** RFC 4180, the names of the fields in the first line. */
        CSV,
        /** One JSON object a line. */
        JSON_LINES
    }

    /**
     * What is sent.
     *
     * @param id names the import; 1 to 64 letters, digits, hyphens and underscores
     * @param kind what the lines are, such as {@code resources}
     * @param format how they are written
     * @param whole whether the content is all there is: what is stored and does not occur in it is removed at the end, but for
     *     authorization codes; nothing is removed when a line is bad or none is there
     */
    record Content(String id, String kind, Format format, boolean whole) {
    }

    /**
     * How far an import is.
     *
     * @param content what is imported
     * @param by who started it
     * @param lines records that were read
     * @param stored records that were good
     * @param bad records that were not
     * @param removed what vanished and was removed
     * @param startedAt when it started
     * @param changedAt when it last got on
     * @param finishedAt when it reached the end, or null
     */
    record Progress(Content content, String by, long lines, long stored, long bad, long removed, Instant startedAt,
            Instant changedAt, Instant finishedAt) {
    }

    /**
     * A line that was not stored.
     *
     * @param line number of the line in the content, from 1
     * @param reasons what is wrong with it, all at once
     */
    record BadLine(long line, LocalizedText reasons) {
    }

    /**
     * Imports, or goes on with an import. Returns when the content has ended.
     *
     * @throws org.openbeian.api.order.Refusal INVALID for a bad id or an unknown kind; WRONG_STATE when the id stands for another
     *     content, or when this import is running; UNAVAILABLE when the content broke off, which can be sent again
     */
    Progress run(Actor actor, Content content, InputStream in);

    /** How far an import is. */
    Optional<Progress> find(String id);

    /** Imports, newest first. */
    List<Progress> list(int limit);

    /**
     * Bad lines in their order.
     *
     * @param after number of the line to begin after, 0 for all
     */
    List<BadLine> badLines(String id, long after, int limit);
}

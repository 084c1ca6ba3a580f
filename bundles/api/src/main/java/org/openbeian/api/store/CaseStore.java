package org.openbeian.api.store;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Documents of the capabilities around a filing, each kind with ids of its own. A document is protected by the key of its order, so
 * that erasing the order makes it unreadable; it is absent then. Joins the caller's transaction. Thread-safe.
 */
@ProviderType
public interface CaseStore {

    /**
     * A document.
     *
     * @param kind kind of documents, such as {@code site}
     * @param id id within its kind, at most 64 characters
     * @param version counts the changes; 1 when new
     * @param orderId order it is about, or null; without one it is protected by the key of its account
     * @param account account it belongs to
     * @param subject what no other document of its kind may be about at the same time, or null; at most 200 characters, no personal data
     * @param state where it stands; at most 40 characters
     * @param document its bytes
     */
    record Kept(String kind, String id, long version, String orderId, String account, String subject, String state, byte[] document) {

        /** Leaves the document out. */
        @Override
        public String toString() {
            return kind + " " + id + " v" + version + " " + state;
        }
    }

    /** Stores a new document; false when one with its id or its subject is there. */
    boolean insert(Kept fresh);

    /** Stores the next version of a document; false when another was stored meanwhile. */
    boolean update(Kept next);

    /** A document, or empty. */
    Optional<Kept> find(String kind, String id);

    /** The document about a subject, or empty. */
    Optional<Kept> about(String kind, String subject);

    /**
     * Documents of a kind, by id downwards.
     *
     * @param account only those of this account, or null
     * @param orderId only those about this order, or null
     * @param state only those in this state, or null
     * @param before only those with a smaller id, or null
     */
    List<Kept> list(String kind, String account, String orderId, String state, String before, int limit);
}

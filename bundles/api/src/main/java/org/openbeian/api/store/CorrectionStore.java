package org.openbeian.api.store;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openbeian.api.correction.CorrectionCase;
import org.osgi.annotation.versioning.ProviderType;

/** Stores what authorities found wrong. Every method joins the caller's transaction. Thread-safe. */
@ProviderType
public interface CorrectionStore {

    /**
     * Stores a new case.
     *
     * @param key tells it from other open cases
     */
    void insert(CorrectionCase fresh, String key);

    /** Stores the next version of a case; false when somebody else was faster. A closed case gives its key up. */
    boolean update(CorrectionCase next);

    /** The case with this id. */
    Optional<CorrectionCase> find(String id);

    /** The case with this key that is not closed. */
    Optional<CorrectionCase> open(String key);

    /**
     * Cases, newest first.
     *
     * @param account account whose they are, or null for all
     * @param open only those that are not closed
     * @param after id behind which to go on, or null
     */
    List<CorrectionCase> list(String account, boolean open, String after, int limit);

    /** Cases about an organizer or its services that are not closed. */
    List<CorrectionCase> openAbout(String organizerNumber);

    /** Keeps orders with these marks out, or lets them in again. */
    void blacklist(Collection<String> marks, boolean add);

    /** Which of the marks are kept out. */
    Set<String> blacklisted(Collection<String> marks);
}

package org.openbeian.api.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.openbeian.api.template.IdentityTemplate;
import org.openbeian.api.template.IdentityTemplate.State;
import org.osgi.annotation.versioning.ProviderType;

/** Templates of organizers and principals. Every method joins the caller's transaction. Thread-safe. */
@ProviderType
public interface TemplateStore {

    /** Stores a new template. */
    void insert(IdentityTemplate fresh);

    /**
     * Stores the next version.
     *
     * @return whether the stored version was the one before
     */
    boolean update(IdentityTemplate next);

    /**
     * Removes a template.
     *
     * @return whether it was there in this version
     */
    boolean remove(String id, long version);

    /** A template, or empty. */
    Optional<IdentityTemplate> find(String id);

    /**
     * Templates: those in review by due time, all others newest first.
     *
     * @param account only those of this account, or null
     * @param state only those in this state, or null
     */
    List<IdentityTemplate> list(String account, State state, int limit);

    /** Templates in review that are due later than one time and not later than another, by due time; however many. */
    List<IdentityTemplate> dueWithin(Instant after, Instant until);

    /** How many templates an account has. */
    int count(String account);
}

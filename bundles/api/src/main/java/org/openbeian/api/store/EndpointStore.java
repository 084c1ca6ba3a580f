package org.openbeian.api.store;

import java.util.List;
import java.util.Optional;
import org.openbeian.api.channel.Endpoint;
import org.osgi.annotation.versioning.ProviderType;

/** The endpoints of accounts with their secrets, protected. Every method joins the caller's transaction. Thread-safe. */
@ProviderType
public interface EndpointStore {

    /**
     * An endpoint with its secret.
     *
     * @param endpoint the endpoint
     * @param secret signs calls to it; empty for none
     */
    record Kept(Endpoint endpoint, String secret) {

        /** Leaves the secret out. */
        @Override
        public String toString() {
            return endpoint.toString();
        }
    }

    /** Stores a new one. */
    void insert(Kept kept);

    /** Replaces one; false when it is gone. */
    boolean update(Kept kept);

    /** Removes one. */
    void remove(String id);

    /** One by id. */
    Optional<Kept> find(String id);

    /** One by id, held until the transaction ends, so that nobody changes it meanwhile. */
    Optional<Kept> hold(String id);

    /** Those of an account, oldest first. */
    List<Kept> ofAccount(String account);
}

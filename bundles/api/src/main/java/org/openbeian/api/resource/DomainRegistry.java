package org.openbeian.api.resource;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Where facts about domains come from: what the operator imported, or his registrar's interface. The one of the highest
 * ranking that knows a domain counts. Thread-safe; answers within a second or throws.
 */
@ConsumerType
public interface DomainRegistry {

    /**
     * What is known of a domain.
     *
     * @param domain registrable domain in lower-case A-form
     */
    Optional<DomainRegistration> find(String domain);

    /** The domains of an account, by name. */
    List<DomainRegistration> ofAccount(String account);

    /**
     * Stores what is known of a domain; what was known before is replaced.
     *
     * @throws UnsupportedOperationException when this registry is read from elsewhere
     */
    default void put(DomainRegistration registration) {
        throw new UnsupportedOperationException("this registry is read from elsewhere");
    }
}

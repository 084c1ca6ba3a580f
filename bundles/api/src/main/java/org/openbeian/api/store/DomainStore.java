package org.openbeian.api.store;

import java.util.List;
import java.util.Optional;
import org.openbeian.api.resource.DomainRegistration;
import org.osgi.annotation.versioning.ProviderType;

/** What the operator entered or imported of domains. Every method joins the caller's transaction. Thread-safe. */
@ProviderType
public interface DomainStore {

    /** Stores a domain by its name; what was known is replaced. What is personal is stored protected. */
    void save(DomainRegistration registration);

    /** What is known of a domain. */
    Optional<DomainRegistration> domain(String domain);

    /** The domains of an account, by name. */
    List<DomainRegistration> domainsOf(String account);

    /** Removes what an import did not mark; returns how much. */
    int removeExcept(String importId);
}

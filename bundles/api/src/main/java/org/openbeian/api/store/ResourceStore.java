package org.openbeian.api.store;

import java.util.List;
import java.util.Optional;
import org.openbeian.api.resource.ResourceFacts;
import org.osgi.annotation.versioning.ProviderType;

/** Facts about cloud resources that the operator imported. Joins the caller's transaction. Thread-safe. */
@ProviderType
public interface ResourceStore {

    /** Stores a resource by kind and id; an older one is replaced. */
    void save(ResourceFacts facts);

    /** The resource, if known. */
    Optional<ResourceFacts> find(String kind, String id);

    /** The resources of an account, by kind and id. */
    List<ResourceFacts> ofAccount(String account);
}

package org.openbeian.api.store;

import java.util.List;
import java.util.Optional;
import org.openbeian.api.resource.ResourceFacts;
import org.openbeian.api.resource.ResourceRef;
import org.openbeian.api.resource.ResourceUse;
import org.osgi.annotation.versioning.ProviderType;

/** Facts about cloud resources that the operator imported. Joins the caller's transaction. Thread-safe. */
@ProviderType
public interface ResourceStore {

    /** Stores a resource by kind and id; an older one is replaced. */
    void save(ResourceFacts facts);

    /** The resource, if known. */
    Optional<ResourceFacts> find(String kind, String id);

    /** Whether any resource of this kind is stored. */
    boolean has(String kind);

    /** The resources of an account, by kind and id. */
    List<ResourceFacts> ofAccount(String account);

    /** The resources that rest on another one, by kind and id. */
    List<ResourceFacts> restingOn(ResourceRef base);

    /** Keeps other transactions that hold the resource out until this one ends; does nothing when it is not stored here. */
    void hold(ResourceRef resource);

    /**
     * The services that rest on a resource. Drafts do not count, so that nobody can take a resource by naming it, nor do
     * orders that were given up or services that are no longer filed.
     */
    List<ResourceUse> uses(ResourceRef resource);

    /**
     * The resources that have a public address, by kind and id; one without addresses of its own has those of what it rests on.
     *
     * @param address in its canonical form
     */
    List<ResourceRef> atAddress(String address);

    /** As {@link #uses}, of all resources of a kind that orders of an account name. */
    List<ResourceUse> usesOf(String account, String kind);

    /** Removes the resources that an import did not mark, but for authorization codes; returns how many. */
    int removeExcept(String importId);
}

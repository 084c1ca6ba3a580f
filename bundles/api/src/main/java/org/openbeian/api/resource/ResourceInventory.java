package org.openbeian.api.resource;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/** Where facts about cloud resources come from. Thread-safe; answers within a second or throws. */
@ConsumerType
public interface ResourceInventory {

    /** The resource, if known. */
    Optional<ResourceFacts> find(String kind, String id);

    /**
     * Whether a resource of this kind that is not found here is gone. One that knows nothing of a kind says false, so that its
     * resources do not count as gone while the inventory that knows them is away.
     */
    default boolean serves(String kind) {
        return true;
    }

    /** The resources of an account, by kind and id. */
    List<ResourceFacts> ofAccount(String account);

    /**
     * Stores a resource; one of the same kind and id is replaced.
     *
     * @throws UnsupportedOperationException when this inventory is read from elsewhere
     */
    void put(ResourceFacts facts);
}

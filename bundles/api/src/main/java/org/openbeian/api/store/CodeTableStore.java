package org.openbeian.api.store;

import java.util.List;
import java.util.Optional;
import org.openbeian.api.authority.CodeTable;
import org.osgi.annotation.versioning.ProviderType;

/** Code tables of authorities, each version of them. Every method joins the caller's transaction. Thread-safe. */
@ProviderType
public interface CodeTableStore {

    /** Stores a version, which must follow the last one of its table. */
    void insert(CodeTable next);

    /** The last version of a table. */
    Optional<CodeTable> last(String authorityId, String name);

    /** A version of a table. */
    Optional<CodeTable> version(String authorityId, String name, long version);

    /** The last version of every table, by name. */
    List<CodeTable> all(String authorityId);
}

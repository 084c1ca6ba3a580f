package org.openbeian.api.authority;

import java.util.List;
import org.openbeian.api.security.Actor;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The code tables that authorities published (JCDM); while one is there, uploads and reports are held against it. All methods throw
 * {@link org.openbeian.api.order.Refusal}. Thread-safe.
 */
@ProviderType
public interface CodeTables {

    /** The tables of an authority as they are now, by name. */
    List<CodeTable> list(Actor actor, String authorityId);

    /** Every result code of the interface, what follows from it, who is told, and how it is mended. */
    List<ResultCode> results(Actor actor);

    /**
     * One table.
     *
     * @param version the version, or 0 for the last
     * @throws org.openbeian.api.order.Refusal NOT_FOUND when the authority published no such table or version
     */
    CodeTable get(Actor actor, String authorityId, String name, long version);
}

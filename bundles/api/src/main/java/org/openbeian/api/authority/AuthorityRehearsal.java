package org.openbeian.api.authority;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * An authority that checks an upload without taking it; a simulated one can, the real ones cannot. Thread-safe; bounded by the
 * caller's patience, not by a time limit of its own.
 */
@ConsumerType
public interface AuthorityRehearsal {

    /**
     * Checks a file as its data checks would.
     *
     * @param authorityId the authority
     * @param file the content that {@link AuthorityGateway#prepare} gave
     * @return what it would find wrong, each text beginning with its code; never null
     */
    List<String> rehearse(String authorityId, byte[] file);
}

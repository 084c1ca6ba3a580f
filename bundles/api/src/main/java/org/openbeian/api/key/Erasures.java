package org.openbeian.api.key;

import java.util.List;
import java.util.Optional;
import org.openbeian.api.security.Actor;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Erases personal data by destroying its keys. What is not personal stays: the order's row with its state and domain, its
 * history, whose hash chain still holds, and the audit. Callers check the right before. Thread-safe.
 */
@ProviderType
public interface Erasures {

    /**
     * What an erasure would destroy, without doing it.
     *
     * @return the scopes whose keys would be destroyed, sorted
     * @throws org.openbeian.api.order.Refusal NOT_FOUND when there is nothing to erase, WRONG_STATE while an order is open
     */
    List<String> plan(ErasureKind kind, String id);

    /**
     * Erases for good, in one transaction with the certificate and the entry of the audit.
     *
     * @param reason why; kept in the certificate, so without personal data
     * @throws org.openbeian.api.order.Refusal as {@link #plan}
     */
    ErasureCertificate erase(Actor actor, ErasureKind kind, String id, String reason);

    /** A certificate by its id. */
    Optional<ErasureCertificate> find(String certificateId);

    /** Certificates, newest first. */
    List<ErasureCertificate> list(int limit);
}

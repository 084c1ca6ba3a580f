package org.openbeian.api.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openbeian.api.key.ErasureCertificate;
import org.openbeian.api.key.ErasureKind;
import org.osgi.annotation.versioning.ProviderType;

/** The rows behind an erasure. Every method joins the caller's transaction. Thread-safe. */
@ProviderType
public interface ErasureStore {

    /**
     * What belongs to somebody.
     *
     * @param scopes scopes of its data keys
     * @param orders ids of its orders; each is a scope too
     * @param open those of them that are not in a final state
     */
    record Belongings(List<String> scopes, List<String> orders, List<String> open) {
    }

    /** What belongs to an order, account or organizer; locks the orders' rows. Empty scopes when it is not known. */
    Belongings belongings(ErasureKind kind, String id);

    /**
     * Removes what is of no use once the keys are gone, such as pictures and messages, and what is left of persons' names in
     * columns.
     *
     * @return how many rows or files were removed, by kind
     */
    Map<String, Long> strip(ErasureKind kind, String id, Belongings belongings);

    /** Keeps a certificate. */
    void add(ErasureCertificate certificate);

    /** A certificate by its id. */
    Optional<ErasureCertificate> find(String certificateId);

    /** Certificates, newest first. */
    List<ErasureCertificate> list(int limit);
}

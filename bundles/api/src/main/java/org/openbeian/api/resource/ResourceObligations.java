package org.openbeian.api.resource;

import java.time.Instant;
import java.util.List;
import org.openbeian.api.rules.Finding;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Orders and filings whose resources fell below their limits: each is an obligation of its account to renew or replace
 * them, and ends by itself when they are good again. Thread-safe.
 */
@ProviderType
public interface ResourceObligations {

    /**
     * An obligation.
     *
     * @param orderId the order that names the resources; the last one of what is filed
     * @param account its account
     * @param findings what stands against the resources
     * @param since since when
     */
    record Obligation(String orderId, String account, List<Finding> findings, Instant since) {

        /** Copies the list. */
        public Obligation {
            findings = List.copyOf(findings);
        }
    }

    /** Obligations of an account, or of all when null; oldest first. */
    List<Obligation> of(String account, int limit);
}

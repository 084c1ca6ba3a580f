package org.openbeian.api.eligibility;

import org.osgi.annotation.versioning.ProviderType;

/** Says what has to be filed (E-50). Thread-safe. */
@ProviderType
public interface Eligibility {

    /**
     * Answers a question.
     *
     * @throws org.openbeian.api.order.Refusal of kind INVALID when host or address cannot be read, with a finding for each
     */
    EligibilityAnswer answer(EligibilityQuestion question);
}

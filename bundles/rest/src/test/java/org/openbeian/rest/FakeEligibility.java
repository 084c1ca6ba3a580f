package org.openbeian.rest;

import java.util.List;
import org.openbeian.api.eligibility.Eligibility;
import org.openbeian.api.eligibility.EligibilityAnswer;
import org.openbeian.api.eligibility.Filed;
import org.openbeian.api.eligibility.Need;
import org.openbeian.api.resource.AuthorizationCodes;

/** Does not know where anything is filed, and has no codes. */
final class FakeEligibility {

    private FakeEligibility() {
    }

    static void provideTo(FakeServices services) {
        services.put(AuthorizationCodes.class, (AuthorizationCodes) FakeStores.refusing(AuthorizationCodes.class));
        services.put(Eligibility.class, question -> new EligibilityAnswer(question.host(), question.host(), Filed.UNKNOWN, Need.UNKNOWN,
            Need.REQUIRED, List.of(), null, List.of(), List.of(), List.of("filed"), null, null));
    }
}

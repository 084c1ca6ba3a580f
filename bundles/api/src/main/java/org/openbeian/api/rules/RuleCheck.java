package org.openbeian.api.rules;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A check in Java, for what the data of a rule file cannot say. Register it as a service. It is called on any thread, also
 * on several at once, with a time limit; an exception, a hang or null costs the order a finding {@code plugin-failed} and
 * nothing else. When the service goes, its check is no longer made. Of two with one id that of the higher bundle
 * version is called, then that of the higher service ranking.
 */
@ConsumerType
public interface RuleCheck {

    /** Id of the check, which is also the reason code of its findings; lower-case letters, digits, hyphens, dots. */
    String id();

    /** Six-digit code of the province whose orders it checks, or {@code 000000} for all. */
    String provinceId();

    /**
     * Checks a case.
     *
     * @param filing the case; parts that were not entered are null or empty
     * @return findings; empty when all is well
     */
    List<Finding> check(FilingCase filing);
}

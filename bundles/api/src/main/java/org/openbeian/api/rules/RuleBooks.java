package org.openbeian.api.rules;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Where the present {@link RuleBook} is found. Thread-safe. */
@ProviderType
public interface RuleBooks {

    /** The rule book in force at this moment; never null. */
    RuleBook current();

    /**
     * A rule bundle that is installed, serving or not.
     *
     * @param provinceId province code, {@code 000000} for the national rules, or null when the file does not say
     * @param bundle symbolic name
     * @param bundleVersion version of the bundle
     * @param status {@code serving}, {@code shadowed}, {@code refused}, or {@code amending} for a file of lists that are in
     *     use in the rules of the province
     * @param reason why it is refused, with line and column, or what is odd about it; null otherwise
     */
    record Candidate(String provinceId, String bundle, String bundleVersion, String status, String reason) {
    }

    /** Every rule bundle that is installed, by province and version. */
    List<Candidate> candidates();
}

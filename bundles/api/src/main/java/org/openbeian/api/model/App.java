package org.openbeian.api.model;

import java.util.List;

/**
 * An APP to be filed: rows. Every field is null or empty until entered; {@link InternetService}
 * says what the shared ones mean.
 *
 * @param name name of the APP
 * @param contents numbers of the service contents
 * @param languages numbers of the languages
 * @param preApprovals approvals held
 * @param commercial whether the service is commercial
 * @param principal person in charge
 * @param accesses resources at this provider
 * @param offersSdk whether it offers an SDK to others
 * @param usesSdk whether it uses others' SDKs
 * @param features one entry per platform
 * @param remark remark to the authority
 * @param licenceNumber number of the licence of a commercial APP
 */
public record App(String name, List<Integer> contents, List<Integer> languages, List<PreApproval> preApprovals,
        Boolean commercial, Principal principal, List<Access> accesses, Boolean offersSdk, Boolean usesSdk,
        List<AppFeature> features, String remark, String licenceNumber) implements InternetService {

    /** Copies the lists; null ones become empty. */
    public App {
        contents = Lists.copy(contents);
        languages = Lists.copy(languages);
        preApprovals = Lists.copy(preApprovals);
        accesses = Lists.copy(accesses);
        features = Lists.copy(features);
    }

    /** An APP without what commercial ones state. */
    public App(String name, List<Integer> contents, List<Integer> languages, List<PreApproval> preApprovals, Boolean commercial,
            Principal principal, List<Access> accesses, Boolean offersSdk, Boolean usesSdk, List<AppFeature> features, String remark) {
        this(name, contents, languages, preApprovals, commercial, principal, accesses, offersSdk, usesSdk, features, remark, null);
    }

    /** The domains of all platforms, without repetition. */
    @Override
    public List<String> domains() {
        return features.stream().flatMap(feature -> feature.domains().stream()).distinct().toList();
    }

    /** Names the domains only; the rest may be personal data. */
    @Override
    public String toString() {
        return "App[domains=" + domains() + "]";
    }
}

package org.openbeian.api.model;

import java.util.List;

/**
 * A website to be filed. Every field is null or empty until entered; {@link InternetService} says what each means.
 *
 * @param name name of the website
 * @param domains registrable domains, one for a new website since 2019-04-22
 * @param homeUrl address of the home page
 * @param contents numbers of the service contents
 * @param languages numbers of the languages
 * @param preApprovals approvals held
 * @param commercial whether the service is commercial
 * @param principal person in charge
 * @param accesses resources at this provider
 * @param remark remark to the authority
 * @param introduction what the site is about, for a site of government (网站简介, E-32)
 * @param staffingCertificate what the staffing certificate of a site of government states, otherwise null (E-32)
 * @param licenceNumber number of the licence of a commercial site
 */
public record WebSite(String name, List<String> domains, String homeUrl, List<Integer> contents,
        List<Integer> languages, List<PreApproval> preApprovals, Boolean commercial, Principal principal,
        List<Access> accesses, String remark, String introduction, StaffingCertificate staffingCertificate,
        String licenceNumber) implements InternetService {

    /** Copies the lists; null ones become empty. */
    public WebSite {
        domains = Lists.copy(domains);
        contents = Lists.copy(contents);
        languages = Lists.copy(languages);
        preApprovals = Lists.copy(preApprovals);
        accesses = Lists.copy(accesses);
    }

    /** A website without what commercial sites and those of government state. */
    public WebSite(String name, List<String> domains, String homeUrl, List<Integer> contents, List<Integer> languages,
            List<PreApproval> preApprovals, Boolean commercial, Principal principal, List<Access> accesses, String remark) {
        this(name, domains, homeUrl, contents, languages, preApprovals, commercial, principal, accesses, remark, null, null, null);
    }

    /** Names the domains only; the rest may be personal data. */
    @Override
    public String toString() {
        return "WebSite[domains=" + domains + "]";
    }
}

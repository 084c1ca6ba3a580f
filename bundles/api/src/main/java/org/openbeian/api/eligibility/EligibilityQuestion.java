package org.openbeian.api.eligibility;

import org.openbeian.api.model.OrganizerNature;

/**
 * What is asked. Every part may be null: what is not told is not known, and the answer says so where it matters.
 *
 * @param scenario what the domain is used for; a website when null
 * @param host domain or host name in either form; may be missing for an APP without a domain
 * @param app name of the APP
 * @param region id of the region of the server, such as {@code ap-guangzhou}
 * @param mainland whether that region lies in mainland China; what the server knows of the region when null
 * @param ip address of the server
 * @param filed where the unit of filing is filed, as far as the asker knows; the register of this server goes before
 * @param organizerFiled whether the organizer holds a number already, here or elsewhere (E-09)
 * @param originHere whether the origin server stands at this provider (E-44 to E-49)
 * @param domainResolvedHere whether the registrable domain is resolved to this provider (E-45, E-49)
 * @param subDomainResolvedHere whether a sub-domain of it is resolved to this provider (E-46)
 * @param siteDomain for object storage: the domain of the site beside the one bound to the bucket (E-42)
 * @param provinceId province of the organizer, for the materials
 * @param nature nature of the organizer, for the materials
 * @param originalValid for what is filed elsewhere: whether its resource at the original provider is valid, as the applicant or the
 *     specialist knows
 */
public record EligibilityQuestion(Scenario scenario, String host, String app, String region, Boolean mainland, String ip,
        Filed filed, Boolean organizerFiled, Boolean originHere, Boolean domainResolvedHere, Boolean subDomainResolvedHere,
        String siteDomain, String provinceId, OrganizerNature nature, Boolean originalValid) {
}

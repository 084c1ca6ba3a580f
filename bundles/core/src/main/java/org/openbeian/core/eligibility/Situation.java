package org.openbeian.core.eligibility;

import org.openbeian.api.eligibility.Filed;
import org.openbeian.api.eligibility.Scenario;

/**
 * What the decision rests on; null is not known.
 *
 * @param scenario what the domain is used for
 * @param mainland whether the server stands in mainland China
 * @param publicAddress whether its address is public
 * @param sub whether a sub-domain is asked about whose registrable domain is the unit of filing
 * @param ownUnit whether it is a sub-domain of government, which is filed by itself
 * @param filed where the unit is filed
 * @param organizerFiled whether the organizer holds a number
 * @param originHere whether the origin stands here
 * @param domainHere whether the registrable domain resolves here
 * @param subHere whether a sub-domain resolves here
 * @param originalValid whether the resource at the original provider is valid
 */
record Situation(Scenario scenario, Boolean mainland, Boolean publicAddress, boolean sub, boolean ownUnit, Filed filed,
        Boolean organizerFiled, Boolean originHere, Boolean domainHere, Boolean subHere,
        Boolean originalValid) {
}

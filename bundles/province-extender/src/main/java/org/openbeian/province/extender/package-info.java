/**
 * Turns the rule file of any bundle into a {@link org.openbeian.api.rules.ProvinceRules} service, and a bare rule file
 * dropped into {@code deploy/} into such a bundle.
 */
package org.openbeian.province.extender;

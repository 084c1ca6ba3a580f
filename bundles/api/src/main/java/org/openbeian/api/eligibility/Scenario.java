package org.openbeian.api.eligibility;

/** What a domain is used for. Sub-domains show in the host, places overseas in the region. */
public enum Scenario {
    /** A website. */
    SITE,
    /** An APP (E-05, E-21). */
    APP,
    /** A site of government: its sub-domains are filed on their own. */
    GOVERNMENT_SITE,
    /** Files on object storage under a domain of one's own (E-42 to E-46). */
    OBJECT_STORAGE,
    /** A site behind the web application firewall (E-47, E-48). */
    WAF,
    /** Web mail under a domain of one's own (E-38, E-39). */
    MAIL,
    /** A site made with the site builder (E-40, E-41). */
    SITE_BUILDER
}

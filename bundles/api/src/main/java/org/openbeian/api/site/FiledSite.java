package org.openbeian.api.site;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A granted website, from the grant on. Immutable.
 *
 * @param id id of the site
 * @param version counts the changes; 1 when new
 * @param orderId order that brought it here
 * @param account account of its applicant
 * @param provinceId province whose rules hold for its footer
 * @param number filing number of the service, such as 粤ICP备2026000001号-1
 * @param organizerNumber filing number of the organizer
 * @param name name of the website
 * @param domains its domains, lower-case A-form, first the main one
 * @param grantedAt date of the authority's decision
 * @param openedOn day in Asia/Shanghai on which it opened, or null while that is not recorded
 * @param police the public-security number, or null before its grant
 * @param footer what the latest inspection found, or null before the first
 * @param ended whether its filing or its access was cancelled, so that nothing is owed here any more
 */
public record FiledSite(String id, long version, String orderId, String account, String provinceId, String number,
        String organizerNumber, String name, List<String> domains, Instant grantedAt, LocalDate openedOn, PoliceGrant police,
        FooterReport footer, boolean ended) {

    /** Copies the list. */
    public FiledSite {
        domains = List.copyOf(domains);
    }

    /** The next version, with what became known. */
    public FiledSite next(LocalDate opened, PoliceGrant granted, FooterReport report) {
        return new FiledSite(id, version + 1, orderId, account, provinceId, number, organizerNumber, name, domains, grantedAt, opened,
            granted, report, ended);
    }

    /** This version, with what the register says now. */
    public FiledSite registered(String newName, List<String> newDomains, boolean isEnded) {
        return new FiledSite(id, version, orderId, account, provinceId, number, organizerNumber, newName, newDomains, grantedAt,
            openedOn, police, footer, isEnded);
    }
}

package org.openbeian.api.model;

/**
 * What the staffing certificate (编办证明) of a government site states, copied field by field (E-32); the application must
 * say the same (E-34). Every field is null until entered.
 *
 * @param name name of the unit
 * @param superiorUnit its superior unit
 * @param function its function
 * @param institutionType its type of institution
 * @param siteName name of the site
 * @param introduction introduction of the site
 * @param domain domain of the site
 * @param ipAddress address of the site
 * @param principal name of the person in charge of the site
 */
public record StaffingCertificate(String name, String superiorUnit, String function, String institutionType,
        String siteName, String introduction, String domain, String ipAddress, String principal) {

    /** Names the domain only; the rest may be personal data. */
    @Override
    public String toString() {
        return "StaffingCertificate[domain=" + domain + "]";
    }
}

package org.openbeian.api.model;

/**
 * Legal representative of a unit (法定代表人): rows. Every field is null until entered.
 *
 * @param name full name
 * @param certificateType kind of identity document
 * @param certificateNumber number of that document
 */
public record LegalRepresentative(String name, CertificateType certificateType, String certificateNumber) {

    /** Shows nothing, since all of it is personal data. */
    @Override
    public String toString() {
        return "LegalRepresentative[***]";
    }
}

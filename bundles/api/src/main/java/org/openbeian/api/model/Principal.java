package org.openbeian.api.model;

import java.time.LocalDate;

/**
 * Person in charge (负责人) of an organizer or of a service: rows. Every field is null until
 * entered.
 *
 * @param name full name
 * @param certificateType kind of identity document
 * @param certificateNumber number of that document
 * @param validFrom first day of the document's validity
 * @param validUntil last day of the document's validity, null when long-term
 * @param longTerm true when the document is valid long-term (长期)
 * @param certificateAddress address printed on the document (T-14)
 * @param mobile mobile number, 联系方式1
 * @param emergencyContact second number, differs from the mobile (A-51, T-31)
 * @param email e-mail address for notices
 * @param officePhone office landline, optional
 */
public record Principal(String name, CertificateType certificateType, String certificateNumber, LocalDate validFrom,
        LocalDate validUntil, Boolean longTerm, String certificateAddress, String mobile, String emergencyContact,
        String email, String officePhone) {

    /** Shows nothing, since all of it is personal data. */
    @Override
    public String toString() {
        return "Principal[***]";
    }
}

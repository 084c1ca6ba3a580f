package org.openbeian.api.model;

/**
 * The entity that files (主办单位, 主体): rows. Every field is null until entered.
 *
 * @param nature nature of the organizer
 * @param provinceId filing province, six-digit GB/T 2260 code such as 440000
 * @param cityId city, six-digit code
 * @param countyId county or district, six-digit code
 * @param certificateType kind of the organizer's certificate
 * @param certificateNumber number printed on the certificate
 * @param name name as printed on the certificate
 * @param certificateAddress address as printed on the certificate
 * @param postalAddress postal address down to house or room
 * @param legalRepresentative legal representative, for units
 * @param superiorUnit investor or superior unit (上级主管单位), optional
 * @param principal person in charge of the organizer
 * @param remark remark to the authority, optional
 * @param government what a government body or public institution says of itself, otherwise null (E-22)
 */
public record Organizer(OrganizerNature nature, String provinceId, String cityId, String countyId,
        CertificateType certificateType, String certificateNumber, String name, String certificateAddress,
        String postalAddress, LegalRepresentative legalRepresentative, String superiorUnit, Principal principal,
        String remark, GovernmentBody government) {

    /** An organizer that is no government body. */
    public Organizer(OrganizerNature nature, String provinceId, String cityId, String countyId,
            CertificateType certificateType, String certificateNumber, String name, String certificateAddress,
            String postalAddress, LegalRepresentative legalRepresentative, String superiorUnit, Principal principal,
            String remark) {
        this(nature, provinceId, cityId, countyId, certificateType, certificateNumber, name, certificateAddress,
            postalAddress, legalRepresentative, superiorUnit, principal, remark, null);
    }

    /** Names nature and province only; the rest may be personal data. */
    @Override
    public String toString() {
        return "Organizer[nature=" + nature + ", province=" + provinceId + "]";
    }
}

package org.openbeian.api.account;

import java.time.Instant;
import org.openbeian.api.model.CertificateType;
import org.openbeian.api.model.OrganizerNature;
import org.openbeian.api.security.Masks;

/**
 * Who the holder of an account is by its real-name check (实名认证; ). All of it is personal data, or may be.
 *
 * @param certificateType kind of the document
 * @param certificateNumber number of the document
 * @param name name of the person or unit as on the document
 * @param verifiedAt when the check confirmed it, by the machine's clock; null before
 */
public record RealName(CertificateType certificateType, String certificateNumber, String name, Instant verifiedAt) {

    /** Whether it is a natural person. */
    public boolean isPerson() {
        return certificateType.natures().contains(OrganizerNature.INDIVIDUAL);
    }

    /** As it is shown in lists: the number masked, and the name of a natural person. */
    public RealName masked() {
        return new RealName(certificateType, Masks.certificate(certificateNumber), isPerson() ? Masks.name(name) : name, verifiedAt);
    }

    /** Tells nothing. */
    @Override
    public String toString() {
        return "RealName[***]";
    }
}

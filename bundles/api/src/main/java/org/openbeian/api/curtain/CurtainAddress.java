package org.openbeian.api.curtain;

import org.openbeian.api.security.Masks;

/**
 * Where a curtain goes.
 *
 * @param recipient who takes it
 * @param address postal address
 * @param phone mobile number, or landline with area code such as 0755-86013388
 */
public record CurtainAddress(String recipient, String address, String phone) {

    /** As others than its owner see it. */
    public CurtainAddress masked() {
        return new CurtainAddress(Masks.name(recipient), "***", Masks.phone(phone));
    }

    /** Tells nothing. */
    @Override
    public String toString() {
        return "CurtainAddress[***]";
    }
}

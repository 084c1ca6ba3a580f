package org.openbeian.regulator.gateway.payload;

/**
 * {@code Fzr} or {@code Wz_Fzr}: a person in charge.
 *
 * @param name {@code Fzr_xm}
 * @param officePhone {@code Fzr_dhhm}, or null
 * @param mobile {@code Fzr_sjhm}
 * @param email {@code Fzr_dzyj}
 * @param documentType {@code Fzr_zjlx}, or null
 * @param documentNumber {@code Fzr_zjhm}, or null
 */
public record PersonRecord(String name, String officePhone, String mobile, String email, Long documentType, String documentNumber) {

    /** Says nothing: all of it is personal data. */
    @Override
    public String toString() {
        return "PersonRecord[***]";
    }
}

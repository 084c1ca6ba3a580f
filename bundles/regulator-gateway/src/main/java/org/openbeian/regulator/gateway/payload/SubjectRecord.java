package org.openbeian.regulator.gateway.payload;

/**
 * {@code Zt_xx}: who files. Ids are ours and never used twice.
 *
 * @param id {@code IspZtid}
 * @param name {@code Dwmc}
 * @param nature {@code Dwxz}, or null
 * @param investor {@code Tzr}, investor or superior unit, or null
 * @param address {@code Txdz}
 * @param documentType {@code Zjlx}
 * @param documentNumber {@code Zjhm}
 * @param documentAddress {@code Zjzs}
 * @param principal {@code Fzr}
 * @param reportingMode {@code Bbfs}: 0 for oneself, 1 on behalf of the subject
 * @param remark {@code Bz}, or null
 * @param extension what V3.0 cannot say, null where the authority takes no more
 */
public record SubjectRecord(long id, String name, Long nature, String investor, AddressRecord address, long documentType,
    String documentNumber, String documentAddress, PersonRecord principal, long reportingMode, String remark,
    Extension.OfSubject extension) {

    /** As V3.0 has it. */
    public SubjectRecord(long id, String name, Long nature, String investor, AddressRecord address, long documentType,
        String documentNumber, String documentAddress, PersonRecord principal, long reportingMode, String remark) {
        this(id, name, nature, investor, address, documentType, documentNumber, documentAddress, principal, reportingMode, remark, null);
    }

    /**
     * {@code Txdz}: an address with GB/T 2260 codes.
     *
     * @param province {@code Shengid}
     * @param city {@code Shiid}
     * @param county {@code Xianid}, or null
     * @param detail {@code Xxdz}, or null
     */
    public record AddressRecord(long province, long city, Long county, String detail) {

        @Override
        public String toString() {
            return "AddressRecord[" + province + "/" + city + "]";
        }
    }

    /** Names the id only: the rest may be personal data. */
    @Override
    public String toString() {
        return "SubjectRecord[" + id + "]";
    }
}

package org.openbeian.contract.kit;

/** Invented numbers with right check characters. */
public final class SampleNumbers {

    private static final int[] ID_WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String ID_CHECKS = "10X98765432";
    private static final String CODE_SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private SampleNumbers() {
    }

    /**
     * The number of an ID card (GB 11643).
     *
     * @param area six digits
     * @param birth eight digits
     * @param serial three digits
     */
    public static String residentId(String area, String birth, String serial) {
        String digits = area + birth + serial;
        int sum = 0;
        for (int i = 0; i < ID_WEIGHTS.length; i++) {
            sum += Character.digit(digits.charAt(i), 10) * ID_WEIGHTS[i];
        }
        return digits + ID_CHECKS.charAt(sum % ID_CHECKS.length());
    }

    /**
     * A unified social credit code (GB 32100).
     *
     * @param signs the first seventeen
     */
    public static String creditCode(String signs) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < signs.length(); i++) {
            sum += CODE_SIGNS.indexOf(signs.charAt(i)) * weight;
            weight = weight * 3 % CODE_SIGNS.length();
        }
        int check = CODE_SIGNS.length() - sum % CODE_SIGNS.length();
        return signs + CODE_SIGNS.charAt(check % CODE_SIGNS.length());
    }
}

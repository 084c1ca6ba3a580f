package org.openbeian.api.order;

/**
 * One place at which an order differs from what is on record.
 *
 * @param pointer JSON pointer into the application
 * @param before the value on record as JSON, masked for who may not see it; null when there is none
 * @param after the value asked for as JSON, masked likewise; null when there is none
 */
public record FieldChange(String pointer, String before, String after) {

    /** Names the place only; the values may be personal data. */
    @Override
    public String toString() {
        return "FieldChange[" + pointer + "]";
    }
}

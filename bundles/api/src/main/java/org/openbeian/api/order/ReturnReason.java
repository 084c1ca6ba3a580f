package org.openbeian.api.order;

import org.openbeian.api.model.LocalizedText;

/**
 * Why an order was returned, and which field must be repaired (T-37).
 *
 * @param code reason code: a rule id, or a specialist's code such as {@code unreachable}
 * @param pointer JSON pointer of the field or material to repair; the empty string means no single field
 * @param text what is wrong
 * @param mend how to repair it
 */
public record ReturnReason(String code, String pointer, LocalizedText text, LocalizedText mend) {
}

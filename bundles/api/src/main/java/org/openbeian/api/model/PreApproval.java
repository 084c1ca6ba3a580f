package org.openbeian.api.model;

/**
 * An approval that a service holds for a field that needs one (前置审批, T-23).
 *
 * @param type the field
 * @param number number of the approval document
 */
public record PreApproval(PreApprovalType type, String number) {
}

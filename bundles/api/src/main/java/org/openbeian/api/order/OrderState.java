package org.openbeian.api.order;

/** Where an order stands. The table of moves between these states is in core ({@code OrderLifeCycle}). */
public enum OrderState {
    /** The applicant fills in the forms; nobody else has seen the order. */
    DRAFT("草稿", "Draft"),
    /** Handed in, and waiting for the rules of its province before the checks can run. */
    SUBMITTED("已提交", "Submitted"),
    /** A specialist checks the order and phones the principal (初审). */
    PRE_REVIEW("初审中", "Pre-review"),
    /** The specialist returned the order with reasons; the marked fields may be changed. */
    RETURNED("初审驳回", "Returned"),
    /** Passed by the specialist, queued for the upload to the authority. */
    QUEUED_FOR_AUTHORITY("待提交管局", "Queued for the authority"),
    /** The authority took the upload; the persons must enter the ministry's SMS code (T-41). */
    SMS_PENDING("待短信核验", "SMS verification pending"),
    /** Our clock says that the SMS code was not entered in time; results may still come. */
    SMS_FAILED("短信核验超时", "SMS verification failed"),
    /** The authority reviews (管局审核). */
    AUTHORITY_REVIEW("管局审核中", "Authority review"),
    /** The authority granted the numbers. */
    APPROVED("备案成功", "Approved"),
    /** The authority refused; the applicant may correct and submit again. */
    AUTHORITY_REJECTED("管局驳回", "Rejected by the authority"),
    /** The applicant gave the order up. */
    WITHDRAWN("已撤回", "Withdrawn"),
    /** The order stood too long without a step of the applicant. */
    EXPIRED("已过期", "Expired"),
    /** The SMS verification failed for good; a new order must be made (T-42). */
    MUST_REFILE("须重新备案", "Must be filed anew");

    private final String chinese;
    private final String english;

    OrderState(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    /** The Chinese term shown to people. */
    public String chinese() {
        return chinese;
    }

    /** The English term shown to people. */
    public String english() {
        return english;
    }

    /** Whether no event can move the order any more. */
    public boolean isFinal() {
        return this == APPROVED || this == WITHDRAWN || this == EXPIRED || this == MUST_REFILE;
    }

    /** Whether the applicant may change fields and materials. */
    public boolean isEditable() {
        return this == DRAFT || this == RETURNED || this == AUTHORITY_REJECTED;
    }

    /** Whether the authority has taken the order and has not decided yet. */
    public boolean isAtAuthority() {
        return this == SMS_PENDING || this == SMS_FAILED || this == AUTHORITY_REVIEW;
    }
}

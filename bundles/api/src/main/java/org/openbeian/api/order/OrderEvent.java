package org.openbeian.api.order;

/** What can happen to an order. Each event that happened is one entry of the order's history. */
public enum OrderEvent {
    /** The applicant started the order. */
    CREATED,
    /** Fields were changed. */
    EDITED,
    /** A material was uploaded or replaced. */
    MATERIAL_ADDED,
    /** A material was removed. */
    MATERIAL_REMOVED,
    /** The filing password was given, to be handed on. */
    PASSWORD_GIVEN,
    /** The applicant said that the filing password is lost, and was told how it is recovered. */
    PASSWORD_LOST,
    /** A face verification of a person in charge was opened. */
    FACE_OPENED,
    /** The result of a face verification was fetched. */
    FACE_CHECKED,
    /** The mobile of a person in charge was verified by a code. */
    MOBILE_VERIFIED,
    /** The applicant objected to the type that was proposed. */
    TYPE_OBJECTED,
    /** A specialist decided on the objection. */
    TYPE_DECIDED,
    /** The applicant handed the order in. */
    SUBMITTED,
    /** The checks ran after the province's rules came back, and passed. */
    CHECKED,
    /** A specialist took the order. */
    CLAIMED,
    /** The specialist gave the order back to the queue. */
    RELEASED,
    /** The applicant picked windows for the specialist's call. */
    CALL_APPOINTED,
    /** A call to the principal was made or missed. */
    CALL_LOGGED,
    /** A specialist cleared up an enquiry of the rules. */
    FINDING_CLEARED,
    /** A specialist proposed to override a finding. */
    OVERRIDE_PROPOSED,
    /** A second specialist approved an override. */
    OVERRIDE_APPROVED,
    /** An override was taken back or turned down. */
    OVERRIDE_REVOKED,
    /** The specialist passed the order. */
    PASSED,
    /** The order went back to the applicant with reasons. */
    RETURNED,
    /** The authority's interface took the upload. */
    UPLOADED,
    /** The authority's interface refused the upload for this order. */
    UPLOAD_REFUSED,
    /** The authority's data checks found errors. */
    DATA_REJECTED,
    /** The SMS verification is complete. */
    SMS_VERIFIED,
    /** The authority gave the order back because wrong codes were entered too often. */
    SMS_WRONG,
    /** Twenty-four hours passed without a verification. */
    SMS_EXPIRED,
    /** After the expiry all results of the authority were fetched, and none is known for the order: it may be sent again. */
    RESULTS_FETCHED,
    /** The order goes to the authority again, unchanged. */
    RESENT,
    /** The authority granted the filing. */
    APPROVED,
    /** The authority refused the filing. */
    REJECTED,
    /** The order cannot go on for the moment, for the reason noted. */
    PARKED,
    /** What the order waited for is back. */
    RESUMED,
    /** The applicant gave the order up. */
    WITHDRAWN,
    /** The order stood too long. */
    EXPIRED
}

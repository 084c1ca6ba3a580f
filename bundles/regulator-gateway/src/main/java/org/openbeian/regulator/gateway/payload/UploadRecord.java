package org.openbeian.regulator.gateway.payload;

/** One record of an upload. */
public sealed interface UploadRecord permits NewFiling, NewSites, NewAccess, ChangedFiling, Cancellation {

    /** How much the pictures in it weigh, in bytes. */
    default long pictureBytes() {
        return 0;
    }

    /** Whether it says more than V3.0 can. */
    default boolean isExtended() {
        return false;
    }
}

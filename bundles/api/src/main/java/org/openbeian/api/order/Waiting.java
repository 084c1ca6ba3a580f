package org.openbeian.api.order;

import java.time.Instant;
import org.openbeian.api.model.LocalizedText;

/**
 * The mark WAITING beside an order's state: why it cannot go on for the moment.
 *
 * @param reason code of the reason, such as {@link #RULES_MISSING}
 * @param subject what is missing, such as the province id or the resource kind
 * @param text the reason for people
 * @param since when the order was parked
 */
public record Waiting(String reason, String subject, LocalizedText text, Instant since) {

    /** No rule bundle serves the order's province. */
    public static final String RULES_MISSING = "province-rules-missing";

    /** The upload account that the order was queued for was taken away. */
    public static final String ACCOUNT_MISSING = "upload-account-missing";

    /** No plugin serves the resource kind of an access. */
    public static final String RESOURCE_TYPE_MISSING = "resource-type-missing";
}

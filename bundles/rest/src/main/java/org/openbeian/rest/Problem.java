package org.openbeian.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.openbeian.api.rules.Finding;

/**
 * An error as clients see it: {@code application/problem+json} of RFC 9457.
 *
 * @param type {@code urn:openbeian:problem:} and the code
 * @param title what kind of error it is, in English
 * @param status HTTP status
 * @param detail what is wrong and how to mend it, in English, without personal data
 * @param instance path of the request
 * @param code stable code for programs
 * @param requestId id of the request in the server's log
 * @param findings everything that is wrong, each with a JSON pointer and texts for people; null when there is nothing to
 *     list
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(String type, String title, int status, String detail, String instance, String code,
        String requestId, List<Finding> findings) {

    static final String MEDIA_TYPE = "application/problem+json";
    private static final String URN = "urn:openbeian:problem:";

    Problem(int status, String code, String title, String detail, String instance, String requestId,
            List<Finding> findings) {
        this(URN + code, title, status, detail, instance, code, requestId, findings.isEmpty() ? null : findings);
    }
}

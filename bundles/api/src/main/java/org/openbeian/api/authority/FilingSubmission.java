package org.openbeian.api.authority;

import java.util.List;
import java.util.Map;
import org.openbeian.api.model.Application;
import org.openbeian.api.model.FilingType;

/**
 * One filing as it goes to the authority.
 *
 * @param submissionNo our number of this submission; from it all ids on the interface are made ({@code IspZtid} =
 *     submissionNo, {@code IspWzid} = submissionNo × 100 + position of the service, and so on), never used twice
 * @param type filing type
 * @param application the data
 * @param addresses public addresses by service position and resource id, when the application itself names none
 * @param attachments pictures
 * @param filed what it rests on, or null for a first filing
 */
public record FilingSubmission(long submissionNo, FilingType type, Application application,
        Map<String, List<String>> addresses, List<Attachment> attachments, FiledRecord filed) {

    /** Copies the collections. */
    public FilingSubmission {
        addresses = Map.copyOf(addresses);
        attachments = List.copyOf(attachments);
    }

    /** A first filing. */
    public FilingSubmission(long submissionNo, FilingType type, Application application, Map<String, List<String>> addresses,
            List<Attachment> attachments) {
        this(submissionNo, type, application, addresses, attachments, null);
    }

    /**
     * A picture that goes with the filing.
     *
     * @param type material type
     * @param subject JSON pointer to what it proves
     * @param mediaType media type of the bytes
     * @param content the bytes; not copied
     */
    public record Attachment(String type, String subject, String mediaType, byte[] content) {
    }
}

package org.openbeian.api.recognition;

import java.util.Map;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Reads pictures of documents (图像识别: T-109). Asked on any thread, at most twice at once, and cut off after ten seconds. A
 * recognizer that throws, hangs or answers null has not answered, and whoever asked is told to enter the fields by hand. What it
 * reads is never entered by itself: the applicant looks at it first.
 */
@ConsumerType
public interface DocumentRecognizer {

    /** What stands on a document. */
    enum Field {
        /** Name of a person: on an identity card its holder, on a licence the legal representative. */
        PERSON_NAME,
        /** Day of birth, as in 2026-01-31. */
        BIRTH_DATE,
        /** Address printed on the document. */
        ADDRESS,
        /** First day of validity, as in 2026-01-31. */
        VALID_FROM,
        /** Last day of validity, as in 2026-01-31, or {@link DocumentRecognizer#LONG_TERM}. */
        VALID_UNTIL,
        /** Unified social credit code or registration number of a licence. */
        LICENCE_CODE,
        /** Name of the unit on a licence. */
        ORGANIZER_NAME
    }

    /** End of validity of a document that has none (长期). */
    String LONG_TERM = "LONG_TERM";

    /**
     * Reads a picture.
     *
     * @param materialType material type, such as {@code unit-certificate} or {@code id-card-portrait}
     * @param mediaType {@code image/jpeg} or {@code image/png}
     * @param picture the bytes as uploaded
     * @return what could be read; a field that could not is left out
     */
    Map<Field, String> recognize(String materialType, String mediaType, byte[] picture);
}

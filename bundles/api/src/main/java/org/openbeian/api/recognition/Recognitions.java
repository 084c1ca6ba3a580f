package org.openbeian.api.recognition;

import java.util.List;
import org.openbeian.api.security.Actor;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Proposes fields of an order from its pictures (T-109). Nothing is entered: the applicant edits what is proposed, and confirms it
 * by saving the form. Thread-safe.
 */
@ProviderType
public interface Recognitions {

    /** Where a value comes from. */
    enum Origin {
        /** Read from a picture by a machine; nobody has looked at it yet. */
        RECOGNISED
    }

    /**
     * A value that was read.
     *
     * @param field what it is
     * @param value the text; a day as in 2026-01-31; {@code true} for a document of long term
     * @param pointer JSON pointer to the field of the application that it is proposed for; null when no form asks for it
     * @param origin where it comes from
     * @param differs whether something else is entered there; null while nothing is
     */
    record Recognised(DocumentRecognizer.Field field, String value, String pointer, Origin origin, Boolean differs) {

        /** Names the field only; the rest is personal data. */
        @Override
        public String toString() {
            return "Recognised[" + field + "]";
        }
    }

    /**
     * Reads a picture of an order whose forms are open, for the account of the order alone; changes nothing.
     *
     * @return what could be read; nothing where no recognizer is installed
     * @throws org.openbeian.api.order.Refusal NOT_FOUND, FORBIDDEN, WRONG_STATE; UNAVAILABLE {@code recognizer-silent} when the
     *     recognizer gave no usable answer
     */
    List<Recognised> read(Actor actor, String orderId, String materialId);
}

package org.openbeian.api.rules;

import java.util.List;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.security.Actor;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The empty forms that applicants fill in, such as the audit form of government sites (E-29, E-30). Materials of the rule files
 * name slots; an operator loads the document of each. Every version stays, so that it can be told later which form was handed
 * out. Thread-safe.
 */
@ProviderType
public interface FormTemplates {

    /** Largest document, in bytes. */
    int MAX_BYTES = 4 * 1024 * 1024;

    /** Media type of the text of a letter: a line {@code # title}, then paragraphs with places such as {@code {organizer.name}}. */
    String LETTER = "text/plain";

    /** Every slot that the rules in force name, by name, with the newest document in it or none. */
    List<FormTemplate> slots();

    /**
     * A document.
     *
     * @param slot name of the slot
     * @param version which one; 0 for the newest
     * @throws Refusal when there is no such slot, or no such document in it
     */
    FormDocument document(String slot, int version);

    /**
     * Loads a document: a PDF, a Word file or the {@link #LETTER text of a letter}, told by its first bytes. The ones before stay.
     *
     * @return what is in the slot now
     * @throws Refusal when there is no such slot, or the document is empty, too large, of another kind or
     *     a letter with places that no order fills
     */
    FormTemplate load(Actor actor, String slot, byte[] content);

    /**
     * A slot and what is known of a document in it.
     *
     * @param slot name of the slot
     * @param version number of the document, from 1; 0 while none is loaded, and the rest is null or 0
     * @param mediaType its media type
     * @param size its size in bytes
     * @param sha256 its digest, hexadecimal
     * @param loadedAt when it was loaded, by the clock of the server, ISO 8601
     * @param loadedBy account that loaded it
     */
    record FormTemplate(String slot, int version, String mediaType, long size, String sha256, String loadedAt, String loadedBy) {
    }

    /**
     * A document.
     *
     * @param template what is known of it
     * @param content the bytes; not to be changed
     */
    record FormDocument(FormTemplate template, byte[] content) {
    }
}

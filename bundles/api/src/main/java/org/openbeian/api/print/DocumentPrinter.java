package org.openbeian.api.print;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Prints documents as PDF, with the fonts in them. Provided by the feature {@code openbeian-pdf}; without it there are none.
 * Thread-safe.
 */
@ProviderType
public interface DocumentPrinter {

    /** The media type of what comes out. */
    String MEDIA_TYPE = "application/pdf";

    /**
     * Prints a document. A sign that the font lacks stands there by its number, such as {@code [U+20BB7]}, never as nothing.
     *
     * @return a PDF
     */
    byte[] print(PrintedDocument document);
}

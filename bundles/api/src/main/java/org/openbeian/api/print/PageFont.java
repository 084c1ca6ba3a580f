package org.openbeian.api.print;

import org.osgi.annotation.versioning.ProviderType;

/**
 * The Chinese font that pages to print carry, so that they can be read and printed where none is installed. Provided by the feature
 * {@code openbeian-pdf}; without it pages name the usual fonts of their reader's machine. Thread-safe.
 */
@ProviderType
public interface PageFont {

    /**
     * The part of the font that a text needs.
     *
     * @param text the text; signs that the font lacks and those above U+FFFF are left to other fonts
     * @return a TrueType font
     */
    byte[] subset(String text);
}

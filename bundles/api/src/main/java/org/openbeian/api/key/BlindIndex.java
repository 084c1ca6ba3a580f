package org.openbeian.api.key;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Makes encrypted values findable: equal values of one kind have equal marks, and nobody without the key can tell the value
 * from the mark or try values out. A mark is HMAC-SHA-256 with a key of its own in the vault, which a change of the master key
 * leaves alone. Thread-safe.
 */
@ProviderType
public interface BlindIndex {

    /** What kind of value is looked for; the mark of a value differs by kind. */
    enum Kind {
        /** A phone number; spaces, hyphens and the country code 86 do not matter. */
        PHONE,
        /** An e-mail address; letter case does not matter. */
        EMAIL,
        /** The number of a certificate; spaces and letter case do not matter. */
        CERTIFICATE_NUMBER,
        /** A name; surrounding and repeated spaces do not matter. */
        NAME,
        /** A verification code together with what it belongs to; taken as it is. */
        CODE
    }

    /**
     * The mark of a value, 64 hexadecimal digits.
     *
     * @param value the value as entered; full-width signs count as their usual forms
     */
    String mark(Kind kind, String value);
}

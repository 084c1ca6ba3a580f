package org.openbeian.core.form;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.openbeian.api.rules.FormTemplates;

/** The kinds of documents that a form may be, told by their bytes. */
enum DocumentKind {
    PDF("application/pdf", "%PDF-"),
    /** Word since 2007: a zip file with the document's part inside. */
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "PK\3\4"),
    /** Word before 2007. */
    DOC("application/msword", "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1"),
    /** The text of a letter, which is filled in. */
    LETTER(FormTemplates.LETTER, "# ");

    private static final byte[] WORD_PART = "word/document.xml".getBytes(StandardCharsets.ISO_8859_1);

    private final String mediaType;
    private final byte[] head;

    DocumentKind(String mediaType, String head) {
        this.mediaType = mediaType;
        this.head = head.getBytes(StandardCharsets.ISO_8859_1);
    }

    String mediaType() {
        return mediaType;
    }

    /** What a document is, or null when it is none of these. */
    static DocumentKind of(byte[] content) {
        for (DocumentKind kind : values()) {
            if (startsWith(content, 0, kind.head)) {
                return kind != DOCX || holds(content, WORD_PART) ? kind : null;
            }
        }
        return null;
    }

    private static boolean startsWith(byte[] content, int from, byte[] wanted) {
        return content.length - from >= wanted.length
            && Arrays.equals(content, from, from + wanted.length, wanted, 0, wanted.length);
    }

    /** The list at the end of a zip file names its parts as they are. */
    private static boolean holds(byte[] content, byte[] wanted) {
        for (int i = content.length - wanted.length; i >= 0; i--) {
            if (startsWith(content, i, wanted)) {
                return true;
            }
        }
        return false;
    }
}

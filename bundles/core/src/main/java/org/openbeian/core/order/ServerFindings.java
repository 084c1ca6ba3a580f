package org.openbeian.core.order;

import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.rules.Finding;
import org.openbeian.api.rules.Severity;

/** Makes findings of the server itself, which rest on no rule bundle. */
final class ServerFindings {

    private static final String BUNDLE = "org.openbeian.core";

    private ServerFindings() {
    }

    static Finding block(String id, String pointer, LocalizedText text, LocalizedText mend) {
        return new Finding(id, Severity.BLOCK, pointer, text, mend, null, BUNDLE, null);
    }

    static Finding ask(String id, String pointer, LocalizedText text, LocalizedText mend) {
        return new Finding(id, Severity.ASK, pointer, text, mend, null, BUNDLE, null);
    }

    static LocalizedText text(String zh, String en) {
        return new LocalizedText(zh, en);
    }
}

package org.openbeian.aftercare.browser;

import java.io.IOException;
import org.openbeian.api.model.LocalizedText;

/** A page that could not be rendered, with the reason for people. */
final class RenderFailure extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient LocalizedText reason;

    RenderFailure(String zh, String en) {
        super(en);
        this.reason = new LocalizedText(zh, en);
    }

    LocalizedText reason() {
        return reason;
    }
}

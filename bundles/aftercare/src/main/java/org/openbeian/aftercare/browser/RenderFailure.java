package org.openbeian.aftercare.browser;

import java.io.IOException;
import org.openbeian.api.model.LocalizedText;

/**
 * A page that could not be rendered, with the reason for people. The fault may be of this server or of the network, so that nothing is
 * known about the site, unless it is one that the page itself makes each time.
 */
final class RenderFailure extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient LocalizedText reason;
    private final boolean ofPage;

    RenderFailure(String zh, String en) {
        this(zh, en, false);
    }

    private RenderFailure(String zh, String en, boolean ofPage) {
        super(en);
        this.reason = new LocalizedText(zh, en);
        this.ofPage = ofPage;
    }

    /** One that the page makes, wherever it is opened. */
    static RenderFailure ofPage(String zh, String en) {
        return new RenderFailure(zh, en, true);
    }

    boolean isOfPage() {
        return ofPage;
    }

    LocalizedText reason() {
        return reason;
    }
}

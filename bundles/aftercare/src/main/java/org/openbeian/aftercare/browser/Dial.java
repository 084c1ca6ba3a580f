package org.openbeian.aftercare.browser;

import java.io.IOException;
import java.net.Socket;

/** How the browser's proxy reaches a host. Thread-safe. */
@FunctionalInterface
interface Dial {

    /** A host or port that a page may not reach. */
    final class Refused extends IOException {

        private static final long serialVersionUID = 1L;

        Refused(String why) {
            super(why);
        }
    }

    /**
     * Connects.
     *
     * @param host a name or an address, as the browser asked for it
     * @throws Refused when that may not be reached; nothing was sent there
     * @throws IOException when nobody answers
     */
    Socket open(String host, int port) throws IOException;
}

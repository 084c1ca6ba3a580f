package org.openbeian.aftercare.browser;

import java.io.IOException;
import java.net.Socket;

/** How the proxy of one run of the browser reaches a host; closed with it. Thread-safe. */
@FunctionalInterface
interface Dial extends AutoCloseable {

    /** Whose sockets they are, from before they are connected: whoever waits for a connection ends when the owner closes it. */
    interface Owner {

        /**
         * Takes a socket.
         *
         * @throws IOException when the run is over; the socket is closed then
         */
        void keep(Socket socket) throws IOException;

        /** Closes a socket. */
        void forget(Socket socket);
    }

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
     * @param owner is given each socket before it is connected
     * @throws Refused when that may not be reached; nothing was sent there
     * @throws IOException when nobody answers
     */
    Socket open(String host, int port, Owner owner) throws IOException;

    @Override
    default void close() {
    }
}

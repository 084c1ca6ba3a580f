package org.openbeian.aftercare.browser;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import org.openbeian.core.identifier.PublicAddress;
import org.openbeian.core.plugin.Bulkhead;

/**
 * Connects to public addresses on the ports of the web. A name is resolved once, and the connection goes to the very addresses that were
 * judged. A name of which one address is inside is refused altogether. Of many addresses only the first few are tried, and all within
 * one time: a site may give its names a thousand that nobody answers at. Thread-safe.
 */
final class PublicDial implements Dial {

    private static final Set<Integer> PORTS = Set.of(80, 443);
    private static final Duration NAME_PATIENCE = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int CONNECT_MILLIS = 5_000;
    private static final int TRIES = 4;
    private static final int LOOK_UPS = 16;

    private final Names names;
    private final Duration patience;
    private final Bulkhead lookUps = new Bulkhead("openbeian-browser-names", LOOK_UPS);

    /** How names are resolved. */
    interface Names {

        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    PublicDial(Names names) {
        this(names, PATIENCE);
    }

    /**
     * A dial.
     *
     * @param patience how long all that one call does may take together
     */
    PublicDial(Names names, Duration patience) {
        this.names = names;
        this.patience = patience;
    }

    @Override
    public Socket open(String host, int port, Owner owner) throws IOException {
        long begun = System.nanoTime();
        if (!PORTS.contains(port)) {
            throw new Refused("only ports 80 and 443 are reached");
        }
        InetAddress[] found = resolve(host);
        for (InetAddress address : found) {
            if (!PublicAddress.is(address)) {
                throw new Refused("the host stands for an address that is not public");
            }
        }
        IOException last = new ConnectException("nobody was asked in time");
        for (InetAddress address : found.length > TRIES ? Arrays.copyOf(found, TRIES) : found) {
            long left = patience.minusNanos(System.nanoTime() - begun).toMillis();
            if (left <= 0) {
                throw last;
            }
            Socket socket = new Socket();
            owner.keep(socket);
            try {
                socket.connect(new InetSocketAddress(address, port), (int) Math.min(CONNECT_MILLIS, left));
                return socket;
            } catch (IOException e) {
                owner.forget(socket);
                last = e;
            }
        }
        throw last;
    }

    private InetAddress[] resolve(String host) throws IOException {
        try {
            return lookUps.call(() -> names.resolve(host), NAME_PATIENCE);
        } catch (RejectedExecutionException busy) {
            throw new IOException("too many names are being looked up", busy);
        }
    }

    @Override
    public void close() {
        lookUps.close();
    }
}

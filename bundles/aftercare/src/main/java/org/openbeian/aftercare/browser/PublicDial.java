package org.openbeian.aftercare.browser;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import org.openbeian.core.identifier.PublicAddress;
import org.openbeian.core.plugin.Bulkhead;

/**
 * Connects to public addresses on the ports of the web. A name is resolved once, and the connection goes to the very addresses that were
 * judged. A name of which one address is inside is refused altogether. Thread-safe.
 */
final class PublicDial implements Dial, AutoCloseable {

    private static final Set<Integer> PORTS = Set.of(80, 443);
    private static final Duration NAME_PATIENCE = Duration.ofSeconds(5);
    private static final int CONNECT_MILLIS = 5_000;
    private static final int LOOK_UPS = 16;

    private final Names names;
    private final Bulkhead lookUps = new Bulkhead("openbeian-browser-names", LOOK_UPS);

    /** How names are resolved. */
    interface Names {

        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    PublicDial(Names names) {
        this.names = names;
    }

    @Override
    public Socket open(String host, int port) throws IOException {
        if (!PORTS.contains(port)) {
            throw new Refused("only ports 80 and 443 are reached");
        }
        InetAddress[] found = resolve(host);
        for (InetAddress address : found) {
            if (!PublicAddress.is(address)) {
                throw new Refused("the host stands for an address that is not public");
            }
        }
        IOException last = new UnknownHostException(host);
        for (InetAddress address : found) {
            Socket socket = new Socket();
            try {
                socket.connect(new InetSocketAddress(address, port), CONNECT_MILLIS);
                return socket;
            } catch (IOException e) {
                socket.close();
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

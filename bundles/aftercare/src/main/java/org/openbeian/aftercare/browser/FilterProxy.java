package org.openbeian.aftercare.browser;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.openbeian.core.plugin.Bulkhead;

/**
 * The only way out of one run of the browser: a proxy on a port of loopback that exists as long as the run. Which hosts are reached the
 * dial decides. Chromium cannot be given the secret of a proxy on its command line; whoever else on this machine finds the port meanwhile
 * reaches public addresses through it, and nothing else. Thread-safe.
 */
final class FilterProxy implements Dial.Owner, AutoCloseable {

    private static final int CONNECTIONS = 64;
    private static final int MOST_REFUSED = 20;
    private static final long PAUSE_NANOS = 50_000_000;
    private static final long END_MILLIS = 1_000;
    /** Where Chromium calls home by itself, whatever its flags say; no page is made of that. */
    private static final Set<String> HOME = Set.of("accounts.google.com", "clients2.google.com", "clients2.googleusercontent.com",
        "update.googleapis.com", "optimizationguide-pa.googleapis.com", "content-autofill.googleapis.com", "redirector.gvt1.com",
        "android.clients.google.com", "mtalk.google.com");

    private final Dial dial;
    private final long mostBytes;
    private final ServerSocket server;
    private final Thread listener = new Thread(this::accept, "openbeian-browser-proxy");
    private final Bulkhead lines = new Bulkhead("openbeian-browser-proxy", 2 * CONNECTIONS);
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Set<String> refused = new ConcurrentSkipListSet<>();
    private final AtomicLong bytes = new AtomicLong();
    private volatile boolean closed;

    /**
     * Listens at once.
     *
     * @param dial is closed with the proxy
     * @param mostBytes how much may pass in both directions together
     */
    FilterProxy(Dial dial, long mostBytes) throws IOException {
        this.dial = dial;
        this.mostBytes = mostBytes;
        this.server = new ServerSocket(0, CONNECTIONS, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
        listener.setDaemon(true);
        listener.start();
    }

    int port() {
        return server.getLocalPort();
    }

    /** Hosts and ports that were refused. */
    List<String> refused() {
        return List.copyOf(refused);
    }

    /** Whether more was to pass than may. */
    boolean isExhausted() {
        return bytes.get() > mostBytes;
    }

    private void accept() {
        while (!closed) {
            try {
                Socket browser = server.accept();
                keep(browser);
                try {
                    lines.submit(() -> {
                        new ProxyLine(this, browser).run();
                        return true;
                    });
                } catch (RejectedExecutionException tooMany) {
                    forget(browser);
                }
            } catch (IOException e) {
                if (server.isClosed()) {
                    return;
                }
                // Without a free descriptor the next one fails at once, too.
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    Socket reach(RequestHead.Target target) throws IOException {
        if (HOME.contains(target.host())) {
            throw new IOException("nothing that a page needs");
        }
        try {
            Socket socket = dial.open(target.host(), target.port(), this);
            keep(socket);
            return socket;
        } catch (Dial.Refused e) {
            if (refused.size() < MOST_REFUSED) {
                refused.add(target.toString());
            }
            throw e;
        }
    }

    /** Counts what passes; whoever sees the limit passed ends its connection. */
    void passed(long more) throws IOException {
        if (bytes.addAndGet(more) > mostBytes) {
            throw new IOException("the run passed its limit of bytes");
        }
    }

    /** Runs the second direction of a connection. */
    void aside(Runnable task) {
        lines.submit(() -> {
            task.run();
            return true;
        });
    }

    @Override
    public void keep(Socket socket) throws IOException {
        open.add(socket);
        if (closed) {
            forget(socket);
            throw new IOException("the run is over");
        }
    }

    @Override
    public void forget(Socket socket) {
        open.remove(socket);
        quietly(socket);
    }

    @Override
    public void close() {
        closed = true;
        quietly(server);
        awaitListener();
        open.forEach(this::forget);
        lines.close();
        dial.close();
    }

    /** The platform takes connections until the thread that waits for them has left. */
    private void awaitListener() {
        try {
            listener.join(END_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void quietly(Closeable one) {
        try {
            one.close();
        } catch (IOException e) {
            return;
        }
    }
}

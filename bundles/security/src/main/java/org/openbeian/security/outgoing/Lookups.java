package org.openbeian.security.outgoing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Looks names up on threads of their own, one for each name at most: a name server that is silent keeps only those waiting who ask for its
 * names. Thread-safe.
 */
final class Lookups implements AutoCloseable {

    private static final int THREADS = 64;
    private static final int IDLE_SECONDS = 10;

    private final OutgoingClient.Names names;
    private final Map<String, CompletableFuture<InetAddress[]>> underWay = new ConcurrentHashMap<>();
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(0, THREADS, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(),
            task -> {
                Thread thread = new Thread(task, "openbeian-outgoing-names");
                thread.setDaemon(true);
                return thread;
            });

    Lookups(OutgoingClient.Names names) {
        this.names = names;
    }

    /** The addresses that a name stands for; fails with what the lookup failed with. */
    CompletableFuture<InetAddress[]> resolve(String host) {
        CompletableFuture<InetAddress[]> ours = new CompletableFuture<>();
        CompletableFuture<InetAddress[]> earlier = underWay.putIfAbsent(host, ours);
        if (earlier != null) {
            return earlier;
        }
        try {
            threads.execute(() -> lookUp(host, ours));
        } catch (RejectedExecutionException e) {
            underWay.remove(host, ours);
            ours.completeExceptionally(new UnknownHostException("too many names are being looked up"));
        }
        return ours;
    }

    private void lookUp(String host, CompletableFuture<InetAddress[]> ours) {
        try {
            InetAddress[] found = names.resolve(host);
            underWay.remove(host, ours);
            ours.complete(found);
        } catch (IOException | RuntimeException e) {
            underWay.remove(host, ours);
            ours.completeExceptionally(e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}

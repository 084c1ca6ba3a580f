package org.openbeian.core.imports;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.store.ImportStore.Position;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stores portions one after another: one is prepared while the one before it is stored and the next one is read. For one thread. */
final class Stages<T> implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Stages.class);

    private final ExecutorService preparing = Executors.newSingleThreadExecutor(work -> new Thread(work, "openbeian-import-preparing"));
    private final ExecutorService storing = Executors.newSingleThreadExecutor(work -> new Thread(work, "openbeian-import"));
    private final BiFunction<Position, Portion<T>, Position> store;
    private Future<Portion<T>> prepared;
    private Future<Position> stored;

    /**
     * From a position on.
     *
     * @param store stores a portion behind a position and tells the new one
     */
    Stages(Position from, BiFunction<Position, Portion<T>, Position> store) {
        this.stored = CompletableFuture.completedFuture(from);
        this.store = store;
    }

    /** Takes one more, as soon as the one before it is prepared and the one before that is stored. */
    void add(Portion<T> portion) {
        handOn();
        prepared = preparing.submit(portion::prepare);
    }

    /** Where all are stored. */
    Position end() {
        handOn();
        return end(stored);
    }

    private void handOn() {
        if (prepared != null) {
            Portion<T> next = end(prepared);
            Position from = end(stored);
            stored = storing.submit(() -> store.apply(from, next));
            prepared = null;
        }
    }

    private static <V> V end(Future<V> work) {
        try {
            return work.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal(Refusal.Kind.UNAVAILABLE, "import-broke-off", "The server is stopping. What was read is stored; send the same"
                + " content under the same id again to go on.");
        }
    }

    /** What was taken is stored, unless what came before it failed, and all of it ends before somebody else goes on. */
    @Override
    public void close() {
        try {
            handOn();
        } catch (RuntimeException e) {
            LOG.debug("A portion behind one that failed is not stored", e);
        }
        preparing.shutdown();
        storing.shutdown();
        boolean interrupted = false;
        while (!preparing.isTerminated() || !storing.isTerminated()) {
            try {
                preparing.awaitTermination(1, TimeUnit.MINUTES);
                storing.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

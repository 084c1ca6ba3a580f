package org.openbeian.store.jdbc;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.After;
import org.junit.Test;

/** That acknowledged commits survive a kill is shown by {@link CrashTest}; here, who waits for whom. */
public class GroupCommitTest {

    private static final int FOLLOWERS = 4;

    private final GroupCommit group = new GroupCommit();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch go = new CountDownLatch(1);
    private final AtomicInteger flushes = new AtomicInteger();

    @After
    public void stop() {
        threads.shutdownNow();
    }

    @Test
    public void commitsMadeDuringAFlushShareTheNextOne() throws Exception {
        Future<?> first = commit(() -> { });
        begun.await();
        List<Future<?>> others = new ArrayList<>();
        for (int i = 0; i < FOLLOWERS; i++) {
            others.add(threads.submit(() -> {
                group.await(flushes::incrementAndGet);
                return null;
            }));
        }
        Await.until("all have committed", () -> group.waiting() == FOLLOWERS);
        assertEquals("the flush under way began before", 0, flushes.get());
        go.countDown();
        first.get(10, TimeUnit.SECONDS);
        for (Future<?> other : others) {
            other.get(10, TimeUnit.SECONDS);
        }
        assertEquals(1, flushes.get());
    }

    @Test
    public void aFlushThatFailsIsNotTakenForOneByOthers() throws Exception {
        Future<?> first = commit(() -> {
            throw new SQLException("disk full");
        });
        begun.await();
        Future<?> other = threads.submit(() -> {
            group.await(flushes::incrementAndGet);
            return null;
        });
        Await.until("it has committed", () -> group.waiting() == 1);
        go.countDown();
        assertThrows(ExecutionException.class, () -> first.get(10, TimeUnit.SECONDS));
        other.get(10, TimeUnit.SECONDS);
        assertEquals(1, flushes.get());
    }

    @Test
    public void anInterruptedThreadFlushesUndisturbedAndStaysInterrupted() throws SQLException {
        Thread.currentThread().interrupt();
        group.await(() -> assertFalse(Thread.currentThread().isInterrupted()));
        assertTrue(Thread.interrupted());
    }

    private Future<?> commit(GroupCommit.Flush end) {
        return threads.submit(() -> {
            group.await(() -> {
                begun.countDown();
                try {
                    go.await();
                } catch (InterruptedException e) {
                    throw new SQLException(e);
                }
                end.run();
            });
            return null;
        });
    }
}

package org.openbeian.core.plugin;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import org.junit.Test;

/** How many calls are let in, and when the next one is. */
public class BulkheadTest {

    @Test(timeout = 60_000)
    public void whoHasAnAnswerMayCallAtOnceAgain() throws Exception {
        try (Bulkhead bulkhead = new Bulkhead("quick", 1)) {
            for (int call = 0; call < 20_000; call++) {
                assertEquals("answer", bulkhead.submit(() -> "answer").get());
            }
        }
    }

    @Test(timeout = 60_000)
    public void aCallThatHangsKeepsItsPlaceAlsoWhenItIsGivenUp() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        try (Bulkhead bulkhead = new Bulkhead("slow", 2)) {
            Future<Object> hanging = bulkhead.submit(() -> {
                begun.countDown();
                while (end.getCount() > 0) {
                    Thread.onSpinWait();
                }
                return null;
            });
            assertEquals("other", bulkhead.submit(() -> "other").get());
            begun.await();
            hanging.cancel(true);
            Future<Object> second = bulkhead.submit(() -> {
                end.await();
                return "second";
            });
            assertThrows(RejectedExecutionException.class, () -> bulkhead.submit(() -> "third"));
            assertEquals(2, bulkhead.busy());
            end.countDown();
            assertEquals("second", second.get());
        }
    }

    @Test(timeout = 60_000)
    public void aCallThatFailsHangsOrSaysNothingIsAnError() throws Exception {
        try (Bulkhead bulkhead = new Bulkhead("waiting", 1)) {
            assertEquals("answer", bulkhead.call(() -> "answer", Duration.ofSeconds(50)));
            assertEquals("the call answered nothing", assertThrows(IOException.class, () -> bulkhead.call(() -> null,
                Duration.ofSeconds(50))).getMessage());
            assertEquals("the call failed with java.lang.IllegalStateException", assertThrows(IOException.class, () -> bulkhead.call(() -> {
                throw new IllegalStateException("names a person");
            }, Duration.ofSeconds(50))).getMessage());
            CountDownLatch end = new CountDownLatch(1);
            assertEquals("the call did not end in time", assertThrows(IOException.class, () -> bulkhead.call(() -> {
                end.await();
                return "late";
            }, Duration.ofMillis(1))).getMessage());
            end.countDown();
        }
    }

    @Test(timeout = 60_000)
    public void aCallGivenUpBeforeItBeganLeavesNoPlaceTaken() throws Exception {
        try (Bulkhead bulkhead = new Bulkhead("early", 1)) {
            for (int call = 0; call < 2_000; call++) {
                Future<?> given = bulkhead.submit(() -> null);
                given.cancel(false);
                while (bulkhead.busy() > 0) {
                    Thread.onSpinWait();
                }
            }
            assertEquals("answer", bulkhead.submit(() -> "answer").get());
        }
    }
}

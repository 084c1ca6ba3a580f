package org.openbeian.routes;

import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.MDC;

/** One thread that a channel may keep waiting; while it does, nothing more of that channel is accepted. Keeps the log's context. */
final class LimitedThreads extends ThreadPoolExecutor {

    private static final long SHORTLY_MILLIS = 500;

    LimitedThreads(String name) {
        super(0, 1, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
            Thread thread = new Thread(task, "openbeian-" + name);
            thread.setDaemon(true);
            return thread;
        }, LimitedThreads::waitShortly);
    }

    /** The thread may just be about to become free; a channel that hangs keeps it longer. */
    private static void waitShortly(Runnable task, ThreadPoolExecutor pool) {
        try {
            if (!pool.isShutdown() && pool.getQueue().offer(task, SHORTLY_MILLIS, TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new RejectedExecutionException("an earlier message has not come back yet");
    }

    @Override
    public void execute(Runnable task) {
        Map<String, String> context = MDC.getCopyOfContextMap();
        super.execute(() -> {
            MDC.setContextMap(context == null ? Map.of() : context);
            try {
                task.run();
            } finally {
                MDC.clear();
            }
        });
    }
}

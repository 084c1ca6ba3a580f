package org.openbeian.rest;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.servlet.AsyncContext;
import javax.servlet.AsyncEvent;
import javax.servlet.AsyncListener;
import javax.servlet.ServletOutputStream;
import javax.servlet.WriteListener;

/**
 * One open stream of server-sent events. Writing never blocks: what the client does not take waits in a bounded queue, and a
 * client that falls behind is cut off; it comes back with Last-Event-ID. Thread-safe.
 */
final class EventStream implements WriteListener, AsyncListener {

    private static final int MAX_QUEUED = 256;

    private final AsyncContext context;
    private final ServletOutputStream out;
    private final Runnable onClose;
    private final Runnable onTaken;
    private final Deque<byte[]> queue = new ArrayDeque<>();
    private boolean begun;
    private boolean closed;
    private boolean unflushed;

    /**
     * A stream on a request that was made asynchronous.
     *
     * @param onTaken run whenever the client has taken all that was sent
     * @param onClose run once, at the end
     */
    EventStream(AsyncContext context, Runnable onTaken, Runnable onClose) throws IOException {
        this.context = context;
        this.out = context.getResponse().getOutputStream();
        this.onTaken = onTaken;
        this.onClose = onClose;
    }

    void start() {
        context.addListener(this);
        out.setWriteListener(this);
    }

    synchronized void send(byte[] event) {
        if (closed) {
            return;
        }
        if (queue.size() >= MAX_QUEUED) {
            close();
            return;
        }
        queue.add(event);
        pump();
    }

    /** Whether the client has not taken all that was sent. */
    synchronized boolean isBehind() {
        return !queue.isEmpty();
    }

    @Override
    public synchronized void onWritePossible() {
        begun = true;
        pump();
    }

    private void pump() {
        try {
            while (begun && !closed && out.isReady()) {
                byte[] event = queue.poll();
                if (event != null) {
                    out.write(event);
                    unflushed = true;
                } else if (unflushed) {
                    out.flush();
                    unflushed = false;
                } else {
                    onTaken.run();
                    return;
                }
            }
        } catch (IOException e) {
            close();
        }
    }

    synchronized void close() {
        if (!closed) {
            closed = true;
            queue.clear();
            onClose.run();
            context.complete();
        }
    }

    @Override
    public void onError(Throwable problem) {
        close();
    }

    @Override
    public synchronized void onComplete(AsyncEvent event) {
        if (!closed) {
            closed = true;
            onClose.run();
        }
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        close();
    }

    @Override
    public void onError(AsyncEvent event) {
        close();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // this stream never starts another one
    }
}

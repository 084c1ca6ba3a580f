package org.openbeian.aftercare.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The DevTools protocol over a pipe: JSON, each message ended by a zero byte. A browser that sends what is no message, or one that is too
 * long, is no longer listened to. Used by one thread; another one of its own reads.
 */
final class DevTools {

    private static final int WAITING = 1000;

    private final ObjectMapper json = new ObjectMapper();
    private final OutputStream out;
    private final BlockingQueue<JsonNode> messages = new ArrayBlockingQueue<>(WAITING);
    private final Thread reader;
    private volatile boolean tooLong;
    private int last;

    /**
     * Begins to listen.
     *
     * @param mostBytes longest message that is read
     */
    DevTools(InputStream in, OutputStream out, int mostBytes) {
        this.out = out;
        this.reader = new Thread(() -> listen(new BufferedInputStream(in), mostBytes), "openbeian-browser-pipe");
        reader.setDaemon(true);
        reader.start();
    }

    private void listen(InputStream in, int mostBytes) {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        try {
            for (int next = in.read(); next >= 0; next = in.read()) {
                if (next != 0) {
                    message.write(next);
                } else {
                    messages.put(json.readTree(message.toByteArray()));
                    message.reset();
                }
                if (message.size() > mostBytes) {
                    tooLong = true;
                    break;
                }
            }
            messages.put(MissingNode.getInstance());
        } catch (IOException broken) {
            messages.offer(MissingNode.getInstance());
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stops listening. */
    void close() {
        reader.interrupt();
    }

    /** Whether a message came that was longer than may be. */
    boolean isTooLong() {
        return tooLong;
    }

    /** The parameters of a call, to be filled. */
    ObjectNode parameters() {
        return json.createObjectNode();
    }

    /**
     * Sends a call.
     *
     * @param session the page that it is for, or null for the browser
     * @return the id that its answer has
     */
    int send(String session, String method, ObjectNode parameters) throws IOException {
        ObjectNode call = json.createObjectNode().put("id", ++last).put("method", method);
        call.set("params", parameters);
        if (session != null) {
            call.put("sessionId", session);
        }
        out.write(json.writeValueAsBytes(call));
        out.write(0);
        out.flush();
        return last;
    }

    /**
     * The next message.
     *
     * @return null when none came in time; a missing node when no more can come
     */
    JsonNode next(long millis) throws InterruptedException {
        return messages.poll(millis, TimeUnit.MILLISECONDS);
    }
}

package org.openbeian.contract.kit;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.After;
import org.junit.Test;
import org.openbeian.api.channel.DeliveryResult;
import org.openbeian.api.channel.DeliveryResult.Status;
import org.openbeian.api.channel.OutgoingMessage;
import org.openbeian.api.channel.OutgoingMessage.Extras;
import org.openbeian.api.http.OutgoingFailure;
import org.openbeian.api.http.OutgoingHttp;
import org.openbeian.api.model.LocalizedText;

/**
 * What robots of chat services have in common: a text as JSON, cut to what they take, answered with HTTP 200 and an {@code errcode}.
 * A test of a channel extends it.
 */
public abstract class RobotContract {

    /** The service. */
    protected final LoopbackServer server =
        new LoopbackServer(call -> new LoopbackServer.Reply(200, "{\"errcode\":0,\"errmsg\":\"ok\"}"));

    /** Sends a message to the robot by way of an HTTP client. */
    protected abstract DeliveryResult send(OutgoingHttp http, OutgoingMessage message);

    /** The longest text that the robot takes, in bytes. */
    protected abstract int mostBytes();

    /** Codes that say that the robot is gone or lets nothing of ours pass. */
    protected abstract int[] gone();

    /** Codes that say what is wrong with the one message. */
    protected abstract int[] refusals();

    /** Codes of limits, which pass and say nothing against the robot. */
    protected abstract int[] limits();

    /** Ends the service. */
    @After
    public final void stop() {
        server.close();
    }

    /** Sends a text to the service. */
    protected final DeliveryResult send(String text, String language) {
        return send(new LoopbackHttp(server.port()), message(text, language));
    }

    private static OutgoingMessage message(String text, String language) {
        return new OutgoingMessage("key-1", "received", "order-1", "alice", "e1", new LocalizedText("标题", "subject"),
            new LocalizedText(text, "text"), Instant.EPOCH, new Extras(language, Map.of(), null, null));
    }

    @Test
    public void aMessageIsOneTextInTheChosenLanguageThatEndsTheSameOnEveryRepeat() {
        assertEquals(Status.ACCEPTED, send("<b>\"甲\"</b>", null).status());
        String first = server.last().text();
        assertTrue(first, first.contains("\"msgtype\":\"text\"") && first.contains("标题") && first.contains("#"));
        send("<b>\"甲\"</b>", null);
        assertEquals(first, server.last().text());
        send("甲", "en");
        assertTrue(server.last().text(), server.last().text().contains("subject\\ntext"));
    }

    @Test
    public void aLongTextIsCutToWhatTheRobotTakes() {
        send("备".repeat(10_000), null);
        int length = server.last().text().getBytes(StandardCharsets.UTF_8).length;
        assertTrue("with what stands around it: " + length, length > mostBytes() - 10 && length < mostBytes() + 100);
    }

    @Test
    public void eachClassOfAnswersIsJudged() {
        for (int code : gone()) {
            assertEquals("errcode " + code, Status.GONE, answered(200, "{\"errcode\":" + code + ",\"errmsg\":\"x\"}").status());
        }
        for (int code : refusals()) {
            assertEquals("errcode " + code, Status.REFUSED, answered(200, "{\"errcode\":" + code + ",\"errmsg\":\"x\"}").status());
        }
        for (int code : limits()) {
            assertEquals(DeliveryResult.busy("errcode " + code), answered(200, "{\"errcode\":" + code + ",\"errmsg\":\"x\"}"));
        }
        assertEquals("what is not documented must not keep a dead robot in use for ever", DeliveryResult.retryLater("errcode 99999"),
            answered(200, "{\"errcode\":99999,\"errmsg\":\"x\"}"));
        assertEquals(DeliveryResult.retryLater("HTTP 502"), answered(502, "bad gateway"));
        assertEquals(Status.RETRY_LATER, answered(302, "").status());
        for (String lie : new String[] {"", "<html>", "[]", "{}", "{\"errcode\":\"x\"}", "{\"errcode\":{}}"}) {
            assertEquals(lie, Status.RETRY_LATER, answered(200, lie).status());
        }
        assertEquals("an answer without end", Status.RETRY_LATER, answered(200, "{\"errcode\":0}" + " ".repeat(70_000)).status());
        assertEquals("closed without an answer", Status.RETRY_LATER, answered(0, "").status());
        server.answer(call -> new LoopbackServer.Reply(200, "{\"errcode\":0}", 4000));
        assertEquals("slow", Status.RETRY_LATER, send("甲", null).status());
        server.close();
        assertEquals("away", Status.RETRY_LATER, send("甲", null).status());
        assertEquals("what the operator allows may not be known yet", Status.RETRY_LATER, send(request -> {
            throw new OutgoingFailure(OutgoingFailure.Why.REFUSED, "not called", null);
        }, message("甲", null)).status());
    }

    private DeliveryResult answered(int status, String body) {
        server.answer(status, body);
        return send("甲", null);
    }
}

package org.openbeian.channel.webhook;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.After;
import org.junit.Test;
import org.openbeian.api.channel.DeliveryResult;
import org.openbeian.api.channel.DeliveryResult.Status;
import org.openbeian.api.channel.Endpoints.Target;
import org.openbeian.api.channel.OutgoingMessage;
import org.openbeian.api.channel.OutgoingMessage.Extras;
import org.openbeian.api.http.OutgoingFailure;
import org.openbeian.api.http.OutgoingHttp;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.contract.kit.LoopbackHttp;
import org.openbeian.contract.kit.LoopbackServer;
import org.openbeian.testkit.Requirement;

@Requirement("A-108")
public class CallerTest {

    private static final String SECRET = "a-secret-of-the-account";
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Instant NOW = Instant.parse("2026-11-22T07:00:00Z");

    private final LoopbackServer server = new LoopbackServer(call -> new LoopbackServer.Reply(200, "ok"));
    private final Caller caller = new Caller(new LoopbackHttp(server.port()), PATIENCE, 65_536, Clock.fixed(NOW, ZoneOffset.UTC));
    private final Target target = new Target(URI.create("https://hooks.example.com/in?x=1"), SECRET);

    @After
    public void stop() {
        server.close();
    }

    @Test
    public void theReceiverCanCheckTheSignatureAndTheTime() {
        assertEquals(Status.DELIVERED, caller.call(target, message("key-1", "{\"a\":\"备案\"}")).status());
        LoopbackServer.Call call = server.last();
        assertEquals("/in?x=1", call.path());
        assertEquals("{\"a\":\"备案\"}", call.text());
        assertEquals("key-1", call.headers().get("webhook-id"));
        assertEquals(Long.toString(NOW.getEpochSecond()), call.headers().get("webhook-timestamp"));
        assertEquals("v1," + Caller.sign(SECRET, "key-1", call.headers().get("webhook-timestamp"), call.body()),
            call.headers().get("webhook-signature"));
        assertNotEquals("another time has another signature", call.headers().get("webhook-signature"),
            "v1," + Caller.sign(SECRET, "key-1", "1", call.body()));
        caller.call(target, message("key-1", "{\"a\":\"备案\"}"));
        assertEquals("a repeat carries the same id", "key-1", server.last().headers().get("webhook-id"));
    }

    @Test
    public void theSignatureIsWhatOpensslComputes() {
        assertEquals("0SthC3kz+KZe/GGQUr8KJgWGej3GnBjhAe66s1jQSdQ=", Caller.sign("0123456789abcdef0123456789abcdef", "msg_1", "1600000000",
            "{}".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    public void everythingButSuccessIsTriedAgainUntilTheEndpointSaysThatItIsGone() {
        for (int status : new int[] {400, 401, 404, 408, 429, 500, 503}) {
            server.answer(status, "no");
            assertEquals(DeliveryResult.retryLater("HTTP " + status), caller.call(target, message("k", "{}")));
        }
        server.answer(204, "");
        assertEquals(Status.DELIVERED, caller.call(target, message("k", "{}")).status());
        server.answer(410, "");
        assertEquals(Status.GONE, caller.call(target, message("k", "{}")).status());
    }

    @Test
    public void redirectsAreNotFollowed() {
        server.answer(302, "");
        int before = server.calls().size();
        DeliveryResult result = caller.call(target, message("k", "{}"));
        assertEquals(Status.RETRY_LATER, result.status());
        assertTrue(result.detail(), result.detail().contains("redirects are not followed"));
        assertEquals(before + 1, server.calls().size());
        List<OutgoingHttp.Request> asked = new ArrayList<>();
        new Caller(request -> {
            asked.add(request);
            return new OutgoingHttp.Answer(200, request.address(), Map.of(), new byte[0]);
        }, PATIENCE, 65_536, Clock.systemUTC()).call(target, message("k", "{}"));
        assertEquals("nor are any asked for", List.of("POST 0"), asked.stream().map(one -> one.method() + " " + one.redirects()).toList());
    }

    @Test
    public void hugeAnswersSlowServersAndBrokenConnectionsAreFailuresOfTheEndpoint() {
        server.answer(200, "x".repeat(70_000));
        assertEquals(Status.RETRY_LATER, caller.call(target, message("k", "{}")).status());
        server.answer(call -> new LoopbackServer.Reply(200, "late", 4000));
        assertEquals(Status.RETRY_LATER, caller.call(target, message("k", "{}")).status());
        server.answer(0, "");
        assertEquals(Status.RETRY_LATER, caller.call(target, message("k", "{}")).status());
        server.close();
        assertEquals(Status.RETRY_LATER, caller.call(target, message("k", "{}")).status());
    }

    @Test
    public void anAddressThatMayNotBeCalledIsTriedAgainAsTheOperatorMayAllowIt() {
        Caller strict = new Caller(request -> {
            throw new OutgoingFailure(OutgoingFailure.Why.REFUSED, "not called: the name stands for an address that is not public", null);
        }, PATIENCE, 65_536, Clock.systemUTC());
        DeliveryResult result = strict.call(new Target(URI.create("http://127.0.0.1/"), SECRET), message("k", "{}"));
        assertEquals(Status.RETRY_LATER, result.status());
        assertFalse(result.detail(), result.detail().contains(SECRET));
    }

    private static OutgoingMessage message(String key, String payload) {
        LocalizedText text = new LocalizedText("文", "text");
        return new OutgoingMessage(key, "received", "order-1", "alice", "e1", text, text, NOW, new Extras(null, Map.of(), payload, null));
    }
}

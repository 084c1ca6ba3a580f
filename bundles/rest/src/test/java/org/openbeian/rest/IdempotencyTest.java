package org.openbeian.rest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.openbeian.api.order.Refusal;
import org.openbeian.rest.TestServer.Reply;

public class IdempotencyTest {

    private static final String FIRST = "{\"type\":\"FIRST\"}";

    private TestServer server;

    @Before
    public void start() throws Exception {
        server = new TestServer();
    }

    @After
    public void stop() {
        server.close();
    }

    @Test
    public void theSameRequestActsOnceAndIsAnsweredTheSame() {
        Reply first = create("key-1", FIRST);
        Reply second = create("key-1", FIRST);
        assertEquals(1, server.orders.changes.get());
        assertNull(first.header(OnceInvoker.REPLAYED));
        assertEquals("true", second.header(OnceInvoker.REPLAYED));
        assertEquals(201, second.status());
        assertEquals(first.text(), second.text());
        assertEquals(first.header("Location"), second.header("Location"));
        assertEquals(first.header("ETag"), second.header("ETag"));
        assertEquals(first.header("Content-Type"), second.header("Content-Type"));
    }

    @Test
    public void anotherBodyUnderTheSameKeyIsRefused() {
        create("key-1", FIRST);
        Reply reply = create("key-1", "{\"type\":\"ACCESS\"}");
        assertEquals(reply.text(), 422, reply.status());
        assertEquals("idempotency-key-reused", reply.json().get("code").asText());
        assertEquals(1, server.orders.changes.get());
    }

    @Test
    public void aKeyBelongsToOneAccountAndOneAddress() {
        create("key-1", FIRST);
        assertEquals(201, server.json("bob", "POST", "/orders", FIRST, OnceInvoker.KEY, "key-1").status());
        Reply elsewhere = server.json("anna", "POST", "/orders/order-1/submission", "{\"consents\":[]}", OnceInvoker.KEY,
                "key-1", "If-Match", "*");
        assertEquals("idempotency-key-reused", elsewhere.json().get("code").asText());
    }

    @Test
    public void aRefusedRequestLeavesItsKeyFree() {
        server.orders.next = new Refusal(Refusal.Kind.WRONG_STATE, "not-now", "not now");
        assertEquals(409, create("key-1", FIRST).status());
        assertEquals(0, server.orders.changes.get());
        assertEquals(201, create("key-1", FIRST).status());
    }

    @Test
    public void anAnswerWithoutBodyIsKeptToo() {
        server.stores.messages.put(1L, FakeStores.message(1, "anna"));
        for (int i = 0; i < 2; i++) {
            Reply reply = server.send("anna", "POST", "/inbox/1/read", OnceInvoker.KEY, "key-2");
            assertEquals(reply.text(), 204, reply.status());
            assertEquals(i == 0 ? null : "true", reply.header(OnceInvoker.REPLAYED));
        }
    }

    @Test
    public void afterADayTheKeyIsForgotten() {
        create("key-1", FIRST);
        server.services.realTime = Clock.offset(Clock.systemUTC(), Duration.ofHours(25));
        server.stores.idempotency.answers.clear();
        Reply later = create("key-1", FIRST);
        assertEquals("order-2", later.json().get("id").asText());
    }

    @Test
    public void keysAreKeptByTheMachinesTimeAndNoJumpOfTheServersForgetsThem() {
        Instant before = Instant.now();
        create("key-1", FIRST);
        Instant reserved = server.stores.idempotency.reserved.get("anna key-1");
        assertFalse(reserved.isBefore(before) || reserved.isAfter(Instant.now()));
    }

    @Test
    public void manyAtOnceActOnce() {
        List<CompletableFuture<Reply>> replies = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            replies.add(CompletableFuture.supplyAsync(() -> create("key-1", FIRST)));
        }
        for (CompletableFuture<Reply> reply : replies) {
            assertEquals(201, reply.join().status());
            assertEquals("order-1", reply.join().json().get("id").asText());
        }
        assertEquals(1, server.orders.changes.get());
    }

    @Test
    public void withoutKeyEveryRequestActs() {
        String first = server.json("anna", "POST", "/orders", FIRST).text();
        assertNotEquals(first, server.json("anna", "POST", "/orders", FIRST).text());
    }

    @Test
    public void aKeyThatCannotBeKeptIsRefused() {
        assertEquals(400, create("x".repeat(201), FIRST).status());
        assertEquals(400, create("a b", FIRST).status());
        assertEquals(0, server.orders.changes.get());
    }

    private Reply create(String key, String body) {
        return server.json("anna", "POST", "/orders", body, OnceInvoker.KEY, key);
    }
}

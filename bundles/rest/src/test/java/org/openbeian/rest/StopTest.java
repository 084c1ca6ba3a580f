package org.openbeian.rest;

import static org.junit.Assert.assertEquals;

import java.lang.reflect.Proxy;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.openbeian.api.order.Orders;
import org.openbeian.rest.TestServer.Reply;

public class StopTest {

    private TestServer server;

    @Before
    public void start() throws Exception {
        server = new TestServer();
    }

    @After
    public void close() {
        server.close();
    }

    @Test(timeout = 30_000)
    public void whoIsInsideEndsAndWhoComesLaterIsToldToComeAgain() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        server.services.put(Orders.class, (Orders) Proxy.newProxyInstance(Orders.class.getClassLoader(), new Class<?>[] {Orders.class},
            (proxy, method, arguments) -> {
                inside.countDown();
                go.await();
                return method.invoke(server.orders, arguments);
            }));
        CompletableFuture<Reply> slow = CompletableFuture.supplyAsync(
            () -> server.json("anna", "POST", "/orders", "{\"type\":\"FIRST\"}"));
        inside.await();
        CompletableFuture<Void> stop = CompletableFuture.runAsync(server::stopRest);
        Reply late;
        do {
            late = server.send("anna", "GET", "/openapi.json");
        } while (late.status() == 200);
        assertEquals(late.text(), 503, late.status());
        assertEquals("2", late.header("Retry-After"));
        assertEquals("stopping", late.json().get("code").asText());
        go.countDown();
        assertEquals(201, slow.join().status());
        stop.join();
        assertEquals(503, server.send("anna", "GET", "/openapi.json").status());
    }

    @Test
    public void theContainerTakingTheServletAwayCutsNobodyOff() {
        server.rest.destroy();
        assertEquals(200, server.send("anna", "GET", "/openapi.json").status());
    }
}

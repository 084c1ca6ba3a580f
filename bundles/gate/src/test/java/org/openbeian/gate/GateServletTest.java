package org.openbeian.gate;

import static org.junit.Assert.assertEquals;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;
import org.openbeian.api.gate.GateState;
import org.openbeian.api.security.Accounts;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Role;

/** What is answered over HTTP to those who keep a copy. */
public class GateServletTest {

    private final FakeExchange exchange = new FakeExchange();
    private final FakeGateStore store = new FakeGateStore();
    private final MemoryGate gate = new MemoryGate(store, MemoryGateTest.settings(), () -> 1_000_000_000L, null);
    private final GateServlet servlet = new GateServlet(gate, null, store, new Accounts() {

        @Override
        public Optional<Actor> authenticate(String name, char[] password, String address) {
            return Optional.of(new Actor(name, Set.of(Role.INTEGRATOR), address));
        }

        @Override
        public Optional<Actor> actor(String name, String address) {
            return Optional.empty();
        }

        @Override
        public Optional<String> email(String account) {
            return Optional.empty();
        }
    }, MemoryGateTest.settings());

    @Before
    public void twoChanges() {
        store.set(2, "two.com", GateState.FILED);
        store.set(3, "three.com", GateState.ISOLATED);
        gate.refresh();
    }

    @Test
    public void whoKeepsACopyIsToldWhatChangedSince() throws Exception {
        assertEquals("{\"position\":3,\"reset\":false,\"changes\":[{\"key\":\"three.com\",\"decision\":\"BLOCK\","
            + "\"reason\":\"isolated\"}]}", changes("2"));
        assertEquals("{\"position\":3,\"reset\":false,\"changes\":[]}", changes("3"));
    }

    /** After a restored backup the numbers begin again behind those that were given: nothing would ever be told of what changed. */
    @Test
    public void whoIsAheadOfTheStoreBeginsAnew() throws Exception {
        assertEquals("{\"position\":3,\"reset\":true,\"changes\":[]}", changes("9"));
    }

    /** Another node may lag behind the one that gave the position. */
    @Test
    public void whoIsAheadOfTheNodeAloneWaits() throws Exception {
        store.set(4, "four.com", GateState.FILED);
        assertEquals("{\"position\":3,\"reset\":false,\"changes\":[]}", changes("4"));
    }

    private String changes(String after) throws Exception {
        servlet.service(exchange.request(Map.of("getMethod", "GET", "getPathInfo", "/changes", "getHeader", "Basic YTpi",
            "getRemoteAddr", "192.0.2.1"), Map.of("after", after)), exchange.response());
        return exchange.body();
    }
}

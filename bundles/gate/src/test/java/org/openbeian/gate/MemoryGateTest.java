package org.openbeian.gate;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.Test;
import org.openbeian.api.gate.GateAnswer;
import org.openbeian.api.gate.GateDecision;
import org.openbeian.api.gate.GateState;
import org.openbeian.api.store.StoreUnavailable;
import org.openbeian.testkit.Requirement;

/** What the gate says: the matrix of access while filing, hosts of every kind, and how it follows the store. */
public class MemoryGateTest {

    private final FakeGateStore store = new FakeGateStore();
    private final AtomicLong nanos = new AtomicLong();
    private final MemoryGate gate = new MemoryGate(store, settings(), nanos::get, null);

    @Test
    @Requirement({"W-03", "Q-37", "Q-38", "Q-39", "Q-03", "E-05", "E-14", "E-15", "E-17", "A-04", "W-18", "W-25", "W-26", "Q-06"})
    public void eachRowOfTheMatrixHasItsAnswer() {
        store.states.put("approved.com", GateState.FILED);
        store.states.put("first.com", GateState.FIRST_FILING);
        store.states.put("moving.com", GateState.ACCESS_FILING);
        store.states.put("added.com", GateState.ADDED_BY_CHANGE);
        store.states.put("cancelled.com", GateState.CANCELLED);
        store.states.put("left.com", GateState.ACCESS_CANCELLED);
        store.states.put("noticed.com", GateState.NOTICE_EXPIRED);
        store.states.put("isolated.com", GateState.ISOLATED);
        store.states.put("app:粤icp备1号-1a", GateState.FILED);
        store.states.put("app:粤icp备1号-3a", GateState.ACCESS_CANCELLED);
        store.states.put("app:出行 Go", GateState.FIRST_FILING);
        store.states.put("app:粤icp备1号-4a", GateState.CANCELLED);
        gate.refresh();
        assertEquals(List.of("ALLOW filed", "BLOCK filing-under-way", "BLOCK access-under-way", "BLOCK added-by-change",
            "BLOCK cancelled", "BLOCK access-cancelled", "BLOCK notice-expired", "BLOCK isolated", "BLOCK not-accessed-here"),
            ask("approved.com", "first.com", "moving.com", "added.com", "cancelled.com", "left.com", "noticed.com", "isolated.com",
                "elsewhere.com"));
        assertEquals(Arrays.asList(null, "grant", "grant", "grant", "filing", "access", "filing", "filing", "filing"),
            Stream.of("approved.com", "first.com", "moving.com", "added.com", "cancelled.com", "left.com", "noticed.com", "isolated.com",
                "elsewhere.com").map(host -> gate.host(host).until()).toList());
        assertEquals(List.of("access-cancelled", "cancelled", "not-accessed-here"), Stream.of("粤ICP备1号-3A", "粤ICP备1号-4A",
            "粤ICP备1号-5A").map(number -> gate.app(number).reason()).toList());
        assertEquals(GateDecision.ALLOW, gate.app(" 粤ICP备1号-1A ").decision());
        assertEquals(GateDecision.BLOCK, gate.app("粤ICP备1号-2A").decision());
        assertEquals(GateDecision.UNKNOWN, gate.app(null).decision());
        assertEquals("it has no number yet", "BLOCK filing-under-way grant", gate.app(" 出行 Go ").decision() + " "
            + gate.app("出行 Go").reason() + " " + gate.app("出行 Go").until());
        assertEquals("UNKNOWN app-number", gate.app("别的").decision() + " " + gate.app("别的").reason());
    }

    @Test
    @Requirement({"W-22", "E-25", "Q-25"})
    public void aHostRidesOnItsRegistrableDomain() {
        store.states.put("example.com.cn", GateState.FILED);
        store.states.put("xn--fsq092h.xn--fiqs8s", GateState.FILED);
        gate.refresh();
        assertEquals(List.of("ALLOW filed", "ALLOW filed", "ALLOW filed", "ALLOW filed", "ALLOW filed"),
            ask("example.com.cn", "A.B.Example.Com.CN.", "www.example.com.cn:8443", "www.示例.中国", "xn--fsq092h.xn--fiqs8s"));
        assertEquals("example.com.cn", gate.host("a.example.com.cn").unit());
        assertEquals(List.of("BLOCK not-accessed-here", "BLOCK not-accessed-here"), ask("badexample.com.cn", "example.com"));
    }

    @Test
    @Requirement({"Q-21", "Q-23", "E-36", "E-37"})
    public void aGovernmentSubDomainNeedsItsOwnFiling() {
        store.states.put("shenzhen.gov.cn", GateState.FILED);
        store.states.put("zwfw.shenzhen.gov.cn", GateState.FILED);
        gate.refresh();
        assertEquals(List.of("ALLOW filed", "ALLOW filed", "ALLOW filed", "BLOCK not-accessed-here"),
            ask("shenzhen.gov.cn", "www.shenzhen.gov.cn", "zwfw.shenzhen.gov.cn", "other.shenzhen.gov.cn"));
    }

    @Test
    public void whatIsNoHostIsNeverOpen() {
        store.states.put("com.cn", GateState.FILED);
        store.states.put("example.com", GateState.FILED);
        store.states.put("nonsense", GateState.FILED);
        gate.refresh();
        assertEquals(List.of("UNKNOWN empty", "UNKNOWN empty", "UNKNOWN public-suffix", "UNKNOWN public-suffix", "UNKNOWN address",
            "UNKNOWN address", "UNKNOWN address", "UNKNOWN address", "UNKNOWN malformed", "UNKNOWN malformed", "UNKNOWN malformed",
            "UNKNOWN malformed", "UNKNOWN malformed", "UNKNOWN malformed", "UNKNOWN malformed", "UNKNOWN address"),
            ask("", " ", "com.cn", "com", "119.29.29.29", "[240e::1]:443", "0x7f000001", "127.1", "my_site.example.com",
                "http://example.com", ".example.com", "-a.example.com", "a".repeat(64) + ".example.com", "a.".repeat(130) + "example.com",
                "[]", "0X7F.1:80"));
        for (String host : List.of("x.com.cn", "nonsense", "example.com/", "a..example.com", "a-.example.com", "ab--c.example.com",
                "example.com\u0000")) {
            assertFalse(host, gate.isOpen(host));
        }
        assertArrayEquals(new boolean[] {false, true, true, false, false},
            gate.areOpen(Arrays.asList(null, "example.com", "www.Example.com:443", "com.cn", "elsewhere.com")));
        assertFalse(gate.isOpen(null));
        assertTrue(gate.isOpen("WWW.example.com"));
        assertEquals(GateDecision.UNKNOWN, gate.host(null).decision());
    }

    @Test
    public void itFollowsChangesAlsoLateOnes() {
        store.set(10, "a.com", GateState.FILED);
        gate.refresh();
        store.set(11, "b.com", GateState.FILED);
        store.set(13, "a.com", GateState.NONE);
        gate.refresh();
        assertEquals(List.of("BLOCK not-accessed-here", "ALLOW filed", "BLOCK not-accessed-here"), ask("a.com", "b.com", "c.com"));
        assertEquals("whoever copies waits for number 12", 11, gate.position());
        store.set(12, "c.com", GateState.FILED);
        gate.refresh();
        assertEquals(List.of("ALLOW filed"), ask("c.com"));
        assertEquals(13, gate.position());
        store.set(15, "d.com", GateState.FILED);
        gate.refresh();
        nanos.addAndGet(61_000_000_000L);
        gate.refresh();
        assertEquals("14 never comes", 15, gate.position());
    }

    @Test
    public void whatItCannotFollowItDoesNotKnow() {
        assertEquals(List.of("UNKNOWN not-current"), ask("example.com"));
        store.states.put("example.com", GateState.FILED);
        gate.refresh();
        assertTrue(gate.isOpen("example.com"));
        store.away = true;
        assertThrows(StoreUnavailable.class, gate::refresh);
        assertTrue("for a while it answers from what it knows", gate.isOpen("example.com"));
        nanos.addAndGet(31_000_000_000L);
        gate.watch();
        assertEquals(List.of("UNKNOWN not-current"), ask("example.com"));
        store.away = false;
        gate.refresh();
        assertEquals(List.of("ALLOW filed"), ask("example.com"));
    }

    /** What it says of hosts; the quick way says the same. */
    private List<String> ask(String... hosts) {
        return List.of(hosts).stream().map(host -> {
            GateAnswer answer = gate.host(host);
            assertEquals(host, answer.decision() == GateDecision.ALLOW, gate.isOpen(host));
            assertFalse(answer.text().zh().isBlank() || answer.text().en().isBlank());
            return answer.decision() + " " + answer.reason();
        }).toList();
    }

    static GateSettings settings() {
        return new GateSettings((GateConfig) Proxy.newProxyInstance(GateConfig.class.getClassLoader(), new Class<?>[] {GateConfig.class},
            (proxy, method, arguments) -> method.getDefaultValue()));
    }
}

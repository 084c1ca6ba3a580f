package org.openbeian.gate;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.Test;
import org.openbeian.core.identifier.HostName;
import org.openbeian.testkit.Requirement;

/** The index against a map. */
public class DomainIndexTest {

    private final DomainIndex index = new DomainIndex();
    private final Random random = new Random(7);

    @Test
    @Requirement("W-18")
    public void itSaysWhatAMapSaysAfterManyChanges() {
        Map<String, Integer> map = new HashMap<>();
        for (int i = 0; i < 300_000; i++) {
            String key = "d" + random.nextInt(60_000) + (random.nextBoolean() ? ".com" : ".com.cn");
            int state = random.nextInt(4);
            index.put(key, state);
            map.put(key, state);
            if (i == 150_000) {
                index.trim();
            }
        }
        map.forEach((key, state) -> assertEquals(key, (int) state, index.get(key)));
        for (int i = 0; i < 60_000; i++) {
            assertEquals(0, index.get("d" + i + ".net"));
        }
        index.trim();
        assertEquals(map.values().stream().filter(state -> state != 0).count(), index.size());
        map.forEach((key, state) -> assertEquals(key, (int) state, index.get(key)));
    }

    @Test
    public void itIsSmall() {
        for (int i = 0; i < 200_000; i++) {
            index.put("example-" + i + ".com", 1);
        }
        index.trim();
        assertTrue(index.bytes() / 200_000.0 + " bytes a domain of 18 characters", index.bytes() < 200_000 * 32L);
    }

    @Test
    public void aHostIsOpenUnderAnOpenDomainOnly() {
        index.put("example.com", 1);
        index.put("pending.com", 2);
        index.put("app.pending.com", 1);
        assertEquals(List.of(1, 1, 1, 0, 0, 0, 2, 2, 1, 1), states("example.com", "WWW.Example.COM", "a.b.example.com", "xexample.com",
            "example.com.cn", "com", "pending.com", "www.pending.com", "app.pending.com", "x.app.pending.com"));
    }

    /** Hosts of few labels of few characters, so that they meet, and some that are none. */
    private String host() {
        String[] labels = {"a", "b1", "shop", "x-y", "-z", "a_b", "WWW", "www", "com", "cn", "gov", "a--b", "", "averyverylongname", "7",
            "é", "ａ", "\u0161hop", "xn--fiq228c", "b1\u0000"};
        StringBuilder host = new StringBuilder(labels[random.nextInt(labels.length)]);
        for (int i = random.nextInt(4); i > 0; i--) {
            host.append('.').append(labels[random.nextInt(random.nextInt(4) == 0 ? labels.length : 6)]);
        }
        return host.append(random.nextInt(3) == 0 ? "" : List.of(".com", ".com.cn", ".gov.cn", ".net", ".", ":80").get(random.nextInt(6)))
            .toString();
    }

    @Test
    @Requirement("W-18")
    public void everyHostHasTheStateThatAMapHasOfItsDomains() {
        Map<String, Integer> map = new HashMap<>();
        for (int i = 0; i < 3_000; i++) {
            HostName name = HostName.of(host());
            if (name.kind() == HostName.Kind.NAME) {
                int state = random.nextInt(4);
                index.put(name.name().ascii(), state);
                map.put(name.name().ascii(), state);
            }
        }
        List<String> hosts = Stream.generate(this::host).limit(40_000).toList();
        int[] together = new int[hosts.size()];
        index.getUnder(hosts, together);
        int read = 0;
        for (int i = 0; i < together.length; i++) {
            String host = hosts.get(i);
            int state = index.getUnder(host);
            assertEquals(host, state, together[i]);
            if (state >= 0) {
                read++;
                assertTrue(host, HostName.of(host).kind() == HostName.Kind.NAME || HostName.of(host).kind() == HostName.Kind.SUFFIX);
                assertEquals(host, under(host.toLowerCase(Locale.ROOT), map), state);
            }
        }
        assertTrue(read + " were read", read > 5_000);
    }

    private static int under(String host, Map<String, Integer> map) {
        int first = 0;
        for (int dot = host.lastIndexOf('.'); dot > 0;) {
            dot = host.lastIndexOf('.', dot - 1);
            int state = map.getOrDefault(host.substring(dot + 1), 0);
            if (state == 1) {
                return state;
            }
            first = first == 0 ? state : first;
        }
        return first;
    }

    @Test
    public void aNameIsKnownAtEachLength() {
        for (int length = 1; length <= 246; length++) {
            String name = "abcdefghi0".repeat(25).substring(0, Math.min(60, length)) + ".abcdefghij".repeat(20).substring(0,
                Math.max(0, length - 60));
            if (name.endsWith(".")) {
                continue;
            }
            DomainIndex alone = new DomainIndex();
            String host = name + ".com";
            assertEquals(0, alone.getUnder(host));
            alone.put(host, 1);
            assertEquals(host, 1, alone.getUnder(host));
            assertEquals(host, 1, alone.getUnder(host.toUpperCase(Locale.ROOT)));
            assertEquals(host, 0, alone.getUnder("y" + host));
            assertEquals(host, 0, alone.getUnder(host + ".cn"));
            assertEquals(host, 0, alone.getUnder("z" + host.substring(1)));
        }
    }

    @Test
    public void whatIsNoPlainHostIsReadAtLeisure() {
        index.put("shop.com", 1);
        for (String host : List.of("shop.com.", "shop.com:80", " shop.com", "\u0161hop.com", "shop\u002ecom\u0000", "sho\u0010.com",
                "\u0013hop.com", "_shop.com", "a..shop.com", ".shop.com", "-a.shop.com", "a-.shop.com", "\u4e2d.shop.com",
                "xn--a.shop.com", "www.gov.cn", "beijing.gov.cn", "WWW.Beijing.GOV.CN", "127.0.0.1", "1.2.3.4567", "", "shop\u00aecom")) {
            assertEquals(host, -1, index.getUnder(host));
            int[] states = new int[1];
            index.getUnder(List.of(host), states);
            assertEquals(host, -1, states[0]);
        }
    }

    /** A host that is looked up before its signs are judged is taken for no other. */
    @Test
    @Requirement("W-18")
    public void noOtherSignsStandForThoseOfADomain() {
        for (String name : List.of("sh0p-az.", "sh0paz.", "az09shopaz.")) {
            DomainIndex alone = new DomainIndex();
            String domain = name + "com";
            alone.put(domain, 1);
            assertEquals(1, alone.getUnder(domain.toUpperCase(Locale.ROOT)));
            for (int i = 0; i < domain.length(); i++) {
                for (char c = 0; c < 0x3000; c++) {
                    String host = domain.substring(0, i) + c + domain.substring(i + 1);
                    boolean same = c < 128 && Character.toLowerCase(c) == domain.charAt(i);
                    assertEquals(host + " " + (int) c + " at " + i, same, alone.getUnder(host) == 1);
                }
            }
        }
    }

    /** The first of a full place, the last, and those that went on in the next one, whatever their states. */
    @Test
    public void anOpenDomainIsFoundAmongOthersInFullPlaces() {
        for (int i = 0; i < 50_000; i++) {
            index.put("s" + i + ".com", 1 + i % 9);
        }
        for (int i = 0; i < 50_000; i++) {
            assertEquals(1 + i % 9, index.getUnder("s" + i + ".com"));
            assertEquals(0, index.getUnder("t" + i + ".com"));
        }
        for (int i = 0; i < 50_000; i++) {
            index.put("s" + i + ".com", (1 + i % 9) % 9);
            assertEquals((1 + i % 9) % 9, index.getUnder("s" + i + ".com"));
        }
    }

    @Test
    public void readersSeeEveryStableKeyWhileOthersChange() throws InterruptedException {
        for (int i = 0; i < 2_000; i++) {
            index.put("stable" + i + ".com", 1);
        }
        AtomicBoolean stop = new AtomicBoolean();
        AtomicLong wrong = new AtomicLong();
        List<Thread> readers = new ArrayList<>();
        for (int r = 0; r < 2; r++) {
            Thread reader = new Thread(() -> {
                int[] states = new int[40];
                List<String> hosts = IntStream.range(0, 40).mapToObj(i -> i % 2 == 0 ? "www.stable" + i + ".com" : "never" + i + ".com")
                    .toList();
                for (int i = 0; !stop.get(); i = (i + 1) % 2_000) {
                    index.getUnder(hosts, states);
                    if (IntStream.range(0, 40).anyMatch(at -> states[at] != 1 - at % 2)
                            || index.get("stable" + i + ".com") != 1 || index.get("never" + i + ".com") != 0) {
                        wrong.incrementAndGet();
                    }
                }
            });
            reader.start();
            readers.add(reader);
        }
        for (int i = 0; i < 100_000; i++) {
            index.put("moving" + random.nextInt(20_000) + ".com", random.nextInt(3));
        }
        stop.set(true);
        for (Thread reader : readers) {
            reader.join();
        }
        assertEquals(0, wrong.get());
    }

    private List<Integer> states(String... hosts) {
        return List.of(hosts).stream().map(host -> index.getUnder(host)).toList();
    }
}

package org.openbeian.gate;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.Test;
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
                for (int i = 0; !stop.get(); i = (i + 1) % 2_000) {
                    if (index.get("stable" + i + ".com") != 1 || index.get("never" + i + ".com") != 0) {
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

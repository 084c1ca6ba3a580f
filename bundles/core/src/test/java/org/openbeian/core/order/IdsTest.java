package org.openbeian.core.order;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.Test;

/** Ids of orders. */
public class IdsTest {

    private final Instant now = Instant.parse("2026-11-02T02:00:00Z");

    @Test
    public void idsGrowEvenWhenTheClockStandsStillOrRunsBack() {
        Ids ids = new Ids();
        String before = ids.next(now);
        for (int i = 0; i < 10_000; i++) {
            String next = ids.next(i % 7 == 0 ? now.minusSeconds(5) : now);
            assertTrue(before + " " + next, before.compareTo(next) < 0);
            before = next;
        }
        assertTrue(before.compareTo(ids.next(now.plusMillis(1))) < 0);
    }

    @Test
    public void makersDoNotCollideInTheSameMillisecond() {
        Set<String> all = new HashSet<>();
        for (int maker = 0; maker < 200; maker++) {
            Ids ids = new Ids();
            for (int i = 0; i < 50; i++) {
                assertTrue(all.add(ids.next(now)));
            }
        }
        assertEquals(10_000, all.size());
    }

    @Test
    public void idsAreSafeInAddressesAndNothingElseIsTakenForOne() {
        assertTrue(new Ids().next(now).matches("[0-9a-hjkmnp-tv-z]{26}"));
        assertTrue(Ids.isId(new Ids().next(now)));
        assertFalse(Ids.isId(null));
        assertFalse(Ids.isId("short"));
        assertFalse(Ids.isId("0000000000000000000000000\n"));
        assertFalse(Ids.isId("../../../../../../etc/pass"));
    }
}

package org.openbeian.core.exchange;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.junit.Test;
import org.openbeian.api.authority.AuthorityResult;
import org.openbeian.api.order.OrderState;
import org.openbeian.api.order.PublishedRecord;
import org.openbeian.testkit.Requirement;

/** The process dies at every point there is, once and again; nothing is lost and nothing is done twice. */
@Requirement("T-39")
public class CrashTest {

    private static final PublishedRecord RECORD = new PublishedRecord("粤ICP备2026000001号", 7, List.of(), null);

    @Test
    public void anUploadSurvivesADeathAtEveryPoint() {
        int points = 0;
        for (boolean died = true; died; points++) {
            World world = new World();
            world.passed();
            world.passed();
            died = dies(world, points);
            world.drainForADay();
            world.passed();
            world.drainForADay();
            check(world, points);
        }
        assertTrue("the points were found: " + points, points > 8);
    }

    @Test
    public void anUploadSurvivesTwoDeaths() {
        for (int first = 0; first < 12; first++) {
            for (int second = 0; second < 12; second++) {
                World world = new World();
                world.passed();
                world.passed();
                dies(world, first);
                dies(world, second);
                world.drainForADay();
                world.passed();
                world.drainForADay();
                check(world, first * 100 + second);
            }
        }
    }

    private static void check(World world, int points) {
        String when = "died at " + points;
        assertEquals(when, List.of(1L, 2L, 3L), world.authority.submissions());
        assertEquals(when, 3, world.events.told.stream().filter(what -> what.startsWith("uploaded")).count());
        for (String order : List.of("order-1", "order-2", "order-3")) {
            assertEquals(when, OrderState.SMS_PENDING, world.state(order));
        }
        assertEquals(when, 0, world.lanes.open());
        assertTrue(when, world.tasks.of("authority-poll").containsKey(World.ID));
    }

    @Test
    public void aResultSurvivesADeathAtEveryPoint() {
        boolean died = true;
        int points = 0;
        for (; died; points++) {
            World world = new World();
            world.passed();
            world.passed();
            world.drain();
            world.authority.say("a.xml", new AuthorityResult.Published(1, RECORD));
            world.authority.say("b.xml", new AuthorityResult.Published(2, RECORD));
            world.fate.live(points);
            try {
                world.poll.run(World.ID);
                died = false;
            } catch (Death e) {
                world.fate.live(Integer.MAX_VALUE);
                world.start();
            }
            world.fate.live(Integer.MAX_VALUE);
            world.poll.run(World.ID);
            assertEquals("died at " + points, 2, world.events.told.stream().filter(what -> what.startsWith("published")).count());
            assertEquals(0, world.authority.waiting.size());
        }
        assertTrue("the points were found: " + points, points > 8);
    }

    /** Runs the lane until the process dies, and starts it again; false when it lived. */
    private static boolean dies(World world, int points) {
        world.fate.live(points);
        try {
            world.drain();
            return false;
        } catch (Death e) {
            return true;
        } finally {
            world.fate.live(Integer.MAX_VALUE);
            world.start();
        }
    }
}

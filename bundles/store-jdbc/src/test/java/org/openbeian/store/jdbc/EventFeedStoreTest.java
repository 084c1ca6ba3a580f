package org.openbeian.store.jdbc;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.OrderEvent;
import org.openbeian.api.store.EventFeedStore.Batch;
import org.openbeian.api.store.EventFeedStore.Position;

/** The sequence of events: complete up to where it is read, whatever transactions do meanwhile. */
public class EventFeedStoreTest extends OnBothDatabases {

    private final ExecutorService other = Executors.newSingleThreadExecutor();
    private JdbcOrderStore orders;
    private JdbcEventFeedStore feed;

    @Before
    public void open() {
        orders = new JdbcOrderStore(database, new Samples.FakePersonalData());
        feed = new JdbcEventFeedStore(database);
    }

    @After
    public void stop() {
        other.shutdownNow();
    }

    @Test
    public void pageByPageNothingIsMissedAndNothingComesTwice() {
        for (String id : List.of("01", "02", "03")) {
            create(id);
        }
        List<String> seen = new ArrayList<>();
        Position at = Position.START;
        for (int page = 0; page < 4; page++) {
            Batch batch = feed.read(null, null, at, 1);
            batch.rows().forEach(row -> seen.add(row.entry().orderId() + " " + row.account()));
            at = batch.next();
        }
        assertEquals(List.of("01 alice", "02 alice", "03 alice"), seen);
        create("04");
        assertEquals(List.of("04"), ids(feed.read(null, null, at, 10)));
        assertEquals("again from any point", List.of("01", "02", "03", "04"), ids(feed.read(null, null, Position.START, 10)));
        assertEquals(List.of(), ids(feed.read(null, null, feed.end(), 10)));
    }

    @Test(timeout = 20_000)
    public void whatALongTransactionWritesAppearsBeforeWhatCameAfterIt() throws Exception {
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        Future<?> slow = other.submit(() -> database.call(() -> {
            create("02");
            written.countDown();
            return await(mayEnd);
        }));
        written.await();
        create("01");
        Batch early = feed.read(null, null, Position.START, 10);
        assertEquals("02 may still come before 01", List.of(), ids(early));
        mayEnd.countDown();
        slow.get(10, TimeUnit.SECONDS);
        assertEquals(List.of("02", "01"), ids(feed.read(null, null, early.next(), 10)));
    }

    @Test(timeout = 20_000)
    public void aTransactionThatFailsHoldsNothingUp() {
        assertThrows(IllegalStateException.class, () -> database.call(() -> {
            create("01");
            throw new IllegalStateException("no");
        }));
        create("02");
        assertEquals(List.of("02"), ids(feed.read(null, null, Position.START, 10)));
    }

    @Test
    public void whoSeesPartOfItGoesOnBehindTheRest() {
        create("01");
        create("02");
        assertEquals(List.of("02"), ids(feed.read("alice", List.of("02"), Position.START, 10)));
        Batch none = feed.read("bob", null, Position.START, 10);
        assertEquals(List.of(), ids(none));
        assertNotEquals("it need not look at them again", Position.START, none.next());
        assertEquals("never back", none.next(), feed.read("bob", null, none.next(), 10).next());
    }

    @Test
    public void theSequenceHasANameUntilItIsRestored() {
        String epoch = feed.epoch();
        assertEquals(epoch, new JdbcEventFeedStore(database.anew()).epoch());
        database.update("delete from setting where name = ?", JdbcEventFeedStore.EPOCH);
        assertNotEquals(epoch, feed.epoch());
    }

    @Test
    public void eventsOfAnotherDatabaseComeBeforeThoseOfThisOne() {
        create("01");
        database.update("update order_event set tx = ?", 1L << 60);
        feed = new JdbcEventFeedStore(database.anew());
        if (database.dialect() == Dialect.POSTGRESQL) {
            feed.epoch();
            create("02");
            assertEquals(List.of("01", "02"), ids(feed.read(null, null, Position.START, 10)));
        } else {
            assertEquals(List.of("01"), ids(feed.read(null, null, Position.START, 10)));
        }
    }

    private static Object await(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void create(String id) {
        Order draft = Samples.draft(id);
        orders.insert(draft, Samples.entry(draft, 1, OrderEvent.CREATED));
    }

    private static List<String> ids(Batch batch) {
        return batch.rows().stream().map(row -> row.entry().orderId()).toList();
    }
}

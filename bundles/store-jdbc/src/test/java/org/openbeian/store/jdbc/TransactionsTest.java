package org.openbeian.store.jdbc;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.Before;
import org.junit.Test;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.OrderEvent;

public class TransactionsTest extends OnBothDatabases {

    private JdbcTransactions transactions;
    private JdbcSettingsStore settings;

    @Before
    public void createStores() {
        transactions = new JdbcTransactions(database);
        settings = new JdbcSettingsStore(database);
    }

    @Test
    public void rollbackLeavesNothingOfAnyStore() {
        JdbcOrderStore orders = new JdbcOrderStore(database, new Samples.FakePersonalData());
        JdbcEffectStore effects = new JdbcEffectStore(database);
        JdbcDurableTasks tasks = new JdbcDurableTasks(database);
        Order draft = Samples.draft("01");
        List<String> after = new ArrayList<>();
        IllegalStateException thrown = assertThrows(IllegalStateException.class, () -> transactions.run(() -> {
            orders.insert(draft, Samples.entry(draft, 1, OrderEvent.CREATED));
            effects.add(List.of(Samples.effect("l", "k")));
            tasks.schedule("deadline", "01", Samples.NOW);
            tasks.ensure("poll", "01", Samples.NOW);
            settings.put("a", "b");
            transactions.afterCommit(() -> after.add("x"));
            assertEquals("seen inside", Optional.of("b"), settings.get("a"));
            throw new IllegalStateException("no");
        }));
        assertEquals("no", thrown.getMessage());
        for (String table : List.of("filing_order", "order_event", "order_domain", "effect", "scheduled_tasks", "setting")) {
            assertEquals(table, 0L, count(table));
        }
        assertEquals(List.of(), after);
    }

    @Test
    public void aCallInsideACallJoinsIt() {
        List<String> after = new ArrayList<>();
        long before = database.commits();
        transactions.run(() -> {
            settings.put("a", "1");
            transactions.run(() -> settings.put("b", "2"));
            transactions.afterCommit(() -> after.add(settings.get("b").orElseThrow()));
            assertEquals(List.of(), after);
        });
        assertEquals(List.of("2"), after);
        assertEquals(1, database.commits() - before);
    }

    @Test
    public void aFailedInnerCallRulesACommitOut() {
        RuntimeException inner = new IllegalArgumentException("inner");
        IllegalStateException outer = assertThrows(IllegalStateException.class, () -> transactions.run(() -> {
            settings.put("a", "1");
            try {
                transactions.run(() -> {
                    throw inner;
                });
            } catch (IllegalArgumentException expected) {
                assertSame(inner, expected);
            }
        }));
        assertSame(inner, outer.getCause());
        assertEquals(Optional.empty(), settings.get("a"));
    }

    @Test
    public void aFailedStatementRulesACommitOutEvenWhenSwallowed() {
        assertThrows(IllegalStateException.class, () -> transactions.run(() -> {
            settings.put("a", "1");
            try {
                database.update("insert into setting (name) values (?)", "without content");
            } catch (IllegalStateException expected) {
                assertTrue(expected.getMessage().contains("refused"));
            }
        }));
        assertEquals(Optional.empty(), settings.get("a"));
    }

    @Test
    public void anActionAfterTheCommitRunsAtOnceOutsideAndMayFail() {
        List<String> ran = new ArrayList<>();
        transactions.afterCommit(() -> ran.add("at once"));
        assertEquals(List.of("at once"), ran);
        transactions.run(() -> {
            settings.put("a", "1");
            transactions.afterCommit(() -> {
                throw new IllegalStateException("does not matter");
            });
            transactions.afterCommit(() -> transactions.run(() -> settings.put("b", "2")));
        });
        assertEquals(Optional.of("1"), settings.get("a"));
        assertEquals(Optional.of("2"), settings.get("b"));
    }

    @Test
    public void aTransactionThatLosesADeadlockRunsAgain() throws Exception {
        settings.put("a", "0");
        settings.put("b", "0");
        CyclicBarrier bothHoldOne = new CyclicBarrier(2);
        AtomicInteger runs = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<?> one = threads.submit(() -> addToBoth("a", "b", bothHoldOne, runs));
            Future<?> two = threads.submit(() -> addToBoth("b", "a", bothHoldOne, runs));
            one.get(60, TimeUnit.SECONDS);
            two.get(60, TimeUnit.SECONDS);
        } finally {
            threads.shutdownNow();
        }
        assertTrue("a deadlock happened", runs.get() > 2);
        assertEquals(Optional.of("2"), settings.get("a"));
        assertEquals(Optional.of("2"), settings.get("b"));
    }

    @Test
    public void readsDoNotCountAsCommits() {
        long before = database.commits();
        transactions.run(() -> settings.get("a"));
        settings.get("a");
        assertEquals(before, database.commits());
        settings.put("a", "1");
        assertEquals(before + 1, database.commits());
        assertFalse(settings.get("b").isPresent());
    }

    private void addToBoth(String first, String second, CyclicBarrier bothHoldOne, AtomicInteger runs) {
        AtomicInteger attempt = new AtomicInteger();
        transactions.run(() -> {
            runs.incrementAndGet();
            add(first);
            if (attempt.incrementAndGet() == 1) {
                try {
                    bothHoldOne.await(10, TimeUnit.SECONDS);
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }
            add(second);
        });
    }

    private void add(String name) {
        database.update("update setting set content = cast(cast(content as integer) + 1 as varchar(10)) where name = ?", name);
    }

    private long count(String table) {
        return database.first("select count(*) from " + table, row -> row.getLong(1)).orElseThrow();
    }
}

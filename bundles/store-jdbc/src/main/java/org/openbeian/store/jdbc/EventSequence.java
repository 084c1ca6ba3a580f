package org.openbeian.store.jdbc;

import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Numbers of the transactions that write history, for the embedded database, which has none that can be asked for. A number is
 * open until its transaction is over; what is below all open ones is complete. Thread-safe.
 */
final class EventSequence {

    private final Database database;
    private final ReentrantLock lock = new ReentrantLock();
    private final TreeSet<Long> open = new TreeSet<>();
    private long next = -1;

    EventSequence(Database database) {
        this.database = database;
    }

    /** The number of the thread's transaction, a new one at its first call. */
    long number() {
        Transaction transaction = database.transaction();
        if (transaction.number() == null) {
            lock.lock();
            try {
                prepare();
                transaction.number(next);
                open.add(next++);
            } finally {
                lock.unlock();
            }
        }
        return transaction.number();
    }

    /** The transaction is over: committed, and durable, or rolled back. */
    void end(Transaction transaction) {
        if (transaction.number() != null) {
            lock.lock();
            try {
                open.remove(transaction.number());
            } finally {
                lock.unlock();
            }
        }
    }

    /** All transactions with smaller numbers are over. */
    long horizon() {
        lock.lock();
        try {
            prepare();
            return open.isEmpty() ? next : open.first();
        } finally {
            lock.unlock();
        }
    }

    private void prepare() {
        if (next < 0) {
            next = database.first("select coalesce(max(tx), 0) + 1 from order_event", row -> row.getLong(1)).orElseThrow();
        }
    }
}

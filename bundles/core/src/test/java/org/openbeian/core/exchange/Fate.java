package org.openbeian.core.exchange;

import java.util.function.Supplier;
import org.openbeian.api.store.Transactions;
import org.openbeian.core.fake.MemoryTransactions;

/** Kills the process at the n-th of all points between and within transactions and calls. */
final class Fate implements Transactions {

    private final MemoryTransactions transactions;
    private int left = Integer.MAX_VALUE;
    private boolean inside;

    Fate(MemoryTransactions transactions) {
        this.transactions = transactions;
    }

    /** Lets the process live for so many points. */
    void live(int points) {
        left = points;
        inside = false;
    }

    /** A point at which the process may die. */
    void point() {
        if (left-- <= 0) {
            throw new Death();
        }
    }

    @Override
    public <T> T call(Supplier<T> work) {
        if (inside) {
            return work.get();
        }
        inside = true;
        try {
            point();
            T result = transactions.call(() -> {
                T value = work.get();
                point();
                return value;
            });
            point();
            return result;
        } finally {
            inside = false;
        }
    }

    @Override
    public void afterCommit(Runnable action) {
        transactions.afterCommit(action);
    }
}

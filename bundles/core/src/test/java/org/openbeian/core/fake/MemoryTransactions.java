package org.openbeian.core.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.openbeian.api.store.StoreUnavailable;
import org.openbeian.api.store.Transactions;

/** Transactions over memory stores that undo everything when the work throws. For one thread at a time. */
public final class MemoryTransactions implements Transactions {

    private final List<Undoable> stores = new ArrayList<>();
    private final List<Runnable> afterCommit = new ArrayList<>();
    private int depth;
    private int commits;
    private boolean dead;

    /** A store whose content can be set back. */
    interface Undoable {

        /** Gives an action that sets the store back to what it holds now. */
        Runnable checkpoint();
    }

    void join(Undoable store) {
        stores.add(store);
    }

    @Override
    public <T> T call(Supplier<T> work) {
        if (dead) {
            throw new StoreUnavailable("the database is dead", null);
        }
        if (depth > 0) {
            return work.get();
        }
        List<Runnable> undo = stores.stream().map(Undoable::checkpoint).toList();
        T result;
        depth++;
        try {
            result = work.get();
        } catch (RuntimeException | Error e) {
            undo.forEach(Runnable::run);
            afterCommit.clear();
            throw e;
        } finally {
            depth--;
        }
        commits++;
        List<Runnable> actions = List.copyOf(afterCommit);
        afterCommit.clear();
        actions.forEach(Runnable::run);
        return result;
    }

    @Override
    public void afterCommit(Runnable action) {
        if (depth == 0) {
            action.run();
        } else {
            afterCommit.add(action);
        }
    }

    /** How many transactions were committed. */
    public int commits() {
        return commits;
    }

    /** Makes every further transaction fail, or work again. */
    public void setDead(boolean dead) {
        this.dead = dead;
    }

    void check() {
        if (depth == 0) {
            throw new IllegalStateException("outside a transaction");
        }
    }
}

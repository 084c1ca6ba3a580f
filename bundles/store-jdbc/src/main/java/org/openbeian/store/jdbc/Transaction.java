package org.openbeian.store.jdbc;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openbeian.api.order.HistoryEntry;
import org.openbeian.api.order.Order;

/** The transaction of one thread; confined to it. */
final class Transaction {

    private final Connection connection;
    private final List<Runnable> afterCommit = new ArrayList<>();
    private final Map<String, Order> orders = new HashMap<>();
    private final Map<String, HistoryEntry> lastEntries = new HashMap<>();
    private final Set<TaskTable.Instance> scheduled = new HashSet<>();
    private Long number;
    private boolean wrote;
    private Throwable doom;

    Transaction(Connection connection) {
        this.connection = connection;
    }

    Connection connection() {
        return connection;
    }

    /** Its number in the sequence of events, or null while it has none. */
    Long number() {
        return number;
    }

    void number(long given) {
        number = given;
    }

    /** Notes that it changed something, so that its end is a commit that counts. */
    void wrote() {
        wrote = true;
    }

    boolean hasWritten() {
        return wrote;
    }

    /** Rules a commit out. */
    void doom(Throwable cause) {
        if (doom == null) {
            doom = cause;
        }
    }

    /** Why it must not be committed, or null. */
    Throwable doomedBy() {
        return doom;
    }

    void afterCommit(Runnable action) {
        afterCommit.add(action);
    }

    List<Runnable> afterCommit() {
        return afterCommit;
    }

    /** Last history entries of orders whose row this transaction holds, by order. */
    Map<String, HistoryEntry> lastEntries() {
        return lastEntries;
    }

    /** Tasks that this transaction has scheduled, none of them twice. */
    Set<TaskTable.Instance> scheduled() {
        return scheduled;
    }

    /** Orders as this transaction last read or wrote them, by id. */
    Map<String, Order> orders() {
        return orders;
    }
}

package org.openbeian.store.jdbc;

import java.util.function.Supplier;
import org.openbeian.api.store.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class JdbcTransactions implements Transactions {

    private final Database database;

    @Activate
    public JdbcTransactions(@Reference Database database) {
        this.database = database;
    }

    @Override
    public <T> T call(Supplier<T> work) {
        return database.call(work);
    }

    @Override
    public void afterCommit(Runnable action) {
        database.afterCommit(action);
    }
}

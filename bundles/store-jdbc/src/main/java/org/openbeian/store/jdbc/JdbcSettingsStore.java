package org.openbeian.store.jdbc;

import java.util.Optional;
import org.openbeian.api.store.SettingsStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class JdbcSettingsStore implements SettingsStore {

    private final Database database;

    @Activate
    public JdbcSettingsStore(@Reference Database database) {
        this.database = database;
    }

    @Override
    public Optional<String> get(String name) {
        return database.first("select content from setting where name = ?", row -> row.getString(1), name);
    }

    @Override
    public void put(String name, String value) {
        database.call(() -> database.update("update setting set content = ? where name = ?", value, name) > 0
            || database.insertUnlessThere("insert into setting (content, name) values (?, ?)", value, name));
    }
}

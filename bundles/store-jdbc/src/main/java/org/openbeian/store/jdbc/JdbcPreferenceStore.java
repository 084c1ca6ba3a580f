package org.openbeian.store.jdbc;

import java.util.Optional;
import org.openbeian.api.channel.Preferences;
import org.openbeian.api.store.PreferenceStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class JdbcPreferenceStore implements PreferenceStore {

    private final Database database;

    @Activate
    public JdbcPreferenceStore(@Reference Database database) {
        this.database = database;
    }

    @Override
    public Optional<Preferences> find(String account, String person) {
        return database.first("select document from notification_preference where account = ? and person = ?",
            row -> Documents.read(row.getBytes(1), Preferences.class), account, person);
    }

    @Override
    public void put(String account, String person, Preferences preferences) {
        database.call(() -> {
            database.update("delete from notification_preference where account = ? and person = ?", account, person);
            if (!preferences.equals(Preferences.NONE)) {
                database.insertUnlessThere("insert into notification_preference (account, person, document) values (?, ?, ?)", account,
                    person, Documents.bytes(preferences));
            }
            return null;
        });
    }
}

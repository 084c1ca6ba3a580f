package org.openbeian.store.jdbc;

import java.util.List;
import org.openbeian.api.channel.NotificationChannel.AddressKind;
import org.openbeian.api.store.ChannelStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class JdbcChannelStore implements ChannelStore {

    private final Database database;

    @Activate
    public JdbcChannelStore(@Reference Database database) {
        this.database = database;
    }

    @Override
    public List<Known> all() {
        return database.query("select id, address_kind, form, gone_at from known_channel order by id",
            row -> new Known(row.getString("id"), Rows.constant(row, "address_kind", AddressKind.class), row.getString("form"),
                Rows.instant(row, "gone_at")));
    }

    @Override
    public void put(Known known) {
        database.call(() -> {
            if (database.update("update known_channel set address_kind = ?, form = ?, gone_at = ? where id = ?", known.kind(),
                    known.form(), known.goneAt(), known.id()) == 0) {
                database.insertUnlessThere("insert into known_channel (id, address_kind, form, gone_at) values (?, ?, ?, ?)",
                    known.id(), known.kind(), known.form(), known.goneAt());
            }
            return null;
        });
    }
}

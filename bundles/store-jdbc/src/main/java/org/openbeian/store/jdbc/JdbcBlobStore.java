package org.openbeian.store.jdbc;

import org.openbeian.api.security.PersonalData;
import org.openbeian.api.store.BlobStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class JdbcBlobStore implements BlobStore {

    private final Database database;
    private final PersonalData personalData;

    @Activate
    public JdbcBlobStore(@Reference Database database, @Reference PersonalData personalData) {
        this.database = database;
        this.personalData = personalData;
    }

    @Override
    public void put(String id, String orderId, byte[] content) {
        database.update("insert into blob (id, order_id, content) values (?, ?, ?)", id, orderId,
            personalData.protect(orderId, content));
    }

    @Override
    public byte[] get(String id, String orderId) {
        return database.first("select content from blob where id = ? and order_id = ?",
            row -> personalData.reveal(orderId, row.getBytes(1)), id, orderId).orElse(null);
    }

    @Override
    public void remove(String id) {
        database.update("delete from blob where id = ?", id);
    }
}

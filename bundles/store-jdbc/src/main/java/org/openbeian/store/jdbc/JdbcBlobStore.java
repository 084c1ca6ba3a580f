package org.openbeian.store.jdbc;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.openbeian.api.security.PersonalData;
import org.openbeian.api.store.BlobStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class JdbcBlobStore implements BlobStore {

    private static final int PART = 32_768;

    private final Database database;
    private final PersonalData personalData;

    @Activate
    public JdbcBlobStore(@Reference Database database, @Reference PersonalData personalData) {
        this.database = database;
        this.personalData = personalData;
    }

    @Override
    public void put(String id, String orderId, byte[] content) {
        byte[] stored = personalData.protect(orderId, content);
        List<Object[]> parts = new ArrayList<>();
        for (int from = 0; from == 0 || from < stored.length; from += PART) {
            parts.add(new Object[] {id, parts.size(), orderId, Arrays.copyOfRange(stored, from, Math.min(stored.length, from + PART))});
        }
        database.call(() -> {
            database.batch("insert into blob_part (id, part_no, order_id, content) values (?, ?, ?, ?)", parts);
            return null;
        });
    }

    @Override
    public byte[] get(String id, String orderId) {
        List<byte[]> parts = database.query("select content from blob_part where id = ? and order_id = ? order by part_no",
            row -> row.getBytes(1), id, orderId);
        if (parts.isEmpty()) {
            return null;
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream(parts.size() * PART);
        parts.forEach(whole::writeBytes);
        return personalData.reveal(orderId, whole.toByteArray());
    }

    @Override
    public void remove(String id) {
        database.update("delete from blob_part where id = ?", id);
    }
}

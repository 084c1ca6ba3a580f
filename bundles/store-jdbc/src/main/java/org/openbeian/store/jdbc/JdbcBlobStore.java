package org.openbeian.store.jdbc;

import java.util.List;
import org.openbeian.api.security.PersonalData;
import org.openbeian.api.store.BlobStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class JdbcBlobStore implements BlobStore {

    private final Contents contents;
    private final PersonalData personalData;

    @Activate
    public JdbcBlobStore(@Reference Database database, @Reference PersonalData personalData) {
        this.contents = new Contents(database);
        this.personalData = personalData;
    }

    @Override
    public void put(String id, String orderId, byte[] content) {
        contents.put(id, orderId, personalData.protect(orderId, content));
    }

    @Override
    public byte[] get(String id, String orderId) {
        byte[] stored = contents.get(id, orderId);
        return stored == null ? null : personalData.reveal(orderId, stored);
    }

    @Override
    public void remove(String id) {
        contents.remove(List.of(id));
    }
}

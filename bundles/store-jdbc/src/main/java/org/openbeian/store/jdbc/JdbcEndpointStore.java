package org.openbeian.store.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.openbeian.api.channel.Endpoint;
import org.openbeian.api.security.PersonalData;
import org.openbeian.api.store.EndpointStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class JdbcEndpointStore implements EndpointStore {

    private final Database database;
    private final PersonalData personalData;

    @Activate
    public JdbcEndpointStore(@Reference Database database, @Reference PersonalData personalData) {
        this.database = database;
        this.personalData = personalData;
    }

    @Override
    public void insert(Kept kept) {
        Endpoint endpoint = kept.endpoint();
        database.update("insert into endpoint (id, account, channel, enabled, created_at, document) values (?, ?, ?, ?, ?, ?)",
            endpoint.id(), endpoint.account(), endpoint.channel(), endpoint.enabled(), endpoint.createdAt(), document(kept));
    }

    @Override
    public boolean update(Kept kept) {
        return database.update("update endpoint set enabled = ?, document = ? where id = ?", kept.endpoint().enabled(), document(kept),
            kept.endpoint().id()) > 0;
    }

    @Override
    public void remove(String id) {
        database.update("delete from endpoint where id = ?", id);
    }

    @Override
    public Optional<Kept> find(String id) {
        return database.first("select account, document from endpoint where id = ?", this::kept, id);
    }

    @Override
    public Optional<Kept> hold(String id) {
        return database.first("select account, document from endpoint where id = ? for update", this::kept, id);
    }

    @Override
    public List<Kept> ofAccount(String account) {
        return database.query("select account, document from endpoint where account = ? order by created_at, id", this::kept, account);
    }

    private byte[] document(Kept kept) {
        return personalData.protect(scope(kept.endpoint().account()), Documents.bytes(kept));
    }

    private Kept kept(ResultSet row) throws SQLException {
        return Documents.read(personalData.reveal(scope(row.getString("account")), row.getBytes("document")), Kept.class);
    }

    private static String scope(String account) {
        return "account:" + account;
    }
}

package org.openbeian.store.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openbeian.api.security.PersonalData;
import org.openbeian.api.store.TemplateStore;
import org.openbeian.api.template.IdentityTemplate;
import org.openbeian.api.template.IdentityTemplate.State;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Templates are protected with the key of their account, so that its erasure takes them along. */
@Component
public final class JdbcTemplateStore implements TemplateStore {

    private final Database database;
    private final PersonalData personalData;

    @Activate
    public JdbcTemplateStore(@Reference Database database, @Reference PersonalData personalData) {
        this.database = database;
        this.personalData = personalData;
    }

    @Override
    public void insert(IdentityTemplate fresh) {
        database.update("insert into identity_template (id, version, account, state, due, document) values (?, ?, ?, ?, ?, ?)",
            fresh.id(), fresh.version(), fresh.account(), fresh.state(), fresh.due(), document(fresh));
    }

    @Override
    public boolean update(IdentityTemplate next) {
        return database.update("update identity_template set version = ?, state = ?, due = ?, document = ? where id = ? and version = ?",
            next.version(), next.state(), next.due(), document(next), next.id(), next.version() - 1) > 0;
    }

    @Override
    public boolean remove(String id, long version) {
        return database.update("delete from identity_template where id = ? and version = ?", id, version) > 0;
    }

    @Override
    public Optional<IdentityTemplate> find(String id) {
        return database.first("select account, document from identity_template where id = ?", this::read, id);
    }

    @Override
    public List<IdentityTemplate> list(String account, State state, int limit) {
        StringBuilder sql = new StringBuilder("select account, document from identity_template where 1 = 1");
        List<Object> parameters = new ArrayList<>();
        if (account != null) {
            sql.append(" and account = ?");
            parameters.add(account);
        }
        if (state != null) {
            sql.append(" and state = ?");
            parameters.add(state);
        }
        parameters.add(limit);
        sql.append(state == State.IN_REVIEW ? " order by due, id limit ?" : " order by id desc limit ?");
        return database.query(sql.toString(), this::read, parameters.toArray());
    }

    @Override
    public List<IdentityTemplate> dueWithin(Instant after, Instant until) {
        return database.query("select account, document from identity_template where state = ? and due > ? and due <= ? order by due, id",
            this::read, State.IN_REVIEW, after, until);
    }

    @Override
    public int count(String account) {
        return database.first("select count(*) from identity_template where account = ?", row -> row.getInt(1), account).orElse(0);
    }

    private byte[] document(IdentityTemplate template) {
        return personalData.protect(scope(template.account()), Documents.bytes(template));
    }

    private IdentityTemplate read(ResultSet row) throws SQLException {
        return Documents.read(personalData.reveal(scope(row.getString(1)), row.getBytes(2)), IdentityTemplate.class);
    }

    private static String scope(String account) {
        return "account:" + account;
    }
}

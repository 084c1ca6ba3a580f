package org.openbeian.store.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openbeian.api.security.DataErased;
import org.openbeian.api.security.PersonalData;
import org.openbeian.api.store.CaseStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class JdbcCaseStore implements CaseStore {

    private final Database database;
    private final PersonalData personalData;

    @Activate
    public JdbcCaseStore(@Reference Database database, @Reference PersonalData personalData) {
        this.database = database;
        this.personalData = personalData;
    }

    @Override
    public boolean insert(Kept fresh) {
        return database.insertUnlessThere("insert into kept_case (kind, id, version, order_id, account, subject, state, document)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?)", fresh.kind(), fresh.id(), fresh.version(), fresh.orderId(), fresh.account(),
            fresh.subject(), fresh.state(), sealed(fresh));
    }

    @Override
    public boolean update(Kept next) {
        return database.update("update kept_case set version = ?, subject = ?, state = ?, document = ? where kind = ? and id = ?"
            + " and version = ?", next.version(), next.subject(), next.state(), sealed(next), next.kind(), next.id(),
            next.version() - 1) > 0;
    }

    @Override
    public Optional<Kept> find(String kind, String id) {
        return database.first("select * from kept_case where kind = ? and id = ?", this::readable, kind, id).flatMap(found -> found);
    }

    @Override
    public Optional<Kept> about(String kind, String subject) {
        return database.first("select * from kept_case where kind = ? and subject = ?", this::readable, kind, subject)
            .flatMap(found -> found);
    }

    @Override
    public List<Kept> list(String kind, String account, String orderId, String state, String before, int limit) {
        return Pages.filled(before, limit, (behind, wanted) -> rows(kind, account, orderId, state, behind, wanted));
    }

    private List<Pages.Row<Kept>> rows(String kind, String account, String orderId, String state, String before, int limit) {
        StringBuilder sql = new StringBuilder("select * from kept_case where kind = ?");
        List<Object> parameters = new ArrayList<>(List.of(kind));
        narrow(sql, parameters, " and account = ?", account);
        narrow(sql, parameters, " and order_id = ?", orderId);
        narrow(sql, parameters, " and state = ?", state);
        narrow(sql, parameters, " and id < ?", before);
        parameters.add(limit);
        return database.query(sql.append(" order by id desc limit ?").toString(),
            row -> new Pages.Row<>(row.getString("id"), readable(row)), parameters.toArray());
    }

    private static void narrow(StringBuilder sql, List<Object> parameters, String condition, String value) {
        if (value != null) {
            sql.append(condition);
            parameters.add(value);
        }
    }

    private byte[] sealed(Kept kept) {
        return personalData.protect(scope(kept.orderId(), kept.account()), kept.document());
    }

    /** Empty when its order or account was erased. */
    private Optional<Kept> readable(ResultSet row) throws SQLException {
        String orderId = row.getString("order_id");
        String account = row.getString("account");
        try {
            return Optional.of(new Kept(row.getString("kind"), row.getString("id"), row.getLong("version"), orderId, account,
                row.getString("subject"), row.getString("state"), personalData.reveal(scope(orderId, account), row.getBytes("document"))));
        } catch (DataErased gone) {
            return Optional.empty();
        }
    }

    private static String scope(String orderId, String account) {
        return orderId == null ? "account:" + account : orderId;
    }
}

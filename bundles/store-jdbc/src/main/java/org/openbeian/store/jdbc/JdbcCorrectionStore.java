package org.openbeian.store.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.openbeian.api.correction.CorrectionCase;
import org.openbeian.api.security.DataErased;
import org.openbeian.api.security.PersonalData;
import org.openbeian.api.store.CorrectionStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Cases are protected with the key of the organizer that they are about, so that an erasure takes them along. */
@Component
public final class JdbcCorrectionStore implements CorrectionStore {

    private final Database database;
    private final PersonalData personalData;

    @Activate
    public JdbcCorrectionStore(@Reference Database database, @Reference PersonalData personalData) {
        this.database = database;
        this.personalData = personalData;
    }

    @Override
    public void insert(CorrectionCase fresh, String key) {
        database.update("insert into correction_case (id, version, case_key, scope, account, is_open, document) values"
            + " (?, ?, ?, ?, ?, ?, ?)", fresh.id(), fresh.version(), key, scope(fresh), fresh.account(), true, document(fresh));
    }

    @Override
    public boolean update(CorrectionCase next) {
        boolean open = next.status() != CorrectionCase.Status.CLOSED;
        return database.update("update correction_case set version = ?, case_key = case when ? then case_key else null end,"
            + " is_open = ?, document = ? where id = ? and version = ?", next.version(), open, open, document(next), next.id(),
            next.version() - 1) > 0;
    }

    @Override
    public Optional<CorrectionCase> find(String id) {
        return database.first("select scope, document from correction_case where id = ?", this::read, id).flatMap(found -> found);
    }

    @Override
    public Optional<CorrectionCase> open(String key) {
        return database.first("select scope, document from correction_case where case_key = ?", this::read, key)
            .flatMap(found -> found);
    }

    @Override
    public List<CorrectionCase> list(String account, boolean open, String after, int limit) {
        return Pages.filled(after, limit, (behind, wanted) -> rows(account, open, behind, wanted));
    }

    private List<Pages.Row<CorrectionCase>> rows(String account, boolean open, String after, int limit) {
        StringBuilder sql = new StringBuilder("select id, scope, document from correction_case where 1 = 1");
        List<Object> parameters = new ArrayList<>();
        if (account != null) {
            sql.append(" and account = ?");
            parameters.add(account);
        }
        if (open) {
            sql.append(" and is_open = ?");
            parameters.add(true);
        }
        if (after != null) {
            sql.append(" and id < ?");
            parameters.add(after);
        }
        parameters.add(limit);
        return database.query(sql.append(" order by id desc limit ?").toString(), row -> new Pages.Row<>(row.getString("id"), read(row)),
            parameters.toArray());
    }

    @Override
    public List<CorrectionCase> openAbout(String organizerNumber) {
        return database.query("select scope, document from correction_case where scope = ? and is_open = ?", this::read,
            scope(organizerNumber), true).stream().flatMap(Optional::stream).toList();
    }

    @Override
    public void blacklist(Collection<String> marks, boolean add) {
        for (String mark : marks) {
            if (add) {
                database.insertUnlessThere("insert into blacklist (mark) values (?)", mark);
            } else {
                database.update("delete from blacklist where mark = ?", mark);
            }
        }
    }

    @Override
    public Set<String> blacklisted(Collection<String> marks) {
        return marks.isEmpty() ? Set.of() : new TreeSet<>(database.query("select mark from blacklist where mark in ("
            + String.join(", ", Collections.nCopies(marks.size(), "?")) + ")", row -> row.getString(1), marks.toArray()));
    }

    private static String scope(CorrectionCase one) {
        return one.organizerNumber() == null ? "correction:" + one.id() : scope(one.organizerNumber());
    }

    private static String scope(String organizerNumber) {
        return "register:" + organizerNumber;
    }

    private byte[] document(CorrectionCase one) {
        return personalData.protect(scope(one), Documents.bytes(one));
    }

    private Optional<CorrectionCase> read(ResultSet row) throws SQLException {
        try {
            return Optional.of(Documents.read(personalData.reveal(row.getString("scope"), row.getBytes("document")),
                CorrectionCase.class));
        } catch (DataErased gone) {
            return Optional.empty();
        }
    }
}

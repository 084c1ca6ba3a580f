package org.openbeian.store.jdbc;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.openbeian.api.gate.Blockings.Blocking;
import org.openbeian.api.gate.Blockings.State;
import org.openbeian.api.gate.GateState;
import org.openbeian.api.store.BlockingStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class JdbcBlockingStore implements BlockingStore {

    private final Database database;

    @Activate
    public JdbcBlockingStore(@Reference Database database) {
        this.database = database;
    }

    @Override
    public void save(Blocking blocking) {
        Object[] values = {blocking.account(), blocking.state(), gate(blocking.state()), blocking.since(),
            new String(Documents.bytes(blocking), StandardCharsets.UTF_8), blocking.domain()};
        database.call(() -> {
            if (database.update("update domain_blocking set account = ?, state = ?, gate_state = ?, since = ?, document = ?"
                    + " where domain = ?", values) == 0) {
                database.update("insert into domain_blocking (account, state, gate_state, since, document, domain)"
                    + " values (?, ?, ?, ?, ?, ?)", values);
            }
            GateChanges.add(database, List.of(blocking.domain()));
            return null;
        });
    }

    private static GateState gate(State state) {
        return switch (state) {
            case BLOCKED -> GateState.NOTICE_EXPIRED;
            case ISOLATED -> GateState.ISOLATED;
            case NOTICED, LIFTED -> null;
        };
    }

    @Override
    public Optional<Blocking> find(String domain) {
        return database.first("select document from domain_blocking where domain = ?", JdbcBlockingStore::blocking, domain);
    }

    @Override
    public Optional<Blocking> hold(String domain) {
        return database.first("select document from domain_blocking where domain = ? for update", JdbcBlockingStore::blocking, domain);
    }

    @Override
    public List<String> open(Collection<String> domains) {
        return domains.isEmpty() ? List.of() : database.query("select domain from domain_blocking where state <> 'LIFTED' and domain in ("
            + String.join(", ", Collections.nCopies(domains.size(), "?")) + ")", row -> row.getString(1), domains.toArray());
    }

    @Override
    public List<Blocking> list(State state, int limit) {
        return state == null ? database.query("select document from domain_blocking order by since desc, domain limit ?",
            JdbcBlockingStore::blocking, limit)
            : database.query("select document from domain_blocking where state = ? order by since desc, domain limit ?",
                JdbcBlockingStore::blocking, state, limit);
    }

    /** Forgets whose domains are under a notice or blocked, and what is over; returns how many. */
    int forget(String account) {
        List<Blocking> found = database.query("select document from domain_blocking where account = ?", JdbcBlockingStore::blocking,
            account);
        found.forEach(one -> save(new Blocking(one.domain(), null, one.state(), one.reason(), one.deadline(), one.ips(),
            one.carrierBlocked(), one.by(), one.since(), one.caseId(), one.holds())));
        return found.size();
    }

    private static Blocking blocking(ResultSet row) throws SQLException {
        return Documents.read(row.getString(1), Blocking.class);
    }
}

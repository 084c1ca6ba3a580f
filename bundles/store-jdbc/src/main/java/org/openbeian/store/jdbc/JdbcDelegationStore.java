package org.openbeian.store.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openbeian.api.account.Delegations.Delegation;
import org.openbeian.api.account.Delegations.Invitation;
import org.openbeian.api.store.DelegationStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class JdbcDelegationStore implements DelegationStore {

    private final Database database;

    @Activate
    public JdbcDelegationStore(@Reference Database database) {
        this.database = database;
    }

    @Override
    public void add(Delegation delegation) {
        database.update("insert into delegation (id, owner, delegate, policies, orders, created_by, created_at, ends_at)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?)", delegation.id(), delegation.owner(), delegation.delegate(),
            String.join(" ", delegation.policies()), String.join(" ", delegation.orders()), delegation.createdBy(),
            delegation.createdAt(), delegation.until());
    }

    @Override
    public List<Delegation> held(String delegate, Instant at) {
        return database.query("select * from delegation where delegate = ? and ends_at > ? and revoked_at is null",
            JdbcDelegationStore::delegation, delegate, at);
    }

    @Override
    public List<Delegation> of(String account) {
        return database.query("select * from delegation where owner = ? or delegate = ? order by created_at desc, id",
            JdbcDelegationStore::delegation, account, account);
    }

    @Override
    public boolean revoke(String owner, String id, Instant at) {
        return database.update("update delegation set revoked_at = ? where id = ? and owner = ? and revoked_at is null", at, id,
            owner) > 0;
    }

    @Override
    public void invite(String digest, Invitation invitation) {
        database.update("insert into invitation (digest, id, owner, policies, orders, ends_at, expires_at)"
            + " values (?, ?, ?, ?, ?, ?, ?)", digest, invitation.id(), invitation.owner(),
            String.join(" ", invitation.policies()), String.join(" ", invitation.orders()), invitation.until(),
            invitation.expiresAt());
    }

    @Override
    public Optional<Invitation> take(String digest, String account, Instant at) {
        return database.call(() -> database.update("update invitation set used_by = ? where digest = ? and used_by is null"
            + " and expires_at > ?", account, digest, at) == 0 ? Optional.empty()
            : database.first("select * from invitation where digest = ?", JdbcDelegationStore::invitation, digest));
    }

    @Override
    public List<Invitation> invitations(String owner) {
        return database.query("select * from invitation where owner = ? order by expires_at desc, id",
            JdbcDelegationStore::invitation, owner);
    }

    @Override
    public boolean withdraw(String owner, String id) {
        return database.update("delete from invitation where owner = ? and id = ? and used_by is null", owner, id) > 0;
    }

    private static Delegation delegation(ResultSet row) throws SQLException {
        return new Delegation(row.getString("id"), row.getString("owner"), row.getString("delegate"),
            Set.of(words(row, "policies")), List.of(words(row, "orders")), row.getString("created_by"),
            Rows.instant(row, "created_at"), Rows.instant(row, "ends_at"), Rows.instant(row, "revoked_at"));
    }

    private static Invitation invitation(ResultSet row) throws SQLException {
        return new Invitation(row.getString("id"), row.getString("owner"), Set.of(words(row, "policies")),
            List.of(words(row, "orders")), Rows.instant(row, "ends_at"), Rows.instant(row, "expires_at"),
            row.getString("used_by"));
    }

    private static String[] words(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text.isEmpty() ? new String[0] : text.split(" ");
    }
}

package org.openbeian.store.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.openbeian.api.account.ApiKeys.Key;
import org.openbeian.api.account.ExternalLogIns.Identity;
import org.openbeian.api.security.PersonalData;
import org.openbeian.api.store.CredentialStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class JdbcCredentialStore implements CredentialStore {

    private final Database database;
    private final PersonalData personalData;

    @Activate
    public JdbcCredentialStore(@Reference Database database, @Reference PersonalData personalData) {
        this.database = database;
        this.personalData = personalData;
    }

    @Override
    public void addSession(String digest, StoredSession session) {
        database.update("insert into account_session (digest, account, used_at, expires_at) values (?, ?, ?, ?)", digest,
            session.account(), session.usedAt(), session.expiresAt());
    }

    @Override
    public Optional<StoredSession> session(String digest) {
        return database.first("select * from account_session where digest = ?", row -> new StoredSession(
            row.getString("account"), Rows.instant(row, "used_at"), Rows.instant(row, "expires_at")), digest);
    }

    @Override
    public void touchSession(String digest, Instant usedAt) {
        database.update("update account_session set used_at = ? where digest = ?", usedAt, digest);
    }

    @Override
    public void removeSession(String digest) {
        database.update("delete from account_session where digest = ?", digest);
    }

    @Override
    public void removeSessions(String account) {
        database.update("delete from account_session where account = ?", account);
    }

    @Override
    public void addKey(Key key, byte[] secret) {
        database.update("insert into api_key (id, account, label, secret, created_at, expires_at) values (?, ?, ?, ?, ?, ?)",
            key.id(), key.account(), key.label(), personalData.protect(scope(key.account()), secret), key.createdAt(),
            key.expiresAt());
    }

    @Override
    public Optional<Key> key(String id) {
        return database.first("select * from api_key where id = ?", JdbcCredentialStore::key, id);
    }

    @Override
    public Optional<byte[]> secret(String keyId) {
        return database.first("select account, secret from api_key where id = ?",
            row -> personalData.reveal(scope(row.getString("account")), row.getBytes("secret")), keyId);
    }

    @Override
    public List<Key> keys(String account) {
        return database.query("select * from api_key where account = ? order by created_at desc, id", JdbcCredentialStore::key,
            account);
    }

    @Override
    public boolean revokeKey(String account, String id, Instant at) {
        return database.update("update api_key set revoked_at = ? where id = ? and account = ? and revoked_at is null", at, id,
            account) > 0;
    }

    @Override
    public boolean takeNonce(String keyId, String nonce, Instant until) {
        return database.insertUnlessThere("insert into api_nonce (key_id, nonce, expires_at) values (?, ?, ?)", keyId, nonce,
            until);
    }

    @Override
    public boolean addIdentity(Identity identity) {
        return database.insertUnlessThere("insert into account_identity (issuer, subject, account, linked_at)"
            + " values (?, ?, ?, ?)", identity.issuer(), identity.subject(), identity.account(), identity.linkedAt());
    }

    @Override
    public Optional<Identity> identity(String issuer, String subject) {
        return database.first("select * from account_identity where issuer = ? and subject = ?", JdbcCredentialStore::identity,
            issuer, subject);
    }

    @Override
    public List<Identity> identities(String account) {
        return database.query("select * from account_identity where account = ? order by issuer, subject",
            JdbcCredentialStore::identity, account);
    }

    @Override
    public boolean removeIdentity(String account, String issuer, String subject) {
        return database.update("delete from account_identity where account = ? and issuer = ? and subject = ?", account, issuer,
            subject) > 0;
    }

    @Override
    public int trim(Instant before, int limit) {
        return database.update("delete from account_session where digest in (select digest from account_session"
                + " where expires_at < ? order by expires_at limit ?)", before, limit)
            + database.update("delete from api_nonce where (key_id, nonce) in (select key_id, nonce from api_nonce"
                + " where expires_at < ? order by expires_at limit ?)", before, limit);
    }

    private static Key key(ResultSet row) throws SQLException {
        return new Key(row.getString("id"), row.getString("account"), row.getString("label"), Rows.instant(row, "created_at"),
            Rows.instant(row, "expires_at"), Rows.instant(row, "revoked_at"));
    }

    private static Identity identity(ResultSet row) throws SQLException {
        return new Identity(row.getString("issuer"), row.getString("subject"), row.getString("account"),
            Rows.instant(row, "linked_at"));
    }

    private static String scope(String account) {
        return "account:" + account;
    }
}

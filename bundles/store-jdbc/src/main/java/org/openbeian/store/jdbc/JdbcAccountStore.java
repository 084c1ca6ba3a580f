package org.openbeian.store.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.openbeian.api.account.Account;
import org.openbeian.api.account.RealName;
import org.openbeian.api.security.PersonalData;
import org.openbeian.api.security.Role;
import org.openbeian.api.store.AccountStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class JdbcAccountStore implements AccountStore {

    private final Database database;
    private final PersonalData personalData;

    @Activate
    public JdbcAccountStore(@Reference Database database, @Reference PersonalData personalData) {
        this.database = database;
        this.personalData = personalData;
    }

    /** What of an account is protected. */
    private record Content(String phone, String email, RealName realName) {
    }

    @Override
    public boolean insert(Account account, Marks marks, String passwordHash) {
        return database.insertUnlessThere("insert into account (name, version, roles, parent, is_active, document, phone_mark,"
            + " email_mark, password_hash, failures, created_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?)", account.name(),
            account.version(), names(account.roles()), account.parent(), account.active(), content(account), marks.phone(),
            marks.email(), passwordHash, account.createdAt());
    }

    @Override
    public boolean update(Account account, Marks marks) {
        return database.call(() -> {
            Integer taken = database.first("select count(*) from account where name <> ? and (phone_mark = ? or email_mark = ?)",
                row -> row.getInt(1), account.name(), marks.phone(), marks.email()).orElseThrow();
            return taken == 0 && database.update("update account set version = ?, roles = ?, is_active = ?, document = ?,"
                + " phone_mark = ?, email_mark = ? where name = ? and version = ?", account.version(), names(account.roles()),
                account.active(), content(account), marks.phone(), marks.email(), account.name(), account.version() - 1) > 0;
        });
    }

    @Override
    public boolean keep(Account account) {
        return database.update("update account set version = ?, roles = ?, is_active = ?, document = ? where name = ? and version = ?",
            account.version(), names(account.roles()), account.active(), content(account), account.name(),
            account.version() - 1) > 0;
    }

    @Override
    public Optional<Account> find(String name) {
        return database.first("select * from account where name = ?", this::account, name);
    }

    @Override
    public Optional<LogIn> logIn(String name) {
        return database.first("select name, roles, is_active, password_hash, failures, locked_until from account where name = ?",
            row -> new LogIn(row.getString("name"), roles(row), row.getBoolean("is_active"), row.getString("password_hash"),
                row.getInt("failures"), Rows.instant(row, "locked_until")), name);
    }

    @Override
    public Optional<String> byMark(String mark) {
        return database.first("select name from account where phone_mark = ? or email_mark = ?", row -> row.getString(1), mark,
            mark);
    }

    @Override
    public List<Account> list(String after, int limit) {
        return database.query("select * from account where name > ? order by name limit ?", this::account,
            after == null ? "" : after, limit);
    }

    @Override
    public List<String> withRole(Role role, int limit) {
        return database.query("select name from account where is_active and concat(' ', roles, ' ') like ? order by name limit ?",
            row -> row.getString(1), "% " + role + " %", limit);
    }

    @Override
    public void setPassword(String name, String passwordHash) {
        database.update("update account set password_hash = ?, failures = 0, locked_until = null where name = ?", passwordHash,
            name);
    }

    @Override
    public int fail(String name) {
        return database.call(() -> {
            database.update("update account set failures = failures + 1 where name = ?", name);
            return database.first("select failures from account where name = ?", row -> row.getInt(1), name).orElse(0);
        });
    }

    @Override
    public void lock(String name, Instant until) {
        database.update("update account set locked_until = ? where name = ?", until, name);
    }

    @Override
    public void forgive(String name) {
        database.update("update account set failures = 0, locked_until = null where name = ? and (failures > 0"
            + " or locked_until is not null)", name);
    }

    private Account account(ResultSet row) throws SQLException {
        String name = row.getString("name");
        Content content = Documents.read(personalData.reveal(scope(name), row.getBytes("document")), Content.class);
        return new Account(name, row.getLong("version"), roles(row), row.getString("parent"), row.getBoolean("is_active"),
            content.phone(), content.email(), Rows.instant(row, "created_at"), Rows.instant(row, "locked_until"),
            content.realName());
    }

    private byte[] content(Account account) {
        return personalData.protect(scope(account.name()), Documents.bytes(new Content(account.phone(), account.email(),
            account.realName())));
    }

    private static String names(Set<Role> roles) {
        return roles.stream().map(Role::name).sorted().collect(Collectors.joining(" "));
    }

    private static Set<Role> roles(ResultSet row) throws SQLException {
        String names = row.getString("roles");
        return names.isEmpty() ? Set.of() : Arrays.stream(names.split(" ")).map(Role::valueOf).collect(Collectors.toSet());
    }

    private static String scope(String account) {
        return "account:" + account;
    }
}

package org.openbeian.store.jdbc;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.openbeian.api.security.PersonalData;
import org.openbeian.api.store.IdempotencyStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class JdbcIdempotencyStore implements IdempotencyStore {

    private static final Duration KEPT = Duration.ofHours(24);

    private final Database database;
    private final PersonalData personalData;

    @Activate
    public JdbcIdempotencyStore(@Reference Database database, @Reference PersonalData personalData) {
        this.database = database;
        this.personalData = personalData;
    }

    @Override
    public Optional<Answer> find(String account, String key, Instant now) {
        return database.first("select * from kept_answer where account = ? and request_key = ? and reserved_at > ?"
            + " and status is not null",
            row -> new Answer(row.getString("request_hash"), row.getInt("status"), row.getString("location"),
                row.getString("etag"), personalData.reveal(scope(account), row.getBytes("body"))),
            account, key, now.minus(KEPT));
    }

    @Override
    public boolean reserve(String account, String key, String requestHash, Instant now) {
        return database.call(() -> insert(account, key, requestHash, now)
            || database.update("delete from kept_answer where account = ? and request_key = ? and reserved_at <= ?", account, key,
                now.minus(KEPT)) > 0 && insert(account, key, requestHash, now));
    }

    private boolean insert(String account, String key, String requestHash, Instant now) {
        return database.insertUnlessThere("insert into kept_answer (account, request_key, request_hash, reserved_at)"
            + " values (?, ?, ?, ?)", account, key, requestHash, now);
    }

    @Override
    public void complete(String account, String key, Answer answer) {
        byte[] body = answer.body() == null ? new byte[0] : answer.body();
        int changed = database.update("update kept_answer set request_hash = ?, status = ?, location = ?, etag = ?, body = ?"
            + " where account = ? and request_key = ?", answer.requestHash(), answer.status(), answer.location(), answer.etag(),
            personalData.protect(scope(account), body), account, key);
        if (changed == 0) {
            throw new IllegalStateException("the key was not reserved");
        }
    }

    @Override
    public int trim(Instant before, int limit) {
        return database.update("delete from kept_answer where (account, request_key) in (select account, request_key"
            + " from kept_answer where reserved_at < ? order by reserved_at limit ?)", before, limit);
    }

    private static String scope(String account) {
        return "account:" + account;
    }
}

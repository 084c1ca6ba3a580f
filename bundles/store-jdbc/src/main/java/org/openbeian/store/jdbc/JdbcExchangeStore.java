package org.openbeian.store.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.openbeian.api.authority.KeptFile;
import org.openbeian.api.authority.OpenResult;
import org.openbeian.api.authority.ResultFile;
import org.openbeian.api.security.PersonalData;
import org.openbeian.api.store.ExchangeStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Files of the authorities, each protected by a key of its own, which is destroyed with it. The authority's own row keeps what
 * must outlive trimmed files, and orders concurrent callers.
 */
@Component
public final class JdbcExchangeStore implements ExchangeStore {

    private static final String SELECT = "select file_sequence, content_id, digest, submissions, prepared_at, not_sent from upload_file"
            + " where authority_id = ?";

    private final Database database;
    private final PersonalData personalData;
    private final Contents contents;

    @Activate
    public JdbcExchangeStore(@Reference Database database, @Reference PersonalData personalData) {
        this.database = database;
        this.personalData = personalData;
        this.contents = new Contents(database);
    }

    /** What of filings is not in a file, as it is stored. */
    record LeftOut(Map<Long, List<String>> bySubmission) {
    }

    @Override
    public void prepare(UploadFile file) {
        database.call(() -> {
            String authority = file.authorityId();
            long last = lockAuthority(authority);
            if (file.sequence() != last + 1) {
                throw new IllegalStateException("upload " + file.sequence() + " to " + authority + " does not follow " + last);
            }
            if (isPending(authority)) {
                throw new IllegalStateException("an upload to " + authority + " is pending");
            }
            String scope = upload(authority, file.sequence());
            database.update("insert into upload_file (authority_id, file_sequence, content_id, digest, submissions, prepared_at, not_sent)"
                + " values (?, ?, ?, ?, ?, ?, ?)", authority, file.sequence(), keep(scope, file.file()), file.digest(),
                file.submissions().isEmpty() ? "[]" : Documents.text(file.submissions()), file.preparedAt(),
                file.notSent().isEmpty() ? null : Documents.text(new LeftOut(file.notSent())));
            return null;
        });
    }

    @Override
    public Optional<UploadFile> pending(String authorityId) {
        return database.first(SELECT + " and accepted_at is null", row -> file(authorityId, row), authorityId);
    }

    @Override
    public Optional<UploadFile> file(String authorityId, long sequence) {
        return database.first(SELECT + " and file_sequence = ?", row -> file(authorityId, row), authorityId, sequence);
    }

    @Override
    public boolean accepted(String authorityId, long sequence, Instant at) {
        return database.call(() -> {
            lockAuthority(authorityId);
            return database.update("update upload_file set accepted_at = ? where authority_id = ? and file_sequence = ?"
                    + " and accepted_at is null", at, authorityId, sequence) > 0
                && database.update("update authority set last_accepted = ? where id = ?", sequence, authorityId) > 0;
        });
    }

    @Override
    public void drop(String authorityId, long sequence) {
        database.call(() -> {
            database.first("select content_id from upload_file where authority_id = ? and file_sequence = ? and accepted_at is null",
                row -> row.getString(1), authorityId, sequence).ifPresent(content -> {
                    database.update("delete from upload_file where authority_id = ? and file_sequence = ?", authorityId, sequence);
                    contents.remove(List.of(content));
                    JdbcDataKeyStore.destroyAll(database, List.of(upload(authorityId, sequence)));
                });
            return null;
        });
    }

    @Override
    public long lastAccepted(String authorityId) {
        return database.first("select last_accepted from authority where id = ?", row -> row.getLong(1), authorityId).orElse(0L);
    }

    @Override
    public boolean received(String authorityId, ResultFile file, Instant at) {
        return database.call(() -> {
            lockAuthority(authorityId);
            byte[] content = personalData.protect(result(authorityId, file.name()), file.content());
            if (database.insertUnlessThere("insert into result_file (authority_id, name, content, digest, received_at)"
                    + " values (?, ?, ?, ?, ?)", authorityId, file.name(), content, file.digest(), at)) {
                return true;
            }
            return database.update("update result_file set content = ?, digest = ?, received_at = ?, damaged_at = null,"
                + " reason = null, notes = null, dismissed_at = null, dismissed_because = null"
                + " where authority_id = ? and name = ? and applied_at is null", content, file.digest(), at,
                authorityId, file.name()) > 0;
        });
    }

    @Override
    public void applied(String authorityId, String fileName, Instant at) {
        database.update("update result_file set applied_at = ?, damaged_at = null, reason = null where authority_id = ?"
            + " and name = ?", at, authorityId, fileName);
    }

    @Override
    public void noted(String authorityId, String fileName, List<String> notes) {
        database.update("update result_file set notes = ? where authority_id = ? and name = ?", KeptFiles.text(notes), authorityId,
            fileName);
    }

    @Override
    public List<KeptFile> files(String authorityId, int limit) {
        return KeptFiles.of(database, authorityId, limit);
    }

    @Override
    public void damaged(String authorityId, String fileName, String reason, Instant at) {
        database.update("update result_file set damaged_at = ?, reason = ? where authority_id = ? and name = ?", at,
            Rows.cut(reason, 4000), authorityId, fileName);
    }

    @Override
    public List<OpenResult> openResults(String authorityId) {
        String sql = "select authority_id, name, reason, received_at from result_file where applied_at is null"
            + " and dismissed_at is null" + (authorityId == null ? "" : " and authority_id = ?") + " order by received_at, name";
        Object[] parameters = authorityId == null ? new Object[0] : new Object[] {authorityId};
        return database.query(sql, row -> new OpenResult(row.getString("authority_id"), row.getString("name"),
            row.getString("reason"), Rows.instant(row, "received_at")), parameters);
    }

    @Override
    public boolean dismiss(String authorityId, String fileName, String reason, Instant at) {
        return database.update("update result_file set dismissed_at = ?, dismissed_because = ? where authority_id = ? and name = ?"
            + " and applied_at is null and dismissed_at is null", at, Rows.cut(reason, 4000), authorityId, fileName) > 0;
    }

    @Override
    public Optional<Instant> lastFetched(String authorityId) {
        return database.first("select fetched_at from authority where id = ? and fetched_at is not null",
            row -> Rows.instant(row, "fetched_at"), authorityId);
    }

    @Override
    public void fetched(String authorityId, Instant at) {
        database.call(() -> {
            lockAuthority(authorityId);
            return database.update("update authority set fetched_at = ? where id = ?", at, authorityId);
        });
    }

    @Override
    public int trim(Instant before, int limit) {
        return database.call(() -> {
            List<String> kept = new ArrayList<>();
            List<Object[]> uploads = database.query("select authority_id, file_sequence, content_id from upload_file"
                + " where accepted_at < ? limit ?", row -> {
                    kept.add(row.getString(3));
                    return new Object[] {row.getString(1), row.getLong(2)};
                }, before, limit);
            List<Object[]> results = database.query("select authority_id, name from result_file where applied_at < ?"
                + " or dismissed_at < ? limit ?", row -> new Object[] {row.getString(1), row.getString(2)}, before, before, limit);
            if (uploads.isEmpty() && results.isEmpty()) {
                return 0;
            }
            database.batch("delete from upload_file where authority_id = ? and file_sequence = ?", uploads);
            contents.remove(kept);
            database.batch("delete from result_file where authority_id = ? and name = ?", results);
            JdbcDataKeyStore.destroyAll(database, Stream.concat(
                uploads.stream().map(file -> upload((String) file[0], (Long) file[1])),
                results.stream().map(file -> result((String) file[0], (String) file[1]))).toList());
            return uploads.size() + results.size();
        });
    }

    /** Holds the authority's row until the transaction ends; returns the number of its last accepted file. */
    private long lockAuthority(String authorityId) {
        String lock = "select last_accepted from authority where id = ? for update";
        return database.first(lock, row -> row.getLong(1), authorityId).or(() -> {
            database.insertUnlessThere("insert into authority (id, last_accepted) values (?, 0)", authorityId);
            return database.first(lock, row -> row.getLong(1), authorityId);
        }).orElse(0L);
    }

    /** Stores the bytes of an upload file; returns their id, which no other file gets although numbers may come again. */
    private String keep(String scope, byte[] file) {
        String id = scope.replace(':', '-') + "-" + UUID.randomUUID();
        contents.put(id, scope, personalData.protect(scope, file));
        return id;
    }

    private boolean isPending(String authorityId) {
        return database.first("select 1 from upload_file where authority_id = ? and accepted_at is null", row -> true,
            authorityId).isPresent();
    }

    private UploadFile file(String authorityId, ResultSet row) throws SQLException {
        long sequence = row.getLong("file_sequence");
        String scope = upload(authorityId, sequence);
        byte[] stored = contents.get(row.getString("content_id"), scope);
        if (stored == null) {
            throw new IllegalStateException("the bytes of " + scope + " are gone");
        }
        return new UploadFile(authorityId, sequence, personalData.reveal(scope, stored), row.getString("digest"),
            Documents.numbers(row.getString("submissions")), Rows.instant(row, "prepared_at"),
            row.getString("not_sent") == null ? Map.of() : Documents.read(row.getString("not_sent"), LeftOut.class).bySubmission());
    }

    private static String upload(String authorityId, long sequence) {
        return "upload:" + authorityId + ":" + sequence;
    }

    private static String result(String authorityId, String name) {
        return "result:" + authorityId + ":" + name;
    }
}

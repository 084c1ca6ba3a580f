package org.openbeian.store.jdbc;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.openbeian.api.channel.NotificationChannel.AddressKind;
import org.openbeian.api.security.PersonalData;
import org.openbeian.api.store.ContactCodeStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class JdbcContactCodeStore implements ContactCodeStore {

    private final Database database;
    private final PersonalData personalData;

    @Activate
    public JdbcContactCodeStore(@Reference Database database, @Reference PersonalData personalData) {
        this.database = database;
        this.personalData = personalData;
    }

    @Override
    public void add(Code code) {
        byte[] document = personalData.protect(scope(code.account()), code.address().getBytes(StandardCharsets.UTF_8));
        database.update("insert into contact_code (id, account, purpose, kind, address_mark, code_mark, document, sent_at, expires_at,"
            + " tries) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", code.id(), code.account(), code.purpose(), code.kind(), code.addressMark(),
            code.codeMark(), document, code.sentAt(), code.expiresAt(), code.tries());
    }

    @Override
    public void remove(String id) {
        database.update("delete from contact_code where id = ?", id);
    }

    @Override
    public Optional<Code> last(String account, String purpose, AddressKind kind) {
        return database.first("select * from contact_code where account = ? and purpose = ? and kind = ?"
            + " order by sent_at desc, id desc limit 1", this::code, account, purpose, kind);
    }

    @Override
    public int sent(String account, String addressMark, Instant since) {
        return database.first("select count(*) from contact_code where account = ? and sent_at > ? union all"
            + " select count(*) from contact_code where address_mark = ? and sent_at > ? order by 1 desc",
            row -> row.getInt(1), account, since, addressMark, since).orElseThrow();
    }

    @Override
    public boolean tryOnce(String id, int most, Instant now) {
        return database.update("update contact_code set tries = tries + 1 where id = ? and tries < ? and expires_at > ?", id, most,
            now) > 0;
    }

    @Override
    public boolean end(String id, Instant now) {
        return database.update("update contact_code set expires_at = ? where id = ? and expires_at > ?", now, id, now) > 0;
    }

    @Override
    public int trim(Instant before) {
        return database.update("delete from contact_code where sent_at < ?", before);
    }

    private Code code(ResultSet row) throws SQLException {
        String account = row.getString("account");
        String address = new String(personalData.reveal(scope(account), row.getBytes("document")), StandardCharsets.UTF_8);
        return new Code(row.getString("id"), account, row.getString("purpose"), Rows.constant(row, "kind", AddressKind.class), address,
            row.getString("address_mark"), row.getString("code_mark"), Rows.instant(row, "sent_at"),
            Rows.instant(row, "expires_at"), row.getInt("tries"));
    }

    private static String scope(String account) {
        return "account:" + account;
    }
}

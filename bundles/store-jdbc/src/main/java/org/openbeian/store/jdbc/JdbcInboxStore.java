package org.openbeian.store.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.openbeian.api.channel.InboxMessage;
import org.openbeian.api.channel.OutgoingMessage;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.security.PersonalData;
import org.openbeian.api.store.InboxStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class JdbcInboxStore implements InboxStore {

    private final Database database;
    private final PersonalData personalData;

    @Activate
    public JdbcInboxStore(@Reference Database database, @Reference PersonalData personalData) {
        this.database = database;
        this.personalData = personalData;
    }

    /** What of a message is protected. */
    private record Content(LocalizedText subject, LocalizedText text) {
    }

    @Override
    public void put(OutgoingMessage message) {
        byte[] content = Documents.bytes(new Content(message.subject(), message.text()));
        database.insertUnlessThere("insert into inbox_message (account, message_key, order_id, message, document, created_at,"
            + " is_read) values (?, ?, ?, ?, ?, ?, false)", message.account(), message.key(), message.orderId(),
            message.message(), personalData.protect(scope(message.account()), content), message.createdAt());
    }

    @Override
    public List<InboxMessage> list(String account, long before, int limit) {
        return database.query("select * from inbox_message where account = ? and id < ? order by id desc limit ?",
            this::message, account, before == 0 ? Long.MAX_VALUE : before, limit);
    }

    @Override
    public boolean markRead(String account, long id) {
        return database.update("update inbox_message set is_read = true where id = ? and account = ?", id, account) > 0;
    }

    private InboxMessage message(ResultSet row) throws SQLException {
        String account = row.getString("account");
        Content content = Documents.read(personalData.reveal(scope(account), row.getBytes("document")), Content.class);
        return new InboxMessage(row.getLong("id"), account, row.getString("order_id"), row.getString("message"),
            content.subject(), content.text(), Rows.instant(row, "created_at"), row.getBoolean("is_read"));
    }

    private static String scope(String account) {
        return "account:" + account;
    }
}

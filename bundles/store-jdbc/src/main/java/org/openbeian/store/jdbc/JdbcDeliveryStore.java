package org.openbeian.store.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.openbeian.api.channel.DeliveryResult;
import org.openbeian.api.channel.DeliveryResult.Status;
import org.openbeian.api.store.DeliveryStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class JdbcDeliveryStore implements DeliveryStore {

    private static final int REFERENCE = 300;
    private static final int MOST = 500;

    private final Database database;

    @Activate
    public JdbcDeliveryStore(@Reference Database database) {
        this.database = database;
    }

    @Override
    public void add(List<Delivery> deliveries) {
        if (deliveries.isEmpty()) {
            return;
        }
        database.call(() -> {
            database.batch("insert into delivery (account, order_id, message, channel, masked_address, message_key, attempt, status,"
                + " detail, parts, happened_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                deliveries.stream().map(JdbcDeliveryStore::values).toList());
            deliveries.stream().filter(delivery -> delivery.result().status() == Status.SENT && delivery.result().detail() != null)
                .forEach(this::await);
            return null;
        });
    }

    private void await(Delivery delivery) {
        database.insertUnlessThere("insert into awaited_receipt (channel, reference, message_key, account, order_id, message,"
            + " masked_address, attempt, parts, sent_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", delivery.channel(),
            Rows.cut(delivery.result().detail(), REFERENCE), delivery.key(), delivery.account(), delivery.orderId(),
            delivery.message(), delivery.maskedAddress(), delivery.attempt(), delivery.result().parts(), delivery.at());
    }

    @Override
    public List<Delivery> list(String orderId) {
        return database.query("select * from delivery where order_id = ? order by id", JdbcDeliveryStore::delivery, orderId);
    }

    @Override
    public List<Delivery> ofAddress(String channel, String maskedAddress, int limit) {
        return database.query("select * from delivery where channel = ? and masked_address = ? order by id desc limit ?",
            JdbcDeliveryStore::delivery, channel, maskedAddress, limit);
    }

    @Override
    public List<Delivery> ofAccount(String account, int limit) {
        return database.query("select * from delivery where account = ? order by id desc limit ?", JdbcDeliveryStore::delivery, account,
            limit);
    }

    @Override
    public Optional<Delivery> takeSent(String channel, String reference) {
        return database.call(() -> {
            Optional<Delivery> sent = database.first("select * from awaited_receipt where channel = ? and reference = ? for update",
                row -> new Delivery(row.getString("account"), row.getString("order_id"), row.getString("message"), channel,
                    row.getString("masked_address"), row.getString("message_key"), row.getInt("attempt"),
                    new DeliveryResult(Status.SENT, reference, row.getInt("parts")), Rows.instant(row, "sent_at")), channel,
                reference);
            sent.ifPresent(found -> database.update("delete from awaited_receipt where channel = ? and reference = ?", channel,
                reference));
            return sent;
        });
    }

    @Override
    public void keepEarly(String channel, Receipt receipt, Instant at) {
        database.call(() -> {
            String reference = Rows.cut(receipt.reference(), REFERENCE);
            database.update("delete from early_receipt where channel = ? and reference = ? and received_at < ?", channel, reference,
                at.minus(EARLY));
            boolean first = database.insertUnlessThere("insert into early_receipt (channel, reference, status, detail, parts,"
                + " received_at) values (?, ?, ?, ?, ?, ?)", channel, reference, receipt.result().status(),
                Rows.cut(receipt.result().detail(), 4000), receipt.result().parts(), at);
            if (first) {
                List<Object[]> rows = new ArrayList<>();
                receipt.spellings().forEach(one -> rows.add(new Object[] {channel, reference, rows.size(), Rows.cut(one, REFERENCE)}));
                database.batch("insert into early_receipt_spelling (channel, reference, place, spelling) values (?, ?, ?, ?)", rows);
            }
            return null;
        });
    }

    @Override
    public List<Receipt> early(String channel, Instant now) {
        Map<String, Receipt> found = new LinkedHashMap<>();
        database.query("select e.*, s.spelling from awaited_receipt a"
            + " join early_receipt_spelling s on s.channel = a.channel and s.spelling = a.reference"
            + " join early_receipt e on e.channel = s.channel and e.reference = s.reference"
            + " where a.channel = ? and s.channel = ? and e.received_at >= ? order by e.received_at, e.reference, s.place limit ?",
            row -> found.merge(row.getString("reference"), match(row), JdbcDeliveryStore::both), channel, channel, now.minus(EARLY),
            MOST);
        return List.copyOf(found.values());
    }

    private static Receipt match(ResultSet row) throws SQLException {
        return new Receipt(List.of(row.getString("reference"), row.getString("spelling")).stream().distinct().toList(),
            new DeliveryResult(Rows.constant(row, "status", Status.class), row.getString("detail"), row.getInt("parts")));
    }

    private static Receipt both(Receipt one, Receipt other) {
        return new Receipt(Stream.concat(one.spellings().stream(), other.spellings().stream()).distinct().toList(), one.result());
    }

    @Override
    public void dropEarly(String channel, String reference) {
        database.update("delete from early_receipt where channel = ? and reference = ?", channel, Rows.cut(reference, REFERENCE));
    }

    @Override
    public boolean awaitsReceipt(String key) {
        return database.first("select 1 from awaited_receipt where message_key = ? limit 1", row -> true, key).isPresent();
    }

    @Override
    public List<Count> count(Instant since) {
        return database.query("select channel, status, count(*) as tries, sum(parts) as parts from delivery where happened_at >= ?"
            + " group by channel, status order by channel, status",
            row -> new Count(row.getString("channel"), Rows.constant(row, "status", Status.class), row.getLong("tries"),
                row.getLong("parts")), since);
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        return new Delivery(row.getString("account"), row.getString("order_id"), row.getString("message"), row.getString("channel"),
            row.getString("masked_address"), row.getString("message_key"), row.getInt("attempt"),
            new DeliveryResult(Rows.constant(row, "status", Status.class), row.getString("detail"), row.getInt("parts")),
            Rows.instant(row, "happened_at"));
    }

    private static Object[] values(Delivery delivery) {
        return new Object[] {delivery.account(), delivery.orderId(), delivery.message(), delivery.channel(), delivery.maskedAddress(),
            delivery.key(), delivery.attempt(), delivery.result().status(), Rows.cut(delivery.result().detail(), 4000),
            delivery.result().parts(), delivery.at()};
    }
}

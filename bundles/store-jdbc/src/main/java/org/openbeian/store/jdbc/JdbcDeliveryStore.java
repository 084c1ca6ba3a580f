package org.openbeian.store.jdbc;

import java.util.List;
import org.openbeian.api.channel.DeliveryResult;
import org.openbeian.api.store.DeliveryStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class JdbcDeliveryStore implements DeliveryStore {

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
            database.batch("insert into delivery (order_id, message, channel, masked_address, message_key, status, detail,"
                + " happened_at) values (?, ?, ?, ?, ?, ?, ?, ?)", deliveries.stream().map(JdbcDeliveryStore::values).toList());
            return null;
        });
    }

    @Override
    public List<Delivery> list(String orderId) {
        return database.query("select * from delivery where order_id = ? order by id",
            row -> new Delivery(orderId, row.getString("message"), row.getString("channel"), row.getString("masked_address"),
                row.getString("message_key"), new DeliveryResult(Rows.constant(row, "status", DeliveryResult.Status.class),
                    row.getString("detail")), Rows.instant(row, "happened_at")), orderId);
    }

    private static Object[] values(Delivery delivery) {
        return new Object[] {delivery.orderId(), delivery.message(), delivery.channel(), delivery.maskedAddress(),
            delivery.key(), delivery.result().status(), Rows.cut(delivery.result().detail(), 4000), delivery.at()};
    }
}

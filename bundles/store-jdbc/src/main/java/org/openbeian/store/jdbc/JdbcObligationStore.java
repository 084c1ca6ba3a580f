package org.openbeian.store.jdbc;

import java.util.List;
import java.util.Optional;
import org.openbeian.api.order.OrderState;
import org.openbeian.api.resource.ResourceObligations.Obligation;
import org.openbeian.api.store.ObligationStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class JdbcObligationStore implements ObligationStore {

    /** What is filed rests on the resources of the last order about it that was granted. */
    private static final String CARRIED = " from order_resource r join filing_order o on o.id = r.order_id where (o.state in ("
        + OrderColumns.quoted(state -> state != OrderState.DRAFT && !state.isFinal()) + ") or o.state = 'APPROVED' and "
        + JdbcResourceStore.STANDS + " and not exists (select 1 from order_resource l join filing_order p on p.id = l.order_id"
        + " where l.service_key = r.service_key and p.state = 'APPROVED' and p.updated_at > o.updated_at))";

    private final Database database;

    @Activate
    public JdbcObligationStore(@Reference Database database) {
        this.database = database;
    }

    @Override
    public List<String> orders(String after, int limit) {
        return database.query("select distinct o.id" + CARRIED + " and o.id > ? order by o.id limit ?", row -> row.getString(1), after,
            limit);
    }

    @Override
    public void save(Obligation obligation) {
        Object[] values = {obligation.account(), obligation.since(), Documents.bytes(obligation), obligation.orderId()};
        database.call(() -> database.update("update resource_obligation set account = ?, since = ?, document = ? where order_id = ?",
                values) > 0
            || database.update("insert into resource_obligation (account, since, document, order_id) values (?, ?, ?, ?)", values) > 0);
    }

    @Override
    public Optional<Obligation> find(String orderId) {
        return database.first("select document from resource_obligation where order_id = ?",
            row -> Documents.read(row.getBytes(1), Obligation.class), orderId);
    }

    @Override
    public void remove(String orderId) {
        database.update("delete from resource_obligation where order_id = ?", orderId);
    }

    @Override
    public void removeOver() {
        database.update("delete from resource_obligation where order_id not in (select o.id" + CARRIED + ")");
    }

    @Override
    public List<Obligation> list(String account, int limit) {
        return account == null
            ? database.query("select document from resource_obligation order by since, order_id limit ?",
                row -> Documents.read(row.getBytes(1), Obligation.class), limit)
            : database.query("select document from resource_obligation where account = ? order by since, order_id limit ?",
                row -> Documents.read(row.getBytes(1), Obligation.class), account, limit);
    }
}

package org.openbeian.store.jdbc;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openbeian.api.billing.Charge;
import org.openbeian.api.billing.FreeTime;
import org.openbeian.api.billing.Invoice;
import org.openbeian.api.butler.ButlerCase;
import org.openbeian.api.resource.ResourceRef;
import org.openbeian.api.security.DataErased;
import org.openbeian.api.security.PersonalData;
import org.openbeian.api.store.ButlerStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class JdbcButlerStore implements ButlerStore {

    private final Database database;
    private final PersonalData personalData;

    @Activate
    public JdbcButlerStore(@Reference Database database, @Reference PersonalData personalData) {
        this.database = database;
        this.personalData = personalData;
    }

    @Override
    public boolean insert(ButlerCase fresh) {
        return database.insertUnlessThere("insert into butler_case (id, version, order_id, live_order, account, butler, document)"
            + " values (?, ?, ?, ?, ?, ?, ?)", fresh.id(), fresh.version(), fresh.orderId(), fresh.orderId(), fresh.account(),
            fresh.butler(), document(fresh));
    }

    @Override
    public boolean update(ButlerCase next) {
        String live = next.state() == ButlerCase.State.CANCELLED ? null : next.orderId();
        return database.update("update butler_case set version = ?, live_order = ?, butler = ?, document = ?"
            + " where id = ? and version = ?", next.version(), live, next.butler(), document(next), next.id(),
            next.version() - 1) > 0;
    }

    @Override
    public Optional<ButlerCase> find(String id) {
        return database.first("select order_id, document from butler_case where id = ?",
            row -> readable(row.getString(1), row.getBytes(2)), id).flatMap(found -> found);
    }

    @Override
    public List<ButlerCase> list(String account, String butler, int limit) {
        return Pages.filled(null, limit, (behind, wanted) -> rows(account, butler, behind, wanted));
    }

    private List<Pages.Row<ButlerCase>> rows(String account, String butler, String behind, int limit) {
        StringBuilder sql = new StringBuilder("select id, order_id, document from butler_case where 1 = 1");
        List<Object> parameters = new ArrayList<>();
        if (account != null) {
            sql.append(" and account = ?");
            parameters.add(account);
        }
        if (butler != null) {
            sql.append(" and butler = ?");
            parameters.add(butler);
        }
        if (behind != null) {
            sql.append(" and id < ?");
            parameters.add(behind);
        }
        parameters.add(limit);
        return database.query(sql.append(" order by id desc limit ?").toString(),
            row -> new Pages.Row<>(row.getString(1), readable(row.getString(2), row.getBytes(3))), parameters.toArray());
    }

    @Override
    public boolean add(Charge charge) {
        return database.insertUnlessThere("insert into charge (id, account, order_id, item, amount, booked_at) values"
            + " (?, ?, ?, ?, ?, ?)", charge.id(), charge.account(), charge.orderId(), charge.item(), charge.amount(), charge.at());
    }

    @Override
    public List<Charge> charges(String account, int limit) {
        return database.query("select * from charge where account = ? order by booked_at desc, id desc limit ?",
            row -> new Charge(row.getString("id"), account, row.getString("order_id"), row.getString("item"),
                row.getBigDecimal("amount"), Rows.instant(row, "booked_at"), row.getString("invoice_id")), account, limit);
    }

    @Override
    public int add(Invoice invoice, List<String> chargeIds) {
        return database.call(() -> {
            database.update("insert into invoice (id, account, title, amount, issued, requested_at) values (?, ?, ?, ?, ?, ?)",
                invoice.id(), invoice.account(), personalData.protect(scope(invoice.account()),
                    invoice.title().getBytes(StandardCharsets.UTF_8)), invoice.amount(), invoice.issued(), invoice.requestedAt());
            return chargeIds.stream().mapToInt(id -> database.update("update charge set invoice_id = ? where id = ?"
                + " and account = ? and invoice_id is null", invoice.id(), id, invoice.account())).sum();
        });
    }

    @Override
    public boolean issued(String invoiceId) {
        return database.update("update invoice set issued = true where id = ?", invoiceId) > 0;
    }

    @Override
    public List<Invoice> invoices(String account, int limit) {
        return database.query("select * from invoice where account = ? order by id desc limit ?",
            row -> new Invoice(row.getString("id"), account,
                new String(personalData.reveal(scope(account), row.getBytes("title")), StandardCharsets.UTF_8),
                row.getBigDecimal("amount"), row.getBoolean("issued"), Rows.instant(row, "requested_at")), account, limit);
    }

    @Override
    public boolean add(FreeTime time) {
        ResourceRef server = time.resource();
        return database.insertUnlessThere("insert into free_time (id, account, order_id, resource_kind, resource_id, days, granted_at)"
            + " values (?, ?, ?, ?, ?, ?, ?)", time.id(), time.account(), time.orderId(), server == null ? null : server.kind(),
            server == null ? null : server.id(), time.days(), time.at());
    }

    @Override
    public List<FreeTime> freeTime(String account, int limit) {
        return database.query("select * from free_time where account = ? order by granted_at desc, id desc limit ?",
            row -> new FreeTime(row.getString("id"), account, row.getString("order_id"), row.getString("resource_id") == null ? null
                : new ResourceRef(row.getString("resource_kind"), row.getString("resource_id")), row.getInt("days"),
                Rows.instant(row, "granted_at")), account, limit);
    }

    /** The key of the order, so that an erasure of the order takes what was handed over with it. */
    private byte[] document(ButlerCase value) {
        return personalData.protect(value.orderId(), Documents.bytes(value));
    }

    /** Empty when the order was erased: then its case is gone too. */
    private Optional<ButlerCase> readable(String orderId, byte[] document) {
        try {
            return Optional.of(Documents.read(personalData.reveal(orderId, document), ButlerCase.class));
        } catch (DataErased gone) {
            return Optional.empty();
        }
    }

    private static String scope(String account) {
        return "account:" + account;
    }
}

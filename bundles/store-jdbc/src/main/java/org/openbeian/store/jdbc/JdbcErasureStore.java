package org.openbeian.store.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.openbeian.api.key.ErasureCertificate;
import org.openbeian.api.key.ErasureKind;
import org.openbeian.api.order.OrderState;
import org.openbeian.api.security.PersonalData;
import org.openbeian.api.store.ErasureStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class JdbcErasureStore implements ErasureStore {

    private static final String FINAL = OrderColumns.quoted(OrderState::isFinal);

    private final Database database;
    private final PersonalData personalData;
    private final Contents contents;
    private final JdbcBlockingStore blockings;
    private final JdbcRegistryStore registry;

    @Activate
    public JdbcErasureStore(@Reference Database database, @Reference PersonalData personalData) {
        this.database = database;
        this.personalData = personalData;
        this.contents = new Contents(database);
        this.blockings = new JdbcBlockingStore(database);
        this.registry = new JdbcRegistryStore(database, personalData);
    }

    @Override
    public Belongings belongings(ErasureKind kind, String id) {
        return switch (kind) {
            case ORDER -> ofOrders(List.of(), "id = ?", id);
            case ACCOUNT -> ofOrders(is("select 1 from account where name = ?", id) ? List.of("account:" + id) : List.of(),
                "account = ?", id);
            case ORGANIZER -> ofOrders(is("select 1 from register_organizer where number = ?", id)
                ? List.of("register:" + id) : List.of(), "number = ? or number like ? or id in (select order_id from"
                + " register_organizer where number = ? union select order_id from register_service where organizer_number = ?)",
                id, id.replaceAll("[%_\\\\]", "\\\\$0") + "-%", id, id);
        };
    }

    private boolean is(String question, String id) {
        return database.first(question, row -> true, id).isPresent();
    }

    private Belongings ofOrders(List<String> own, String condition, Object... parameters) {
        List<String> orders = new ArrayList<>();
        List<String> open = new ArrayList<>();
        database.query("select id, case when state in (" + FINAL + ") then 0 else 1 end from filing_order where " + condition
            + " order by id for update", row -> row.getInt(2) == 1 ? open.add(row.getString(1)) : orders.add(row.getString(1)),
            parameters);
        orders.addAll(open);
        List<String> scopes = new ArrayList<>(own);
        scopes.addAll(orders);
        return new Belongings(scopes, orders, open);
    }

    @Override
    public Map<String, Long> strip(ErasureKind kind, String id, Belongings belongings) {
        Map<String, Long> removed = new TreeMap<>();
        for (String order : belongings.orders()) {
            count(removed, "pictures", contents.removeAll(order));
            count(removed, "marks", "delete from order_mark where order_id = ?", order);
            count(removed, "verdicts", "delete from verdict where order_id = ?", order);
            count(removed, "messages", "delete from inbox_message where order_id = ?", order);
            count(removed, "answers", "delete from kept_answer where account = (select account from filing_order where id = ?)",
                order);
            count(removed, "addresses", "update delivery set masked_address = null where order_id = ? and masked_address is not null",
                order);
            count(removed, "receipts", "delete from awaited_receipt where order_id = ?", order);
            count(removed, "obligations", "delete from resource_obligation where order_id = ?", order);
            count(removed, "documents", "delete from kept_case where order_id = ?", order);
            count(removed, "names", "update filing_order set organizer_name = null where id = ? and organizer_name like '%*%'", order);
        }
        if (kind == ErasureKind.ORGANIZER) {
            List<String> asked = registry.asking(id);
            JdbcRegistryStore.remove(database, contents, asked);
            count(removed, "registry answers", asked.size());
            count(removed, "marks", "update register_organizer set name_mark = null, certificate_mark = null where number = ? and"
                + " (name_mark is not null or certificate_mark is not null)", id);
            count(removed, "cases", "delete from correction_case where scope = ?", "register:" + id);
            count(removed, "pictures", contents.removeAll("register:" + id));
            count(removed, "registry answers", "delete from registry_answer where scope = ?", "register:" + id);
            List<String> shared = registry.naming(id);
            JdbcRegistryStore.remove(database, contents, shared);
            count(removed, "registry answers", shared.size());
        }
        if (kind == ErasureKind.ACCOUNT) {
            stripAccount(removed, id);
        }
        return removed;
    }

    private void stripAccount(Map<String, Long> removed, String id) {
        count(removed, "messages", "delete from inbox_message where account = ?", id);
        count(removed, "templates", "delete from identity_template where account = ?", id);
        count(removed, "documents", "delete from kept_case where account = ? and order_id is null", id);
        count(removed, "cases", "delete from correction_case where account = ? and scope = 'correction:' || id", id);
        count(removed, "answers", "delete from kept_answer where account = ?", id);
        count(removed, "obligations", "delete from resource_obligation where account = ?", id);
        count(removed, "public addresses", "delete from public_address where account = ?", id);
        count(removed, "notices", blockings.forget(id));
        count(removed, "resources", "delete from resource where account = ?", id);
        count(removed, "domains", "delete from domain_registration where account = ?", id);
        count(removed, "addresses", "update delivery set masked_address = null where account = ? and order_id is null and"
            + " masked_address is not null", id);
        count(removed, "endpoints", "delete from endpoint where account = ?", id);
        count(removed, "preferences", "delete from notification_preference where account = ?", id);
        count(removed, "codes", "delete from contact_code where account = ?", id);
        count(removed, "votes", "delete from help_vote where account = ?", id);
        count(removed, "sessions", "delete from account_session where account = ?", id);
        count(removed, "nonces", "delete from api_nonce where key_id in (select id from api_key where account = ?)", id);
        count(removed, "keys", "delete from api_key where account = ?", id);
        count(removed, "identities", "delete from account_identity where account = ?", id);
        count(removed, "receipts", "delete from awaited_receipt where account = ?", id);
        count(removed, "invitations", "delete from invitation where owner = ?", id);
        count(removed, "delegations", "delete from delegation where owner = ? or delegate = ?", id, id);
        count(removed, "accounts", "update account set is_active = false, phone_mark = null, email_mark = null,"
            + " password_hash = null, version = version + 1, document = ? where name = ?",
            personalData.protect("account:" + id, Documents.bytes(Map.of())), id);
    }

    private void count(Map<String, Long> removed, String what, String change, Object... parameters) {
        count(removed, what, database.update(change, parameters));
    }

    private static void count(Map<String, Long> removed, String what, int rows) {
        if (rows > 0) {
            removed.merge(what, (long) rows, Long::sum);
        }
    }

    @Override
    public void add(ErasureCertificate certificate) {
        database.update("insert into erasure (id, happened_at, document) values (?, ?, ?)", certificate.id(), certificate.at(),
            Documents.bytes(certificate));
    }

    @Override
    public Optional<ErasureCertificate> find(String certificateId) {
        return database.first("select document from erasure where id = ?",
            row -> Documents.read(row.getBytes(1), ErasureCertificate.class), certificateId);
    }

    @Override
    public List<ErasureCertificate> list(int limit) {
        return database.query("select document from erasure order by happened_at desc, id limit ?",
            row -> Documents.read(row.getBytes(1), ErasureCertificate.class), limit);
    }
}

package org.openbeian.store.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.openbeian.api.order.OrderState;
import org.openbeian.api.resource.AuthorizationCodes;
import org.openbeian.api.resource.ResourceFacts;
import org.openbeian.api.resource.ResourceRef;
import org.openbeian.api.resource.ResourceUse;
import org.openbeian.api.store.ResourceStore;
import org.openbeian.core.identifier.IpAddress;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class JdbcResourceStore implements ResourceStore {

    /** The services that an order {@code o} brought; what imports brought is not in the index. */
    private static final String OF_ORDER = " from register_service s where s.order_id = o.id and s.order_id <> 'imported'";

    /**
     * Whether what an order {@code o} filed on a resource {@code r} stands, with access here: a website while its domain does, an APP
     * while a service that the order brought does.
     */
    static final String STANDS = "(exists (select 1 from register_domain d where d.domain = r.service_key"
        + " and coalesce(d.gate_state, '') <> 'ACCESS_CANCELLED') or r.service_key like 'app:%' and (not exists (select 1" + OF_ORDER
        + ") or exists (select 1" + OF_ORDER + " and s.state not in ('CANCELLED', 'ACCESS_CANCELLED'))))";

    private static final String USES = "select r.kind, r.resource_id, r.service_key, o.id, o.account, o.state from order_resource r"
        + " join filing_order o on o.id = r.order_id where (o.state in ("
        + OrderColumns.quoted(state -> state != OrderState.DRAFT && !state.isFinal()) + ") or o.state = 'APPROVED' and " + STANDS
        + ") and ";

    private final Database database;

    @Activate
    public JdbcResourceStore(@Reference Database database) {
        this.database = database;
    }

    @Override
    public void save(ResourceFacts facts) {
        Object[] values = {facts.account(), Documents.bytes(facts), facts.kind(), facts.id()};
        database.call(() -> {
            if (database.update("update resource set account = ?, document = ? where kind = ? and id = ?", values) == 0) {
                database.update("insert into resource (account, document, kind, id) values (?, ?, ?, ?)", values);
            } else {
                database.update("delete from resource_base where kind = ? and id = ?", facts.kind(), facts.id());
                database.update("delete from resource_address where kind = ? and id = ?", facts.kind(), facts.id());
            }
            new LinkedHashSet<>(facts.restsOn()).forEach(base -> database.update("insert into resource_base (base_kind, base_id,"
                + " kind, id) values (?, ?, ?, ?)", base.kind(), base.id(), facts.kind(), facts.id()));
            addAddresses(facts);
            return null;
        });
    }

    private void addAddresses(ResourceFacts facts) {
        facts.ips().stream().map(IpAddress::canonical).distinct().forEach(ip -> database.insertUnlessThere("insert into resource_address"
            + " (ip, kind, id) values (?, ?, ?)", Rows.cut(ip, 64), facts.kind(), facts.id()));
    }

    /**
     * Makes resources of former versions findable by their addresses.
     *
     * @param after kind and id of the last resource looked at, separated by a slash
     * @return the same of the last one now; null behind the last
     */
    String addressesOfOlder(String after, int limit) {
        List<ResourceFacts> found = database.query("select document from resource where kind || '/' || id > ? order by kind || '/' || id"
            + " limit ?", row -> Documents.read(row.getBytes(1), ResourceFacts.class), after, limit);
        found.forEach(this::addAddresses);
        return found.isEmpty() ? null : found.get(found.size() - 1).ref().toString();
    }

    @Override
    public Optional<ResourceFacts> find(String kind, String id) {
        return database.first("select document from resource where kind = ? and id = ?",
            row -> Documents.read(row.getBytes(1), ResourceFacts.class), kind, id);
    }

    @Override
    public boolean has(String kind) {
        return database.first("select kind from resource where kind = ? limit 1", row -> row.getString(1), kind).isPresent();
    }

    @Override
    public List<ResourceFacts> ofAccount(String account) {
        return database.query("select document from resource where account = ? order by kind, id",
            row -> Documents.read(row.getBytes(1), ResourceFacts.class), account);
    }

    @Override
    public List<ResourceFacts> restingOn(ResourceRef base) {
        return database.query("select r.document from resource_base b join resource r on r.kind = b.kind and r.id = b.id"
            + " where b.base_kind = ? and b.base_id = ? order by r.kind, r.id",
            row -> Documents.read(row.getBytes(1), ResourceFacts.class), base.kind(), base.id());
    }

    @Override
    public void hold(ResourceRef resource) {
        database.query("select kind from resource where kind = ? and id = ? for update", row -> row.getString(1), resource.kind(),
            resource.id());
    }

    @Override
    public List<ResourceUse> uses(ResourceRef resource) {
        return database.query(USES + "r.kind = ? and r.resource_id = ? order by o.id, r.service_key", JdbcResourceStore::use,
            resource.kind(), resource.id());
    }

    @Override
    public List<ResourceRef> atAddress(String address) {
        String ip = Rows.cut(address, 64);
        return database.query("select kind, id from resource_address where ip = ? union select b.kind, b.id from resource_address a"
            + " join resource_base b on b.base_kind = a.kind and b.base_id = a.id where a.ip = ? and not exists (select 1"
            + " from resource_address own where own.kind = b.kind and own.id = b.id) order by kind, id",
            row -> new ResourceRef(row.getString(1), row.getString(2)), ip, ip);
    }

    @Override
    public List<ResourceUse> usesOf(String account, String kind) {
        return database.query(USES + "o.account = ? and r.kind = ? order by o.id, r.service_key", JdbcResourceStore::use, account,
            kind);
    }

    @Override
    public int removeExcept(String importId) {
        return database.update("delete from resource where kind <> ? and not exists (select 1 from inventory_import_mark m"
            + " where m.import_id = ? and m.item = resource.kind || '/' || resource.id)", AuthorizationCodes.KIND, importId);
    }

    private static ResourceUse use(ResultSet row) throws SQLException {
        return new ResourceUse(new ResourceRef(row.getString(1), row.getString(2)), row.getString(3), row.getString(4),
            row.getString(5), OrderState.valueOf(row.getString(6)));
    }
}

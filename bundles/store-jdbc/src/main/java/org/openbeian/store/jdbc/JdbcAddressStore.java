package org.openbeian.store.jdbc;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.openbeian.api.resource.PublicAddresses.Address;
import org.openbeian.api.resource.PublicAddresses.State;
import org.openbeian.api.resource.ResourceFacts;
import org.openbeian.api.store.AddressStore;
import org.openbeian.core.identifier.IpAddress;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class JdbcAddressStore implements AddressStore {

    private final Database database;

    @Activate
    public JdbcAddressStore(@Reference Database database) {
        this.database = database;
    }

    @Override
    public void save(Address address) {
        Object[] values = {address.account(), address.state(), address.since(),
            new String(Documents.bytes(address), StandardCharsets.UTF_8), address.ip()};
        database.call(() -> database.update("update public_address set account = ?, state = ?, since = ?, document = ? where ip = ?",
                values) > 0
            || database.update("insert into public_address (account, state, since, document, ip) values (?, ?, ?, ?, ?)", values) > 0);
    }

    /** Stores an address of a former version as it is stored now: by one text however it was written. A newer one stays. */
    void renew(Address older) {
        String ip = IpAddress.canonical(older.ip());
        if (ip.equals(older.ip())) {
            save(older);
            return;
        }
        database.update("delete from public_address where ip = ?", older.ip());
        if (find(ip).isEmpty()) {
            save(new Address(ip, older.account(), older.region(), older.number(), older.state(), older.by(), older.since(), older.reason(),
                older.suspendedAt(), older.releaseAt()));
        }
    }

    @Override
    public Optional<Address> find(String ip) {
        return database.first("select document from public_address where ip = ?", JdbcAddressStore::address, ip);
    }

    @Override
    public Optional<Address> hold(String ip) {
        return database.first("select document from public_address where ip = ? for update", JdbcAddressStore::address, ip);
    }

    @Override
    public List<Address> list(State state, int limit) {
        return state == null
            ? database.query("select document from public_address order by since desc, ip limit ?", JdbcAddressStore::address, limit)
            : database.query("select document from public_address where state = ? order by since desc, ip limit ?",
                JdbcAddressStore::address, state, limit);
    }

    @Override
    public List<Address> list(String account, State state, int limit) {
        return database.query("select document from public_address where account = ? and state = ? order by since desc, ip limit ?",
            JdbcAddressStore::address, account, state, limit);
    }

    @Override
    public List<ResourceFacts> resources(String ip) {
        return database.query("select r.document from resource_address a join resource r on r.kind = a.kind and r.id = a.id"
            + " where a.ip = ? order by r.kind, r.id", row -> Documents.read(row.getBytes(1), ResourceFacts.class), ip);
    }

    private static Address address(ResultSet row) throws SQLException {
        return Documents.read(row.getString(1), Address.class);
    }
}

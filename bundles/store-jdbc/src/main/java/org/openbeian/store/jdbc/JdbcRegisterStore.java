package org.openbeian.store.jdbc;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.openbeian.api.register.OrganizerEntry;
import org.openbeian.api.register.ServiceEntry;
import org.openbeian.api.security.PersonalData;
import org.openbeian.api.store.RegisterStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The register. Names are always protected, since an entry does not say whether a natural person stands behind it, by one key
 * for an organizer and all its services.
 */
@Component
public final class JdbcRegisterStore implements RegisterStore {

    private final Database database;
    private final PersonalData personalData;

    @Activate
    public JdbcRegisterStore(@Reference Database database, @Reference PersonalData personalData) {
        this.database = database;
        this.personalData = personalData;
    }

    @Override
    public void save(OrganizerEntry entry) {
        Object[] values = {entry.provinceId(), protect(entry.number(), entry.name()), entry.recordId(), entry.orderId(),
            entry.grantedAt(), entry.number()};
        database.call(() -> database.update("update register_organizer set province_id = ?, name = ?, record_id = ?,"
                + " order_id = ?, granted_at = ? where number = ?", values) > 0
            || database.update("insert into register_organizer (province_id, name, record_id, order_id, granted_at, number)"
                + " values (?, ?, ?, ?, ?, ?)", values) > 0);
    }

    @Override
    public void save(ServiceEntry entry) {
        Object[] values = {entry.organizerNumber(), protect(entry.organizerNumber(), entry.name()), Documents.text(entry.domains()),
            entry.recordId(), entry.orderId(), entry.grantedAt(), entry.number()};
        database.call(() -> {
            if (database.update("update register_service set organizer_number = ?, name = ?, domains = ?, record_id = ?,"
                    + " order_id = ?, granted_at = ? where number = ?", values) == 0) {
                database.update("insert into register_service (organizer_number, name, domains, record_id, order_id, granted_at,"
                    + " number) values (?, ?, ?, ?, ?, ?, ?)", values);
            }
            database.update("delete from register_domain where service_number = ?", entry.number());
            for (String domain : entry.domains()) {
                database.update("delete from register_domain where domain = ?", domain);
                database.update("insert into register_domain (domain, service_number) values (?, ?)", domain, entry.number());
            }
            return null;
        });
    }

    @Override
    public Optional<OrganizerEntry> organizer(String number) {
        return database.first("select * from register_organizer where number = ?",
            row -> new OrganizerEntry(number, row.getString("province_id"), reveal(number, row.getBytes("name")),
                row.getLong("record_id"), row.getString("order_id"), Rows.instant(row, "granted_at")), number);
    }

    @Override
    public List<ServiceEntry> services(String organizerNumber) {
        return database.query("select * from register_service where organizer_number = ? order by number", this::service,
            organizerNumber);
    }

    @Override
    public Optional<ServiceEntry> byDomain(String domain) {
        return database.first("select s.* from register_domain d join register_service s on s.number = d.service_number"
            + " where d.domain = ?", this::service, domain);
    }

    private ServiceEntry service(ResultSet row) throws SQLException {
        String number = row.getString("number");
        String organizer = row.getString("organizer_number");
        return new ServiceEntry(number, organizer, reveal(organizer, row.getBytes("name")),
            Documents.names(row.getString("domains")), row.getLong("record_id"), row.getString("order_id"),
            Rows.instant(row, "granted_at"));
    }

    private byte[] protect(String organizerNumber, String name) {
        return personalData.protect(scope(organizerNumber), (name == null ? "" : name).getBytes(StandardCharsets.UTF_8));
    }

    private String reveal(String organizerNumber, byte[] name) {
        return new String(personalData.reveal(scope(organizerNumber), name), StandardCharsets.UTF_8);
    }

    private static String scope(String organizerNumber) {
        return "register:" + organizerNumber;
    }
}

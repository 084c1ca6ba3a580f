package org.openbeian.store.jdbc;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.openbeian.api.gate.GateState;
import org.openbeian.api.key.BlindIndex;
import org.openbeian.api.model.InternetService;
import org.openbeian.api.model.Organizer;
import org.openbeian.api.register.AccessEntry;
import org.openbeian.api.register.OrganizerEntry;
import org.openbeian.api.register.OrganizerState;
import org.openbeian.api.register.RegisterRecord;
import org.openbeian.api.register.ServiceEntry;
import org.openbeian.api.register.ServiceState;
import org.openbeian.api.security.DataErased;
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

    static final String UPDATE_ORGANIZER = "update register_organizer set province_id = ?, name = ?, record_id = ?, order_id = ?,"
        + " granted_at = ?, state = ?, since = ?, document = ?, changed_at = ?, name_mark = ?, certificate_mark = ?"
        + " where number = ?";
    static final String INTO_ORGANIZER = "register_organizer (province_id, name, record_id, order_id, granted_at, state,"
        + " since, document, changed_at, name_mark, certificate_mark, number)";
    static final String UPDATE_SERVICE = "update register_service set organizer_number = ?, name = ?, domains = ?, record_id = ?,"
        + " order_id = ?, granted_at = ?, state = ?, since = ?, gate_state = ?, document = ?, changed_at = ?"
        + " where number = ?";
    static final String INTO_SERVICE = "register_service (organizer_number, name, domains, record_id, order_id, granted_at,"
        + " state, since, gate_state, document, changed_at, number)";
    static final String INTO_DOMAIN = "register_domain (domain, service_number, gate_state)";
    static final String INTO_APP_DOMAIN = "register_app_domain (domain, service_number, gate_state)";

    /** Where {@link #row(OrganizerEntry, byte[], byte[])} has the order. */
    static final int ORDER_OF_ORGANIZER = 3;
    /** Where {@link #row(ServiceEntry, byte[], byte[])} has the order. */
    static final int ORDER_OF_SERVICE = 4;

    private final Database database;
    private final PersonalData personalData;
    private final BlindIndex index;

    @Activate
    public JdbcRegisterStore(@Reference Database database, @Reference PersonalData personalData, @Reference BlindIndex index) {
        this.database = database;
        this.personalData = personalData;
        this.index = index;
    }

    @Override
    public void save(OrganizerEntry entry) {
        Object[] values = row(entry, personalData.protect(scope(entry.number()), name(entry.name())),
            document(entry.number(), entry.data()));
        database.call(() -> database.update(UPDATE_ORGANIZER, values) > 0
            || database.insert("insert into " + INTO_ORGANIZER, List.<Object[]>of(values), "") > 0);
    }

    @Override
    public void saveAll(List<RegisterRecord> records, String orderId) {
        database.call(() -> {
            new RegisterBatch(database, personalData, this, records, orderId).save();
            return null;
        });
    }

    @Override
    public Runnable prepared(List<RegisterRecord> records, String orderId) {
        RegisterBatch batch = database.call(() -> new RegisterBatch(database, personalData, this, records, orderId));
        return () -> database.call(() -> {
            batch.save();
            return null;
        });
    }

    /** The columns of an entry. */
    Object[] row(OrganizerEntry entry, byte[] name, byte[] document) {
        return new Object[] {entry.provinceId(), name, entry.recordId(), entry.orderId(), entry.grantedAt(),
            entry.state(), entry.since(), document, entry.changedAt(), mark(entry.name()), certificate(entry), entry.number()};
    }

    /** The columns of an entry. */
    static Object[] row(ServiceEntry entry, byte[] name, byte[] document) {
        return new Object[] {entry.organizerNumber(), name, domains(entry), entry.recordId(), entry.orderId(),
            entry.grantedAt(), entry.state(), entry.since(), GateChanges.state(entry), document, entry.changedAt(),
            entry.number()};
    }

    @Override
    public void save(ServiceEntry entry) {
        Object[] values = row(entry, personalData.protect(scope(entry.organizerNumber()), name(entry.name())),
            document(entry.organizerNumber(), new Granted(entry.data(), entry.accesses())));
        database.call(() -> {
            if (database.update(UPDATE_SERVICE, values) == 0) {
                database.insert("insert into " + INTO_SERVICE, List.<Object[]>of(values), "");
            }
            String table = entry.ofApp() ? "register_app_domain" : "register_domain";
            Set<String> changed = new TreeSet<>(database.query("select domain from " + table + " where service_number = ?",
                row -> row.getString(1), entry.number()));
            changed.addAll(entry.domains());
            if (entry.ofApp()) {
                changed.add(GateChanges.app(entry.number()));
            }
            database.update("delete from " + table + " where service_number = ?", entry.number());
            database.update("delete from register_access where service_number = ?", entry.number());
            if (entry.state() != ServiceState.CANCELLED) {
                saveKeys(entry);
            }
            GateChanges.noteCancelled(database, entry);
            GateChanges.add(database, changed);
            return null;
        });
    }

    /** An APP may have none. */
    private static String domains(ServiceEntry entry) {
        return entry.domains().isEmpty() ? "[]" : Documents.text(entry.domains());
    }

    private void saveKeys(ServiceEntry entry) {
        for (String domain : new TreeSet<>(entry.domains())) {
            if (!entry.ofApp()) {
                database.update("delete from register_domain where domain = ?", domain);
            }
            database.update("insert into " + (entry.ofApp() ? INTO_APP_DOMAIN : INTO_DOMAIN) + " values (?, ?, ?)", domain, entry.number(),
                GateChanges.state(entry));
        }
        entry.accesses().stream().map(AccessEntry::recordId).distinct().forEach(id -> database.update(
            "insert into register_access (service_number, record_id) values (?, ?)", entry.number(), id));
    }

    @Override
    public Optional<OrganizerEntry> organizer(String number) {
        return database.first("select * from register_organizer where number = ?", this::organizer, number);
    }

    @Override
    public List<OrganizerEntry> organizersByRecord(long recordId) {
        return database.query("select * from register_organizer where record_id = ? order by number", this::organizer, recordId);
    }

    @Override
    public List<ServiceEntry> services(String organizerNumber) {
        return database.query("select * from register_service where organizer_number = ? order by number", this::service,
            organizerNumber);
    }

    @Override
    public Optional<ServiceEntry> service(String number) {
        return database.first("select * from register_service where number = ?", this::service, number);
    }

    @Override
    public List<ServiceEntry> servicesByRecord(long recordId) {
        return database.query("select * from register_service where record_id = ? order by number", this::service, recordId);
    }

    @Override
    public List<ServiceEntry> servicesByAccess(long accessRecordId) {
        return database.query("select s.* from register_access a join register_service s on s.number = a.service_number"
            + " where a.record_id = ? order by s.number", this::service, accessRecordId);
    }

    @Override
    public Optional<ServiceEntry> website(String domain) {
        return database.first("select s.* from register_domain d join register_service s on s.number = d.service_number"
            + " where d.domain = ?", this::service, domain);
    }

    @Override
    public Optional<OrganizerEntry> organizerOf(String certificateNumber) {
        return database.first("select * from register_organizer where certificate_mark = ? and state <> 'CANCELLED' order by number"
            + " limit 1", this::organizer, index.mark(BlindIndex.Kind.CERTIFICATE_NUMBER, certificateNumber));
    }

    /**
     * Gives entries of former versions the marks by which they are found.
     *
     * @return number of the last entry looked at; null behind the last
     */
    String markOlder(String after, int limit) {
        List<String> numbers = find(null, null, null, null, after, limit);
        numbers.forEach(number -> organizer(number).ifPresent(entry -> database.update("update register_organizer set name_mark = ?,"
            + " certificate_mark = ? where number = ? and certificate_mark is null", mark(entry.name()), certificate(entry), number)));
        return numbers.isEmpty() ? null : numbers.get(numbers.size() - 1);
    }

    @Override
    public Optional<ServiceEntry> byDomain(String domain) {
        return website(domain).or(() -> database.first("select s.* from register_app_domain d"
            + " join register_service s on s.number = d.service_number where d.domain = ? order by s.number limit 1", this::service,
            domain));
    }

    @Override
    public List<String> find(String name, String provinceId, OrganizerState state, String account, String after, int limit) {
        StringBuilder where = new StringBuilder(" where number > ?");
        List<Object> parameters = new ArrayList<>();
        parameters.add(after == null ? "" : after);
        add(where, parameters, " and name_mark = ?", name == null ? null : mark(name));
        add(where, parameters, " and province_id = ?", provinceId);
        add(where, parameters, " and state = ?", state);
        add(where, parameters, " and order_id in (select id from filing_order where account = ?)", account);
        parameters.add(limit);
        return database.query("select number from register_organizer" + where + " order by number limit ?",
            row -> row.getString(1), parameters.toArray());
    }

    private static void add(StringBuilder where, List<Object> parameters, String condition, Object value) {
        if (value != null) {
            where.append(condition);
            parameters.add(value);
        }
    }

    private String mark(String name) {
        return name == null || name.isBlank() ? null : index.mark(BlindIndex.Kind.NAME, name);
    }

    private String certificate(OrganizerEntry entry) {
        String number = entry.data() == null ? null : entry.data().certificateNumber();
        return number == null || number.isBlank() ? null : index.mark(BlindIndex.Kind.CERTIFICATE_NUMBER, number);
    }

    private OrganizerEntry organizer(ResultSet row) throws SQLException {
        String number = row.getString("number");
        return new OrganizerEntry(number, row.getString("province_id"), reveal(number, row.getBytes("name")),
            row.getLong("record_id"), row.getString("order_id"), Rows.instant(row, "granted_at"),
            Rows.constant(row, "state", OrganizerState.class), since(row), reveal(number, row.getBytes("document"), Organizer.class),
            Rows.instant(row, "changed_at"));
    }

    private ServiceEntry service(ResultSet row) throws SQLException {
        String number = row.getString("number");
        String organizer = row.getString("organizer_number");
        Granted known = reveal(organizer, row.getBytes("document"), Granted.class);
        Granted granted = known != null ? known : new Granted(null, erased(row));
        return new ServiceEntry(number, organizer, reveal(organizer, row.getBytes("name")),
            Documents.names(row.getString("domains")), row.getLong("record_id"), row.getString("order_id"),
            Rows.instant(row, "granted_at"), Rows.constant(row, "state", ServiceState.class), since(row), granted.data(),
            granted.accesses(), Rows.instant(row, "changed_at"));
    }

    /**
     * The accesses of a service whose document was erased: only what was open stays open, without any that is known. Of the others an
     * empty list would open them once nothing else holds them, such as a blacklisting that ends.
     */
    private static List<AccessEntry> erased(ResultSet row) throws SQLException {
        return GateState.FILED.name().equals(row.getString("gate_state")) ? List.of()
            : List.of(new AccessEntry(0, false, null));
    }

    /** Entries of former versions stand as they do since they were granted. */
    private static Instant since(ResultSet row) throws SQLException {
        Instant since = Rows.instant(row, "since");
        return since == null ? Rows.instant(row, "granted_at") : since;
    }

    /** What of a service is stored protected. */
    record Granted(InternetService data, List<AccessEntry> accesses) {

        Granted {
            accesses = accesses == null ? List.of() : List.copyOf(accesses);
        }
    }

    private byte[] document(String organizerNumber, Object value) {
        return value == null ? null : personalData.protect(scope(organizerNumber), Documents.bytes(value));
    }

    static byte[] name(String name) {
        return (name == null ? "" : name).getBytes(StandardCharsets.UTF_8);
    }

    private String reveal(String organizerNumber, byte[] name) {
        try {
            return new String(personalData.reveal(scope(organizerNumber), name), StandardCharsets.UTF_8);
        } catch (DataErased gone) {
            return "";
        }
    }

    /** Null when there is none, or when it was erased. */
    private <T> T reveal(String organizerNumber, byte[] document, Class<T> type) {
        try {
            return document == null ? null : Documents.read(personalData.reveal(scope(organizerNumber), document), type);
        } catch (DataErased gone) {
            return null;
        }
    }

    static String scope(String organizerNumber) {
        return "register:" + organizerNumber;
    }
}

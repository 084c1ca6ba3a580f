package org.openbeian.store.jdbc;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.openbeian.api.register.AccessEntry;
import org.openbeian.api.register.OrganizerEntry;
import org.openbeian.api.register.RegisterRecord;
import org.openbeian.api.register.ServiceEntry;
import org.openbeian.api.register.ServiceState;
import org.openbeian.api.security.PersonalData;
import org.openbeian.api.security.PersonalData.Clear;

/**
 * Stores many entries of the register with few statements, as the register stores each. Once it is made they are encrypted, the keys
 * for that are stored and all rows are ready; then they are saved in a transaction.
 */
final class RegisterBatch {

    private final Database database;
    private final Map<String, Object[]> organizerRows = new LinkedHashMap<>();
    private final Map<String, Object[]> serviceRows = new LinkedHashMap<>();
    private final Map<String, Object[]> siteRows = new LinkedHashMap<>();
    private final List<Object[]> appRows = new ArrayList<>();
    private final List<Object[]> accessRows = new ArrayList<>();
    private final List<ServiceEntry> cancelled = new ArrayList<>();
    private final Set<String> gateKeys = new TreeSet<>();

    /** Of records that an order brings, unless another one brought them before. */
    RegisterBatch(Database database, PersonalData personalData, JdbcRegisterStore register, List<RegisterRecord> records, String orderId) {
        this.database = database;
        Map<String, OrganizerEntry> organizers = new LinkedHashMap<>();
        Map<String, ServiceEntry> services = new LinkedHashMap<>();
        for (RegisterRecord record : records) {
            put(organizers, record.organizer().number(), record.organizer().of(orderId));
            record.services().forEach(service -> put(services, service.number(), service.of(orderId)));
        }
        Iterator<byte[]> data = personalData.protect(clear(organizers.values(), services.values())).iterator();
        organizers.forEach((number, entry) -> organizerRows.put(number,
            register.row(entry, data.next(), entry.data() == null ? null : data.next())));
        services.forEach((number, entry) -> serviceRows.put(number, JdbcRegisterStore.row(entry, data.next(), data.next())));
        services.values().forEach(this::addKeys);
    }

    /** The later one last. */
    private static <T> void put(Map<String, T> entries, String number, T entry) {
        entries.remove(number);
        entries.put(number, entry);
    }

    /** The data of all rows, in their order. */
    private static List<Clear> clear(Collection<OrganizerEntry> organizers, Collection<ServiceEntry> services) {
        List<Clear> clear = new ArrayList<>();
        for (OrganizerEntry entry : organizers) {
            String scope = JdbcRegisterStore.scope(entry.number());
            clear.add(new Clear(scope, JdbcRegisterStore.name(entry.name())));
            if (entry.data() != null) {
                clear.add(new Clear(scope, Documents.bytes(entry.data())));
            }
        }
        for (ServiceEntry entry : services) {
            String scope = JdbcRegisterStore.scope(entry.organizerNumber());
            clear.add(new Clear(scope, JdbcRegisterStore.name(entry.name())));
            clear.add(new Clear(scope, Documents.bytes(new JdbcRegisterStore.Granted(entry.data(), entry.accesses()))));
        }
        return clear;
    }

    /** The domains and accesses by which a service is found, and what the gate has to hear of. */
    private void addKeys(ServiceEntry entry) {
        gateKeys.addAll(entry.domains());
        if (entry.ofApp()) {
            gateKeys.add(GateChanges.app(entry.number()));
        }
        if (entry.state() == ServiceState.CANCELLED) {
            cancelled.add(entry);
            return;
        }
        for (String domain : new TreeSet<>(entry.domains())) {
            Object[] row = {domain, entry.number(), GateChanges.state(entry)};
            if (entry.ofApp()) {
                appRows.add(row);
            } else {
                siteRows.put(domain, row);
            }
        }
        entry.accesses().stream().map(AccessEntry::recordId).distinct()
            .forEach(id -> accessRows.add(new Object[] {entry.number(), id}));
    }

    void save() {
        saveRows("register_organizer", organizerRows, JdbcRegisterStore.ORDER_OF_ORGANIZER, JdbcRegisterStore.UPDATE_ORGANIZER,
            JdbcRegisterStore.INTO_ORGANIZER);
        saveKeys(saveRows("register_service", serviceRows, JdbcRegisterStore.ORDER_OF_SERVICE, JdbcRegisterStore.UPDATE_SERVICE,
            JdbcRegisterStore.INTO_SERVICE));
    }

    /** Rows that are there already stay those of their orders; returns their numbers. */
    private Set<String> saveRows(String table, Map<String, Object[]> rows, int order, String update, String into) {
        Map<String, String> orders = new HashMap<>();
        database.query("select number, order_id from " + table + " where number = any(?)",
            row -> orders.put(row.getString(1), row.getString(2)), texts(rows.keySet()));
        List<Object[]> known = new ArrayList<>();
        List<Object[]> fresh = new ArrayList<>();
        rows.forEach((number, row) -> {
            if (orders.containsKey(number)) {
                Object[] kept = row.clone();
                kept[order] = orders.get(number);
                known.add(kept);
            } else {
                fresh.add(row);
            }
        });
        if (!known.isEmpty()) {
            database.batch(update, known);
        }
        CopyRows.load(database, into, fresh);
        return orders.keySet();
    }

    private void saveKeys(Set<String> old) {
        Set<String> changed = new TreeSet<>(gateKeys);
        if (!old.isEmpty()) {
            for (String table : List.of("register_app_domain", "register_domain")) {
                changed.addAll(database.query("select domain from " + table + " where service_number = any(?)", row -> row.getString(1),
                    texts(old)));
                database.update("delete from " + table + " where service_number = any(?)", texts(old));
            }
            database.update("delete from register_access where service_number = any(?)", texts(old));
        }
        cancelled.forEach(entry -> GateChanges.noteCancelled(database, entry));
        if (!siteRows.isEmpty()) {
            database.update("delete from register_domain where domain = any(?)", texts(siteRows.keySet()));
        }
        CopyRows.load(database, JdbcRegisterStore.INTO_DOMAIN, List.copyOf(siteRows.values()));
        CopyRows.load(database, JdbcRegisterStore.INTO_APP_DOMAIN, appRows);
        CopyRows.load(database, "register_access (service_number, record_id)", accessRows);
        GateChanges.add(database, changed);
    }

    private static Object texts(Collection<String> texts) {
        return texts.toArray(String[]::new);
    }
}

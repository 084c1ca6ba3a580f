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
 * Stores many entries of the register with few statements, as the register stores each. Once it is made they are encrypted and the keys
 * for that are stored; then they are saved in a transaction.
 */
final class RegisterBatch {

    private final Database database;
    private final JdbcRegisterStore register;
    private final Map<String, OrganizerEntry> organizers = new LinkedHashMap<>();
    private final Map<String, ServiceEntry> services = new LinkedHashMap<>();
    private final List<byte[]> stored;

    RegisterBatch(Database database, PersonalData personalData, JdbcRegisterStore register, List<RegisterRecord> records) {
        this.database = database;
        this.register = register;
        for (RegisterRecord record : records) {
            put(organizers, record.organizer().number(), record.organizer());
            record.services().forEach(service -> put(services, service.number(), service));
        }
        stored = personalData.protect(clear());
    }

    void save(String orderId) {
        Map<String, String> oldOrganizers = orders("register_organizer", organizers.keySet());
        Map<String, String> oldServices = orders("register_service", services.keySet());
        organizers.replaceAll((number, entry) -> entry.of(oldOrganizers.getOrDefault(number, orderId)));
        services.replaceAll((number, entry) -> entry.of(oldServices.getOrDefault(number, orderId)));
        saveRows(oldOrganizers.keySet(), oldServices.keySet());
        saveKeys(oldServices.keySet());
    }

    /** The later one last. */
    private static <T> void put(Map<String, T> entries, String number, T entry) {
        entries.remove(number);
        entries.put(number, entry);
    }

    private Map<String, String> orders(String table, Collection<String> numbers) {
        Map<String, String> found = new HashMap<>();
        database.query("select number, order_id from " + table + " where number = any(?)",
            row -> found.put(row.getString(1), row.getString(2)), texts(numbers));
        return found;
    }

    private static Object texts(Collection<String> texts) {
        return texts.toArray(String[]::new);
    }

    /** The data of all rows, in their order. */
    private List<Clear> clear() {
        List<Clear> clear = new ArrayList<>();
        for (OrganizerEntry entry : organizers.values()) {
            String scope = JdbcRegisterStore.scope(entry.number());
            clear.add(new Clear(scope, JdbcRegisterStore.name(entry.name())));
            if (entry.data() != null) {
                clear.add(new Clear(scope, Documents.bytes(entry.data())));
            }
        }
        for (ServiceEntry entry : services.values()) {
            String scope = JdbcRegisterStore.scope(entry.organizerNumber());
            clear.add(new Clear(scope, JdbcRegisterStore.name(entry.name())));
            clear.add(new Clear(scope, Documents.bytes(new JdbcRegisterStore.Granted(entry.data(), entry.accesses()))));
        }
        return clear;
    }

    private void saveRows(Set<String> oldOrganizers, Set<String> oldServices) {
        Iterator<byte[]> data = stored.iterator();
        List<Object[]> known = new ArrayList<>();
        List<Object[]> fresh = new ArrayList<>();
        for (OrganizerEntry entry : organizers.values()) {
            (oldOrganizers.contains(entry.number()) ? known : fresh)
                .add(register.row(entry, data.next(), entry.data() == null ? null : data.next()));
        }
        write(JdbcRegisterStore.UPDATE_ORGANIZER, known, JdbcRegisterStore.INTO_ORGANIZER, fresh);
        known.clear();
        fresh.clear();
        for (ServiceEntry entry : services.values()) {
            (oldServices.contains(entry.number()) ? known : fresh).add(JdbcRegisterStore.row(entry, data.next(), data.next()));
        }
        write(JdbcRegisterStore.UPDATE_SERVICE, known, JdbcRegisterStore.INTO_SERVICE, fresh);
    }

    private void write(String update, List<Object[]> known, String into, List<Object[]> fresh) {
        if (!known.isEmpty()) {
            database.batch(update, known);
        }
        CopyRows.load(database, into, fresh);
    }

    /** The domains and accesses by which services are found, and what the gate has to hear of. */
    private void saveKeys(Set<String> old) {
        Set<String> changed = new TreeSet<>();
        if (!old.isEmpty()) {
            for (String table : List.of("register_app_domain", "register_domain")) {
                changed.addAll(database.query("select domain from " + table + " where service_number = any(?)", row -> row.getString(1),
                    texts(old)));
                database.update("delete from " + table + " where service_number = any(?)", texts(old));
            }
            database.update("delete from register_access where service_number = any(?)", texts(old));
        }
        Map<String, Object[]> sites = new LinkedHashMap<>();
        List<Object[]> apps = new ArrayList<>();
        List<Object[]> accesses = new ArrayList<>();
        for (ServiceEntry entry : services.values()) {
            changed.addAll(entry.domains());
            if (entry.ofApp()) {
                changed.add(GateChanges.app(entry.number()));
            }
            GateChanges.noteCancelled(database, entry);
            if (entry.state() != ServiceState.CANCELLED) {
                for (String domain : new TreeSet<>(entry.domains())) {
                    Object[] row = {domain, entry.number(), GateChanges.state(entry)};
                    if (entry.ofApp()) {
                        apps.add(row);
                    } else {
                        sites.put(domain, row);
                    }
                }
                entry.accesses().stream().map(AccessEntry::recordId).distinct()
                    .forEach(id -> accesses.add(new Object[] {entry.number(), id}));
            }
        }
        if (!sites.isEmpty()) {
            database.update("delete from register_domain where domain = any(?)", texts(sites.keySet()));
        }
        CopyRows.load(database, JdbcRegisterStore.INTO_DOMAIN, List.copyOf(sites.values()));
        CopyRows.load(database, JdbcRegisterStore.INTO_APP_DOMAIN, apps);
        CopyRows.load(database, "register_access (service_number, record_id)", accesses);
        GateChanges.add(database, changed);
    }
}

package org.openbeian.core.fake;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.openbeian.api.register.OrganizerEntry;
import org.openbeian.api.register.OrganizerState;
import org.openbeian.api.register.RegisterRecord;
import org.openbeian.api.register.ServiceEntry;
import org.openbeian.api.register.ServiceState;
import org.openbeian.api.store.RegisterStore;

/** A register in memory. */
public final class MemoryRegister implements RegisterStore, MemoryTransactions.Undoable {

    private Map<String, OrganizerEntry> organizers = new TreeMap<>();
    private Map<String, ServiceEntry> services = new TreeMap<>();

    /** Joins the transactions. */
    public MemoryRegister(MemoryTransactions transactions) {
        transactions.join(this);
    }

    @Override
    public Runnable checkpoint() {
        Map<String, OrganizerEntry> oldOrganizers = new TreeMap<>(organizers);
        Map<String, ServiceEntry> oldServices = new TreeMap<>(services);
        return () -> {
            organizers = oldOrganizers;
            services = oldServices;
        };
    }

    @Override
    public void save(OrganizerEntry entry) {
        organizers.put(entry.number(), entry);
    }

    @Override
    public void save(ServiceEntry entry) {
        services.put(entry.number(), entry);
    }

    @Override
    public void saveAll(List<RegisterRecord> records, String orderId) {
        for (RegisterRecord record : records) {
            OrganizerEntry given = record.organizer();
            save(given.of(organizer(given.number()).map(OrganizerEntry::orderId).orElse(orderId)));
            record.services().forEach(each -> save(each.of(service(each.number()).map(ServiceEntry::orderId).orElse(orderId))));
        }
    }

    @Override
    public Optional<OrganizerEntry> organizer(String number) {
        return Optional.ofNullable(organizers.get(number));
    }

    @Override
    public List<ServiceEntry> services(String organizerNumber) {
        return services.values().stream().filter(entry -> entry.organizerNumber().equals(organizerNumber)).toList();
    }

    @Override
    public Optional<ServiceEntry> service(String number) {
        return Optional.ofNullable(services.get(number));
    }

    @Override
    public List<OrganizerEntry> organizersByRecord(long recordId) {
        return organizers.values().stream().filter(entry -> entry.recordId() == recordId).toList();
    }

    @Override
    public List<ServiceEntry> servicesByRecord(long recordId) {
        return services.values().stream().filter(entry -> entry.recordId() == recordId).toList();
    }

    @Override
    public List<ServiceEntry> servicesByAccess(long accessRecordId) {
        return services.values().stream().filter(entry -> entry.state() != ServiceState.CANCELLED
            && entry.accesses().stream().anyMatch(access -> access.recordId() == accessRecordId)).toList();
    }

    @Override
    public List<String> find(String name, String provinceId, OrganizerState state, String account, String after, int limit) {
        return organizers.values().stream().filter(one -> name == null || name.equals(one.name()))
            .filter(one -> provinceId == null || provinceId.equals(one.provinceId()))
            .filter(one -> state == null || state == one.state())
            .filter(one -> account == null || one.orderId().startsWith(account))
            .map(OrganizerEntry::number).filter(number -> after == null || number.compareTo(after) > 0).limit(limit).toList();
    }

    @Override
    public Optional<ServiceEntry> website(String domain) {
        return byDomain(domain).filter(entry -> !entry.ofApp());
    }

    @Override
    public Optional<OrganizerEntry> organizerOf(String certificateNumber) {
        return organizers.values().stream().filter(entry -> entry.state() != OrganizerState.CANCELLED && entry.data() != null
            && certificateNumber.equals(entry.data().certificateNumber())).findFirst();
    }

    @Override
    public Optional<ServiceEntry> byDomain(String domain) {
        return services.values().stream().filter(entry -> entry.state() != ServiceState.CANCELLED)
            .filter(entry -> entry.domains().contains(domain)).findFirst();
    }
}

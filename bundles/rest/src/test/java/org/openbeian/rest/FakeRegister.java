package org.openbeian.rest;

import java.util.List;
import java.util.Optional;
import org.openbeian.api.register.OrganizerEntry;
import org.openbeian.api.register.ServiceEntry;
import org.openbeian.api.store.RegisterStore;

/** A register of one organizer with one service. */
final class FakeRegister implements RegisterStore {

    @Override
    public void save(OrganizerEntry entry) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void save(ServiceEntry entry) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<OrganizerEntry> organizer(String number) {
        return number.equals("粤ICP备2026000001号") ? Optional.of(new OrganizerEntry(number, "440000", "示例公司", 7,
                "order-1", FakeOrders.NOW)) : Optional.empty();
    }

    @Override
    public List<ServiceEntry> services(String organizerNumber) {
        return List.of(new ServiceEntry(organizerNumber + "-1", organizerNumber, "官网", List.of("example.com"), 8, "order-1",
                FakeOrders.NOW));
    }

    @Override
    public Optional<ServiceEntry> service(String number) {
        return Optional.empty();
    }

    @Override
    public Optional<OrganizerEntry> organizerByRecord(String provinceId, long id) {
        return Optional.empty();
    }

    @Override
    public Optional<ServiceEntry> serviceByRecord(String provinceId, long id) {
        return Optional.empty();
    }

    @Override
    public Optional<ServiceEntry> serviceByAccess(String provinceId, long id) {
        return Optional.empty();
    }

    @Override
    public Optional<ServiceEntry> byDomain(String domain) {
        throw new UnsupportedOperationException();
    }
}

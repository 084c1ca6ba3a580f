package org.openbeian.core.order;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.Set;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.model.InternetService;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.PublishedRecord;
import org.openbeian.api.order.PublishedRecord.PublishedAccess;
import org.openbeian.api.order.PublishedRecord.PublishedService;
import org.openbeian.api.register.RecordReference;
import org.openbeian.api.register.RecordReference.Kind;

/** What one authority has in its books, and what it says about orders; a model to hold the life cycle against. */
final class ScriptedAuthority {

    static final String PROVINCE = "440000";

    /** Records by the number of their organizer. */
    final Map<String, Record> records = new TreeMap<>();
    private final Desk desk;
    private long lastId = 1000;
    private int lastNumber;

    ScriptedAuthority(Desk desk) {
        this.desk = desk;
    }

    /** An organizer's record. */
    static final class Record {
        long id;
        String number;
        String name;
        int lastSerial;
        final List<PublishedService> services = new ArrayList<>();
    }

    /** Decides for an order that it took, and publishes what came of it. */
    void pass(Order order, long no) {
        TypeProfile profile = TypeProfile.of(order.type());
        if (profile.ends()) {
            end(order);
        } else if (order.type() == FilingType.FIRST) {
            Record record = new Record();
            record.id = ++lastId;
            record.number = "粤ICP备2026%06d号".formatted(++lastNumber);
            record.name = order.application().organizer().name();
            add(record, order, no);
            records.put(record.number, record);
            desk.authority.published(order.authorityId(), no, published(record));
        } else {
            Record record = records.get(order.application().basis().organizerNumber());
            record.name = order.application().organizer().name();
            if (order.type() == FilingType.NEW_SERVICE) {
                add(record, order, no);
            } else {
                change(record, order, no);
            }
            desk.authority.published("440000", 0, published(record));
        }
    }

    private void add(Record record, Order order, long no) {
        List<InternetService> services = order.application().services();
        for (int i = 0; i < services.size(); i++) {
            record.services.add(new PublishedService(no, i, record.number + "-" + ++record.lastSerial, ++lastId, services.get(i).name(),
                services.get(i).domains(), List.of(new PublishedAccess(++lastId, true, no))));
        }
    }

    private void change(Record record, Order order, long no) {
        List<String> numbers = order.application().basis().serviceNumbers();
        record.services.replaceAll(old -> {
            int index = numbers.indexOf(old.number());
            if (index < 0) {
                return old;
            }
            InternetService asked = order.application().services().get(index);
            List<PublishedAccess> accesses = new ArrayList<>(old.accesses());
            if (order.type() == FilingType.ACCESS) {
                accesses.add(new PublishedAccess(++lastId, true, no));
            }
            return new PublishedService(old.submissionNo(), old.index(), old.number(), old.recordId(), asked.name(), asked.domains(),
                accesses);
        });
    }

    private void end(Order order) {
        Record record = records.get(order.application().basis().organizerNumber());
        if (order.type() == FilingType.CANCEL_ORGANIZER) {
            records.remove(record.number);
            desk.authority.cancelled(PROVINCE, new RecordReference(Kind.ORGANIZER, record.id, null));
            return;
        }
        PublishedService service = record.services.stream()
            .filter(one -> one.number().equals(order.application().basis().serviceNumbers().get(0))).findFirst().orElseThrow();
        if (order.type() == FilingType.CANCEL_SERVICE) {
            record.services.remove(service);
            desk.authority.cancelled(PROVINCE, new RecordReference(Kind.SERVICE, service.recordId(), null));
        } else {
            PublishedAccess access = service.accesses().get(0);
            record.services.replaceAll(one -> one != service ? one : new PublishedService(one.submissionNo(), one.index(), one.number(),
                one.recordId(), one.name(), one.domains(), one.accesses().subList(1, one.accesses().size())));
            desk.authority.cancelled(PROVINCE, new RecordReference(Kind.ACCESS, access.recordId(), null));
        }
    }

    private PublishedRecord published(Record record) {
        return new PublishedRecord(record.number, record.id, record.name, record.services, desk.time());
    }

    /** Publishes a record once more, as authorities do. */
    void repeat(Record record) {
        desk.authority.published("440000", 0, published(record));
    }

    /** The domains that the authority holds. */
    Set<String> domains() {
        Set<String> domains = new TreeSet<>();
        records.values().forEach(record -> record.services.forEach(service -> domains.addAll(service.domains())));
        return domains;
    }
}

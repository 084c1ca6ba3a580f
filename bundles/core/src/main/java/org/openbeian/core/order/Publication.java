package org.openbeian.core.order;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openbeian.api.model.Access;
import org.openbeian.api.model.App;
import org.openbeian.api.model.Basis;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.model.InternetService;
import org.openbeian.api.model.Organizer;
import org.openbeian.api.order.Grant;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.PublishedRecord;
import org.openbeian.api.order.PublishedRecord.PublishedAccess;
import org.openbeian.api.order.PublishedRecord.PublishedService;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.register.AccessEntry;
import org.openbeian.api.register.OrganizerEntry;
import org.openbeian.api.register.OrganizerState;
import org.openbeian.api.rules.ProvinceProfile;
import org.openbeian.api.store.RegisterStore;
import org.openbeian.core.identifier.FilingNumber;
import org.openbeian.core.register.Domains;

/** Checks a record that the authority published, and enters it into the register (T-48, T-51, T-56). */
final class Publication {

    private final Order order;
    private final TypeProfile profile;
    private final long submissionNo;
    private final PublishedRecord filing;

    /** A record that answers a submission of an order. */
    Publication(Order order, long submissionNo, PublishedRecord filing) {
        this.order = order;
        this.profile = TypeProfile.of(order.type());
        this.submissionNo = submissionNo;
        this.filing = filing;
    }

    /** Whether a record says what an order asked to change; what it does not say counts as said. */
    static boolean says(Order order, PublishedRecord filing) {
        Organizer organizer = order.application().organizer();
        boolean named = filing.organizerName() == null || filing.organizerName().equals(organizer.name());
        List<String> numbers = order.application().basis().serviceNumbers();
        for (int i = 0; i < numbers.size() && named; i++) {
            String number = numbers.get(i);
            InternetService asked = order.application().services().get(i);
            named = filing.services().stream().filter(service -> service.number().equals(number)).anyMatch(service ->
                (service.name() == null || service.name().equals(asked.name())) && (service.domains().isEmpty()
                    || keys(service.domains()).equals(keys(asked.domains()))));
        }
        return named;
    }

    private static Set<String> keys(List<String> domains) {
        Set<String> keys = new HashSet<>();
        domains.forEach(domain -> keys.add(Domains.key(domain)));
        return keys;
    }

    /**
     * The grant, once every number is found to be one that this authority can give to these services.
     *
     * @param province the province's profile, if its rules are there
     */
    Grant check(Optional<ProvinceProfile> province) {
        FilingNumber organizer = number(filing.organizerNumber());
        if (organizer.serial() != 0) {
            throw invalid("the organizer's number is one of a service");
        }
        if (province.isPresent() && !organizer.organizer().startsWith(province.get().filingPrefix())) {
            throw invalid("the organizer's number does not begin with " + province.get().filingPrefix());
        }
        Basis basis = order.application().basis();
        if (basis != null && !basis.organizerNumber().equals(filing.organizerNumber())) {
            throw invalid("it is the record of another organizer");
        }
        List<InternetService> services = order.application().services();
        if (basis == null && filing.services().size() != services.size()) {
            throw invalid(filing.services().size() + " services were published, " + services.size() + " were asked for");
        }
        List<String> granted = new ArrayList<>();
        Set<Integer> serials = new HashSet<>();
        for (int i = 0; i < services.size(); i++) {
            FilingNumber number = number(service(i).number());
            if (!number.organizer().equals(organizer.organizer()) || number.serial() == 0 || !serials.add(number.serial())) {
                throw invalid("the number of service " + i + " is no new number of this organizer");
            }
            if (!number.suffix().equals(services.get(i) instanceof App ? "A" : "")) {
                throw invalid("the number of service " + i + " is one of another kind of service");
            }
            granted.add(service(i).number());
        }
        return new Grant(filing.organizerNumber(), granted, decidedAt());
    }

    /**
     * When the authority decided on the order: what is published of a filed organizer may keep the day on which that was granted, while
     * its further or changed service tells its own.
     */
    private Instant decidedAt() {
        return filing.services().stream().filter(service -> index(service) >= 0).map(PublishedService::changedAt)
            .filter(at -> at != null && at.isAfter(filing.publishedAt())).max(Comparator.naturalOrder()).orElse(filing.publishedAt());
    }

    /**
     * Enters organizer and services; a number that another order brought is refused.
     *
     * @param newer numbers of the entries of which the register knows something newer than the record
     */
    void enter(RegisterStore register, RegisterBook book, Set<String> newer) {
        for (int i = 0; profile.asksForNewServices() && i < order.application().services().size(); i++) {
            String number = service(i).number();
            register.service(number).filter(entry -> !entry.orderId().equals(order.id())).ifPresent(entry -> {
                throw invalid("number " + number + " belongs to a service of another order");
            });
        }
        register.save(organizer(register.organizer(filing.organizerNumber()), newer));
        for (PublishedService service : filing.services()) {
            int index = index(service);
            InternetService asked = index < 0 ? null : order.application().services().get(index);
            List<AccessEntry> ours = asked == null ? List.of() : accesses(asked, service);
            Instant at = index < 0 ? filing.publishedAt() : decidedAt();
            book.enter(filing, service, at, order.id(), profile.changes() || index >= 0 ? granted(asked, register, service) : null, ours,
                newer);
            if (order.type() == FilingType.ACCESS && !ours.isEmpty()) {
                book.open(service, at, ours);
            }
        }
    }

    /** What the authority did not say, so that the order's own data stands for it. */
    List<String> leftOut() {
        List<String> fields = new ArrayList<>();
        if (filing.organizerName() == null) {
            fields.add("/organizer/name");
        }
        filing.services().forEach(service -> {
            String pointer = "/services/" + service.number();
            if (service.name() == null) {
                fields.add(pointer + "/name");
            }
            if (service.domains().isEmpty()) {
                fields.add(pointer + "/domains");
            }
            if (service.accesses().isEmpty()) {
                fields.add(pointer + "/accesses");
            }
        });
        return fields;
    }

    /** An access filing changes no data: what the register holds of the service stays, with the accesses beside. */
    private InternetService granted(InternetService asked, RegisterStore register, PublishedService service) {
        boolean kept = !profile.asksForNewServices() && !profile.changes();
        InternetService known = kept ? register.service(service.number()).map(entry -> entry.data()).orElse(null) : null;
        return known == null ? asked : known;
    }

    private OrganizerEntry organizer(Optional<OrganizerEntry> known, Set<String> newer) {
        Organizer asked = order.application().organizer();
        Organizer data = known.map(OrganizerEntry::data).filter(old -> !profile.changes()).orElse(asked);
        OrganizerEntry old = known.orElse(null);
        boolean isNewer = old != null && newer.contains(old.number());
        boolean stays = old != null && (old.state() == OrganizerState.ACTIVE || old.state() == OrganizerState.BLACKLISTED
            || isNewer && !RegisterBook.isFilled(old, filing, newer));
        return new OrganizerEntry(filing.organizerNumber(), order.provinceId(),
            isNewer ? old.name() : filing.organizerName() != null ? filing.organizerName() : data.name(),
            isNewer ? old.recordId() : filing.organizerRecordId(),
            old == null ? order.id() : OrderRoutes.claimed(order.authorityId(), old).orderId(),
            old == null ? filing.publishedAt() : old.grantedAt(),
            stays ? old.state() : OrganizerState.ACTIVE, stays ? old.since() : decidedAt(), data,
            isNewer || old != null && filing.changedAt() == null ? old.changedAt() : filing.changedAt());
    }

    /** The accesses at this provider in their order, with the resources that the order names. */
    private List<AccessEntry> accesses(InternetService asked, PublishedService service) {
        List<PublishedAccess> here = service.accesses().stream().filter(PublishedAccess::here)
            .filter(access -> profile.about() != TypeProfile.About.SERVICES || profile.changes()
                || access.submissionNo() == submissionNo).toList();
        List<AccessEntry> entries = new ArrayList<>();
        for (int i = 0; i < here.size(); i++) {
            Access access = i < asked.accesses().size() ? asked.accesses().get(i) : null;
            entries.add(new AccessEntry(here.get(i).recordId(), true, access));
        }
        return entries;
    }

    private PublishedService service(int index) {
        return filing.services().stream().filter(service -> index(service) == index).findFirst()
            .orElseThrow(() -> invalid("service " + index + " was not published"));
    }

    /** Position of a published service in the application, -1 when the order is not about it. */
    private int index(PublishedService service) {
        Basis basis = order.application().basis();
        if (basis != null && !profile.asksForNewServices()) {
            return basis.serviceNumbers().indexOf(service.number());
        }
        return service.submissionNo() == 0 && basis == null || service.submissionNo() == submissionNo ? service.index() : -1;
    }

    private FilingNumber number(String text) {
        return FilingNumber.parse(text == null ? "" : text).orElseThrow(() -> invalid("a number breaks the grammar: " + text));
    }

    private static Refusal invalid(String what) {
        return Refusals.invalid("published-record-invalid", "The published record cannot be applied: " + what + ".");
    }
}

package org.openbeian.core.order;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openbeian.api.model.App;
import org.openbeian.api.model.InternetService;
import org.openbeian.api.order.Grant;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.PublishedRecord;
import org.openbeian.api.order.PublishedRecord.PublishedService;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.register.OrganizerEntry;
import org.openbeian.api.register.ServiceEntry;
import org.openbeian.api.rules.ProvinceProfile;
import org.openbeian.api.store.RegisterStore;
import org.openbeian.core.identifier.FilingNumber;
import org.openbeian.core.register.Domains;

/** Checks a record that the authority published, and enters it into the register (T-48, T-51, T-56). */
final class Publication {

    private final Order order;
    private final PublishedRecord filing;

    Publication(Order order, PublishedRecord filing) {
        this.order = order;
        this.filing = filing;
    }

    /**
     * The grant, once every number is found to be one that this authority can give to these services.
     *
     * @param profile the province's profile, if its rules are there
     */
    Grant check(Optional<ProvinceProfile> profile) {
        FilingNumber organizer = number(filing.organizerNumber());
        if (organizer.serial() != 0) {
            throw invalid("the organizer's number is one of a service");
        }
        if (profile.isPresent() && !organizer.organizer().startsWith(profile.get().filingPrefix())) {
            throw invalid("the organizer's number does not begin with " + profile.get().filingPrefix());
        }
        List<InternetService> services = order.application().services();
        Set<Integer> serials = new HashSet<>();
        if (filing.services().size() != services.size()) {
            throw invalid(filing.services().size() + " services were published, " + services.size() + " were asked for");
        }
        for (int i = 0; i < services.size(); i++) {
            FilingNumber number = number(service(i).number());
            if (!number.organizer().equals(organizer.organizer()) || number.serial() == 0 || !serials.add(number.serial())) {
                throw invalid("the number of service " + i + " is no new number of this organizer");
            }
            if (!number.suffix().equals(services.get(i) instanceof App ? "A" : "")) {
                throw invalid("the number of service " + i + " is one of another kind of service");
            }
        }
        return new Grant(filing.organizerNumber(),
            filing.services().stream().sorted((a, b) -> Integer.compare(a.index(), b.index())).map(PublishedService::number).toList(),
            filing.publishedAt());
    }

    /** Enters organizer and services; a number that another order brought is refused. */
    void enter(RegisterStore register) {
        register.services(filing.organizerNumber()).stream()
            .filter(entry -> !entry.orderId().equals(order.id()))
            .filter(entry -> filing.services().stream().anyMatch(service -> service.number().equals(entry.number())))
            .findFirst().ifPresent(entry -> {
                throw invalid("number " + entry.number() + " belongs to a service of another order");
            });
        register.save(new OrganizerEntry(filing.organizerNumber(), order.provinceId(), order.application().organizer().name(),
            filing.organizerRecordId(), order.id(), filing.publishedAt()));
        for (int i = 0; i < order.application().services().size(); i++) {
            InternetService service = order.application().services().get(i);
            register.save(new ServiceEntry(service(i).number(), filing.organizerNumber(), service.name(),
                service.domains().stream().map(Domains::key).toList(), service(i).recordId(), order.id(), filing.publishedAt()));
        }
    }

    private PublishedService service(int index) {
        return filing.services().stream().filter(service -> service.index() == index).findFirst()
            .orElseThrow(() -> invalid("service " + index + " was not published"));
    }

    private FilingNumber number(String text) {
        return FilingNumber.parse(text == null ? "" : text).orElseThrow(() -> invalid("a number breaks the grammar: " + text));
    }

    private static Refusal invalid(String what) {
        return Refusals.invalid("published-record-invalid", "The published record cannot be applied: " + what + ".");
    }
}

package org.openbeian.core.order;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.openbeian.api.model.InternetService;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.PublishedRecord;
import org.openbeian.api.order.PublishedRecord.PublishedAccess;
import org.openbeian.api.order.PublishedRecord.PublishedService;
import org.openbeian.api.register.AccessEntry;
import org.openbeian.api.register.OrganizerEntry;
import org.openbeian.api.register.OrganizerState;
import org.openbeian.api.register.RecordReference;
import org.openbeian.api.register.ServiceEntry;
import org.openbeian.api.register.ServiceState;
import org.openbeian.api.store.RegisterStore;
import org.openbeian.core.register.Domains;

/** Keeps the register as the authority publishes it (A-107, E-14 to E-18). Every method joins the caller's transaction. */
final class RegisterBook {

    private final RegisterStore register;
    private final FiledRecordFinder finder;

    RegisterBook(RegisterStore register, FiledRecordFinder finder) {
        this.finder = finder;
        this.register = register;
    }

    /** Filing number of the organizer that a record is or belongs to; empty when the register does not know the record. */
    Optional<String> organizerOf(String authorityId, RecordReference about) {
        if (about.number() != null) {
            return Optional.of(about.number().replaceFirst("-\\d+[A-Z]?$", ""));
        }
        return switch (about.kind()) {
            case ORGANIZER -> finder.organizer(authorityId, about.id()).map(OrganizerEntry::number);
            case SERVICE -> finder.service(authorityId, about.id()).map(ServiceEntry::organizerNumber);
            case ACCESS -> finder.serviceOfAccess(authorityId, about.id()).map(ServiceEntry::organizerNumber);
        };
    }

    /** Whether an order asks the authority to cancel this very record. */
    boolean asks(Order order, String authorityId, RecordReference about) {
        return switch (order.type()) {
            case CANCEL_ORGANIZER -> about.kind() == RecordReference.Kind.ORGANIZER;
            case CANCEL_SERVICE -> about.kind() == RecordReference.Kind.SERVICE && isAbout(order, service(authorityId, about));
            case CANCEL_ACCESS -> about.kind() == RecordReference.Kind.ACCESS && isAbout(order, service(authorityId, about));
            default -> false;
        };
    }

    private static boolean isAbout(Order order, Optional<ServiceEntry> service) {
        return service.filter(entry -> order.application().basis().serviceNumbers().contains(entry.number())).isPresent();
    }

    private Optional<ServiceEntry> service(String authorityId, RecordReference about) {
        return about.number() != null ? register.service(about.number())
            : about.kind() == RecordReference.Kind.ACCESS ? finder.serviceOfAccess(authorityId, about.id())
                : finder.service(authorityId, about.id());
    }

    /**
     * Takes over names, domains, ids and accesses of an organizer that the register holds, when no order of ours asked for it; not from
     * another authority than the one that gave the record, or serves its province when none gave it yet.
     *
     * @param newer numbers of the entries that stay as they are
     * @return false when the register holds it and does not follow
     */
    boolean refresh(String authorityId, PublishedRecord filing, Set<String> newer) {
        Optional<OrganizerEntry> known = register.organizer(filing.organizerNumber());
        known.filter(entry -> finder.speaks(authorityId, entry)).map(entry -> claimed(authorityId, entry, filing)).ifPresent(old -> {
            boolean stays = newer.contains(old.number());
            boolean filled = isFilled(old, filing, newer);
            register.save(new OrganizerEntry(old.number(), old.provinceId(),
                stays || filing.organizerName() == null ? old.name() : filing.organizerName(),
                stays ? old.recordId() : filing.organizerRecordId(), old.orderId(), old.grantedAt(),
                filled ? OrganizerState.ACTIVE : old.state(), filled ? filing.publishedAt() : old.since(), old.data(),
                stays || filing.changedAt() == null ? old.changedAt() : filing.changedAt()));
            filing.services().stream().filter(service -> !newer.contains(service.number()))
                .forEach(service -> enter(filing, service, filing.publishedAt(), old.orderId(), null, List.of(), newer));
        });
        return known.filter(entry -> !finder.speaks(authorityId, entry)).isEmpty();
    }

    /**
     * Ids that an import brought from another account name others' records from now on: services lose them until they are published, and
     * the date of that account's last change with them.
     */
    private OrganizerEntry claimed(String authorityId, OrganizerEntry known, PublishedRecord filing) {
        if (!finder.isOf(authorityId, known) && known.recordId() != filing.organizerRecordId()) {
            register.services(known.number()).forEach(old -> register.save(new ServiceEntry(old.number(), old.organizerNumber(),
                old.name(), old.domains(), 0, old.orderId(), old.grantedAt(), old.state(), old.since(), old.data(),
                old.accesses().stream().map(access -> new AccessEntry(0, access.here(), access.access())).toList())));
        }
        return OrderRoutes.claimed(authorityId, known);
    }

    /** Whether a record ends that an organizer is empty: not one of which no service comes in, as all that it tells is older. */
    static boolean isFilled(OrganizerEntry old, PublishedRecord filing, Set<String> newer) {
        return old.state() == OrganizerState.SHELL && (newer.isEmpty()
            || filing.services().stream().anyMatch(service -> !newer.contains(service.number())));
    }

    /**
     * Enters a service as it was published.
     *
     * @param at when the authority decided on it
     * @param orderId order that brought it, unless the register knows it already
     * @param data what was granted, or null when it is what the register holds
     * @param ours accesses of which the order knows the resource
     * @param newer numbers of the entries of which the register knows something newer: of those it takes what was granted, no more
     */
    void enter(PublishedRecord filing, PublishedService service, Instant at, String orderId,
            InternetService data, List<AccessEntry> ours, Set<String> newer) {
        ServiceEntry old = register.service(service.number()).orElse(null);
        InternetService granted = data != null || old == null ? data : old.data();
        if (old != null && newer.contains(old.number())) {
            register.save(granted(old, granted, ours));
            return;
        }
        ServiceState state = old != null && stays(old, service) ? old.state()
            : newer.contains(filing.organizerNumber()) ? inside(filing.organizerNumber()) : ServiceState.ACTIVE;
        String name = service.name() != null ? service.name() : granted == null ? "" : granted.name();
        List<String> domains = service.domains().isEmpty() && granted != null ? granted.domains() : service.domains();
        List<AccessEntry> accesses = service.accesses().stream().map(access -> find(access.recordId(), ours)
            .or(() -> old == null ? Optional.empty() : find(access.recordId(), old.accesses()))
            .orElse(new AccessEntry(access.recordId(), access.here(), null))).toList();
        register.save(new ServiceEntry(service.number(), filing.organizerNumber(), name,
            domains.stream().map(Domains::key).toList(), service.recordId(), old == null ? orderId : old.orderId(),
            old == null ? at : old.grantedAt(), state, old != null && old.state() == state ? old.since() : at, granted, accesses,
            service.changedAt() == null && old != null ? old.changedAt() : service.changedAt()));
    }

    /** Whether a service stands as it did: held by the authority, or still accessed at other providers alone. */
    private static boolean stays(ServiceEntry old, PublishedService service) {
        return old.state().isHeld() || old.state() == ServiceState.ACCESS_CANCELLED && !service.accesses().isEmpty()
            && service.accesses().stream().noneMatch(PublishedAccess::here);
    }

    /** A newer entry with what an order was granted, and the resources of those accesses that it still has. */
    private static ServiceEntry granted(ServiceEntry old, InternetService data, List<AccessEntry> ours) {
        return new ServiceEntry(old.number(), old.organizerNumber(), old.name(), old.domains(), old.recordId(), old.orderId(),
            old.grantedAt(), old.state(), old.since(), data, old.accesses().stream().map(one -> find(one.recordId(), ours)
                .map(mine -> new AccessEntry(one.recordId(), one.here(), mine.access())).orElse(one)).toList(), old.changedAt());
    }

    /**
     * Gives a service, whose accesses here were cut, those that an order was granted before; not when the register knows more recent
     * accesses of it.
     *
     * @param at when the authority decided on it
     */
    void open(PublishedService service, Instant at, List<AccessEntry> granted) {
        register.service(service.number()).filter(old -> old.state() == ServiceState.ACCESS_CANCELLED
            && !RecordAge.isBefore(service.changedAt(), old.changedAt())).ifPresent(old -> register.save(old.with(
                Stream.concat(old.accesses().stream(), granted.stream().filter(one -> find(one.recordId(), old.accesses()).isEmpty()))
                    .toList()).with(ServiceState.ACTIVE, at)));
    }

    /** How a service stands of an organizer that changed since: what the authority cancelled took its services with it. */
    private ServiceState inside(String organizerNumber) {
        return register.organizer(organizerNumber).filter(one -> one.state() == OrganizerState.CANCELLED).isPresent()
            ? ServiceState.CANCELLED : ServiceState.ACTIVE;
    }

    private static Optional<AccessEntry> find(long recordId, List<AccessEntry> known) {
        return known.stream().filter(one -> one.recordId() == recordId).findFirst();
    }

    /**
     * Ends what the authority cancelled; told twice, it changes nothing the second time.
     *
     * @return the organizer whose last service this was
     */
    Optional<OrganizerEntry> end(String authorityId, RecordReference about, Instant at) {
        switch (about.kind()) {
            case ORGANIZER -> (about.number() != null ? register.organizer(about.number())
                : finder.organizer(authorityId, about.id())).ifPresent(entry -> endOrganizer(entry, at));
            case SERVICE -> {
                return service(authorityId, about).flatMap(entry -> endService(entry, at));
            }
            case ACCESS -> service(authorityId, about).ifPresent(entry -> {
                ServiceEntry left = entry.with(entry.accesses().stream().filter(one -> one.recordId() != about.id()).toList());
                boolean gone = left.accesses().isEmpty() || left.state() == ServiceState.ACTIVE && !left.accessedHere();
                register.save(left.with(gone ? ServiceState.ACCESS_CANCELLED : left.state(), at));
            });
        }
        return Optional.empty();
    }

    private void endOrganizer(OrganizerEntry entry, Instant at) {
        register.services(entry.number()).forEach(service -> register.save(service.with(ServiceState.CANCELLED, at)));
        register.save(entry.with(OrganizerState.CANCELLED, at));
    }

    /** An organizer without services stays, as an empty one, until the authority deletes its number (E-16). */
    private Optional<OrganizerEntry> endService(ServiceEntry entry, Instant at) {
        register.save(entry.with(ServiceState.CANCELLED, at));
        boolean empty = register.services(entry.organizerNumber()).stream()
            .allMatch(service -> service.state() == ServiceState.CANCELLED);
        Optional<OrganizerEntry> emptied = register.organizer(entry.organizerNumber())
            .filter(organizer -> empty && organizer.state() == OrganizerState.ACTIVE);
        emptied.ifPresent(organizer -> register.save(organizer.with(OrganizerState.SHELL, at)));
        return emptied;
    }
}

package org.openbeian.core.order;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openbeian.api.order.PublishedRecord;
import org.openbeian.api.order.PublishedRecord.PublishedService;
import org.openbeian.api.register.OrganizerEntry;
import org.openbeian.api.register.OrganizerState;
import org.openbeian.api.register.ServiceEntry;
import org.openbeian.api.register.ServiceState;
import org.openbeian.api.store.RegisterStore;

/**
 * Tells by the authority's own word ({@code Zjxgsj}) which parts of a published record are older than what the register holds (T-39).
 * Only what is certainly older counts: a date without a time is the whole day, and what has no date is never older. The authority does
 * not date what it cancels (ZXSJ): as a cancelled number never returns, what was changed before the cancellation came is older; a cut
 * access may return, by a record in which organizer or service was changed since. Joins the caller's transaction.
 */
final class RecordAge {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final RegisterStore register;
    private final FiledRecordFinder finder;

    RecordAge(RegisterStore register, FiledRecordFinder finder) {
        this.register = register;
        this.finder = finder;
    }

    /**
     * Filing numbers of the entries of which the register knows something newer from the same authority; none that it does not hold. A
     * service goes by its own date, and by the organizer's where the record does not date it or dates it alike; not where the record
     * alone dates it, as what was newer of the organizer need not have held this service.
     */
    Set<String> newer(String authorityId, PublishedRecord filing) {
        Set<String> newer = new LinkedHashSet<>();
        OrganizerEntry known = Optional.ofNullable(filing.organizerNumber()).flatMap(register::organizer)
            .filter(old -> finder.isOf(authorityId, old)).orElse(null);
        if (known == null) {
            return newer;
        }
        boolean older = isBefore(filing.changedAt(), last(known));
        if (older) {
            newer.add(known.number());
        }
        for (PublishedService service : filing.services()) {
            Optional.ofNullable(service.number()).flatMap(register::service)
                .filter(old -> isBefore(service.changedAt(), last(old)) || older && !isNewByItself(service, old)
                    || isFromBeforeCut(filing, service, old))
                .ifPresent(old -> newer.add(old.number()));
        }
        return newer;
    }

    /** Whether a record dates a service, and later than the register does or as the only one of both. */
    private static boolean isNewByItself(PublishedService service, ServiceEntry old) {
        return service.changedAt() != null && (last(old) == null || isBefore(last(old), service.changedAt()));
    }

    /** Whether what a record tells of a service and its organizer is all from before its access here was known to be cut. */
    private static boolean isFromBeforeCut(PublishedRecord filing, PublishedService service, ServiceEntry old) {
        return old.state() == ServiceState.ACCESS_CANCELLED && isBefore(service.changedAt(), old.since())
            && isBefore(filing.changedAt(), old.since());
    }

    /** What is to be noted of a record; nothing when no entry is newer. */
    static List<String> notes(Set<String> newer) {
        return newer.isEmpty() ? List.of() : List.of("a record older than what the register knows of " + String.join(" ", newer));
    }

    private static Instant last(OrganizerEntry entry) {
        return entry.state() == OrganizerState.CANCELLED ? later(entry.changedAt(), entry.since()) : entry.changedAt();
    }

    private static Instant last(ServiceEntry entry) {
        return entry.state() == ServiceState.CANCELLED ? later(entry.changedAt(), entry.since()) : entry.changedAt();
    }

    /** Whether every entry of a record was certainly changed before something happened; false when one is not dated. */
    static boolean isAllBefore(PublishedRecord filing, Instant at) {
        return isBefore(filing.changedAt(), at) && filing.services().stream().allMatch(service -> isBefore(service.changedAt(), at));
    }

    /** Whether a date is certainly before another one; false when one is not known. */
    static boolean isBefore(Instant one, Instant other) {
        if (one == null || other == null) {
            return false;
        }
        boolean day = one.atZone(SHANGHAI).toLocalTime().equals(LocalTime.MIDNIGHT);
        return day ? !one.plus(Duration.ofDays(1)).isAfter(other) : one.isBefore(other);
    }

    /** The later one of two dates, of which either may not be known. */
    static Instant later(Instant one, Instant other) {
        return one == null || other != null && other.isAfter(one) ? other : one;
    }
}

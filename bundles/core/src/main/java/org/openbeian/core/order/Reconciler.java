package org.openbeian.core.order;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openbeian.api.audit.AuditLog;
import org.openbeian.api.channel.Notices;
import org.openbeian.api.correction.ComparedField;
import org.openbeian.api.correction.ComparedField.Likeness;
import org.openbeian.api.correction.CorrectionCase;
import org.openbeian.api.correction.CorrectionCase.Status;
import org.openbeian.api.correction.CorrectionKind;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.PublishedRecord;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.register.OrganizerEntry;
import org.openbeian.api.register.ServiceEntry;
import org.openbeian.api.register.ServiceState;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Masks;
import org.openbeian.api.store.CorrectionStore;
import org.openbeian.api.store.DurableTasks;
import org.openbeian.api.store.OrderStore;
import org.openbeian.api.store.RegisterStore;
import org.openbeian.core.register.Comparison;
import org.openbeian.core.register.Statement;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * Compares what others say with the register, and keeps one case with what differs for each organizer (filing flow, section 6). Every
 * method joins the caller's transaction. Thread-safe.
 */
@Component(service = {Reconciler.class, RecordIntake.class})
public final class Reconciler implements RecordIntake {

    /** Source of what an authority published without being asked by an order. */
    static final String DOWNLOAD = "authority-download";
    /** Source of what a full resynchronisation says. */
    static final String RESYNC = "authority-resync";
    /** Source of what the public register says. */
    public static final String PUBLIC = "public-register";
    private static final int ATTEMPTS = 5;

    private final CorrectionStore store;
    private final RegisterStore register;
    private final OrderStore orders;
    private final CoreSettings settings;
    private final Clock clock;
    private final FoundCases cases;
    private final RecordAge age;
    private final Ids ids = new Ids();

    /** Created by Declarative Services. */
    @Activate
    public Reconciler(@Reference CorrectionStore store, @Reference RegisterStore register, @Reference OrderStore orders,
            @Reference DurableTasks tasks, @Reference CoreSettings settings, @Reference Notices notices, @Reference AuditLog audit,
            @Reference FiledRecordFinder finder, @Reference(policyOption = ReferencePolicyOption.GREEDY) Clock clock) {
        this.store = store;
        this.register = register;
        this.orders = orders;
        this.settings = settings;
        this.clock = clock;
        this.cases = new FoundCases(store, tasks, notices, audit);
        this.age = new RecordAge(register, finder);
    }

    /**
     * A record comes that no order asked for; to be told before the register follows it, so that people see what it changes.
     *
     * @param newer numbers of the entries that do not follow it
     */
    void published(PublishedRecord filing, Set<String> newer) {
        register.organizer(filing.organizerNumber()).ifPresent(ours ->
            keep(filing.organizerNumber(), compare(Statement.of(filing).without(newer), DOWNLOAD, filing.publishedAt()), one -> false,
                null));
    }

    /**
     * A record comes that an order asked for, and the register follows it. Settled is what an authority published otherwise before, and
     * of what others said that which is published now; who said something else still does.
     *
     * @param newer numbers of the entries that do not follow it
     */
    void answered(PublishedRecord filing, Set<String> newer) {
        String number = filing.organizerNumber();
        store.open(key(number)).ifPresent(open -> {
            List<ComparedField> now = compare(Statement.of(filing).without(newer), DOWNLOAD, filing.publishedAt());
            keep(number, List.of(), old -> now.stream().anyMatch(one -> one.likeness() == Likeness.SAME
                && one.pointer().equals(old.pointer()) && (old.source().equals(DOWNLOAD) || isSaid(old, one.theirs()))), "filed");
        });
    }

    @Override
    public List<String> synchronize(String authorityId, PublishedRecord filing, Instant asOf) {
        Set<String> newer = age.newer(authorityId, filing);
        stated(Statement.of(filing).without(newer), RESYNC, asOf);
        return RecordAge.notes(newer);
    }

    /** Of two masked names nobody knows whether they are the same. */
    private static boolean isSaid(ComparedField old, String published) {
        return published.equals(old.theirs()) && !published.equals(Masks.name(published));
    }

    /**
     * Somebody says something; what he says the same now as the register is settled, as far as he himself said otherwise before. What is
     * older than the entry as it stands, or than what he said of the same field, is compared and changes no case.
     *
     * @param source who says it
     * @param asOf as of when; now when that is yet to come
     * @return all that was compared
     */
    public List<ComparedField> stated(Statement theirs, String source, Instant asOf) {
        Instant now = clock.instant();
        Instant at = asOf.isAfter(now) ? now : asOf;
        List<ComparedField> fields = compare(theirs, source, at);
        List<ComparedField> counting = fields.stream().filter(one -> !at.isBefore(standsSince(theirs.organizerNumber(), one))).toList();
        keep(theirs.organizerNumber(), counting, old -> counting.stream().anyMatch(one -> one.likeness() == Likeness.SAME
            && isSameField(one, old) && !isOlder(one, old)), "same");
        return fields;
    }

    /** Since when the entry with this field stands as it does; the beginning of time for one that the register does not hold. */
    private Instant standsSince(String number, ComparedField field) {
        String[] steps = field.pointer().split("/");
        Stream<Instant> times = steps[1].equals("services")
            ? register.service(steps[2]).stream().flatMap(one -> Stream.of(one.grantedAt(), one.since()))
            : register.organizer(number).stream().flatMap(one -> Stream.of(one.grantedAt(), one.since()));
        return times.filter(Objects::nonNull).max(Comparator.naturalOrder()).orElse(Instant.MIN);
    }

    private static boolean isSameField(ComparedField one, ComparedField other) {
        return one.pointer().equals(other.pointer()) && one.source().equals(other.source());
    }

    /** What the register follows of an authority is not too old, whatever the date of the decision. */
    private static boolean isOlder(ComparedField said, ComparedField old) {
        return !said.source().equals(DOWNLOAD) && said.asOf().isBefore(old.asOf());
    }

    /** The open case about an organizer's record. */
    public Optional<String> open(String number) {
        return store.open(key(number)).map(CorrectionCase::id);
    }

    private List<ComparedField> compare(Statement theirs, String source, Instant asOf) {
        return Comparison.of(register.organizer(theirs.organizerNumber()).orElse(null), register.services(theirs.organizerNumber()), theirs,
            source, asOf);
    }

    private static String key(String number) {
        return CorrectionKind.RECORD_DIFFERS + ":reconciliation:" + number;
    }

    /** Whoever changes the case meanwhile is committed when he is met: what he left is read and changed again. */
    private void keep(String number, List<ComparedField> said, Predicate<ComparedField> settled, String conclusion) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (isKept(number, said, settled, conclusion)) {
                return;
            }
        }
        throw new Refusal(Refusal.Kind.STALE, "correction-changed", "The case was changed meanwhile; repeat what was said.");
    }

    private boolean isKept(String number, List<ComparedField> said, Predicate<ComparedField> settled, String conclusion) {
        List<ComparedField> fresh = said.stream().filter(one -> one.likeness() == Likeness.DIFFERENT).toList();
        CorrectionCase open = store.open(key(number)).orElse(null);
        if (open == null) {
            if (!fresh.isEmpty()) {
                open(number, fresh);
            }
            return true;
        }
        List<ComparedField> newer = fresh.stream().filter(one -> open.differences().stream()
            .noneMatch(old -> isSameField(one, old) && isOlder(one, old))).toList();
        List<ComparedField> left = new ArrayList<>(open.differences());
        left.removeIf(settled.or(old -> newer.stream().anyMatch(one -> isSameField(one, old))));
        left.addAll(newer);
        return left.isEmpty() ? cases.settle(open, Objects.requireNonNull(conclusion))
            : left.equals(open.differences()) || store.update(open.with(left));
    }

    private void open(String number, List<ComparedField> differences) {
        Instant now = clock.instant();
        OrganizerEntry organizer = register.organizer(number).orElse(null);
        List<ServiceEntry> services = register.services(number).stream().filter(one -> one.state() != ServiceState.CANCELLED).toList();
        List<String> domains = services.stream().filter(one -> differences.stream().anyMatch(field ->
            (field.pointer() + "/").startsWith("/services/" + one.number() + "/"))).flatMap(one -> one.domains().stream()).toList();
        Optional<Order> order = Optional.ofNullable(organizer).map(OrganizerEntry::orderId).flatMap(orders::load);
        String text = differences.stream().map(one -> one.pointer() + " (" + one.source() + ")").collect(Collectors.joining(", "));
        CorrectionCase fresh = new CorrectionCase(ids.next(now), 1, CorrectionKind.RECORD_DIFFERS, null, number, null,
            order.map(Order::account).orElse(null), domains, text, now, now.plus(Duration.ofDays(settings.get().correction_days())),
            Status.OPEN, null, null, differences);
        cases.open(Actor.SYSTEM, fresh, key(number), Map.of("kind", fresh.kind().name()));
    }
}

package org.openbeian.core.order;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.order.ServiceLevel;
import org.openbeian.api.order.ServiceLevel.Split;
import org.openbeian.api.order.ServiceLevel.Stage;
import org.openbeian.api.order.ServiceLevels;
import org.openbeian.api.rules.ProvinceProfile;
import org.openbeian.api.rules.RuleBooks;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Permission;
import org.openbeian.api.store.StageStore;
import org.openbeian.api.store.Transactions;
import org.openbeian.api.time.WorkingDays;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Measures how long stages took. Thread-safe. */
@Component
public final class StageTimes implements ServiceLevels {

    private final StageStore stays;
    private final Transactions transactions;
    private final RuleBooks books;
    private final WorkingDays workingDays;
    private final CoreSettings settings;

    /** Created by Declarative Services. */
    @Activate
    public StageTimes(@Reference StageStore stays, @Reference Transactions transactions, @Reference RuleBooks books,
            @Reference WorkingDays workingDays, @Reference CoreSettings settings) {
        this.stays = stays;
        this.transactions = transactions;
        this.books = books;
        this.workingDays = workingDays;
        this.settings = settings;
    }

    private record Group(Stage stage, String provinceId, String channel) {
    }

    /** The stays of a group, in seconds. */
    private static final class Times {
        private long[] seconds = new long[16];
        private int count;
        private long late;

        void add(long time, boolean isLate) {
            if (count == seconds.length) {
                seconds = Arrays.copyOf(seconds, count * 2);
            }
            seconds[count++] = time;
            late += isLate ? 1 : 0;
        }

        /** The least time that at least this share took no longer than. */
        long quantile(double share) {
            return seconds[Math.max(0, (int) Math.ceil(share * count) - 1)];
        }
    }

    @Override
    public List<ServiceLevel> measure(Actor actor, Instant from, Instant until, Set<Stage> stages, Set<Split> apart) {
        if (!actor.may(Permission.READ_LEVELS)) {
            throw new Refusal(Refusal.Kind.FORBIDDEN, "not-permitted", "This account may not see the times of all filings.");
        }
        if (!from.isBefore(until)) {
            throw Refusals.invalid("empty-span", "The span of time ends before it begins.");
        }
        Map<Group, Times> groups = new TreeMap<>(Comparator.comparing(Group::stage)
            .thenComparing(Group::provinceId, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Group::channel, Comparator.nullsFirst(Comparator.naturalOrder())));
        transactions.run(() -> stays.visit(from, until, stages, stay ->
            groups.computeIfAbsent(new Group(stay.stage(), apart.contains(Split.PROVINCE) ? stay.provinceId() : null,
                    apart.contains(Split.CHANNEL) ? stay.channel() : null), group -> new Times())
                .add(Duration.between(stay.entered(), stay.left()).toSeconds(), isLate(stay))));
        return groups.entrySet().stream().map(entry -> level(entry.getKey(), entry.getValue())).toList();
    }

    private ServiceLevel level(Group group, Times times) {
        Arrays.sort(times.seconds, 0, times.count);
        return new ServiceLevel(group.stage(), group.provinceId(), group.channel(), days(group.stage(), group.provinceId()),
            group.stage() == Stage.SMS ? (int) settings.smsTime().toHours() : 0, times.count, times.late,
            times.quantile(0.5), times.quantile(0.9), times.quantile(1));
    }

    private boolean isLate(StageStore.Stay stay) {
        return switch (stay.stage()) {
            case PRE_REVIEW, AUTHORITY -> stay.left().isAfter(workingDays.plus(stay.entered(), days(stay.stage(), stay.provinceId())));
            case SMS -> stay.left().isAfter(stay.entered().plus(settings.smsTime()));
            case WHOLE, MESSAGE -> false;
        };
    }

    private int days(Stage stage, String province) {
        return switch (stage) {
            case PRE_REVIEW -> settings.get().pre_review_working_days();
            case AUTHORITY -> (province == null ? Optional.<ProvinceProfile>empty() : books.current().profile(province))
                .map(ProvinceProfile::reviewMaxDays).filter(days -> days > 0).orElse(settings.get().authority_working_days());
            case SMS, WHOLE, MESSAGE -> 0;
        };
    }
}

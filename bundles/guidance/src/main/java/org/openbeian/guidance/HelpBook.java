package org.openbeian.guidance;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.openbeian.api.guidance.Help;
import org.openbeian.api.guidance.HelpText;
import org.openbeian.api.guidance.HelpVotes;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.order.Refusal.Kind;
import org.openbeian.api.order.ServiceLevel;
import org.openbeian.api.order.ServiceLevel.Split;
import org.openbeian.api.order.ServiceLevel.Stage;
import org.openbeian.api.order.ServiceLevels;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Permission;
import org.openbeian.api.store.GuidanceStore;
import org.openbeian.api.store.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The help (A-109 to A-113, E-03, E-07). Thread-safe. */
@Component(service = {Help.class, HelpBook.class})
public final class HelpBook implements Help {

    /** For how long figures are shown without measuring anew. */
    private static final Duration FRESH = Duration.ofHours(1);
    private static final Set<Stage> OF_ORDERS = EnumSet.complementOf(EnumSet.of(Stage.MESSAGE));

    private final HelpCatalogue catalogue = HelpCatalogue.own();
    private final GuidanceStore store;
    private final Transactions transactions;
    private final ServiceLevels levels;
    private final GuidanceSettings settings;
    private final Clock clock;
    private volatile Measured measured;

    private record Measured(Instant at, List<ServiceLevel> figures) {
    }

    /** Created by Declarative Services. */
    @Activate
    public HelpBook(@Reference GuidanceStore store, @Reference Transactions transactions, @Reference ServiceLevels levels,
            @Reference GuidanceSettings settings, @Reference(policyOption = ReferencePolicyOption.GREEDY) Clock clock) {
        this.store = store;
        this.transactions = transactions;
        this.levels = levels;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public List<HelpText> find(HelpText.Kind kind, String about, String words) {
        return catalogue.find(kind, about, words).stream().map(this::shown).toList();
    }

    @Override
    public HelpText get(String id) {
        return catalogue.get(id).map(this::shown).orElseThrow(HelpBook::unknown);
    }

    boolean isTopic(String id) {
        return catalogue.isTopic(id);
    }

    private HelpText shown(HelpText text) {
        return new HelpText(text.id(), text.version(), text.kind(), text.title(), text.text(), text.about(), text.source(),
            settings.link(text.id()), catalogue.hasFigures(text.id()) ? figures() : List.of());
    }

    /** The stages of all filings together and by province, as far as enough filings stand behind them. */
    private List<ServiceLevel> figures() {
        Instant now = clock.instant();
        Measured last = measured;
        if (last == null || now.isBefore(last.at()) || last.at().plus(FRESH).isBefore(now)) {
            Instant from = now.minus(Duration.ofDays(settings.get().figures_days()));
            Instant until = now.plusSeconds(1);
            last = new Measured(now, Stream.of(Set.<Split>of(), Set.of(Split.PROVINCE)).flatMap(apart -> levels.measure(Actor.SYSTEM, from,
                until, OF_ORDERS, apart).stream()).filter(level -> level.orders() >= settings.get().figures_least()).toList());
            measured = last;
        }
        return last.figures();
    }

    @Override
    public void vote(Actor actor, String id, boolean helpful) {
        catalogue.get(id).orElseThrow(HelpBook::unknown);
        transactions.run(() -> store.vote(id, actor.account(), helpful, clock.instant()));
    }

    @Override
    public List<HelpVotes> votes(Actor actor) {
        if (!actor.may(Permission.READ_LEVELS)) {
            throw new Refusal(Kind.FORBIDDEN, "not-permitted", "This account may not see the figures of the help.");
        }
        return transactions.call(store::votes).stream().sorted(Comparator.comparingLong(HelpVotes::unhelpful).reversed()
            .thenComparing(HelpVotes::textId)).toList();
    }

    private static Refusal unknown() {
        return new Refusal(Kind.NOT_FOUND, "help-not-found", "There is no such text in the help.");
    }
}

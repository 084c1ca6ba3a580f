package org.openbeian.operations;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openbeian.api.channel.NotificationChannel;
import org.openbeian.api.effect.Lanes;
import org.openbeian.api.order.OrderState;
import org.openbeian.api.resource.CloudResourceType;
import org.openbeian.api.rules.RuleBooks;
import org.openbeian.api.store.OrderStore;
import org.openbeian.api.store.StoreHealth;
import org.openbeian.api.store.StoreUnavailable;
import org.openbeian.api.store.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * Figures that are read when somebody asks for metrics: orders per state, paused lanes, plugins, database. The database is asked
 * at most once per sample pause; while it does not answer, its figures stay and {@code openbeian_db_up} is 0. Thread-safe.
 */
@Component(service = Gauges.class)
public final class Gauges {

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    volatile List<NotificationChannel> channels = List.of();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    volatile List<CloudResourceType> resourceTypes = List.of();

    private final Transactions transactions;
    private final OrderStore orders;
    private final StoreHealth health;
    private final Lanes lanes;
    private final RuleBooks ruleBooks;
    private final Settings settings;
    private final PrometheusMeterRegistry registry;
    private final List<Meter> meters = new ArrayList<>();
    private final List<MultiGauge> multi = new ArrayList<>();
    private final AtomicLong commits = new AtomicLong();
    private final AtomicLong tasks = new AtomicLong();
    private final AtomicLong up = new AtomicLong();
    private final MultiGauge states;
    private final MultiGauge paused;
    private final MultiGauge bundles;
    private final MultiGauge plugins;
    private long sampledAt;
    private boolean sampled;

    /**
     * Registers the meters.
     *
     * @param transactions transactions of the store
     * @param orders orders per state
     * @param health the database
     * @param lanes the lanes
     * @param ruleBooks the rule bundles
     * @param settings knows the sample pause
     * @param registry where the meters go
     */
    @Activate
    public Gauges(@Reference Transactions transactions, @Reference OrderStore orders, @Reference StoreHealth health,
            @Reference Lanes lanes, @Reference RuleBooks ruleBooks, @Reference Settings settings,
            @Reference PrometheusMeterRegistry registry) {
        this.transactions = transactions;
        this.orders = orders;
        this.health = health;
        this.lanes = lanes;
        this.ruleBooks = ruleBooks;
        this.settings = settings;
        this.registry = registry;
        states = multi("openbeian.orders", "Orders in each state");
        paused = multi("openbeian.lane.paused", "Whether a lane is paused");
        bundles = multi("openbeian.rule.bundles", "Rule bundles by status");
        plugins = multi("openbeian.plugin", "Channels and resource types that are there");
        meters.add(FunctionCounter.builder("openbeian.db.commits", commits, AtomicLong::get)
                .description("Committed transactions").register(registry));
        meters.add(Gauge.builder("openbeian.tasks.waiting", tasks, AtomicLong::get)
                .description("Durable tasks that wait").register(registry));
        meters.add(Gauge.builder("openbeian.db.up", up, AtomicLong::get)
                .description("Whether the database answers").register(registry));
    }

    private MultiGauge multi(String name, String description) {
        MultiGauge gauge = MultiGauge.builder(name).description(description).register(registry);
        multi.add(gauge);
        return gauge;
    }

    /** Brings the figures up to date. */
    synchronized void sample() {
        samplePlugins();
        if (sampled && System.nanoTime() - sampledAt < settings.sample().toNanos()) {
            return;
        }
        sampled = true;
        sampledAt = System.nanoTime();
        StoreHealth.Status status = health.check();
        up.set(status.reachable() ? 1 : 0);
        if (status.reachable()) {
            commits.set(status.commits());
            tasks.set(status.scheduledTasks());
            try {
                sampleStore();
            } catch (StoreUnavailable gone) {
                up.set(0);
            }
        }
    }

    private void sampleStore() {
        Map<OrderState, Long> counts = transactions.call(orders::counts);
        states.register(Stream.of(OrderState.values()).map(state -> row("state", state.name(),
                counts.getOrDefault(state, 0L))).collect(Collectors.toList()), true);
        paused.register(lanes.lanes().stream().map(lane -> row("lane", lane.name(), lane.pausedReason() == null ? 0 : 1))
                .collect(Collectors.toList()), true);
    }

    private void samplePlugins() {
        Map<String, Long> byStatus = ruleBooks.candidates().stream()
                .collect(Collectors.groupingBy(RuleBooks.Candidate::status, Collectors.counting()));
        bundles.register(Stream.of("serving", "shadowed", "refused").map(status -> row("status", status,
                byStatus.getOrDefault(status, 0L))).collect(Collectors.toList()), true);
        List<MultiGauge.Row<?>> rows = new ArrayList<>();
        channels.forEach(channel -> rows.add(plugin("channel", channel.id())));
        resourceTypes.forEach(type -> rows.add(plugin("resource", type.kind())));
        plugins.register(rows, true);
    }

    private static MultiGauge.Row<?> row(String tag, String value, Number figure) {
        return MultiGauge.Row.of(Tags.of(tag, value), figure);
    }

    private static MultiGauge.Row<?> plugin(String kind, String id) {
        return MultiGauge.Row.of(Tags.of("kind", kind, "id", id), 1);
    }

    @Deactivate
    void close() {
        multi.forEach(gauge -> gauge.register(List.of(), true));
        meters.forEach(registry::remove);
    }
}

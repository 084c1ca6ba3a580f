package org.openbeian.core.exchange;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openbeian.api.effect.EffectRunner;
import org.openbeian.api.effect.Stage;
import org.openbeian.api.order.OrderState;
import org.openbeian.api.store.DurableTask;
import org.openbeian.api.store.OrderStore;
import org.openbeian.api.store.Transactions;
import org.openbeian.core.effect.Gate;
import org.openbeian.core.report.ReportCargo;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * The durable task {@code authority-poll}: its key is the id of the authority. At start it is made sure that every
 * authority that holds orders or reports is polled, should a crash have fallen between an upload and its first poll.
 */
@Component(service = DurableTask.class)
public final class PollTask implements DurableTask {

    /** Name of the task. */
    public static final String NAME = "authority-poll";

    /** States in which the authority may still say something. */
    static final List<OrderState> AT_AUTHORITY =
            List.of(OrderState.SMS_PENDING, OrderState.SMS_FAILED, OrderState.AUTHORITY_REVIEW);

    private static final Logger LOG = LoggerFactory.getLogger(PollTask.class);
    private static final Duration PATIENCE = Duration.ofSeconds(25);
    /** Once closed a poll stays due, but not so soon that it is run over and over until the store stops. */
    private static final Duration CLOSED = Duration.ofSeconds(5);

    private final EffectRunner runner;
    private final Transactions transactions;
    private final OrderStore orders;
    private final ReportCargo reports;
    private final Clock clock;
    private final Gate gate = new Gate();

    /** Created by Declarative Services. */
    @Activate
    public PollTask(@Reference EffectRunner runner, @Reference Transactions transactions, @Reference OrderStore orders,
            @Reference ReportCargo reports, @Reference Clock clock) {
        this.reports = reports;
        this.runner = runner;
        this.transactions = transactions;
        this.orders = orders;
        this.clock = clock;
    }

    /** Every authority that holds orders, or is to say something of reports, is polled. */
    @Override
    public Map<String, Instant> standing() {
        return transactions.call(() -> Stream.concat(orders.authoritiesOf(AT_AUTHORITY).stream(), reports.awaited().stream()).toList())
            .stream().distinct().collect(Collectors.toMap(id -> id, id -> clock.instant()));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean machine() {
        return true;
    }

    @Override
    public Optional<Instant> run(String authorityId) {
        if (!gate.enter()) {
            return Optional.of(clock.instant().plus(CLOSED));
        }
        MDC.remove("order");
        try {
            return runner.run(Stage.AUTHORITY_POLL, authorityId);
        } finally {
            gate.leave();
        }
    }

    @Deactivate
    void close() {
        if (!gate.close(PATIENCE)) {
            LOG.warn("A poll did not end within {} s; it will run again after the start", PATIENCE.toSeconds());
        }
    }
}

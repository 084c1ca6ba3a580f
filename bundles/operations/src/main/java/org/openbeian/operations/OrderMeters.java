package org.openbeian.operations;

import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.openbeian.api.order.HistoryEntry;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.OrderListener;
import org.openbeian.api.order.OrderState;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Counts what happens to orders and times how long they stay in a stage, by the server's clock. When a stage was entered is
 * remembered for the latest orders only; a stay that began before the start of the server is not timed. Thread-safe.
 */
@Component
public final class OrderMeters implements OrderListener {

    private static final int REMEMBERED = 20_000;

    private final PrometheusMeterRegistry registry;
    private final Map<String, Stay> stays = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Stay> eldest) {
            return size() > REMEMBERED;
        }
    };

    private record Stay(OrderState state, Instant since) {
    }

    /**
     * Counts from now on.
     *
     * @param registry where the meters go
     */
    @Activate
    public OrderMeters(@Reference PrometheusMeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void changed(Order order, HistoryEntry entry) {
        registry.counter("openbeian.order.transitions", "event", entry.event().name(), "to", entry.to().name()).increment();
        if (entry.from() != entry.to()) {
            Stay stay = move(order.id(), entry);
            if (stay != null && stay.state() == entry.from()) {
                Timer.builder("openbeian.order.stage").description("How long orders stay in a state, by the server's clock")
                        .tag("state", stay.state().name()).register(registry)
                        .record(Duration.between(stay.since(), entry.at()));
            }
        }
    }

    private Stay move(String id, HistoryEntry entry) {
        synchronized (stays) {
            Stay before = stays.remove(id);
            if (!entry.to().isFinal()) {
                stays.put(id, new Stay(entry.to(), entry.at()));
            }
            return before;
        }
    }
}

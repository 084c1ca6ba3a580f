package org.openbeian.core.exchange;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.openbeian.api.rules.ProvinceProfile;
import org.openbeian.api.rules.RuleBooks;
import org.openbeian.api.store.DurableTask;
import org.openbeian.api.store.DurableTasks;
import org.openbeian.core.order.AuthorityRoutes;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Fetches now and then what authorities say by themselves, while they hold no order of ours: those of the provinces with rules, and
 * those whose accounts the table of routes names. Thread-safe.
 */
@Component(service = DurableTask.class)
public final class IdlePoll implements DurableTask {

    static final String NAME = "authority-idle-poll";

    private static final String ALL = "all";

    private final RuleBooks books;
    private final Gateways gateways;
    private final AuthorityRoutes routes;
    private final DurableTasks tasks;
    private final ExchangeSettings settings;
    private final Clock clock;

    /** Created by Declarative Services. */
    @Activate
    public IdlePoll(@Reference RuleBooks books, @Reference Gateways gateways, @Reference AuthorityRoutes routes,
            @Reference DurableTasks tasks, @Reference ExchangeSettings settings, @Reference Clock clock) {
        this.books = books;
        this.gateways = gateways;
        this.routes = routes;
        this.tasks = tasks;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, Instant> standing() {
        return Map.of(ALL, clock.instant().plus(settings.idlePoll()));
    }

    @Override
    public Optional<Instant> run(String key) {
        Instant now = clock.instant();
        Stream.concat(books.current().profiles().stream().map(ProvinceProfile::provinceId), routes.named().stream()).distinct()
            .filter(id -> gateways.of(id).isPresent()).forEach(id -> tasks.ensure(PollTask.NAME, id, now));
        return Optional.of(now.plus(settings.idlePoll()));
    }
}

package org.openbeian.core.exchange;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.openbeian.api.rules.RuleBooks;
import org.openbeian.api.store.DurableTask;
import org.openbeian.api.store.DurableTasks;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fetches now and then what authorities say by themselves, while they hold no order of ours. Thread-safe. */
@Component(service = DurableTask.class)
public final class IdlePoll implements DurableTask {

    static final String NAME = "authority-idle-poll";

    private static final String ALL = "all";
    private static final Logger LOG = LoggerFactory.getLogger(IdlePoll.class);

    private final RuleBooks books;
    private final Gateways gateways;
    private final DurableTasks tasks;
    private final ExchangeSettings settings;
    private final Clock clock;

    /** Created by Declarative Services. */
    @Activate
    public IdlePoll(@Reference RuleBooks books, @Reference Gateways gateways, @Reference DurableTasks tasks,
            @Reference ExchangeSettings settings, @Reference Clock clock) {
        this.books = books;
        this.gateways = gateways;
        this.tasks = tasks;
        this.settings = settings;
        this.clock = clock;
        try {
            tasks.ensure(NAME, ALL, clock.instant().plus(settings.idlePoll()));
        } catch (RuntimeException e) {
            LOG.warn("Authorities that hold no orders are asked from the next start on, since it could not be stored: {}", e.toString());
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    /** Nothing waits for it, so a virtual clock never jumps to it. */
    @Override
    public boolean machine() {
        return false;
    }

    @Override
    public Optional<Instant> run(String key) {
        Instant now = clock.instant();
        books.current().profiles().stream().map(profile -> profile.provinceId()).filter(id -> gateways.of(id).isPresent())
            .forEach(id -> tasks.ensure(PollTask.NAME, id, now));
        return Optional.of(now.plus(settings.idlePoll()));
    }
}

package org.openbeian.core.exchange;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.openbeian.api.authority.AuthorityGateway;
import org.openbeian.api.authority.AuthorityUnavailable;
import org.openbeian.api.authority.ResultFile;
import org.openbeian.api.effect.Stage;
import org.openbeian.core.effect.EffectReport;
import org.openbeian.core.effect.Hold;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches what an authority has to say until nothing waits, and goes on doing so while it holds orders. A file is stored
 * as it came, applied in one transaction, and acknowledged after the commit; one that comes again is only acknowledged
 * again. A broken one is fetched a second time; if it is still broken it is kept, reported and acknowledged, because
 * everything behind it would wait for it otherwise.
 */
@Component(service = Stage.class, property = Stage.NAME + "=" + Stage.AUTHORITY_POLL)
public final class AuthorityPoll implements Stage {

    private static final Logger LOG = LoggerFactory.getLogger(AuthorityPoll.class);
    /** More files than this in one go are left for the next, so that a shutdown need not wait for them. */
    private static final int FILES = 100;

    private final ResultBook book;
    private final Gateways gateways;
    private final EffectReport report;
    private final ExchangeSettings settings;
    private final Clock clock;
    private final Map<String, Instant> lastNews = new ConcurrentHashMap<>();
    private final Map<String, Hold> holds = new ConcurrentHashMap<>();

    /** Created by Declarative Services. */
    @Activate
    public AuthorityPoll(@Reference ResultBook book, @Reference Gateways gateways, @Reference EffectReport report,
            @Reference ExchangeSettings settings, @Reference Clock clock) {
        this.book = book;
        this.gateways = gateways;
        this.report = report;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Optional<Instant> run(String authorityId) {
        Hold hold = holds.computeIfAbsent(authorityId, key -> new Hold());
        Optional<AuthorityGateway> gateway = gateways.of(authorityId);
        if (gateway.isEmpty()) {
            return again(authorityId, hold, "no gateway with an account for it");
        }
        try {
            boolean exhausted = fetch(authorityId, gateway.get());
            hold.clear();
            return exhausted ? next(authorityId) : Optional.of(clock.instant());
        } catch (AuthorityUnavailable e) {
            return again(authorityId, hold, e.getMessage());
        }
    }

    /** Fetches and applies files; false when more may wait. */
    private boolean fetch(String id, AuthorityGateway gateway) throws AuthorityUnavailable {
        String broken = null;
        for (int i = 0; i < FILES; i++) {
            Instant asked = clock.instant();
            ResultFile file = gateway.download(id);
            if (file == null) {
                book.exhausted(id, asked);
                return true;
            }
            lastNews.put(id, asked);
            ResultBook.Entry entry = book.enter(id, file, gateway, file.name().equals(broken));
            report.exchanged(id, entry.name().toLowerCase(Locale.ROOT));
            if (entry == ResultBook.Entry.BROKEN) {
                LOG.warn("Result file {} of authority {} is broken and is fetched once more", file.name(), id);
                broken = file.name();
                continue;
            }
            gateway.acknowledge(id, file.name());
            if (!file.more()) {
                book.exhausted(id, asked);
                return true;
            }
        }
        return false;
    }

    private Optional<Instant> next(String id) {
        if (!book.isAwaited(id)) {
            lastNews.remove(id);
            return Optional.empty();
        }
        Instant now = clock.instant();
        Duration age = Duration.between(lastNews.computeIfAbsent(id, key -> now), now);
        return Optional.of(now.plus(settings.poll(age)));
    }

    private Optional<Instant> again(String id, Hold hold, String cause) {
        Instant until = hold.fail(clock.instant(), settings.backoff(), settings.shortestPoll(), cause);
        LOG.warn("Results of authority {} could not be fetched and are tried again at {}: {}", id, until, cause);
        return Optional.of(until);
    }
}

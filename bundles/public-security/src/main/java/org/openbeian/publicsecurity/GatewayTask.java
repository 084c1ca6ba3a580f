package org.openbeian.publicsecurity;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.publicsecurity.PublicSecurityCase;
import org.openbeian.api.publicsecurity.PublicSecurityCase.Handover;
import org.openbeian.api.publicsecurity.PublicSecurityCase.Part;
import org.openbeian.api.publicsecurity.PublicSecurityCase.Stage;
import org.openbeian.api.publicsecurity.PublicSecurityGateway;
import org.openbeian.api.publicsecurity.PublicSecurityGateway.Answer;
import org.openbeian.api.publicsecurity.PublicSecurityGateway.Declined;
import org.openbeian.api.publicsecurity.PublicSecurityGateway.Doubtful;
import org.openbeian.api.publicsecurity.PublicSecurityGateway.Outcome;
import org.openbeian.api.publicsecurity.PublicSecurityGateway.Submission;
import org.openbeian.api.publicsecurity.PublicSecurityGateway.Taken;
import org.openbeian.api.publicsecurity.PublicSecurityGateway.TryLater;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.DataErased;
import org.openbeian.api.site.FiledSite;
import org.openbeian.api.site.Sites;
import org.openbeian.api.store.DurableTask;
import org.openbeian.api.store.DurableTasks;
import org.openbeian.core.plugin.Bulkhead;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Submits by the gateway and fetches its answers, one task for each submission. That it sends is stored before; whoever comes after
 * a crash or a lost answer asks the platform first, so that nothing is submitted twice. Without a gateway the submissions rest; the
 * one that comes goes on with them.
 */
@Component(service = DurableTask.class, immediate = true)
public final class GatewayTask implements DurableTask {

    static final String NAME = "psb-gateway";
    static final String ALL = "all";

    private static final Logger LOG = LoggerFactory.getLogger(GatewayTask.class);
    private static final int CALLS = 2;

    private final GatewayLog log;
    private final CaseBook book;
    private final PublicSecurityGateway gateway;
    private final Sites sites;
    private final DurableTasks tasks;
    private final PublicSecuritySettings settings;
    private final Clock clock;
    private final Bulkhead door = new Bulkhead("openbeian-public-security", CALLS);

    /** Created by Declarative Services. */
    @Activate
    public GatewayTask(@Reference GatewayLog log, @Reference CaseBook book,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
            PublicSecurityGateway gateway, @Reference Sites sites, @Reference DurableTasks tasks,
            @Reference PublicSecuritySettings settings, @Reference(policyOption = ReferencePolicyOption.GREEDY) Clock clock) {
        this.log = log;
        this.book = book;
        this.gateway = gateway;
        this.sites = sites;
        this.tasks = tasks;
        this.settings = settings;
        this.clock = clock;
    }

    @Deactivate
    void stop() {
        door.close();
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
    public Map<String, Instant> standing() {
        return gateway == null ? Map.of() : Map.of(ALL, clock.instant());
    }

    @Override
    public Optional<Instant> run(String key) {
        if (gateway == null) {
            return Optional.empty();
        }
        if (key.equals(ALL)) {
            log.unfinished().forEach(one -> tasks.ensure(NAME, one, clock.instant()));
            return Optional.empty();
        }
        PublicSecurityCase found = log.find(key).orElse(null);
        Stage stage = found == null ? Stage.OVER : found.handover(key).map(Handover::stage).orElse(Stage.OVER);
        return switch (stage) {
            case READY -> log.sending(key) ? sent(key) : Optional.of(clock.instant());
            case SENDING -> asked(key);
            case TAKEN -> fetched(key);
            case OVER -> Optional.empty();
        };
    }

    /** After a doubt: the platform's word decides whether it is sent again. */
    private Optional<Instant> asked(String key) {
        try {
            Optional<String> known = call(() -> gateway.find(key));
            return known.isPresent() ? taken(key, known.get().isEmpty() ? null : known.get()) : sent(key);
        } catch (IOException | RejectedExecutionException e) {
            return doubtful(key, e.getMessage());
        }
    }

    private Optional<Instant> sent(String key) {
        Optional<PublicSecurityCase> found = log.find(key);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Submission submission;
        try {
            submission = submission(found.get(), key);
        } catch (Refusal refused) {
            if (refused.kind() == Refusal.Kind.UNAVAILABLE) {
                return doubtful(key, refused.code());
            }
            return unfit(key, refused.code());
        } catch (DataErased gone) {
            return unfit(key, "erased");
        }
        Outcome outcome = outcome(submission);
        if (outcome instanceof Taken taken) {
            return taken(key, taken.reference());
        }
        if (outcome instanceof Declined declined) {
            log.declined(key, declined.reason());
            return Optional.empty();
        }
        if (outcome instanceof TryLater later) {
            log.later(key, later.cause());
            return again();
        }
        return doubtful(key, ((Doubtful) outcome).cause());
    }

    private Optional<Instant> unfit(String key, String code) {
        LOG.warn("Submission {} cannot be sent as it is: {}", key, code);
        log.unfit(key, code);
        return Optional.empty();
    }

    private Submission submission(PublicSecurityCase found, String key) {
        Part part = found.handover(key).orElseThrow().part();
        FiledSite site = sites.get(Actor.SYSTEM, found.id()).site();
        if (site.ended()) {
            throw new Refusal(Refusal.Kind.WRONG_STATE, "site-ended", "The filing of this site was cancelled.");
        }
        return new Submission(key, part, site.provinceId(), found.form(), part == Part.SITE ? found.statement().version() : null,
            book.pictures(found));
    }

    private Outcome outcome(Submission submission) {
        try {
            return call(() -> gateway.submit(submission));
        } catch (RejectedExecutionException full) {
            return new TryLater(full.getMessage());
        } catch (IOException lost) {
            return new Doubtful(lost.getMessage());
        }
    }

    private Optional<Instant> taken(String key, String reference) {
        log.taken(key, reference);
        return Optional.of(clock.instant().plus(Duration.ofMinutes(settings.get().gateway_minutes())));
    }

    private Optional<Instant> doubtful(String key, String cause) {
        LOG.warn("Whether submission {} was taken is not known; the platform is asked before it is sent again: {}", key, cause);
        return again();
    }

    private Optional<Instant> again() {
        return Optional.of(clock.instant().plus(Duration.ofMinutes(settings.get().gateway_retry_minutes())));
    }

    private Optional<Instant> fetched(String key) {
        try {
            List<Answer> answers = call(() -> gateway.answers(key));
            for (Answer answer : answers) {
                log.answered(key, answer);
            }
        } catch (IOException | RejectedExecutionException e) {
            LOG.warn("The answers about submission {} could not be fetched and are asked for again: {}", key, e.getMessage());
            return again();
        }
        return Optional.of(clock.instant().plus(Duration.ofMinutes(settings.get().gateway_minutes())));
    }

    private <T> T call(Callable<T> question) throws IOException {
        return door.call(question, Duration.ofSeconds(settings.get().gateway_seconds()));
    }
}

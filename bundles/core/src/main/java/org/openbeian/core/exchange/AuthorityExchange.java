package org.openbeian.core.exchange;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.openbeian.api.authority.AuthorityGateway;
import org.openbeian.api.authority.AuthorityUnavailable;
import org.openbeian.api.authority.PreviousUpload;
import org.openbeian.api.authority.UploadOutcome;
import org.openbeian.api.effect.Stage;
import org.openbeian.api.model.Access;
import org.openbeian.api.resource.ResourceFacts;
import org.openbeian.api.resource.ResourceRef;
import org.openbeian.api.store.DurableTasks;
import org.openbeian.api.store.ExchangeStore.UploadFile;
import org.openbeian.core.effect.EffectReport;
import org.openbeian.core.effect.Hold;
import org.openbeian.core.effect.Holds;
import org.openbeian.core.effect.Lane;
import org.openbeian.core.order.Resources;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The uploads to one authority, one file after the other (T-39). A file is recorded with its number before it is sent and
 * booked after; whenever it is not certain whether the authority took it, the authority is asked before anything is sent
 * again. So a filing is neither lost nor sent twice, wherever the process dies.
 */
@Component(service = Stage.class, property = Stage.NAME + "=" + Stage.AUTHORITY_LANE)
public final class AuthorityExchange implements Stage {

    private static final Logger LOG = LoggerFactory.getLogger(AuthorityExchange.class);
    private static final int TOO_LARGE = 18;
    private static final Duration BUSY = Duration.ofSeconds(1);

    private final Ledger ledger;
    private final Gateways gateways;
    private final Resources resources;
    private final DurableTasks tasks;
    private final Holds holds;
    private final EffectReport report;
    private final ExchangeSettings settings;
    private final Clock clock;
    private final Map<String, AtomicBoolean> running = new ConcurrentHashMap<>();

    /** Created by Declarative Services. */
    @Activate
    public AuthorityExchange(@Reference Ledger ledger, @Reference Gateways gateways,
            @Reference Resources resources, @Reference DurableTasks tasks, @Reference Holds holds,
            @Reference EffectReport report, @Reference ExchangeSettings settings, @Reference Clock clock) {
        this.ledger = ledger;
        this.gateways = gateways;
        this.resources = resources;
        this.tasks = tasks;
        this.holds = holds;
        this.report = report;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Optional<Instant> run(String lane) {
        String id = Lane.id(lane);
        Optional<AuthorityGateway> gateway = gateways.of(id);
        if (gateway.isEmpty()) {
            // A gateway that is replaced is back soon; an account that it does not have may never be.
            return gateways.isThere() && ledger.park(id) ? Optional.of(clock.instant()) : ledger.waitFor(id, "authority " + id
                    + ": no gateway with an account for it; configure the account or install the gateway");
        }
        AtomicBoolean busy = running.computeIfAbsent(id, key -> new AtomicBoolean());
        if (!busy.compareAndSet(false, true)) {
            return Optional.of(clock.instant().plus(BUSY));
        }
        try {
            return new Turn(id, gateway.get(), holds.of(lane)).run();
        } finally {
            busy.set(false);
        }
    }

    private List<String> addresses(Access access) {
        return resources.whole(new ResourceRef(access.resourceKind(), access.resourceId())).map(ResourceFacts::ips).orElse(List.of());
    }

    /** One file of one authority. */
    private final class Turn {

        private final String id;
        private final AuthorityGateway gateway;
        private final Hold hold;

        Turn(String id, AuthorityGateway gateway, Hold hold) {
            this.id = id;
            this.gateway = gateway;
            this.hold = hold;
        }

        Optional<Instant> run() {
            if (hold.isHeld(clock.instant())) {
                return ledger.defer(id, hold.until(), hold.cause());
            }
            Ledger.Opened opened = ledger.open(id, gateway, hold.limit(settings.filings()),
                    AuthorityExchange.this::addresses);
            if (opened.file() == null) {
                return opened.next();
            }
            return opened.doubtful() ? clear(opened.file(), true) : send(opened.file(), true);
        }

        /** Asks the authority whether it took the file, and goes on from there. */
        private Optional<Instant> clear(UploadFile file, boolean maySend) {
            PreviousUpload previous;
            try {
                previous = gateway.previousUpload(id);
            } catch (AuthorityUnavailable | RuntimeException e) {
                return pause("it is not known whether file " + file.sequence() + " arrived, and the authority does not "
                        + "say: " + e.getMessage(), Duration.ZERO);
            }
            if (previous.sequence() == file.sequence() && file.digest().equals(previous.digest())) {
                LOG.info("Authority {} has file {} already", id, file.sequence());
                return accepted(file);
            }
            if (previous.sequence() >= file.sequence()) {
                return stop("the authority took a file " + previous.sequence() + " last that is not ours; our next one is "
                        + file.sequence() + ". Is another system using the same account?");
            }
            if (!maySend) {
                return pause("file " + file.sequence() + " did not arrive", Duration.ZERO);
            }
            Optional<Instant> trouble = sendAgain(LongStream.range(previous.sequence() + 1, file.sequence()).boxed().toList());
            return trouble != null ? trouble : send(file, true);
        }

        private Optional<Instant> send(UploadFile file, boolean mayFillGap) {
            UploadOutcome outcome = upload(file);
            if (outcome instanceof UploadOutcome.Accepted) {
                return accepted(file);
            }
            report.exchanged(id, outcome.getClass().getSimpleName().toLowerCase(Locale.ROOT));
            if (outcome instanceof UploadOutcome.TryLater later) {
                return pause(later.cause(), later.pause());
            }
            if (outcome instanceof UploadOutcome.Doubtful doubt) {
                LOG.warn("Authority {} did not answer for file {}: {}", id, file.sequence(), doubt.cause());
                return clear(file, false);
            }
            if (outcome instanceof UploadOutcome.Gap gap && mayFillGap) {
                Optional<Instant> trouble = sendAgain(gap.missing().stream().filter(no -> no < file.sequence()).sorted().toList());
                return trouble != null ? trouble : send(file, false);
            }
            if (outcome instanceof UploadOutcome.BadFile bad) {
                return rebuild(file, bad);
            }
            return stop(reason(outcome));
        }

        private UploadOutcome upload(UploadFile file) {
            try {
                return gateway.upload(id, file.sequence(), file.file(), file.digest());
            } catch (RuntimeException e) {
                LOG.error("The gateway failed with file {} of authority {}", file.sequence(), id, e);
                return new UploadOutcome.Doubtful("the gateway failed: " + e);
            }
        }

        /** Sends earlier files that the authority misses; null when all went well, otherwise when to go on. */
        private Optional<Instant> sendAgain(List<Long> missing) {
            for (long sequence : missing) {
                Optional<UploadFile> kept = ledger.kept(id, sequence);
                if (kept.isEmpty()) {
                    return stop("the authority misses file " + sequence + ", which is not kept here");
                }
                LOG.warn("Authority {} misses file {}; it is sent again", id, sequence);
                UploadOutcome outcome = upload(kept.get());
                if (outcome instanceof UploadOutcome.TryLater || outcome instanceof UploadOutcome.Doubtful) {
                    return pause("sending the missing file " + sequence + " again: " + reason(outcome), Duration.ZERO);
                }
                if (!(outcome instanceof UploadOutcome.Accepted)) {
                    return stop("the authority misses file " + sequence + " and refuses it: " + reason(outcome));
                }
            }
            return null;
        }

        private Optional<Instant> accepted(UploadFile file) {
            tasks.ensure(PollTask.NAME, id, clock.instant().plus(settings.shortestPoll()));
            ledger.accepted(file);
            tasks.ensure(PollTask.NAME, id, clock.instant().plus(settings.shortestPoll()));
            hold.clear();
            LOG.info("Authority {} took file {} with {} filings or reports", id, file.sequence(),
                ledger.size(file));
            return Optional.of(clock.instant());
        }

        private Optional<Instant> rebuild(UploadFile file, UploadOutcome.BadFile bad) {
            int size = ledger.size(file);
            if (bad.code() == TOO_LARGE && size == 1) {
                ledger.refused(file, bad.code(), bad.message());
                return Optional.of(clock.instant());
            }
            ledger.drop(file);
            if (bad.code() == TOO_LARGE) {
                hold.halve(size);
                return Optional.of(clock.instant());
            }
            return hold.bad() < 2 ? pause(reason(bad), Duration.ZERO) : stop(reason(bad));
        }

        private Optional<Instant> pause(String cause, Duration atLeast) {
            Instant until = hold.fail(clock.instant(), settings.backoff(), atLeast, cause);
            LOG.warn("Authority {} is tried again at {}: {}", id, until, cause);
            return ledger.defer(id, until, cause);
        }

        private Optional<Instant> stop(String reason) {
            LOG.error("Uploads to authority {} stopped, an operator must look: {}", id, reason);
            ledger.stop(id, reason);
            report.exchanged(id, "stopped");
            return Optional.empty();
        }
    }

    private static String reason(UploadOutcome outcome) {
        if (outcome instanceof UploadOutcome.TryLater later) {
            return later.cause();
        }
        if (outcome instanceof UploadOutcome.Doubtful doubt) {
            return doubt.cause();
        }
        if (outcome instanceof UploadOutcome.BadFile bad) {
            return "the authority refused our file with code " + bad.code() + ": " + bad.message();
        }
        if (outcome instanceof UploadOutcome.ChannelBroken broken) {
            return "the authority refused us with code " + broken.code() + ": " + broken.message()
                    + "; mend the account or its rights, then resume the lane";
        }
        return "the authority misses earlier files: " + outcome;
    }
}

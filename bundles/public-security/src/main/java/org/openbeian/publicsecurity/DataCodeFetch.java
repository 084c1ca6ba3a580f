package org.openbeian.publicsecurity;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import org.openbeian.api.audit.AuditLog;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.publicsecurity.PublicSecurityCase;
import org.openbeian.api.publicsecurity.PublicSecurityCase.Event;
import org.openbeian.api.publicsecurity.PublicSecurityCase.PassingStage;
import org.openbeian.api.publicsecurity.PublicSecurityFilings.Details;
import org.openbeian.api.publicsecurity.PublicSecurityGateway;
import org.openbeian.api.publicsecurity.PublicSecurityGateway.DataCode;
import org.openbeian.api.publicsecurity.PublicSecurityGateway.DataPassing;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.DataErased;
import org.openbeian.api.site.FiledSite;
import org.openbeian.api.site.Sites;
import org.openbeian.api.store.DurableTask;
import org.openbeian.api.store.Transactions;
import org.openbeian.core.plugin.Bulkhead;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the gateway pass the data of cases that asked for a data code, and records what comes of it. One that passes no data leaves it to
 * the operators; so does one that is away, or without an answer, for a day, and it may still answer.
 */
@Component(service = DurableTask.class)
public final class DataCodeFetch implements DurableTask {

    static final String NAME = "psb-data-code-fetch";

    private static final Logger LOG = LoggerFactory.getLogger(DataCodeFetch.class);
    private static final Duration PATIENCE = Duration.ofDays(1);
    private static final int CALLS = 2;
    private static final int REASON_MOST = 500;
    private static final String NO_REASON = "平台未给出原因 / no reason given";
    private static final String UNFIT = "平台返回的数据码无法使用 / the data code that came cannot be used";

    private final CaseBook book;
    private final CaseFiles files;
    private final Sites sites;
    private final Transactions transactions;
    private final AuditLog audit;
    private final PublicSecuritySettings settings;
    private final Clock clock;
    private final Bulkhead door = new Bulkhead("openbeian-data-codes", CALLS);

    /** Created by Declarative Services. */
    @Activate
    public DataCodeFetch(@Reference CaseBook book, @Reference CaseFiles files, @Reference Sites sites,
            @Reference Transactions transactions, @Reference AuditLog audit, @Reference PublicSecuritySettings settings,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) Clock clock) {
        this.book = book;
        this.files = files;
        this.sites = sites;
        this.transactions = transactions;
        this.audit = audit;
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
    public Optional<Instant> run(String key) {
        PublicSecurityCase found = asking(key).orElse(null);
        if (found == null) {
            return Optional.empty();
        }
        PublicSecurityGateway gateway = book.gateway;
        if (gateway == null) {
            return without(found, settings.get().gateway_retry_minutes());
        }
        Duration patience = Duration.ofSeconds(settings.get().gateway_seconds());
        try {
            if (!door.call(gateway::passesData, patience)) {
                transactions.run(() -> book.codes.tellOperators(found));
                return Optional.empty();
            }
            FiledSite site = sites.get(Actor.SYSTEM, key).site();
            DataPassing passing = new DataPassing(key + "-code-" + askings(found), site.provinceId(), site.number(), found.form());
            Optional<DataCode> answer = door.call(() -> gateway.dataCode(passing), patience);
            return answer.isEmpty() ? without(found, settings.get().gateway_minutes()) : stored(found, answer.get());
        } catch (IOException | RejectedExecutionException e) {
            LOG.warn("The data code of case {} could not be fetched and is asked for again: {}", key, e.getMessage());
            return without(found, settings.get().gateway_retry_minutes());
        } catch (Refusal | DataErased gone) {
            LOG.warn("The site of case {} cannot be read: {}", key, gone.getClass().getName());
            return without(found, settings.get().gateway_retry_minutes());
        }
    }

    /** The case, while it waits for a code that it can use. */
    private Optional<PublicSecurityCase> asking(String key) {
        return transactions.call(() -> files.find(key)).filter(one -> one.passing() != null
            && one.passing().stage() == PassingStage.ASKED && Steps.TO_SUBMIT.contains(one.state()));
    }

    private static long askings(PublicSecurityCase found) {
        return found.steps().stream().filter(step -> step.event() == Event.CODE_ASKED).count();
    }

    private Optional<Instant> without(PublicSecurityCase found, int minutes) {
        if (!found.passing().consent().at().plus(PATIENCE).isAfter(clock.instant())) {
            transactions.run(() -> book.codes.tellOperators(found));
        }
        return Optional.of(clock.instant().plus(Duration.ofMinutes(minutes)));
    }

    /** Stores the answer and tells it, unless the case moved on meanwhile; then it is looked at again at once. */
    private Optional<Instant> stored(PublicSecurityCase asked, DataCode answer) {
        try {
            transactions.run(() -> {
                PublicSecurityCase next = answered(asked, answer);
                if (!files.update(next)) {
                    throw new Changed();
                }
                audit.record(Actor.SYSTEM, "public-security.data-code", "site", next.id(), null,
                    Map.of("stage", next.passing().stage().name()));
            });
            return Optional.empty();
        } catch (Changed meanwhile) {
            return Optional.of(clock.instant());
        }
    }

    /** Rolls back what was told of a version that another one replaced. */
    private static final class Changed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private PublicSecurityCase answered(PublicSecurityCase asked, DataCode answer) {
        if (answer.code() == null) {
            return failed(asked, answer.reason());
        }
        try {
            return book.codes.next(Actor.SYSTEM, asked, null, Event.CODE_ISSUED, new Details(null, null, null, answer.code(),
                answer.issuedOn()));
        } catch (Refusal unfit) {
            LOG.warn("The data code of case {} is not taken: {}", asked.id(), unfit.code());
            return failed(asked, UNFIT);
        }
    }

    private PublicSecurityCase failed(PublicSecurityCase asked, String reason) {
        String clean = reason == null ? "" : reason.replaceAll("\\p{Cntrl}", " ").strip();
        return book.codes.next(Actor.SYSTEM, asked, null, Event.CODE_FAILED, new Details(clean.isEmpty() ? NO_REASON
            : clean.substring(0, Math.min(REASON_MOST, clean.length())), null, null, null, null));
    }
}

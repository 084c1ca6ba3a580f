package org.openbeian.aftercare;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.openbeian.api.model.Application;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.rules.CaseKnowledge;
import org.openbeian.api.rules.Circumstances;
import org.openbeian.api.rules.Circumstances.DomainState;
import org.openbeian.api.rules.FilingCase;
import org.openbeian.core.register.Domains;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * Tells the rules whether a new domain stands for an address, and whether its website answers already. What is
 * not known yet stays unknown and is probed meanwhile, so that no judgement waits for a page; what was seen holds for an hour, and what
 * could not be seen is probed again with the next judgement. Thread-safe.
 */
@Component(service = CaseKnowledge.class)
public final class OpenSites implements CaseKnowledge {

    private static final Duration FRESH = Duration.ofHours(1);
    private static final int KEPT_MOST = 2000;
    private static final int WAITING_MOST = 200;
    private static final Set<FilingType> NEW_DOMAINS = Set.of(FilingType.FIRST, FilingType.NEW_SERVICE);

    private final Inspector inspector;
    private final Clock clock;
    private final ThreadPoolExecutor prober = new ThreadPoolExecutor(1, 1, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(WAITING_MOST),
        task -> {
            Thread thread = new Thread(task, "openbeian-open-sites");
            thread.setDaemon(true);
            return thread;
        });
    /** Guarded by itself, as is what is probed now. */
    private final Map<String, Seen> seen = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Seen> eldest) {
            return size() > KEPT_MOST;
        }
    };
    private final Set<String> probed = new HashSet<>();

    /** Null is not known. */
    private record Seen(Instant at, Boolean resolves, Boolean open) {
    }

    /** Created by Declarative Services. */
    @Activate
    public OpenSites(@Reference Inspector inspector, @Reference(policyOption = ReferencePolicyOption.GREEDY) Clock clock) {
        this.inspector = inspector;
        this.clock = clock;
        prober.allowCoreThreadTimeOut(true);
    }

    @Deactivate
    void stop() {
        prober.shutdownNow();
    }

    @Override
    public Circumstances about(FilingCase filing) {
        List<DomainState> states = new ArrayList<>();
        for (String domain : newDomains(filing.type(), filing.application())) {
            Seen found = seen(domain);
            if (found != null) {
                states.add(new DomainState(domain, null, null, null, null, null, null, null, null, null, null, null, found.resolves(),
                    found.open()));
            }
        }
        return states.isEmpty() ? Circumstances.NONE : new Circumstances(states, List.of(), Map.of(), null, null, null, null);
    }

    /** Domains of websites that an order brings; an access and a change are about those that are filed. */
    static List<String> newDomains(FilingType type, Application application) {
        return application == null || !NEW_DOMAINS.contains(type) ? List.of()
            : Domains.of(application).stream().filter(domain -> domain.indexOf('.') > 0).toList();
    }

    private Seen seen(String domain) {
        Seen fresh;
        synchronized (seen) {
            Seen known = seen.get(domain);
            fresh = known != null && clock.instant().isBefore(known.at().plus(FRESH)) ? known : null;
            if (fresh != null && fresh.open() != null || !probed.add(domain)) {
                return fresh;
            }
        }
        try {
            prober.execute(() -> probe(domain));
        } catch (RejectedExecutionException full) {
            synchronized (seen) {
                probed.remove(domain);
            }
        }
        return fresh;
    }

    private void probe(String domain) {
        Boolean open = null;
        Boolean resolves = null;
        try {
            open = inspector.answers(domain).orElse(null);
            resolves = Boolean.TRUE.equals(open) ? open : inspector.resolves(domain).orElse(null);
        } finally {
            synchronized (seen) {
                probed.remove(domain);
                seen.remove(domain);
                if (open != null || resolves != null) {
                    seen.put(domain, new Seen(clock.instant(), resolves, open));
                }
            }
        }
    }
}

package org.openbeian.core.order;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openbeian.api.channel.Notices;
import org.openbeian.api.model.Access;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.resource.ResourceFacts;
import org.openbeian.api.resource.ResourceObligations;
import org.openbeian.api.resource.ResourceRef;
import org.openbeian.api.resource.ServerTerms;
import org.openbeian.api.rules.Finding;
import org.openbeian.api.rules.RuleBook;
import org.openbeian.api.rules.RuleBooks;
import org.openbeian.api.store.DurableTask;
import org.openbeian.api.store.ObligationStore;
import org.openbeian.api.store.OrderStore;
import org.openbeian.api.store.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks several times a day at the resources that orders and filings rest on. One that fell below its limit, or that no
 * inventory lists any more, makes an obligation of the account and a message; an obligation ends when the resources are
 * good again, or when nothing rests on them any more.
 */
@Component(immediate = true)
public final class ResourceWatch implements DurableTask, ResourceObligations {

    private static final Logger LOG = LoggerFactory.getLogger(ResourceWatch.class);
    private static final String NAME = "resource-watch";
    private static final Duration FIRST = Duration.ofMinutes(10);
    private static final Duration PAUSE = Duration.ofHours(6);
    private static final int PORTION = 200;
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final Transactions transactions;
    private final ObligationStore store;
    private final OrderStore orders;
    private final Resources resources;
    private final Assessor assessor;
    private final RuleBooks books;
    private final Notices notices;
    private final Clock clock;

    /** Created by Declarative Services. */
    @Activate
    public ResourceWatch(@Reference Transactions transactions, @Reference ObligationStore store, @Reference OrderStore orders,
            @Reference Resources resources, @Reference RuleBooks books, @Reference Notices notices,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.orders = orders;
        this.resources = resources;
        this.assessor = new Assessor(books, resources);
        this.books = books;
        this.notices = notices;
        this.clock = clock;
    }

    @Override
    public List<Obligation> of(String account, int limit) {
        return transactions.call(() -> store.list(account, limit));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, Instant> standing() {
        return Map.of("all", clock.instant().plus(FIRST));
    }

    @Override
    public Optional<Instant> run(String key) {
        String after = "";
        List<String> page;
        do {
            String from = after;
            page = transactions.call(() -> store.orders(from, PORTION));
            page.forEach(this::look);
            after = page.isEmpty() ? after : page.get(page.size() - 1);
        } while (page.size() == PORTION);
        transactions.run(store::removeOver);
        return Optional.of(clock.instant().plus(PAUSE));
    }

    private void look(String orderId) {
        try {
            transactions.run(() -> orders.load(orderId).ifPresent(this::look));
        } catch (IllegalStateException | Refusal e) {
            LOG.warn("The resources of order {} cannot be judged now: {}", orderId, e.getMessage());
        }
    }

    private void look(Order order) {
        if (!books.current().serves(order.provinceId())) {
            return;
        }
        Instant now = clock.instant();
        List<Finding> findings = assessor.againstResources(order, now).stream()
            .filter(finding -> !finding.ruleId().equals(RuleBook.PLUGIN_FAILED)).toList();
        Obligation known = store.find(order.id()).orElse(null);
        if (findings.isEmpty()) {
            if (known != null) {
                store.remove(order.id());
            }
        } else if (known == null || !known.findings().equals(findings)) {
            Instant since = known == null ? now : known.since();
            store.save(new Obligation(order.id(), order.account(), findings, since));
            findings.forEach(finding -> tell(order, finding, since));
        }
    }

    /** Tells of a resource that ends, is gone, or fulfils another of its conditions no longer. */
    private void tell(Order order, Finding finding, Instant since) {
        String[] parts = finding.pointer().split("/");
        if (parts.length < 5 || !finding.pointer().startsWith("/services/")) {
            return;
        }
        Access access = order.application().services().get(Integer.parseInt(parts[2])).accesses().get(Integer.parseInt(parts[4]));
        if (access.resourceKind() == null || access.resourceId() == null) {
            return;
        }
        ResourceRef ref = new ResourceRef(access.resourceKind(), access.resourceId());
        String once = ref + ":" + order.id() + ":" + since.getEpochSecond();
        Optional<ResourceFacts> facts = resources.whole(ref);
        if (facts.isEmpty()) {
            notices.tell(new Notices.Notice("resource-gone", order.account(), null, "resource-gone:" + once,
                Map.of("resource", ref.toString())));
            return;
        }
        Instant expires = facts.get().expiresAt();
        if (expires != null && finding.ruleId().endsWith(ServerTerms.EXPIRES_TOO_SOON)) {
            String day = LocalDate.ofInstant(expires, SHANGHAI).toString();
            notices.tell(new Notices.Notice("resource-expiring", order.account(), null, "resource-expiring:" + ref + ":" + day,
                Map.of("resource", ref.toString(), "expires", day)));
        } else {
            notices.tell(new Notices.Notice("resource-unfit", order.account(), null, "resource-unfit:" + finding.ruleId() + ":" + once,
                Map.of("resource", ref.toString())).with("reason", finding.text()));
        }
    }
}

package org.openbeian.core.exchange;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.openbeian.api.audit.AuditLog;
import org.openbeian.api.authority.FiledStatus;
import org.openbeian.api.correction.ComparedField;
import org.openbeian.api.correction.ComparedField.Likeness;
import org.openbeian.api.correction.Reconciliations;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.register.OrganizerEntry;
import org.openbeian.api.register.ServiceEntry;
import org.openbeian.api.register.ServiceState;
import org.openbeian.api.registry.PublicRegistry.By;
import org.openbeian.api.registry.PublicRegistry.PublicAnswer;
import org.openbeian.api.registry.PublicRegistry.PublicQuestion;
import org.openbeian.api.registry.PublicRegistry.Verdict;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Permission;
import org.openbeian.api.site.FiledSite;
import org.openbeian.api.site.FooterReport;
import org.openbeian.api.site.SiteView;
import org.openbeian.api.site.Sites;
import org.openbeian.api.store.RegisterStore;
import org.openbeian.api.store.Transactions;
import org.openbeian.core.identifier.FilingNumber;
import org.openbeian.core.order.PublicRegistries;
import org.openbeian.core.order.Reconciler;
import org.openbeian.core.register.PublicStatements;
import org.openbeian.core.register.Statement;
import org.openbeian.core.register.Statement.StatedService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.FieldOption;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Asks the authority, the public register and the latest inspections about one organizer, and compares. Thread-safe. */
@Component
public final class ReconciliationDesk implements Reconciliations {

    private static final String QUERY = "authority-query";
    private static final String PROBE = "site-probe";

    private final Transactions transactions;
    private final RegisterStore register;
    private final Gateways gateways;
    private final PublicRegistries registries;
    private final Reconciler reconciler;
    private final AuditLog audit;
    private final Clock clock;
    /** How long the authority is asked in all. */
    private Duration patience = Gateways.PATIENCE;

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC, fieldOption = FieldOption.REPLACE)
    private volatile List<Sites> sites = List.of();

    /** Created by Declarative Services. */
    @Activate
    public ReconciliationDesk(@Reference Transactions transactions, @Reference RegisterStore register, @Reference Gateways gateways,
            @Reference PublicRegistries registries, @Reference Reconciler reconciler, @Reference AuditLog audit,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) Clock clock) {
        this.transactions = transactions;
        this.register = register;
        this.gateways = gateways;
        this.registries = registries;
        this.reconciler = reconciler;
        this.audit = audit;
        this.clock = clock;
    }

    /** With less time for the authority. */
    ReconciliationDesk within(Duration time) {
        patience = time;
        return this;
    }

    /** As Declarative Services would bind them. */
    ReconciliationDesk with(Sites known) {
        sites = List.of(known);
        return this;
    }

    @Override
    public Reconciliation compare(Actor actor, String number) {
        if (!actor.may(Permission.REVIEW_ORDER)) {
            throw new Refusal(Refusal.Kind.FORBIDDEN, "not-permitted", "This account may not compare the register with others.");
        }
        OrganizerEntry organizer = Optional.ofNullable(number).flatMap(FilingNumber::parseLenient)
            .flatMap(parsed -> transactions.call(() -> register.organizer(parsed.organizer())))
            .orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "not-registered", "The register holds no such organizer."));
        List<ServiceEntry> services = transactions.call(() -> register.services(organizer.number()));
        Instant now = clock.instant();
        Statement authority = asked(organizer, services);
        PublicAnswer answer = registries.ask(new PublicQuestion(By.NUMBER, organizer.number()));
        List<ComparedField> pages = pages(services);
        return transactions.call(() -> {
            List<ComparedField> fields = new ArrayList<>(reconciler.stated(authority, QUERY, now));
            published(organizer.number(), answer).forEach(one -> fields.addAll(reconciler.stated(one, Reconciler.PUBLIC, answer.asOf())));
            fields.addAll(pages);
            audit.record(actor, "register.compare", "register", organizer.number(), null, Map.of());
            return new Reconciliation(organizer.number(), fields, reconciler.open(organizer.number()).orElse(null));
        });
    }

    /**
     * The interface tells of a domain which website it is, and nothing else: of an APP, which may share its domain or have none filed, it
     * tells nothing. What is not told within the time is unknown.
     */
    private Statement asked(OrganizerEntry organizer, List<ServiceEntry> services) {
        Optional<Gateways.Route> route = gateways.forProvince(organizer.provinceId());
        // Somebody waits, and he does so in real time.
        long end = System.nanoTime() + patience.toNanos();
        return new Statement(organizer.number(), null, null, services.stream()
            .filter(one -> one.state() != ServiceState.CANCELLED && !one.ofApp() && !one.domains().isEmpty())
            .map(one -> route.flatMap(way -> gateways.status(way, null, one.domains().get(0),
                Duration.ofNanos(end - System.nanoTime()))).map(status -> stated(one, status))
                .orElse(new StatedService(one.number(), null, null, null, null, null))).toList());
    }

    private static StatedService stated(ServiceEntry ours, FiledStatus status) {
        String whose = Optional.ofNullable(status.serviceNumber()).or(() -> Optional.ofNullable(status.organizerNumber()))
            .flatMap(FilingNumber::parse).map(FilingNumber::organizer).orElse(null);
        return new StatedService(ours.number(), status.filed(), null, null, null, whose);
    }

    /** One that does not know says nothing of everything. */
    private List<Statement> published(String number, PublicAnswer answer) {
        return answer.verdict() == Verdict.UNKNOWN ? List.of(new Statement(number, null, null, List.of()))
            : PublicStatements.of(new PublicQuestion(By.NUMBER, number), answer.verdict(), answer.entries(), register);
    }

    /** Whether the home pages showed what they must when they were inspected last; what they show wrong is told by the inspection. */
    private List<ComparedField> pages(List<ServiceEntry> services) {
        List<FiledSite> known = sites.stream().flatMap(one -> services.stream().map(ServiceEntry::orderId)
            .filter(Objects::nonNull).distinct()
            .flatMap(order -> one.list(Actor.SYSTEM, order, false, null, Sites.MOST).stream())).map(SiteView::site).toList();
        return services.stream().filter(one -> one.state() != ServiceState.CANCELLED && !one.domains().isEmpty())
            .flatMap(one -> page(one, known.stream().filter(site -> site.number().equals(one.number())).findFirst())).toList();
    }

    private Stream<ComparedField> page(ServiceEntry service, Optional<FiledSite> site) {
        FooterReport report = site.map(FiledSite::footer).orElse(null);
        Likeness likeness = report == null || report.state() == FooterReport.State.UNKNOWN ? Likeness.UNKNOWN
            : report.state() == FooterReport.State.RIGHT ? Likeness.SAME : Likeness.DIFFERENT;
        return Stream.of(new ComparedField("/services/" + service.number() + "/page", likeness, service.number(),
            report == null ? null : report.state().name(), PROBE, report == null ? clock.instant() : report.at()));
    }
}

package org.openbeian.publicsecurity;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.openbeian.api.audit.AuditLog;
import org.openbeian.api.channel.Notices;
import org.openbeian.api.channel.Notices.Notice;
import org.openbeian.api.model.InternetService;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.order.Consent;
import org.openbeian.api.order.ConsentText;
import org.openbeian.api.order.LegalTexts;
import org.openbeian.api.order.MaterialContent;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.Orders;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.order.Refusal.Kind;
import org.openbeian.api.publicsecurity.PublicSecurityCase;
import org.openbeian.api.publicsecurity.PublicSecurityCase.Event;
import org.openbeian.api.publicsecurity.PublicSecurityCase.Handover;
import org.openbeian.api.publicsecurity.PublicSecurityCase.Part;
import org.openbeian.api.publicsecurity.PublicSecurityCase.State;
import org.openbeian.api.publicsecurity.PublicSecurityCase.Step;
import org.openbeian.api.publicsecurity.PublicSecurityFilings;
import org.openbeian.api.publicsecurity.PublicSecurityForm;
import org.openbeian.api.publicsecurity.PublicSecurityGateway;
import org.openbeian.api.publicsecurity.PublicSecurityGateway.Picture;
import org.openbeian.api.resource.ResourceInventory;
import org.openbeian.api.rules.Finding;
import org.openbeian.api.security.Actor;
import org.openbeian.api.site.FiledSite;
import org.openbeian.api.site.Sites;
import org.openbeian.api.store.AccountStore;
import org.openbeian.api.store.DurableTasks;
import org.openbeian.api.store.Transactions;
import org.openbeian.api.time.WorkingDays;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The cases (T-59 to T-96). Thread-safe. */
@Component(service = {PublicSecurityFilings.class, CaseBook.class})
public final class CaseBook implements PublicSecurityFilings {

    static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private static final int STEPS_MOST = 200;
    private static final LocalizedText APPROVED = new LocalizedText("审核通过", "approved");
    /** The reason is the police's free text: it is read after the log-in. */
    private static final LocalizedText RETURNED = new LocalizedText("退回，原因请登录查看", "returned, log in to see why");

    private final CaseFiles files;
    private final Transactions transactions;
    private final Orders orders;
    private final Sites sites;
    private final ResourceInventory inventory;
    private final Notices notices;
    private final DurableTasks tasks;
    private final WorkingDays workingDays;
    private final AuditLog audit;
    private final PublicSecuritySettings settings;
    private final Clock clock;
    private final Pictures pictures = new Pictures();
    private final LegalTexts legal;
    final DataCodes codes;

    /** Where an integrator has one. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    volatile PublicSecurityGateway gateway;

    /** Created by Declarative Services. */
    @Activate
    public CaseBook(@Reference CaseFiles files, @Reference Transactions transactions, @Reference Orders orders, @Reference Sites sites,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) ResourceInventory inventory,
            @Reference Notices notices, @Reference DurableTasks tasks, @Reference WorkingDays workingDays, @Reference AuditLog audit,
            @Reference PublicSecuritySettings settings, @Reference LegalTexts legal, @Reference AccountStore accounts,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) Clock clock) {
        this.files = files;
        this.transactions = transactions;
        this.orders = orders;
        this.sites = sites;
        this.inventory = inventory;
        this.notices = notices;
        this.tasks = tasks;
        this.workingDays = workingDays;
        this.audit = audit;
        this.settings = settings;
        this.legal = legal;
        this.clock = clock;
        this.codes = new DataCodes(legal, accounts, notices, tasks, settings, clock, () -> gateway);
    }

    @Override
    public PublicSecurityCase begin(Actor actor, String siteId) {
        return transactions.call(() -> {
            FiledSite site = sites.get(actor, siteId).site();
            clear(actor, site.account());
            if (site.ended()) {
                throw new Refusal(Kind.WRONG_STATE, "site-ended", "The filing of this site was cancelled.");
            }
            Order order = orders.get(actor, site.orderId());
            int at = order.grant().serviceNumbers().indexOf(site.number());
            InternetService service = at < 0 || at >= order.application().services().size() ? null : order.application().services().get(at);
            PublicSecurityCase known = known(actor, site);
            PublicSecurityCase fresh = new PublicSecurityCase(site.id(), 1, site.orderId(), site.account(), site.organizerNumber(),
                known != null && isApproved(known) ? State.ORGANIZER_APPROVED : State.DUE,
                Prefill.form(site, order.application(), service, addresses(service), known == null ? null : known.form()), null, null, null,
                List.of(), List.of(), null);
            if (!files.insert(fresh)) {
                throw new Refusal(Kind.WRONG_STATE, "psb-there", "There is a case of this site; go on with it.");
            }
            audit.record(actor, "public-security.begin", "site", siteId, null, Map.of());
            return fresh;
        });
    }

    /** The public addresses that serve a website: those that it names, or all of its resources. */
    private List<String> addresses(InternetService service) {
        return service == null ? List.of() : service.accesses().stream().flatMap(access -> access.ips().isEmpty()
            ? inventory.find(access.resourceKind(), access.resourceId()).stream().flatMap(facts -> facts.ips().stream())
            : access.ips().stream()).distinct().toList();
    }

    /** The furthest case of another site of the same organizer that the actor may see, whose subject is entered already (T-62, T-75). */
    private PublicSecurityCase known(Actor actor, FiledSite site) {
        return files.list(site.account(), null, null, null, MOST).stream()
            .filter(other -> other.organizerNumber().equals(site.organizerNumber()) && isVisible(actor, other))
            .max(Comparator.comparing(CaseBook::isApproved).thenComparing(PublicSecurityCase::state)).orElse(null);
    }

    /** A site begun with an approved subject has no step of its own for it. */
    private static boolean isApproved(PublicSecurityCase found) {
        return found.state() == State.ORGANIZER_APPROVED || Steps.subjectApproved(found.steps());
    }

    @Override
    public PublicSecurityCase get(Actor actor, String id) {
        return transactions.call(() -> visible(actor, id));
    }

    @Override
    public List<PublicSecurityCase> list(Actor actor, State state, String before, int limit) {
        return transactions.call(() -> {
            List<PublicSecurityCase> found = new ArrayList<>(files.list(actor.isStaff() ? null : actor.account(), null, state, before,
                limit));
            if (!actor.isStaff()) {
                actor.delegated().keySet().stream().filter(key -> key.indexOf(':') < 0)
                    .forEach(order -> found.addAll(files.list(null, order, state, before, limit)));
            }
            return found.stream().distinct().sorted(Comparator.comparing(PublicSecurityCase::id).reversed()).limit(limit).toList();
        });
    }

    @Override
    public PublicSecurityCase fill(Actor actor, String id, PublicSecurityForm form) {
        return change(actor, id, "public-security.fill", Map.of(), found -> {
            clear(actor, found.account());
            Handovers.rest(found);
            return found.with(form);
        });
    }

    @Override
    public List<Finding> check(Actor actor, String id) {
        return transactions.call(() -> findings(visible(actor, id)));
    }

    private List<Finding> findings(PublicSecurityCase found) {
        return new FormCheck(found.form(), today()).all();
    }

    @Override
    public PublicSecurityCase record(Actor actor, String id, Event event, Details details) {
        return change(actor, id, "public-security.record", Map.of("event", event.name()), found -> {
            if (DataCodes.isAbout(event)) {
                if (event == Event.CODE_ASKED) {
                    clear(actor, found.account());
                }
                room(found);
                return codes.next(actor, found, orders.get(actor, found.orderId()).type(), event, details);
            }
            expect(found, event);
            allow(found, event, details);
            PublicSecurityCase next = happened(actor, found, event, details);
            return Handovers.byHand(next, event);
        });
    }

    @Override
    public PublicSecurityCase submit(Actor actor, String id, Part part, String consent) {
        if (gateway == null) {
            throw new Refusal(Kind.UNAVAILABLE, "psb-no-gateway", "No gateway to the platform is installed; submit there and record it.");
        }
        PublicSecurityCase meant = get(actor, id);
        clear(actor, meant.account());
        pictures(meant);
        return change(actor, id, "public-security.submit", Map.of("part", part.name()), found -> {
            Handovers.rest(found);
            Event event = Handovers.submitted(part);
            expect(found, event);
            allow(found, event, new Details(null, consent, null, null, null));
            Instant now = clock.instant();
            List<Handover> handovers = Handovers.one(found, part, now);
            tasks.schedule(GatewayTask.NAME, handovers.get(handovers.size() - 1).key(), now);
            return found.with(part == Part.SITE ? consented(actor, consent, now) : found.statement(), handovers);
        });
    }

    private static void expect(PublicSecurityCase found, Event event) {
        if (!Steps.allowed(found.state(), event)) {
            throw new Refusal(Kind.WRONG_STATE, "psb-state", "The case is " + found.state() + "; " + event + " takes one of "
                + Steps.from(event) + ".");
        }
        room(found);
    }

    private static void room(PublicSecurityCase found) {
        if (found.steps().size() >= STEPS_MOST) {
            throw new Refusal(Kind.WRONG_STATE, "psb-steps", "More than " + STEPS_MOST + " steps cannot be recorded.");
        }
    }

    /** The case after an event, which is told; its number is recorded for the site. Joins the caller's transaction. */
    PublicSecurityCase happened(Actor actor, PublicSecurityCase found, Event event, Details details) {
        expect(found, event);
        PublicSecurityCase next = next(actor, found, event, details, clock.instant());
        if (event == Event.NUMBER_ISSUED) {
            sites.policeGranted(actor, found.id(), details.number(), details.grantedOn());
        }
        tell(next, event, details);
        return next;
    }

    private void allow(PublicSecurityCase found, Event event, Details details) {
        switch (event) {
            case ORGANIZER_SUBMITTED -> Inputs.refuse(findings(found).stream().filter(finding -> finding.pointer().startsWith("/organizer")
                || finding.pointer().startsWith("/person")).toList());
            case SITE_SUBMITTED -> {
                Inputs.refuse(findings(found));
                ConsentText statement = statement();
                Inputs.consented(statement, details.statement());
                legal.keep(List.of(statement));
            }
            case ORGANIZER_RETURNED, SITE_RETURNED -> Inputs.reason(details.reason());
            case INTERVIEW_CALLED, VISIT_CALLED -> Inputs.appointment(details.appointment(), clock.instant());
            default -> {
                // an approval needs nothing, and the number is judged where it is kept
            }
        }
    }

    private PublicSecurityCase next(Actor actor, PublicSecurityCase found, Event event, Details details, Instant now) {
        boolean appointed = event == Event.INTERVIEW_CALLED || event == Event.VISIT_CALLED;
        Instant expected = switch (event) {
            case ORGANIZER_SUBMITTED -> workingDays.plus(now, settings.get().organizer_days());
            case SITE_SUBMITTED -> workingDays.plus(now, settings.get().site_days());
            default -> null;
        };
        List<Step> steps = new ArrayList<>(found.steps());
        steps.add(new Step(now, actor.account(), event, details.reason()));
        return new PublicSecurityCase(found.id(), found.version() + 1, found.orderId(), found.account(), found.organizerNumber(),
            Steps.to(found.state(), event), found.form(), event == Event.SITE_SUBMITTED && details.statement() != null
            ? consented(actor, details.statement(), now) : found.statement(), appointed ? details.appointment() : found.appointment(),
            expected, steps, found.handovers(), event == Event.NUMBER_ISSUED ? DataCodes.spent(found.passing()) : found.passing());
    }

    private static Consent consented(Actor actor, String version, Instant now) {
        return new Consent(Statement.ID, version, now, actor.account(), actor.address());
    }

    private void tell(PublicSecurityCase next, Event event, Details details) {
        String occasion = "psb-" + next.id() + "-" + next.steps().size();
        switch (event) {
            case ORGANIZER_APPROVED, ORGANIZER_RETURNED -> notices.tell(new Notice("psb-organizer-result", next.account(), next.orderId(),
                occasion, Map.of()).with("result", event == Event.ORGANIZER_APPROVED ? APPROVED : RETURNED));
            case NUMBER_ISSUED, SITE_RETURNED -> notices.tell(new Notice("psb-site-result", next.account(), next.orderId(), occasion,
                Map.of()).with("result", event == Event.NUMBER_ISSUED ? new LocalizedText(APPROVED.zh() + "，" + details.number(),
                    APPROVED.en() + ", " + details.number()) : RETURNED));
            case INTERVIEW_CALLED, VISIT_CALLED -> {
                notices.tell(AppointmentWatch.notice(next, occasion));
                AppointmentWatch.next(next.appointment(), settings.get(), clock.instant())
                    .ifPresent(at -> Steps.watch(tasks, AppointmentWatch.NAME, next.id(), at));
            }
            default -> {
                // what the customer did himself is not told to him
            }
        }
    }

    @Override
    public ConsentText statement() {
        return legal.inForce(Statement.OWN);
    }

    @Override
    public ConsentText passing() {
        return codes.text();
    }

    @Override
    public String sheet(Actor actor, String id) {
        return transactions.call(() -> {
            PublicSecurityCase found = visible(actor, id);
            clear(actor, found.account());
            audit.record(actor, "public-security.sheet", "site", id, null, Map.of());
            return Sheet.of(found.form());
        });
    }

    @Override
    public MaterialContent picture(Actor actor, String id, String materialId) {
        PublicSecurityCase found = get(actor, id);
        clear(actor, found.account());
        return pictures.taken(orders.material(actor, found.orderId(), materialId), settings.get());
    }

    /** The pictures of the filing as the platform takes them; refused when one cannot be brought there. */
    List<Picture> pictures(PublicSecurityCase about) {
        return orders.get(Actor.SYSTEM, about.orderId()).materials().stream().filter(info -> info.mediaType().startsWith("image/"))
            .map(info -> pictures.taken(orders.material(Actor.SYSTEM, about.orderId(), info.id()), settings.get()))
            .map(found -> new Picture(found.info().type(), found.info().subject(), found.info().mediaType(), found.content())).toList();
    }

    private PublicSecurityCase change(Actor actor, String id, String action, Map<String, String> details,
            UnaryOperator<PublicSecurityCase> decision) {
        return transactions.call(() -> {
            PublicSecurityCase next = decision.apply(visible(actor, id));
            if (!files.update(next)) {
                throw new Refusal(Kind.STALE, "psb-changed", "The case was changed meanwhile; read it again.");
            }
            audit.record(actor, action, "site", id, null, details);
            return next;
        });
    }

    private PublicSecurityCase visible(Actor actor, String id) {
        PublicSecurityCase kept = files.find(id).filter(found -> isVisible(actor, found)).orElseThrow(CaseBook::unknown);
        return Prefill.opened(kept, () -> sites.get(Actor.SYSTEM, id).site().openedOn());
    }

    private boolean isVisible(Actor actor, PublicSecurityCase found) {
        try {
            orders.get(actor, found.orderId());
            return true;
        } catch (Refusal hidden) {
            return false;
        }
    }

    static void clear(Actor actor, String account) {
        if (!actor.seesInClear(account)) {
            throw new Refusal(Kind.FORBIDDEN, "not-permitted", "This holds personal data in clear; it is for the applicant and those who"
                + " act for him.");
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), CHINA);
    }

    private static Refusal unknown() {
        return new Refusal(Kind.NOT_FOUND, "psb-not-found", "There is no such case, or it is not yours.");
    }
}

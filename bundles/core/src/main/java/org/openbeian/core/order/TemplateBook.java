package org.openbeian.core.order;

import static org.openbeian.core.order.ServerFindings.text;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.openbeian.api.audit.AuditLog;
import org.openbeian.api.model.Application;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.model.InternetService;
import org.openbeian.api.model.Organizer;
import org.openbeian.api.model.Principal;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.Orders;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.order.Refusal.Kind;
import org.openbeian.api.rules.FilingCase;
import org.openbeian.api.rules.Finding;
import org.openbeian.api.rules.RuleBooks;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Permission;
import org.openbeian.api.store.TemplateStore;
import org.openbeian.api.store.Transactions;
import org.openbeian.api.template.IdentityTemplate;
import org.openbeian.api.template.IdentityTemplate.State;
import org.openbeian.api.template.IdentityTemplates;
import org.openbeian.core.json.JsonChanges;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Templates of organizers and principals, and copying within an order. Thread-safe. */
@Component(service = IdentityTemplates.class)
public final class TemplateBook implements IdentityTemplates {

    private static final int PAGE_MAX = 200;
    private static final int LABEL_MAX = 100;
    private static final String SERVICE = "/services/\\d{1,3}/principal";

    private final OrderEngine engine;
    private final Transactions transactions;
    private final TemplateStore templates;
    private final Orders orders;
    private final RuleBooks books;
    private final AuditLog audit;
    private final CoreSettings settings;
    private final Shape shape;

    /** Created by Declarative Services. */
    @Activate
    public TemplateBook(@Reference OrderEngine engine, @Reference Transactions transactions, @Reference TemplateStore templates,
            @Reference Orders orders, @Reference RuleBooks books, @Reference AuditLog audit, @Reference CoreSettings settings) {
        this.engine = engine;
        this.transactions = transactions;
        this.templates = templates;
        this.orders = orders;
        this.books = books;
        this.audit = audit;
        this.settings = settings;
        this.shape = new Shape(settings);
    }

    @Override
    public IdentityTemplate create(Actor actor, String label, Organizer organizer, Principal principal, Map<String, String> extra) {
        if (!actor.may(Permission.START_ORDER)) {
            throw forbidden();
        }
        check(label, organizer, principal, extra);
        Instant now = engine.now();
        return transactions.call(() -> {
            int most = settings.get().templates_max();
            if (templates.count(actor.account()) >= most) {
                throw Refusals.invalid("templates-too-many", "An account keeps at most " + most + " templates; remove one first.");
            }
            IdentityTemplate fresh = new IdentityTemplate(engine.newId(now), 1, actor.account(), label.strip(), organizer, principal,
                extra, State.DRAFT, null, null, null, null, now, now);
            templates.insert(fresh);
            return fresh;
        });
    }

    @Override
    public IdentityTemplate change(Actor actor, String id, long version, String label, Organizer organizer, Principal principal,
            Map<String, String> extra) {
        check(label, organizer, principal, extra);
        return next(actor, id, version, old -> {
            needOwner(actor, old);
            if (old.state() == State.IN_REVIEW) {
                throw wrongState(old);
            }
            if ((organizer == null) != (old.organizer() == null)) {
                throw Refusals.invalid("template-kind", "A template of an organizer stays one, and so does one of a principal.");
            }
            return with(old, label.strip(), organizer, principal, extra, State.DRAFT, null, old.reviewedBy(), old.submittedAt(), null);
        });
    }

    @Override
    public IdentityTemplate submit(Actor actor, String id, long version) {
        return next(actor, id, version, old -> {
            needOwner(actor, old);
            if (old.state() != State.DRAFT && old.state() != State.REJECTED) {
                throw wrongState(old);
            }
            Instant now = engine.now();
            refuseWrong(old, now);
            return with(old, State.IN_REVIEW, null, old.reviewedBy(), now,
                now.plus(Duration.ofHours(settings.get().template_review_hours())));
        });
    }

    @Override
    public IdentityTemplate decide(Actor actor, String id, long version, boolean approved, String reason) {
        String why = approved ? null : Reasons.required(reason);
        return next(actor, id, version, old -> {
            if (!actor.may(Permission.REVIEW_ORDER)) {
                throw forbidden();
            }
            if (old.account().equals(actor.account())) {
                throw Reviewing.partial();
            }
            if (old.state() != State.IN_REVIEW) {
                throw wrongState(old);
            }
            audit.record(actor, approved ? "template.approve" : "template.reject", "template", id, null, Map.of("account", old.account()));
            return with(old, approved ? State.APPROVED : State.REJECTED, why,
                actor.account(), old.submittedAt(), null);
        });
    }

    @Override
    public void remove(Actor actor, String id, long version) {
        transactions.run(() -> {
            IdentityTemplate old = find(actor, id, version);
            needOwner(actor, old);
            if (!templates.remove(id, old.version())) {
                throw stale();
            }
        });
    }

    @Override
    public IdentityTemplate get(Actor actor, String id) {
        return transactions.call(() -> find(actor, id, Orders.ANY_VERSION));
    }

    @Override
    public List<IdentityTemplate> list(Actor actor, State state, int limit) {
        if (limit < 1 || limit > PAGE_MAX) {
            throw Refusals.invalid("limit-out-of-range", "The limit lies between 1 and " + PAGE_MAX + ".");
        }
        return transactions.call(() -> templates.list(actor.may(Permission.REVIEW_ORDER) ? null : actor.account(), state, limit));
    }

    @Override
    public Order apply(Actor actor, String id, String orderId, long orderVersion, String pointer) {
        return transactions.call(() -> {
            IdentityTemplate template = find(actor, id, Orders.ANY_VERSION);
            Order order = orders.get(actor, orderId);
            if (!template.account().equals(order.account())) {
                throw unknown();
            }
            if (template.state() != State.APPROVED) {
                throw wrongState(template);
            }
            audit.record(actor, "template.apply", "order", orderId, null, Map.of("template", id, "version",
                String.valueOf(template.version()), "place", String.valueOf(pointer)));
            return orders.edit(actor, orderId, of(order, orderVersion), filled(order.application(), template, pointer));
        });
    }

    /** A postcode that is no postcode, a mobile that is none: found before a specialist looks. */
    private void refuseWrong(IdentityTemplate template, Instant now) {
        boolean person = template.organizer() == null;
        String place = person ? "/organizer/principal/" : "/organizer/";
        List<Finding> wrong = books.current().entered(new FilingCase(template.id(), FilingType.FIRST, whole(template.organizer(),
            template.principal(), template.extra()), List.of(), List.of(), template.account(), now)).stream()
            .filter(one -> one.pointer().startsWith(place) || one.pointer().startsWith("/extra/"))
            .map(one -> new Finding(one.ruleId(), one.severity(), person ? one.pointer().replace("/organizer", "") : one.pointer(),
                one.text(), one.mend(), one.source(), one.bundle(), one.bundleVersion(), one.hard())).toList();
        if (!wrong.isEmpty()) {
            throw Refusals.invalid("template-invalid", "The template holds what no order can be filed with.", wrong);
        }
    }

    private static Application filled(Application old, IdentityTemplate template, String pointer) {
        Map<String, String> extra = new TreeMap<>(old.extra());
        if (template.organizer() != null) {
            extra.putAll(template.extra());
        } else {
            // The postcode of an order is its organizer's: that of a person only fills the gap.
            template.extra().forEach(extra::putIfAbsent);
        }
        if ("/organizer".equals(pointer) && template.organizer() != null) {
            return new Application(template.organizer(), old.services(), extra, old.basis());
        }
        if ("/organizer/principal".equals(pointer) && template.principal() != null && old.organizer() != null) {
            return new Application(ServiceCopy.with(old.organizer(), template.principal()), old.services(), extra, old.basis());
        }
        if (pointer != null && pointer.matches(SERVICE) && template.principal() != null) {
            int at = Integer.parseInt(pointer.split("/")[2]);
            if (at < old.services().size()) {
                List<InternetService> services = new ArrayList<>(old.services());
                services.set(at, ServiceCopy.with(services.get(at), template.principal()));
                return new Application(old.organizer(), services, extra, old.basis());
            }
        }
        throw Refusals.invalid("template-place", "A template of an organizer goes to /organizer; one of a principal to"
            + " /organizer/principal or /services/<n>/principal, where the order has such a place.");
    }

    @Override
    public Order copyService(Actor actor, String orderId, long orderVersion, int from, List<Integer> to) {
        return transactions.call(() -> {
            Order order = orders.get(actor, orderId);
            List<InternetService> services = new ArrayList<>(order.application().services());
            boolean known = to != null && !to.isEmpty() && from >= 0 && from < services.size()
                && to.stream().allMatch(one -> one != null && one >= 0 && one < services.size() && one != from);
            if (!known) {
                throw Refusals.invalid("service-unknown", "Name one service to copy from and at least one other to copy to, by their"
                    + " numbers from 0 to " + (services.size() - 1) + ".");
            }
            for (int one : to) {
                if (services.get(from).getClass() != services.get(one).getClass()) {
                    throw Refusals.invalid("service-kind", "A website and an APP have different data; copy between two of a kind.");
                }
                services.set(one, ServiceCopy.of(services.get(from), services.get(one)));
            }
            Application old = order.application();
            return orders.edit(actor, orderId, of(order, orderVersion),
                new Application(old.organizer(), services, old.extra(), old.basis()));
        });
    }

    /** The version that was read: what somebody changes meanwhile must not be overwritten with what stood before. */
    private static long of(Order read, long wanted) {
        if (wanted != Orders.ANY_VERSION && wanted != read.version()) {
            throw Refusals.stale(read);
        }
        return read.version();
    }

    private IdentityTemplate next(Actor actor, String id, long version, UnaryOperator<IdentityTemplate> decision) {
        return transactions.call(() -> {
            IdentityTemplate next = decision.apply(find(actor, id, version));
            if (!templates.update(next)) {
                throw stale();
            }
            return next;
        });
    }

    private IdentityTemplate find(Actor actor, String id, long version) {
        IdentityTemplate found = (Ids.isId(id) ? templates.find(id) : Optional.<IdentityTemplate>empty())
            .filter(one -> one.account().equals(actor.account()) || actor.may(Permission.REVIEW_ORDER))
            .orElseThrow(TemplateBook::unknown);
        if (version != Orders.ANY_VERSION && version != found.version()) {
            throw stale();
        }
        return found;
    }

    private IdentityTemplate with(IdentityTemplate old, State state, String reason, String reviewer, Instant submitted, Instant due) {
        return with(old, old.label(), old.organizer(), old.principal(), old.extra(), state, reason, reviewer, submitted, due);
    }

    private IdentityTemplate with(IdentityTemplate old, String label, Organizer organizer, Principal principal,
            Map<String, String> extra, State state, String reason, String reviewer, Instant submitted, Instant due) {
        return new IdentityTemplate(old.id(), old.version() + 1, old.account(), label, organizer, principal, extra, state, reason,
            reviewer, submitted, due, old.createdAt(), engine.now());
    }

    private void check(String label, Organizer organizer, Principal principal, Map<String, String> extra) {
        if (label == null || label.isBlank() || label.length() > LABEL_MAX || !Shape.isClean(label)) {
            throw Refusals.invalid("template-label", "A template has a label of 1 to " + LABEL_MAX + " characters.");
        }
        if ((organizer == null) == (principal == null)) {
            throw Refusals.invalid("template-kind", "A template holds either an organizer or a principal.");
        }
        refuseMissing(extra == null ? Map.of() : extra);
        shape.check(whole(organizer, principal, extra));
    }

    private static void refuseMissing(Map<String, String> extra) {
        List<Finding> findings = extra.entrySet().stream().filter(one -> one.getValue() == null).map(one ->
            ServerFindings.block("value-missing", "/extra/" + JsonChanges.escape(one.getKey()), text("缺少内容", "There is no value"),
                text("请填写内容或删除该字段", "Enter a value or leave the field out"))).toList();
        if (!findings.isEmpty()) {
            throw Refusals.invalid("template-malformed", "The template holds values that cannot be stored.", findings);
        }
    }

    /** The template as it would stand in an order that holds nothing else. */
    private static Application whole(Organizer organizer, Principal principal, Map<String, String> extra) {
        return new Application(organizer != null ? organizer : ServiceCopy.with(ServiceCopy.EMPTY, principal), List.of(), extra);
    }

    private static void needOwner(Actor actor, IdentityTemplate template) {
        if (!template.account().equals(actor.account())) {
            throw forbidden();
        }
    }

    private static Refusal forbidden() {
        return new Refusal(Kind.FORBIDDEN, "not-permitted", "Accounts change their own templates; specialists decide on those of others.");
    }

    private static Refusal unknown() {
        return new Refusal(Kind.NOT_FOUND, "template-not-found", "There is no such template, or it is not yours.");
    }

    private static Refusal stale() {
        return new Refusal(Kind.STALE, "template-changed", "The template was changed meanwhile; read it again and repeat the change.");
    }

    private static Refusal wrongState(IdentityTemplate template) {
        return Refusals.wrongState("template-state", "A template in state " + template.state() + " does not allow this.");
    }
}

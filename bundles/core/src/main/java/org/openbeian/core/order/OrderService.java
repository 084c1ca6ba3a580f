package org.openbeian.core.order;

import java.util.List;
import org.openbeian.api.key.BlindIndex;
import org.openbeian.api.model.Application;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.order.CallAttempt;
import org.openbeian.api.order.Consent;
import org.openbeian.api.order.ConsentText;
import org.openbeian.api.order.Explanation;
import org.openbeian.api.order.FooterSnippet;
import org.openbeian.api.order.HistoryEntry;
import org.openbeian.api.order.LegalTexts;
import org.openbeian.api.order.MaterialContent;
import org.openbeian.api.order.MaterialInfo;
import org.openbeian.api.order.MaterialUpload;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.OrderQuery;
import org.openbeian.api.order.OrderSummary;
import org.openbeian.api.order.Orders;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.order.Refusal.Kind;
import org.openbeian.api.order.Requirements;
import org.openbeian.api.order.ReturnReason;
import org.openbeian.api.rules.RuleBooks;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Permission;
import org.openbeian.api.store.BlobStore;
import org.openbeian.api.store.ExchangeStore;
import org.openbeian.api.store.OrderStore;
import org.openbeian.api.store.RegisterStore;
import org.openbeian.api.store.Transactions;
import org.openbeian.core.message.Footers;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The commands and questions about orders, handed to the part that knows the stage. */
@Component(service = Orders.class)
public final class OrderService implements Orders {

    private static final int PAGE_MAX = 200;

    private final OrderEngine engine;
    private final Transactions transactions;
    private final OrderStore orders;
    private final BlobStore blobs;
    private final RuleBooks books;
    private final CoreSettings settings;
    private final Disclosure disclosure;
    private final Consents consents;
    private final Drafting drafting;
    private final Submitting submitting;
    private final Reviewing reviewing;
    private final Handing handing;
    private final Needs needs;

    /** Created by Declarative Services. */
    @Activate
    public OrderService(@Reference OrderEngine engine, @Reference Transactions transactions, @Reference OrderStore orders,
            @Reference BlobStore blobs, @Reference RegisterStore register, @Reference ExchangeStore exchange,
            @Reference RuleBooks books, @Reference Resources resources, @Reference CoreSettings settings,
            @Reference Disclosure disclosure, @Reference BlindIndex index, @Reference AppIntake apps, @Reference OrderRoutes routes,
            @Reference Certificates certificates, @Reference LegalTexts legal, @Reference LetterBook letters) {
        this.engine = engine;
        this.transactions = transactions;
        this.orders = orders;
        this.blobs = blobs;
        this.books = books;
        this.settings = settings;
        this.disclosure = disclosure;
        this.consents = new Consents(legal);
        Assessor assessor = new Assessor(books, resources, letters::version);
        Guards guards = new Guards(orders, register, books, settings, apps, routes, certificates);
        this.drafting = new Drafting(engine, blobs, assessor, settings, transactions, new OnRecord(orders, register),
            letters);
        this.submitting = new Submitting(engine, orders, guards, assessor, consents, index);
        this.reviewing = new Reviewing(engine, orders, books, settings, routes);
        this.handing = new Handing(engine, orders, exchange, blobs);
        this.needs = new Needs(assessor, guards, consents, settings);
    }

    @Override
    public Order create(Actor actor, FilingType type, Application application) {
        return drafting.create(actor, actor.account(), type, application);
    }

    @Override
    public Order createFor(Actor actor, String account, FilingType type, Application application) {
        return drafting.create(actor, account, type, application);
    }

    @Override
    public Order edit(Actor actor, String id, long version, Application application) {
        return drafting.edit(actor, id, version, application);
    }

    @Override
    public Order attach(Actor actor, String id, long version, MaterialUpload upload) {
        return drafting.attach(actor, id, version, upload);
    }

    @Override
    public Order detach(Actor actor, String id, long version, String materialId) {
        return drafting.detach(actor, id, version, materialId);
    }

    @Override
    public MaterialContent material(Actor actor, String id, String materialId) {
        Order order = get(actor, id);
        MaterialInfo info = Drafting.find(order, materialId);
        if (!actor.may(Permission.READ_MATERIAL)) {
            throw new Refusal(Kind.FORBIDDEN, "not-permitted", "This account may not see uploaded pictures.");
        }
        byte[] content = transactions.call(() -> blobs.get(info.id(), id));
        if (content == null) {
            throw new Refusal(Kind.NOT_FOUND, "material-not-found", "The material was replaced or removed.");
        }
        return disclosure.show(actor, order, new MaterialContent(info, content));
    }

    @Override
    public Requirements requirements(Actor actor, String id) {
        return transactions.call(() -> needs.of(get(actor, id), engine.now()));
    }

    @Override
    public List<ConsentText> consentTexts() {
        return consents.texts();
    }

    @Override
    public Order submit(Actor actor, String id, long version, List<Consent> given) {
        return submitting.submit(actor, id, version, given);
    }

    @Override
    public Order claim(Actor actor, String id, long version) {
        return reviewing.claim(actor, id, version);
    }

    @Override
    public Order release(Actor actor, String id, long version) {
        return reviewing.release(actor, id, version);
    }

    @Override
    public Order logCall(Actor actor, String id, long version, CallAttempt call) {
        return reviewing.logCall(actor, id, version, call);
    }

    @Override
    public Order pass(Actor actor, String id, long version) {
        return reviewing.pass(actor, id, version);
    }

    @Override
    public Order giveBack(Actor actor, String id, long version, List<ReturnReason> reasons) {
        return reviewing.giveBack(actor, id, version, reasons);
    }

    @Override
    public Order withdraw(Actor actor, String id, long version, String reason) {
        return handing.withdraw(actor, id, version, reason);
    }

    @Override
    public Order confirmSms(Actor actor, String id, long version, String reason) {
        return handing.confirmSms(actor, id, version, reason);
    }

    @Override
    public Order resend(Actor actor, String id, long version, String reason) {
        return handing.resend(actor, id, version, reason);
    }

    @Override
    public Order get(Actor actor, String id) {
        return engine.load(By.account(actor), id);
    }

    @Override
    public List<OrderSummary> list(Actor actor, OrderQuery query) {
        if (query.limit() < 1 || query.limit() > PAGE_MAX) {
            throw Refusals.invalid("limit-out-of-range", "The limit lies between 1 and " + PAGE_MAX + ".");
        }
        if (actor.isStaff()) {
            return transactions.call(() -> orders.list(query));
        }
        if (!actor.may(Permission.START_ORDER)) {
            return delegated(actor, query);
        }
        if (query.account() != null && !query.account().equals(actor.account())) {
            return List.of();
        }
        return transactions.call(() -> orders.list(query.of(actor.account())));
    }

    private List<OrderSummary> delegated(Actor actor, OrderQuery query) {
        List<String> ids = actor.delegated().keySet().stream().filter(Ids::isId).toList();
        return ids.isEmpty() ? List.of() : transactions.call(() -> orders.list(query.among(ids)));
    }

    @Override
    public List<HistoryEntry> history(Actor actor, String id, int afterNo) {
        return transactions.call(() -> orders.history(get(actor, id).id(), afterNo));
    }

    @Override
    public Explanation explain(Actor actor, String id) {
        return transactions.call(() -> {
            Order order = get(actor, id);
            return new Explanation(id, orders.verdicts(id), order.review().clearances());
        });
    }

    @Override
    public List<FooterSnippet> footers(Actor actor, String id) {
        Order order = get(actor, id);
        return Footers.of(order, books.current().profile(order.provinceId()), settings.footerLink());
    }
}

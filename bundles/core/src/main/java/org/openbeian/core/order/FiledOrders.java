package org.openbeian.core.order;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.openbeian.api.channel.Notices;
import org.openbeian.api.model.Application;
import org.openbeian.api.model.Basis;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.order.FieldChange;
import org.openbeian.api.order.FilingTypes;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.OrderEvent;
import org.openbeian.api.order.OrderState;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Role;
import org.openbeian.api.store.AccountStore;
import org.openbeian.api.store.BlobStore;
import org.openbeian.api.store.OrderStore;
import org.openbeian.api.store.RegisterStore;
import org.openbeian.api.store.Transactions;
import org.openbeian.core.json.JsonChanges;
import org.openbeian.core.json.MaskedJson;
import org.openbeian.core.json.ModelJson;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What orders need because they rest on what is filed already. */
@Component(service = FilingTypes.class)
public final class FiledOrders implements FilingTypes {

    private static final int PASSWORD_MAX = 32;
    private static final int SPECIALISTS = 50;
    private static final LocalizedText ACCEPTED = ServerFindings.text("已接受，可按所选类型提交", "accepted, hand it in with the type you chose");
    private static final LocalizedText DECLINED = ServerFindings.text("未接受，请按系统建议的类型办理",
        "not accepted, please file with the type that is proposed");
    private static final LocalizedText GUIDE = ServerFindings.text("请在工信部备案系统按页面指引找回备案密码，找回后填入本订单。",
        "Recover the filing password on the ministry's pages, then give it to this order.");

    private final OrderEngine engine;
    private final Transactions transactions;
    private final BlobStore blobs;
    private final OrderStore orders;
    private final OnRecord record;

    private final CoreSettings settings;
    private final AccountStore accounts;

    /** Created by Declarative Services. */
    @Activate
    public FiledOrders(@Reference OrderEngine engine, @Reference Transactions transactions, @Reference OrderStore orders,
            @Reference RegisterStore register, @Reference BlobStore blobs, @Reference CoreSettings settings,
            @Reference AccountStore accounts) {
        this.accounts = accounts;
        this.engine = engine;
        this.settings = settings;
        this.transactions = transactions;
        this.blobs = blobs;
        this.orders = orders;
        this.record = new OnRecord(orders, register);
    }

    @Override
    public List<FieldChange> changes(Actor actor, String id) {
        return transactions.call(() -> {
            Order order = engine.load(By.account(actor), id);
            return record.baseline(order).map(before -> changes(before, order.application(), actor.seesInClear(order.account())))
                .orElse(List.of());
        });
    }

    private static List<FieldChange> changes(Application before, Application after, boolean clear) {
        JsonNode old = ModelJson.mapper().valueToTree(before);
        JsonNode now = ModelJson.mapper().valueToTree(after);
        List<String> places = JsonChanges.between(before, after);
        if (!clear) {
            MaskedJson.mask(old);
            MaskedJson.mask(now);
        }
        return places.stream().map(place -> new FieldChange(place, text(old.at(place)), text(now.at(place)))).toList();
    }

    private static String text(JsonNode value) {
        return value.isMissingNode() || value.isNull() ? null : value.toString();
    }

    @Override
    public Order givePassword(Actor actor, String id, long version, String password) {
        if (password == null || password.isBlank() || password.length() > PASSWORD_MAX || !Shape.isClean(password)) {
            throw Refusals.invalid("filing-password-malformed", "A filing password has 1 to " + PASSWORD_MAX + " characters.");
        }
        return engine.move(By.account(actor), id, version, OrderEvent.PASSWORD_GIVEN, (order, now) -> {
            Basis basis = order.application().basis();
            if (basis == null) {
                throw Refusals.invalid("filing-password-not-wanted", "A first filing takes no filing password.");
            }
            Order without = forget(order, blobs);
            String sealed = engine.newId(now);
            blobs.put(sealed, id, password.getBytes(StandardCharsets.UTF_8));
            return Change.of(with(without, basis.withPassword(sealed)));
        });
    }

    @Override
    public PasswordRecovery recoverPassword(Actor actor, String id, long version) {
        Order noted = engine.move(By.account(actor), id, version, OrderEvent.PASSWORD_LOST, (order, now) -> {
            if (!TypeProfile.of(order.type()).password()) {
                throw Refusals.invalid("filing-password-not-wanted", "An order of this type takes no filing password.");
            }
            return Change.of(order);
        });
        return new PasswordRecovery(noted, GUIDE, settings.get().password_page());
    }

    @Override
    public Order objectToType(Actor actor, String id, long version, String reason) {
        String why = Reasons.required(reason);
        return engine.move(By.account(actor), id, version, OrderEvent.TYPE_OBJECTED, (order, now) -> {
            accounts.withRole(Role.SPECIALIST, SPECIALISTS).forEach(specialist -> engine.outbox().tell("type-objected", specialist,
                occasion(order), Map.of("order", id, "domain", ReviewPromise.domain(order), "type", order.type().name())));
            return Change.of(order).because(People.mask(order, why)).with("type", order.type());
        });
    }

    @Override
    public Order decideType(Actor actor, String id, long version, boolean accepted, String reason) {
        String why = Reasons.required(reason);
        return engine.move(By.account(actor), id, version, OrderEvent.TYPE_DECIDED, (order, now) -> {
            Reviewing.checkImpartial(order, actor);
            if (!TypeObjections.isOpen(orders.history(id, 0))) {
                throw Refusals.wrongState("no-objection", "Nobody objected to the type of the order since it was decided on.");
            }
            LocalizedText result = accepted ? ACCEPTED : DECLINED;
            engine.outbox().remind(order, "type-decided", occasion(order), Map.of("result", result.zh(),
                "result" + Notices.IN_ENGLISH, result.en()), now);
            return Change.of(order).because(People.mask(order, why)).with(TypeObjections.ACCEPTED, accepted);
        });
    }

    private static String occasion(Order order) {
        return "type:" + order.id() + ":" + order.version();
    }

    @Override
    public Order refile(Actor actor, String id) {
        return transactions.call(() -> {
            Order ended = engine.load(By.account(actor), id);
            if (!ended.account().equals(actor.account())) {
                throw Refusals.forbidden(OrderEvent.CREATED);
            }
            if (ended.state() != OrderState.MUST_REFILE) {
                throw Refusals.wrongState("not-to-refile", "An order in state " + ended.state() + " is not to be filed anew.");
            }
            Application old = ended.application();
            Basis basis = old.basis() == null ? null : old.basis().withPassword(null);
            return engine.start(By.account(actor), actor.account(), ended.type(),
                new Application(old.organizer(), old.services(), old.extra(), basis));
        });
    }

    /** The order without its filing password, which is destroyed. */
    static Order forget(Order order, BlobStore blobs) {
        Basis basis = order.application().basis();
        if (basis == null || basis.passwordId() == null) {
            return order;
        }
        blobs.remove(basis.passwordId());
        return with(order, basis.withPassword(null));
    }

    private static Order with(Order order, Basis basis) {
        Application old = order.application();
        return order.with(new Application(old.organizer(), old.services(), old.extra(), basis));
    }
}

package org.openbeian.core.order;

import org.openbeian.api.account.AddressCodes;
import org.openbeian.api.account.ContactCodes.Sent;
import org.openbeian.api.channel.NotificationChannel.AddressKind;
import org.openbeian.api.key.BlindIndex;
import org.openbeian.api.order.MobileChecks;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.OrderEvent;
import org.openbeian.api.order.Orders;
import org.openbeian.api.security.Actor;
import org.openbeian.api.store.OrderStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Sends codes to the mobiles of persons in charge and notes which were verified. Thread-safe. */
@Component(service = MobileChecks.class)
public final class MobileDesk implements MobileChecks {

    private final OrderEngine engine;
    private final AddressCodes codes;
    private final Mobiles mobiles;

    /** Created by Declarative Services. */
    @Activate
    public MobileDesk(@Reference OrderEngine engine, @Reference OrderStore orders, @Reference AddressCodes codes,
            @Reference BlindIndex index, @Reference CoreSettings settings) {
        this.engine = engine;
        this.codes = codes;
        this.mobiles = new Mobiles(orders, index, settings);
    }

    @Override
    public Sent send(Actor actor, String id, String pointer) {
        Order order = mayVerify(actor, id, Orders.ANY_VERSION);
        return codes.send(actor, AddressKind.MOBILE, mobile(order, pointer), purpose(id, pointer));
    }

    @Override
    public Order confirm(Actor actor, String id, long version, String pointer, String code) {
        mobile(mayVerify(actor, id, version), pointer);
        return codes.check(actor, AddressKind.MOBILE, purpose(id, pointer), code, sentTo -> {
            String verified = mobiles.mark(id, sentTo);
            return engine.move(By.account(actor), id, version, OrderEvent.MOBILE_VERIFIED, (order, now) -> {
                if (!mobiles.mark(id, mobile(order, pointer)).equals(verified)) {
                    throw Refusals.wrongState("mobile-changed", "Another number was entered since the code was sent; ask for a new code.");
                }
                return Change.of(order).with("person", pointer).with(Mobiles.MARK, verified);
            });
        });
    }

    private static String purpose(String id, String pointer) {
        return "order " + id + " " + pointer;
    }

    private static String mobile(Order order, String pointer) {
        return Mobiles.at(order.application(), pointer).orElseThrow(() -> Refusals.invalid("mobile-person-unknown",
            "Name a person in charge whose mobile is entered: /organizer/principal or /services/<n>/principal."));
    }

    private Order mayVerify(Actor actor, String id, long version) {
        By by = By.account(actor);
        Order order = engine.load(by, id);
        if (!by.isOneOf(OrderLifeCycle.whoMay(OrderEvent.MOBILE_VERIFIED), order)) {
            throw Refusals.forbidden(OrderEvent.MOBILE_VERIFIED);
        }
        if (version != Orders.ANY_VERSION && version != order.version()) {
            throw Refusals.stale(order);
        }
        if (!engine.isAllowed(by, order, OrderEvent.MOBILE_VERIFIED)) {
            throw Refusals.wrongState(order, OrderEvent.MOBILE_VERIFIED);
        }
        return order;
    }
}

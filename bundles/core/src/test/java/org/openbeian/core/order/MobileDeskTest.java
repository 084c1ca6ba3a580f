package org.openbeian.core.order;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.openbeian.api.order.Orders.ANY_VERSION;
import static org.openbeian.core.fake.Samples.ALICE;
import static org.openbeian.core.fake.Samples.MALLORY;
import static org.openbeian.core.fake.Samples.SAM;
import static org.openbeian.core.order.Desk.code;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.Test;
import org.openbeian.api.account.AddressCodes;
import org.openbeian.api.account.ContactCodes.Sent;
import org.openbeian.api.channel.NotificationChannel.AddressKind;
import org.openbeian.api.model.Application;
import org.openbeian.api.model.Principal;
import org.openbeian.api.order.HistoryEntry;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.OrderEvent;
import org.openbeian.api.order.OrderState;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.rules.Finding;
import org.openbeian.api.security.Actor;
import org.openbeian.core.fake.Samples;
import org.openbeian.testkit.Requirement;

/** Mobiles that are verified by codes. */
public class MobileDeskTest {

    private static final String ORGANIZER = "/organizer/principal";
    private static final String SERVICE = "/services/0/principal";

    private final Desk desk = new Desk();
    private final Map<String, String> sent = new HashMap<>();
    private Runnable meanwhile = () -> { };
    private final MobileDesk mobiles = new MobileDesk(desk.engine, desk.store, codes(), Desk.BLIND, desk.settings);

    /** The code is always 000001. */
    private AddressCodes codes() {
        return new AddressCodes() {

            @Override
            public Sent send(Actor actor, AddressKind kind, String address, String purpose) {
                sent.put(purpose, address);
                return new Sent(kind, kind.mask(address), Instant.EPOCH, Instant.EPOCH, 5);
            }

            @Override
            public <T> T check(Actor actor, AddressKind kind, String purpose, String code, Function<String, T> use) {
                if (!code.equals("000001") || !sent.containsKey(purpose)) {
                    throw new Refusal(Refusal.Kind.INVALID, "code-wrong", "wrong");
                }
                meanwhile.run();
                T done = desk.transactions.call(() -> use.apply(sent.get(purpose)));
                sent.remove(purpose);
                return done;
            }
        };
    }

    private void require(String... provinces) {
        desk.settings.modified((CoreConfig) Proxy.newProxyInstance(CoreConfig.class.getClassLoader(), new Class<?>[] {CoreConfig.class},
            (proxy, method, arguments) -> method.getName().equals("mobile_code_provinces") ? provinces : method.getDefaultValue()));
    }

    private List<String> missing(Order order) {
        return desk.orders.requirements(ALICE, order.id()).findings().stream().filter(one -> one.ruleId().equals("mobile-unverified"))
            .map(Finding::pointer).toList();
    }

    private Order verify(Order order, String pointer) {
        mobiles.send(ALICE, order.id(), pointer);
        return mobiles.confirm(ALICE, order.id(), ANY_VERSION, pointer, "000001");
    }

    @Test
    @Requirement({"T-30", "A-50", "A-88"})
    public void whereItIsAskedForNothingIsHandedInBeforeEveryMobileIsVerified() {
        Order order = desk.draft();
        assertEquals("by default nothing is asked", List.of(), missing(order));
        require("440000");
        assertEquals("one person at two places", List.of(ORGANIZER + "/mobile"), missing(order));
        assertEquals("submission-refused", code(() -> desk.submit(order)));
        assertEquals("code-wrong", code(() -> mobiles.confirm(ALICE, order.id(), ANY_VERSION, ORGANIZER, "000001")));
        mobiles.send(ALICE, order.id(), ORGANIZER);
        assertEquals("code-wrong", code(() -> mobiles.confirm(ALICE, order.id(), ANY_VERSION, ORGANIZER, "000002")));
        Order verified = mobiles.confirm(ALICE, order.id(), order.version(), ORGANIZER, "000001");
        assertEquals(List.of(), missing(verified));
        assertEquals(OrderState.PRE_REVIEW, desk.submit(verified).state());
    }

    @Test
    public void anotherNumberIsVerifiedAnew() {
        require("*");
        Order order = verify(desk.draft(), SERVICE);
        assertEquals(List.of(), missing(order));
        mobiles.send(ALICE, order.id(), SERVICE);
        Order changed = desk.orders.edit(ALICE, order.id(), ANY_VERSION, other(order.application()));
        assertEquals(List.of(SERVICE + "/mobile"), missing(changed));
        assertEquals("mobile-changed", code(() -> mobiles.confirm(ALICE, order.id(), ANY_VERSION, SERVICE, "000001")));
        assertEquals(List.of(), missing(verify(changed, SERVICE)));
    }

    @Test
    public void aRightCodeStaysGoodWhenTheOrderChangesMeanwhile() {
        Order order = desk.draft();
        mobiles.send(ALICE, order.id(), SERVICE);
        meanwhile = () -> desk.orders.edit(ALICE, order.id(), ANY_VERSION, other(order.application()));
        assertEquals("mobile-changed", code(() -> mobiles.confirm(ALICE, order.id(), ANY_VERSION, SERVICE, "000001")));
        meanwhile = () -> desk.orders.edit(ALICE, order.id(), ANY_VERSION, order.application());
        assertEquals("order-changed", code(() -> mobiles.confirm(ALICE, order.id(), desk.now(order).version(), SERVICE, "000001")));
        meanwhile = () -> { };
        assertEquals(OrderEvent.MOBILE_VERIFIED, lastEvent(mobiles.confirm(ALICE, order.id(), ANY_VERSION, SERVICE, "000001")));
    }

    private OrderEvent lastEvent(Order order) {
        return desk.store.lastEntry(order.id()).event();
    }

    @Test
    public void theCodeGoesToTheDigitsOfANumberHoweverItWasEntered() {
        require("*");
        Order order = desk.draft();
        Order changed = desk.orders.edit(ALICE, order.id(), ANY_VERSION, with(order.application(), "+86 139-0000-0011"));
        mobiles.send(ALICE, order.id(), SERVICE);
        assertEquals(Set.of("13900000011"), Set.copyOf(sent.values()));
        assertEquals(List.of(ORGANIZER + "/mobile", SERVICE + "/mobile"), missing(changed));
        assertEquals(List.of(ORGANIZER + "/mobile"), missing(mobiles.confirm(ALICE, order.id(), ANY_VERSION, SERVICE, "000001")));
    }

    private static Application other(Application old) {
        return with(old, "13900000001");
    }

    private static Application with(Application old, String mobile) {
        Principal one = Samples.principal();
        Principal other = new Principal(one.name(), one.certificateType(), one.certificateNumber(), one.validFrom(), one.validUntil(),
            one.longTerm(), one.certificateAddress(), mobile, one.emergencyContact(), one.email(), null);
        return new Application(old.organizer(), List.of(ServiceCopy.with(old.services().get(0), other)), old.extra(), old.basis());
    }

    @Test
    public void theHistoryHoldsNoNumberAndNoCode() {
        Order order = verify(desk.draft(), ORGANIZER);
        HistoryEntry entry = desk.store.lastEntry(order.id());
        assertEquals(OrderEvent.MOBILE_VERIFIED, entry.event());
        assertEquals(ORGANIZER, entry.details().get("person"));
        assertTrue(entry.details().toString(), entry.details().containsKey("mobile"));
        assertFalse(entry.details().toString(), entry.details().toString().contains("000001"));
    }

    @Test
    public void onlyTheApplicantVerifiesWhileTheOrderMayChange() {
        Order order = desk.draft();
        assertEquals("not-permitted", code(() -> mobiles.send(SAM, order.id(), ORGANIZER)));
        assertEquals("order-not-found", code(() -> mobiles.send(MALLORY, order.id(), ORGANIZER)));
        assertEquals("mobile-person-unknown", code(() -> mobiles.send(ALICE, order.id(), "/services/7/principal")));
        assertEquals("order-changed", code(() -> mobiles.confirm(ALICE, order.id(), order.version() + 1, ORGANIZER, "000001")));
        desk.submit(order);
        assertEquals("wrong-state", code(() -> mobiles.send(ALICE, order.id(), ORGANIZER)));
    }
}

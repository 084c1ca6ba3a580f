package org.openbeian.shell;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.Test;
import org.openbeian.api.account.ContactCodes;
import org.openbeian.api.channel.NotificationChannel.AddressKind;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.order.FaceChecks;
import org.openbeian.api.order.FilingTypes;
import org.openbeian.api.order.MobileChecks;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.UploadLinks;
import org.openbeian.api.security.Actor;
import org.openbeian.api.template.IdentityTemplate;
import org.openbeian.api.template.IdentityTemplate.State;
import org.openbeian.api.template.IdentityTemplates;
import org.openbeian.testkit.Requirement;

/** Face verifications and templates. */
public class IdentityCommandsTest {

    private final FakeOrders orders = new FakeOrders();
    private final List<String> done = new ArrayList<>();
    private final IdentityTemplates templates = (IdentityTemplates) Proxy.newProxyInstance(getClass().getClassLoader(),
        new Class<?>[] {IdentityTemplates.class}, (proxy, method, arguments) -> {
            IdentityTemplate one = new IdentityTemplate("t1", 3, "anna", "home", null,
                orders.order.application().organizer().principal(), null,
                method.getName().equals("decide") ? State.REJECTED : State.IN_REVIEW, null, null, null,
                FakeOrders.NOW, FakeOrders.NOW, FakeOrders.NOW);
            done.add(method.getName() + " " + List.of(arguments).subList(1, arguments.length));
            return method.getName().equals("list") ? List.of(one) : one;
        });

    @Test
    @Requirement("T-16")
    public void templatesAreListedAndDecidedOn() throws Exception {
        IdentityTemplateListCommand list = new IdentityTemplateListCommand();
        list.templates = templates;
        list.state = "in_review";
        String text = Console.run(list, "sam");
        assertTrue(text, text.contains("t1") && text.contains("principal") && text.contains("IN_REVIEW"));
        list.json = true;
        assertFalse(Console.run(list, "sam").contains("13812345678"));
        IdentityTemplateDecideCommand decide = new IdentityTemplateDecideCommand();
        decide.templates = templates;
        decide.id = "t1";
        decide.approved = "no";
        assertTrue(Console.refused(decide, "sam").startsWith("--reason"));
        decide.reason = "blurred";
        assertTrue(Console.run(decide, "sam").contains("template t1 is now REJECTED"));
        assertEquals("decide [t1, 3, false, blurred]", done.get(done.size() - 1));
    }

    @Test
    @Requirement("T-38")
    public void facesAreOpenedAndFetched() throws Exception {
        FaceChecks faces = new FaceChecks() {
            @Override
            public Order open(Actor actor, String id, long version, String pointer) {
                done.add("open " + pointer + " " + version);
                return orders.order;
            }

            @Override
            public Order fetch(Actor actor, String id, long version) {
                done.add("fetch " + version);
                return orders.order;
            }
        };
        FaceOpenCommand open = new FaceOpenCommand();
        open.orders = orders;
        open.id = FakeOrders.ID;
        open.faces = faces;
        open.person = "/services/0/principal";
        Console.run(open, "sam");
        FaceFetchCommand fetch = new FaceFetchCommand();
        fetch.orders = orders;
        fetch.id = FakeOrders.ID;
        fetch.faces = faces;
        Console.run(fetch, "sam");
        assertEquals(List.of("open /services/0/principal 7", "fetch 7"), done);
    }

    @Test
    @Requirement("T-30")
    public void mobilesAreVerifiedByCodes() throws Exception {
        MobileChecks mobiles = new MobileChecks() {
            @Override
            public ContactCodes.Sent send(Actor actor, String id, String pointer) {
                done.add("send " + pointer);
                return new ContactCodes.Sent(AddressKind.MOBILE, "138****5678", FakeOrders.NOW, FakeOrders.NOW, 3);
            }

            @Override
            public Order confirm(Actor actor, String id, long version, String pointer, String code) {
                done.add("confirm " + pointer + " " + code + " " + version);
                return orders.order;
            }
        };
        MobileCodeCommand send = new MobileCodeCommand();
        send.orders = orders;
        send.mobiles = mobiles;
        send.id = FakeOrders.ID;
        send.person = "/organizer/principal";
        String told = Console.run(send, "sam");
        assertTrue(told, told.contains("138****5678") && told.contains("3 wrong tries"));
        MobileConfirmCommand confirm = new MobileConfirmCommand();
        confirm.orders = orders;
        confirm.mobiles = mobiles;
        confirm.id = FakeOrders.ID;
        confirm.person = "/organizer/principal";
        confirm.code = "123456";
        assertFalse("no code on the screen", Console.run(confirm, "sam").contains("123456"));
        assertEquals(List.of("send /organizer/principal", "confirm /organizer/principal 123456 7"), done);
        send.dryRun = true;
        Console.run(send, "sam");
        assertEquals("a dry run sends nothing", 2, done.size());
        assertTrue(Console.refused(send, "olga").contains("needs the role"));
    }

    @Test
    @Requirement("A-78")
    public void aPhoneGetsALink() throws Exception {
        UploadLinkCommand command = new UploadLinkCommand();
        command.orders = orders;
        command.id = FakeOrders.ID;
        command.type = "unit-certificate";
        command.subject = "/organizer";
        command.links = (UploadLinks) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {UploadLinks.class},
            (proxy, method, arguments) -> {
                done.add(method.getName() + " " + List.of(arguments).subList(1, arguments.length));
                return new UploadLinks.UploadLink("secret-1", "https://beian.example.com", FakeOrders.NOW);
            });
        command.dryRun = true;
        assertFalse(Console.run(command, "sam").contains("secret-1"));
        command.dryRun = false;
        String told = Console.run(command, "sam");
        assertTrue(told, told.contains("https://beian.example.com/api/v1/uploads/secret-1"));
        assertEquals(List.of("open [" + FakeOrders.ID + ", unit-certificate, /organizer]"), done);
    }

    @Test
    @Requirement("W-35")
    public void aLostFilingPasswordIsNotedAndItsRecoveryTold() throws Exception {
        OrderPasswordLostCommand lost = new OrderPasswordLostCommand();
        lost.orders = orders;
        lost.id = FakeOrders.ID;
        lost.types = (FilingTypes) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {FilingTypes.class},
            (proxy, method, arguments) -> new FilingTypes.PasswordRecovery(orders.order, new LocalizedText("找回", "Recover it"),
                "https://recover.example/"));
        String told = Console.run(lost, "sam");
        assertTrue(told, told.contains("Recover it") && told.contains("https://recover.example/"));
    }
}

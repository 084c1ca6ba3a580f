package org.openbeian.shell;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.Test;
import org.openbeian.api.order.FaceChecks;
import org.openbeian.api.order.Order;
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
                orders.order.application().organizer().principal(), method.getName().equals("decide") ? State.REJECTED : State.IN_REVIEW,
                null, null, null, FakeOrders.NOW, FakeOrders.NOW, FakeOrders.NOW);
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
}

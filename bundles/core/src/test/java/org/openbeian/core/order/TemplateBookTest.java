package org.openbeian.core.order;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.openbeian.api.order.Orders.ANY_VERSION;
import static org.openbeian.core.fake.Samples.ALICE;
import static org.openbeian.core.fake.Samples.MALLORY;
import static org.openbeian.core.fake.Samples.OLGA;
import static org.openbeian.core.fake.Samples.SAM;
import static org.openbeian.core.order.Desk.code;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.Test;
import org.openbeian.api.model.App;
import org.openbeian.api.model.Application;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.model.Organizer;
import org.openbeian.api.model.Principal;
import org.openbeian.api.model.WebSite;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.Orders;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.rules.Finding;
import org.openbeian.api.template.IdentityTemplate;
import org.openbeian.api.template.IdentityTemplate.State;
import org.openbeian.core.fake.MemoryTemplates;
import org.openbeian.core.fake.Samples;
import org.openbeian.testkit.Requirement;

/** Templates of organizers and principals, and copying between services. */
public class TemplateBookTest {

    private static final Organizer ORGANIZER = Samples.organizer("深圳示例科技有限公司");

    private final Desk desk = new Desk();
    private final MemoryTemplates store = new MemoryTemplates();
    private final TemplateBook templates = new TemplateBook(desk.engine, desk.transactions, store, desk.orders,
        desk.rules, desk.audit, desk.settings);

    private String made() {
        return templates.create(ALICE, " main ", ORGANIZER, null, null).id();
    }

    private String approved(Organizer organizer, Principal principal) {
        String id = templates.create(ALICE, "x", organizer, principal, Map.of("postcode", "518000")).id();
        templates.submit(ALICE, id, 1);
        templates.decide(SAM, id, 2, true, null);
        return id;
    }

    @Test
    @Requirement({"T-05", "T-16"})
    public void aTemplateIsReviewedWithinTwoDays() {
        String id = made();
        assertEquals("main", templates.get(ALICE, id).label());
        assertEquals(State.DRAFT, templates.get(ALICE, id).state());
        IdentityTemplate submitted = templates.submit(ALICE, id, 1);
        assertEquals(desk.time().plus(Duration.ofHours(48)), submitted.due());
        assertEquals("template-state", code(() -> templates.submit(ALICE, id, ANY_VERSION)));
        assertEquals("template-state", code(() -> templates.change(ALICE, id, ANY_VERSION, "x", ORGANIZER, null, null)));
        assertEquals("reason-missing", code(() -> templates.decide(SAM, id, ANY_VERSION, false, " ")));
        assertEquals("not-permitted", code(() -> templates.decide(ALICE, id, ANY_VERSION, true, null)));
        IdentityTemplate rejected = templates.decide(SAM, id, 2, false, "blurred licence");
        assertEquals(List.of(State.REJECTED, "blurred licence", "sam"),
            List.of(rejected.state(), rejected.reason(), rejected.reviewedBy()));
        assertNull(rejected.due());
        assertEquals("template-state", code(() -> templates.decide(SAM, id, ANY_VERSION, true, null)));
        templates.submit(ALICE, id, 3);
        assertEquals(State.APPROVED, templates.decide(SAM, id, 4, true, "ignored").state());
        assertEquals("an approved one that is changed is reviewed again", State.DRAFT,
            templates.change(ALICE, id, 5, "other", ORGANIZER, null, null).state());
    }

    @Test
    public void templatesOfOthersAreNeitherSeenNorChanged() {
        String id = made();
        assertEquals("template-not-found", code(() -> templates.get(MALLORY, id)));
        assertEquals("template-not-found", code(() -> templates.submit(MALLORY, id, 1)));
        assertEquals("template-not-found", code(() -> templates.remove(MALLORY, id, 1)));
        assertEquals("not-permitted", code(() -> templates.change(SAM, id, 1, "x", ORGANIZER, null, null)));
        assertEquals("not-permitted", code(() -> templates.remove(SAM, id, 1)));
        assertEquals("not-permitted", code(() -> templates.create(OLGA, "x", ORGANIZER, null, null)));
        assertEquals(List.of(), templates.list(MALLORY, null, 10));
        assertEquals(1, templates.list(SAM, null, 10).size());
        assertEquals("limit-out-of-range", code(() -> templates.list(SAM, null, 0)));
        assertEquals("template-changed", code(() -> templates.remove(ALICE, id, 9)));
        templates.remove(ALICE, id, 1);
        assertEquals("template-not-found", code(() -> templates.get(ALICE, id)));
    }

    @Test
    public void badTemplatesAreRefused() {
        assertEquals("template-kind", code(() -> templates.create(ALICE, "x", null, null, null)));
        assertEquals("template-kind", code(() -> templates.create(ALICE, "x", ORGANIZER, Samples.principal(), null)));
        assertEquals("template-label", code(() -> templates.create(ALICE, " ", ORGANIZER, null, null)));
        assertEquals("template-label", code(() -> templates.create(ALICE, "x".repeat(101), ORGANIZER, null, null)));
        assertEquals("template-kind", code(() -> templates.change(ALICE, made(), 1, "x", null, Samples.principal(), null)));
        Map<String, String> extra = new TreeMap<>(Map.of("phone", "1"));
        extra.put("post/code", null);
        Refusal refused = Desk.refusal(() -> templates.create(ALICE, "x", ORGANIZER, null, extra));
        assertEquals("template-malformed [/extra/post~1code]", refused.code() + " " + refused.findings().stream().map(Finding::pointer)
            .toList());
        assertEquals("template-malformed", code(() -> templates.change(ALICE, made(), 1, "x", ORGANIZER, null, extra)));
        desk.settings.modified((CoreConfig) Proxy.newProxyInstance(CoreConfig.class.getClassLoader(), new Class<?>[] {CoreConfig.class},
            (proxy, method, arguments) -> method.getName().equals("templates_max") ? 1 : method.getDefaultValue()));
        assertEquals("templates-too-many", code(this::made));
    }

    /** What the rules find in the fields of a template, and nothing else that they find. */
    @Test
    public void aTemplateWithWrongFieldsIsNotHandedIn() {
        desk.rules.enter("email-invalid", "/organizer/principal/email");
        desk.rules.enter("postcode-invalid", "/extra/postcode");
        desk.rules.enter("service-needed", "/services");
        assertEquals(List.of("email-invalid /organizer/principal/email", "postcode-invalid /extra/postcode"), wrong(made()));
        String person = templates.create(ALICE, "x", null, Samples.principal(), null).id();
        assertEquals("in the template's own words", List.of("email-invalid /principal/email", "postcode-invalid /extra/postcode"),
            wrong(person));
        assertEquals(State.DRAFT, templates.get(ALICE, person).state());
    }

    private List<String> wrong(String id) {
        Refusal refusal = Desk.refusal(() -> templates.submit(ALICE, id, 1));
        assertEquals("template-invalid", refusal.code());
        return refusal.findings().stream().map(one -> one.ruleId() + " " + one.pointer()).toList();
    }

    @Test
    @Requirement({"T-05", "T-20", "T-24", "T-14", "T-15"})
    public void anApprovedTemplateIsCopiedIntoAnOrderAndTheAuditKeepsWhich() {
        Order order = desk.orders.create(ALICE, FilingType.FIRST, new Application(null, List.of(Samples.site("example.com")), null));
        String draft = made();
        assertEquals("template-state", code(() -> templates.apply(ALICE, draft, order.id(), ANY_VERSION, "/organizer")));
        String organizer = approved(ORGANIZER, null);
        Application copied = templates.apply(ALICE, organizer, order.id(), order.version(), "/organizer").application();
        assertEquals("with the address on the card, e-mail and mobile", ORGANIZER, copied.organizer());
        assertEquals("and the postcode", Map.of("postcode", "518000"), copied.extra());
        assertEquals(1, desk.audit.lines.stream().filter(line -> line.contains("template.apply") && line.contains(organizer)).count());
        Principal other = new Principal("李四", null, null, null, null, null, null, "13700000000", null, null, null);
        String principal = approved(null, other);
        templates.apply(ALICE, principal, order.id(), ANY_VERSION, "/organizer/principal");
        Application now = templates.apply(ALICE, principal, order.id(), ANY_VERSION, "/services/0/principal").application();
        assertEquals(List.of(other, other, ORGANIZER.name()), List.of(now.organizer().principal(), now.services().get(0).principal(),
            now.organizer().name()));
        assertEquals("template-place", code(() -> templates.apply(ALICE, principal, order.id(), ANY_VERSION, "/organizer")));
        assertEquals("template-place", code(() -> templates.apply(ALICE, principal, order.id(), ANY_VERSION, "/services/3/principal")));
        assertEquals("template-place", code(() -> templates.apply(ALICE, organizer, order.id(), ANY_VERSION, null)));
        assertEquals("not-permitted", code(() -> templates.apply(SAM, organizer, order.id(), ANY_VERSION, "/organizer")));
        assertEquals("order-changed", code(() -> templates.apply(ALICE, organizer, order.id(), 1, "/organizer")));
    }

    /** The postcode of an order is its organizer's. */
    @Test
    @Requirement({"T-12", "T-15"})
    public void thePostcodeOfAPersonOnlyFillsTheGap() {
        String principal = approved(null, Samples.principal());
        for (String entered : new String[] {"100000", null}) {
            Order order = desk.orders.create(ALICE, FilingType.FIRST, new Application(ORGANIZER, List.of(Samples.site("example.com")),
                entered == null ? Map.of() : Map.of("postcode", entered)));
            assertEquals(entered == null ? "518000" : entered, templates.apply(ALICE, principal, order.id(), ANY_VERSION,
                "/organizer/principal").application().extra().get("postcode"));
        }
    }

    @Test
    public void whatSomebodyChangesMeanwhileIsNotOverwritten() {
        Order order = desk.orders.create(ALICE, FilingType.FIRST, new Application(ORGANIZER, List.of(Samples.site("example.com"),
            Samples.site("example.org")), null));
        String organizer = approved(ORGANIZER, null);
        Orders raced = (Orders) Proxy.newProxyInstance(Orders.class.getClassLoader(), new Class<?>[] {Orders.class},
            (proxy, method, arguments) -> {
                if (!method.getName().equals("get")) {
                    try {
                        return method.invoke(desk.orders, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }
                Order seen = desk.orders.get(ALICE, order.id());
                desk.orders.edit(ALICE, order.id(), seen.version(), new Application(null, List.of(Samples.site("example.net")), null));
                return seen;
            });
        TemplateBook late = new TemplateBook(desk.engine, desk.transactions, store, raced, desk.rules, desk.audit, desk.settings);
        assertEquals("order-changed", code(() -> late.copyService(ALICE, order.id(), ANY_VERSION, 0, List.of(1))));
        assertEquals("order-changed", code(() -> late.apply(ALICE, organizer, order.id(), ANY_VERSION, "/organizer")));
    }

    @Test
    public void oneServicesDataGoToOthersButNamesAndDomainsStay() {
        WebSite bare = new WebSite("另一小站", List.of("example.org"), "example.org", List.of(), List.of(), List.of(), null, null, List.of(),
            null);
        App app = Samples.app("示例出行");
        Order order = desk.orders.create(ALICE, FilingType.FIRST, new Application(ORGANIZER, List.of(Samples.site("example.com"), bare,
            app), null));
        WebSite copied = (WebSite) templates.copyService(ALICE, order.id(), order.version(), 0, List.of(1)).application().services().get(1);
        assertEquals(Samples.principal(), copied.principal());
        assertEquals(Samples.site("x").accesses(), copied.accesses());
        assertEquals(List.of(1), copied.contents());
        assertEquals(List.of("另一小站", List.of("example.org")), List.of(copied.name(), copied.domains()));
        assertEquals("service-kind", code(() -> templates.copyService(ALICE, order.id(), ANY_VERSION, 0, List.of(2))));
        for (List<Integer> bad : List.of(List.<Integer>of(), List.of(0), List.of(3), List.of(-1))) {
            assertEquals("service-unknown", code(() -> templates.copyService(ALICE, order.id(), ANY_VERSION, 0, bad)));
        }
    }
}

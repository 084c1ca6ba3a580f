package org.openbeian.core.order;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.openbeian.core.fake.Samples.ALICE;
import static org.openbeian.core.fake.Samples.MALLORY;
import static org.openbeian.core.fake.Samples.OLGA;
import static org.openbeian.core.fake.Samples.SAM;
import static org.openbeian.core.order.Desk.code;
import static org.openbeian.core.order.Desk.refusal;

import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.openbeian.api.model.App;
import org.openbeian.api.model.AppFeature;
import org.openbeian.api.model.AppPackage;
import org.openbeian.api.model.Application;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.model.Organizer;
import org.openbeian.api.order.MaterialUpload;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.OrderQuery;
import org.openbeian.api.order.OrderState;
import org.openbeian.api.order.Orders;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.rules.Finding;
import org.openbeian.api.store.StoreUnavailable;
import org.openbeian.core.fake.Samples;
import org.openbeian.testkit.Requirement;

/** Forms and materials before submission. */
@Requirement({"T-19", "T-20"})
public class DraftingTest {

    private final Desk desk = new Desk();
    private final Orders orders = desk.orders;

    @Test
    public void aDraftIsSavedStepByStepAndResumed() {
        Order order = orders.create(ALICE, FilingType.FIRST, null);
        assertEquals(OrderState.DRAFT, order.state());
        Application first = Samples.application(Samples.organizer("深圳示例科技有限公司"));
        Order second = orders.edit(ALICE, order.id(), order.version(), first);
        Order third = orders.edit(ALICE, order.id(), second.version(), Samples.application("example.com"));
        assertEquals(3, third.version());
        assertEquals(Samples.application("example.com"), orders.get(ALICE, order.id()).application());
        assertEquals("/services", orders.history(ALICE, order.id(), 2).get(0).details().get("fields"));
    }

    /** A feature without packages, a package without a key, a second service that is hardly begun. */
    @Test
    @Requirement("A-77")
    public void featuresAndServicesAreSavedBeforeTheyAreComplete() {
        App complete = Samples.app("示例出行");
        AppFeature bare = new AppFeature("ANDROID", null, null);
        AppFeature half = new AppFeature("ANDROID", List.of("example.com"), List.of(new AppPackage("com.example.ride", null, null)));
        App begun = new App("第二个", null, null, null, null, null, null, null, null, null, null);
        Order order = orders.create(ALICE, FilingType.FIRST, null);
        for (Application step : List.of(saved(with(complete, List.of(bare))), saved(with(complete, List.of(half))), saved(complete),
                saved(complete, begun))) {
            orders.edit(ALICE, order.id(), Orders.ANY_VERSION, step);
            assertEquals(step, orders.get(ALICE, order.id()).application());
        }
        assertEquals("each save is kept", List.of("/services", "/services/0/features/0/domains"), List.of(
            orders.history(ALICE, order.id(), 1).get(0).details().get("fields"),
            orders.history(ALICE, order.id(), 2).get(0).details().get("fields").split(" |,")[0]));
    }

    private static Application saved(App... apps) {
        return new Application(null, List.of(apps), Map.of());
    }

    private static App with(App app, List<AppFeature> features) {
        return new App(app.name(), app.contents(), app.languages(), app.preApprovals(), app.commercial(), app.principal(), app.accesses(),
            app.offersSdk(), app.usesSdk(), features, app.remark());
    }

    @Test
    public void anEditThatChangesNothingWritesNothing() {
        Order order = desk.draft();
        int before = desk.heard.size();
        assertEquals(order.version(), orders.edit(ALICE, order.id(), order.version(), order.application()).version());
        assertEquals(before, desk.heard.size());
    }

    @Test
    public void aCommandIsOneTransaction() {
        int before = desk.transactions.commits();
        Order order = desk.draft();
        assertEquals(before + 1, desk.transactions.commits());
        orders.attach(ALICE, order.id(), order.version(), Samples.licence());
        assertEquals(before + 2, desk.transactions.commits());
    }

    @Test
    public void othersDoNotEvenLearnThatAnOrderExists() {
        Order order = desk.draft();
        assertEquals(Refusal.Kind.NOT_FOUND, refusal(() -> orders.get(MALLORY, order.id())).kind());
        assertEquals(Refusal.Kind.NOT_FOUND, refusal(() -> orders.edit(MALLORY, order.id(), 1, Application.EMPTY)).kind());
        assertEquals(Refusal.Kind.NOT_FOUND, refusal(() -> orders.history(MALLORY, order.id(), 0)).kind());
        assertEquals(Refusal.Kind.NOT_FOUND, refusal(() -> orders.get(SAM, "../etc/passwd\n")).kind());
        assertEquals(List.of(), orders.list(MALLORY, new OrderQuery(null, null, null, false, null, 10)));
        assertEquals(List.of(), orders.list(MALLORY, new OrderQuery("alice", null, null, false, null, 10)));
        assertEquals(1, orders.list(SAM, new OrderQuery(null, null, null, false, null, 10)).size());
        assertEquals(1, orders.list(ALICE, new OrderQuery(null, null, null, false, null, 10)).size());
    }

    @Test
    public void staffSeeOrdersButDoNotFillThemIn() {
        Order order = desk.draft();
        assertEquals(order.id(), orders.get(SAM, order.id()).id());
        assertEquals("not-permitted", code(() -> orders.edit(SAM, order.id(), 1, Application.EMPTY)));
        assertEquals("not-permitted", code(() -> orders.create(SAM, FilingType.FIRST, null)));
    }

    @Test
    public void aStaleVersionIsRefused() {
        Order order = desk.draft();
        orders.edit(ALICE, order.id(), 1, Samples.application("example.net"));
        assertEquals(Refusal.Kind.STALE, refusal(() -> orders.edit(ALICE, order.id(), 1, Application.EMPTY)).kind());
    }

    @Test
    public void aTypeIsAskedFor() {
        assertEquals("filing-type-missing", code(() -> orders.create(ALICE, null, null)));
    }

    @Test
    public void whatCannotBeStoredIsRefusedWithItsPlaces() {
        Application bad = new Application(Samples.organizer("x".repeat(2000)), List.of(Samples.site("a\u0000b.com")),
            Map.of("note", "half \ud800"));
        List<Finding> findings = refusal(() -> orders.create(ALICE, FilingType.FIRST, bad)).findings();
        List<String> places = findings.stream().map(finding -> finding.ruleId() + " " + finding.pointer()).toList();
        assertTrue(places.toString(), places.containsAll(List.of("text-too-long /organizer/name",
            "text-malformed /services/0/domains/0", "text-malformed /extra/note")));
    }

    @Test
    public void aProvinceThatDoesNotExistIsRefused() {
        Application nowhere = Samples.application(new Organizer(null, "990000", null, null, null, null, null, null, null, null,
            null, null, null));
        assertEquals("/organizer/provinceId",
            refusal(() -> orders.create(ALICE, FilingType.FIRST, nowhere)).findings().get(0).pointer());
    }

    @Test
    public void aMaterialOfTheSameTypeAndSubjectIsReplaced() {
        Order order = desk.draft();
        Order first = orders.attach(ALICE, order.id(), Orders.ANY_VERSION, Samples.licence());
        assertEquals(60, first.materials().get(0).width());
        Order second = orders.attach(ALICE, order.id(), Orders.ANY_VERSION, new MaterialUpload("unit-certificate", "/organizer",
            "image/jpeg", Samples.picture("jpeg", 80, 50)));
        assertEquals(1, second.materials().size());
        assertEquals("image/jpeg", second.materials().get(0).mediaType());
        assertEquals(1, desk.blobs.size());
        assertEquals(Refusal.Kind.FORBIDDEN,
            refusal(() -> orders.material(OLGA, order.id(), second.materials().get(0).id())).kind());
        assertEquals(second.materials().get(0).size(),
            orders.material(ALICE, order.id(), second.materials().get(0).id()).content().length);
        orders.detach(ALICE, order.id(), Orders.ANY_VERSION, second.materials().get(0).id());
        assertEquals(0, desk.blobs.size());
        assertEquals("material-not-found", code(() -> orders.detach(ALICE, order.id(), Orders.ANY_VERSION, "nothing")));
    }

    @Test
    public void aMaterialThatNoRuleAsksForIsRefusedAtOnce() {
        desk.rules.need("unit-certificate", "/organizer", 0);
        Order order = desk.draft();
        Refusal refusal = refusal(() -> orders.attach(ALICE, order.id(), 1, new MaterialUpload("holiday-photo", "/organizer",
            "image/png", Samples.picture("png", 10, 10))));
        assertEquals("material-not-needed", refusal.code());
        assertTrue(refusal.getMessage(), refusal.getMessage().contains("unit-certificate of /organizer"));
        assertEquals(0, desk.blobs.size());
    }

    @Test
    public void tooManyMaterialsAreRefused() {
        Order order = desk.draft();
        byte[] bytes = Samples.picture("png", 4, 4);
        for (int i = 0; i < 40; i++) {
            orders.attach(ALICE, order.id(), Orders.ANY_VERSION, new MaterialUpload("extra-" + i, "/organizer", "image/png", bytes));
        }
        assertEquals("materials-too-many", code(() -> orders.attach(ALICE, order.id(), Orders.ANY_VERSION,
            new MaterialUpload("extra-40", "/organizer", "image/png", bytes))));
        assertEquals(40, desk.blobs.size());
    }

    @Test
    public void aDeadDatabaseLeavesNothingBehind() {
        Order order = desk.draft();
        desk.transactions.setDead(true);
        assertThrows(StoreUnavailable.class,
            () -> orders.edit(ALICE, order.id(), 1, Samples.application("example.net")));
        desk.transactions.setDead(false);
        assertEquals(1, orders.get(ALICE, order.id()).version());
    }
}

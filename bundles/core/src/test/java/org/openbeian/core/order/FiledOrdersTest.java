package org.openbeian.core.order;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;
import static org.openbeian.core.fake.Samples.ALICE;
import static org.openbeian.core.fake.Samples.SAM;
import static org.openbeian.core.order.Desk.refusal;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;
import org.openbeian.api.model.Access;
import org.openbeian.api.model.Application;
import org.openbeian.api.model.Basis;
import org.openbeian.api.model.CancelReason;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.model.InternetService;
import org.openbeian.api.model.WebSite;
import org.openbeian.api.order.FieldChange;
import org.openbeian.api.order.FilingTypes.PasswordRecovery;
import org.openbeian.api.order.OrderEvent;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.OrderState;
import org.openbeian.api.order.Orders;
import org.openbeian.api.order.PublishedRecord;
import org.openbeian.api.order.PublishedRecord.PublishedAccess;
import org.openbeian.api.order.PublishedRecord.PublishedService;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.register.OrganizerState;
import org.openbeian.api.register.OrganizerEntry;
import org.openbeian.api.register.RecordReference;
import org.openbeian.api.register.RecordReference.Kind;
import org.openbeian.api.register.RegisterQuery;
import org.openbeian.api.register.ServiceState;
import org.openbeian.api.rules.Finding;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Role;
import org.openbeian.core.fake.Samples;
import org.openbeian.testkit.Requirement;

/** Changes, further accesses and cancellations of what is filed. */
public class FiledOrdersTest {

    static final String NUMBER = "粤ICP备2026000001号";
    static final String FIRST = NUMBER + "-1";

    private final Desk desk = new Desk();
    private final Orders orders = desk.orders;

    @Before
    public void file() {
        Order order = desk.uploaded();
        desk.authority.reviewed(1, true, null);
        desk.authority.published("440000", 1, record(new PublishedService(1, 0, FIRST, 2001, "示例小站", List.of("example.com"),
            List.of(new PublishedAccess(3001, true, 1)))));
        assertEquals(OrderState.APPROVED, desk.state(order));
    }

    static PublishedRecord record(PublishedService... services) {
        return new PublishedRecord(NUMBER, 1001, "深圳示例科技有限公司", List.of(services), java.time.Instant.parse("2026-11-20T00:00:00Z"));
    }

    private static Application about(String organizer, List<String> services, InternetService... wanted) {
        return new Application(null, List.of(wanted), Map.of(), new Basis(organizer, services));
    }

    private List<String> against(Order order) {
        return refusal(() -> desk.submit(order)).findings().stream().map(Finding::ruleId).toList();
    }

    private static List<String> codes(org.junit.function.ThrowingRunnable action) {
        return refusal(action).findings().stream().map(finding -> finding.ruleId() + " " + finding.pointer()).toList();
    }

    private Order passed(Order order) {
        desk.submit(order);
        orders.logCall(SAM, order.id(), Orders.ANY_VERSION, Samples.GOOD_CALL);
        return orders.pass(SAM, order.id(), Orders.ANY_VERSION);
    }

    private Order cancel(FilingType type, String... services) {
        Application application = new Application(null, List.of(), Map.of(),
            new Basis(NUMBER, List.of(services), CancelReason.SERVICE_ENDED, "停止运营", null, null));
        return orders.create(ALICE, type, application);
    }

    private Order withSite(Order order, WebSite site) {
        Application old = order.application();
        return orders.edit(ALICE, order.id(), Orders.ANY_VERSION,
            new Application(old.organizer(), List.of(site), old.extra(), old.basis()));
    }

    private static WebSite site(String name, List<String> domains, String... ips) {
        WebSite old = Samples.site("example.com");
        return new WebSite(name, domains, old.homeUrl(), old.contents(), old.languages(), old.preApprovals(), old.commercial(),
            old.principal(), List.of(new Access("cvm", "ins-1", List.of(ips))), old.remark());
    }

    private PublishedService published(String name, String... domains) {
        return new PublishedService(1, 0, FIRST, 2001, name, List.of(domains), List.of(new PublishedAccess(3001, true, 1)));
    }

    /** Filled in from the register where there is one; a first filing neither has nor takes one. */
    @Test
    @Requirement("A-33")
    public void theOrganizersNumberIsThereFromTheStartUnlessItIsAFirstFiling() {
        assertNull(orders.create(ALICE, FilingType.FIRST, Samples.application("example.org")).application().basis());
        assertEquals(List.of("basis-not-wanted /basis"), codes(() -> orders.create(ALICE, FilingType.FIRST, about(NUMBER, null))));
        for (FilingType type : List.of(FilingType.NEW_SERVICE, FilingType.CHANGE_ORGANIZER, FilingType.ACCESS, FilingType.CHANGE_SERVICE,
                FilingType.CHANGE_BOTH)) {
            List<String> services = type == FilingType.ACCESS || type == FilingType.CHANGE_SERVICE ? List.of(FIRST) : null;
            Application filled = orders.create(ALICE, type, about(NUMBER, services)).application();
            assertEquals(type.name(), NUMBER, filled.basis().organizerNumber());
            assertEquals("and what is filed under it", "深圳示例科技有限公司", filled.organizer().name());
        }
        assertEquals(List.of("organizer-number-malformed /basis/organizerNumber"),
            codes(() -> orders.create(ALICE, FilingType.NEW_SERVICE, about("粤ICP备2026000001号-1", null))));
        Order filedElsewhere = orders.create(ALICE, FilingType.NEW_SERVICE, new Application(Samples.organizer("深圳示例科技有限公司"), List.of(),
            Map.of(), new Basis("京ICP备2020000007号", null)));
        assertEquals("as the ministry published it", "京ICP备2020000007号", filedElsewhere.application().basis().organizerNumber());
    }

    @Test
    @Requirement({"E-15", "E-16", "W-15"})
    public void aCancelledServiceLeavesAnEmptyOrganizerAndFreesItsDomain() {
        Order order = cancel(FilingType.CANCEL_SERVICE, FIRST);
        passed(order);
        desk.authority.uploaded(order.id(), 2, "440000/2");
        assertEquals("only a cancelled access is exempt by default", OrderState.SMS_PENDING, desk.state(order));
        RecordReference about = new RecordReference(Kind.SERVICE, 2001, null);
        assertEquals(2, desk.authority.submissionAbout("440000", about));
        desk.authority.reviewed(2, true, null);
        desk.authority.cancelled("440000", about);
        assertEquals(OrderState.APPROVED, desk.state(order));
        assertNull("no numbers are granted", desk.now(order).grant());
        assertEquals(ServiceState.CANCELLED, desk.register.service(FIRST).orElseThrow().state());
        assertEquals(OrganizerState.SHELL, desk.register.organizer(NUMBER).orElseThrow().state());
        assertTrue(desk.register.byDomain("example.com").isEmpty());
        assertTrue(desk.effects.messages("email").contains("filing-ended"));
        long version = desk.now(order).version();
        desk.authority.cancelled("440000", about);
        assertEquals(version, desk.now(order).version());
        assertEquals("told once", 1, Collections.frequency(desk.effects.messages("email"), "organizer-empty"));
        assertEquals(List.of("organizer-empty"), against(password(cancel(FilingType.CANCEL_ORGANIZER))));
    }

    private Order password(Order order) {
        return desk.types.givePassword(ALICE, order.id(), Orders.ANY_VERSION, "000001");
    }

    @Test
    @Requirement({"E-14", "W-15", "W-34"})
    public void aCancelledOrganizerTakesItsServicesWithIt() {
        Order order = cancel(FilingType.CANCEL_ORGANIZER);
        assertEquals(List.of("filing-password-missing"), against(order));
        Order given = password(order);
        String sealed = given.application().basis().passwordId();
        assertEquals("000001", new String(desk.transactions.call(() -> desk.blobs.get(sealed, order.id())),
            java.nio.charset.StandardCharsets.UTF_8));
        assertFalse("not in the order itself",
            org.openbeian.core.json.ModelJson.mapper().valueToTree(given).toString().contains("\"000001\""));
        passed(given);
        desk.authority.uploaded(order.id(), 2, "440000/2");
        desk.authority.cancelled("440000", new RecordReference(Kind.ORGANIZER, 1001, null));
        assertEquals(OrderState.APPROVED, desk.state(order));
        assertEquals(OrganizerState.CANCELLED, desk.register.organizer(NUMBER).orElseThrow().state());
        assertEquals(ServiceState.CANCELLED, desk.register.service(FIRST).orElseThrow().state());
        assertNull("the password is destroyed", desk.transactions.call(() -> desk.blobs.get(sealed, order.id())));
        Order again = orders.create(ALICE, FilingType.FIRST, Samples.application("example.com"));
        assertEquals("a first filing once more", OrderState.PRE_REVIEW, desk.submit(again).state());
    }

    @Test
    @Requirement({"E-17", "E-18", "A-104"})
    public void theLastAccessIsCancelledOnlyWhenThatIsConfirmed() {
        Order order = cancel(FilingType.CANCEL_ACCESS, FIRST);
        Order later = cancel(FilingType.CANCEL_ACCESS, FIRST);
        assertEquals(List.of("last-access"), against(order));
        assertEquals("a province's rule may refuse it altogether", true, desk.rules.judged().circumstances().filed().endsLastAccess());
        Basis old = order.application().basis();
        Order confirmed = orders.edit(ALICE, order.id(), Orders.ANY_VERSION, new Application(order.application().organizer(),
            order.application().services(), Map.of(), new Basis(NUMBER, List.of(FIRST), old.cancelReason(), null, List.of("last-access"),
                null)));
        passed(confirmed);
        assertTrue(desk.effects.messages("email").containsAll(List.of("cancel-access-risk", "pre-review-passed-exempt")));
        desk.authority.uploaded(order.id(), 2, "440000/2");
        assertEquals("exempt from the SMS", OrderState.AUTHORITY_REVIEW, desk.state(order));
        assertTrue(desk.effects.messages("email").contains("handed-over"));
        desk.authority.cancelled("440000", new RecordReference(Kind.ACCESS, 3001, null));
        assertEquals(OrderState.APPROVED, desk.state(order));
        assertEquals(ServiceState.ACCESS_CANCELLED, desk.register.service(FIRST).orElseThrow().state());
        assertTrue("what is gone is not cancelled again", against(later).contains("access-not-registered"));
    }

    @Test
    public void whatTheAuthorityCancelsByItselfEndsNoOrderThatAsksForSomethingElse() {
        Order order = orders.create(ALICE, FilingType.NEW_SERVICE, about(NUMBER, null, Samples.site("second.com")));
        passed(order);
        desk.authority.uploaded(order.id(), 2, "440000/2");
        desk.authority.cancelled("440000", new RecordReference(Kind.SERVICE, 2001, null));
        assertEquals(OrderState.SMS_PENDING, desk.state(order));
        assertEquals(ServiceState.CANCELLED, desk.register.service(FIRST).orElseThrow().state());
    }

    /** The record keeps the organizer's day: counted from that, the duties of a site of an old organizer would be over at once. */
    @Test
    @Requirement("T-48")
    public void aFurtherServiceIsGrantedOnItsOwnDay() {
        Order order = orders.create(ALICE, FilingType.NEW_SERVICE, about(NUMBER, null, Samples.site("second.com")));
        passed(order);
        desk.authority.uploaded(order.id(), 2, "440000/2");
        desk.authority.reviewed(2, true, null);
        java.time.Instant own = java.time.Instant.parse("2026-12-20T00:00:00Z");
        desk.authority.published("440000", 2, record(new PublishedService(0, -1, FIRST, 2001, "示例小站", List.of("example.com"),
            List.of(new PublishedAccess(3001, true, 1)), java.time.Instant.parse("2026-12-24T00:00:00Z")), new PublishedService(2, 0, NUMBER
            + "-2", 2002, "第二小站", List.of("second.com"), List.of(new PublishedAccess(3002, true, 2)), own)));
        assertEquals(OrderState.APPROVED, desk.state(order));
        assertEquals(own, orders.get(ALICE, order.id()).grant().grantedAt());
        assertEquals(own, desk.register.service(NUMBER + "-2").orElseThrow().grantedAt());
        assertEquals(own, desk.register.service(NUMBER + "-2").orElseThrow().since());
        assertEquals("of the organizer and its other service it is not the day", record().publishedAt(),
            desk.register.service(FIRST).orElseThrow().grantedAt());
        assertEquals(record().publishedAt(), desk.register.organizer(NUMBER).orElseThrow().grantedAt());
    }

    @Test
    public void nothingIsAddedToAnOrganizerThatWasCancelledMeanwhile() {
        Order order = orders.create(ALICE, FilingType.NEW_SERVICE, about(NUMBER, null, Samples.site("second.com")));
        OrganizerEntry filed = desk.register.organizer(NUMBER).orElseThrow();
        desk.authority.cancelled("440000", new RecordReference(Kind.ORGANIZER, filed.recordId(), null));
        assertEquals(List.of("organizer-not-registered"), against(order));
    }

    @Test
    public void aCancellationSaysWhy() {
        Order order = orders.create(ALICE, FilingType.CANCEL_SERVICE, about(NUMBER, List.of(FIRST)));
        assertEquals(List.of("cancel-reason-missing"), against(order));
        assertEquals(List.of("organizer-not-registered /basis/organizerNumber"),
            codes(() -> orders.create(ALICE, FilingType.CANCEL_SERVICE, about("粤ICP备2026000009号", List.of("粤ICP备2026000009号-1")))));
        assertEquals(List.of("service-not-registered /basis/serviceNumbers/0"),
            codes(() -> orders.create(ALICE, FilingType.CANCEL_SERVICE, about(NUMBER, List.of(NUMBER + "-7")))));
    }

    @Test
    @Requirement({"E-12", "A-96", "W-14"})
    public void aChangedServiceShowsOldAndNewAndTakesDomainsAwayOnly() {
        Order order = orders.create(ALICE, FilingType.CHANGE_SERVICE, about(NUMBER, List.of(FIRST)));
        assertEquals(List.of("nothing-changed"), against(order));
        Order added = withSite(order, site("新名", List.of("example.com", "more.com"), "8.8.8.8"));
        assertEquals(List.of("domain-added"), against(added));
        Order renamed = withSite(order, site("新名", List.of("example.com"), "8.8.8.8"));
        List<FieldChange> changes = desk.types.changes(ALICE, order.id());
        assertEquals(List.of(new FieldChange("/services/0/name", "\"示例小站\"", "\"新名\"")), changes);
        passed(renamed);
        desk.authority.uploaded(order.id(), 2, "440000/2");
        desk.authority.published("440000", 1, record(published("示例小站", "example.com")));
        assertEquals("a record that does not say what was asked for", OrderState.SMS_PENDING, desk.state(order));
        desk.authority.published("440000", 1, record(published("新名", "example.com")));
        assertEquals(OrderState.APPROVED, desk.state(order));
        assertEquals("not told as a first grant", "filing-updated", desk.effects.messages("inbox").get(8));
        assertEquals("新名", desk.register.service(FIRST).orElseThrow().data().name());
        assertEquals(List.of(FIRST), desk.now(order).grant().serviceNumbers());
    }

    @Test
    public void whileAChangeLiesWithTheAuthorityItsServiceIsToldSo() {
        RegisterDesk register = new RegisterDesk(desk.register, desk.store, desk.transactions, desk.audit);
        Order order = orders.create(ALICE, FilingType.CHANGE_SERVICE, about(NUMBER, List.of(FIRST)));
        passed(withSite(order, site("新名", List.of("example.com"), "8.8.8.8")));
        assertEquals("nothing is changed before", ServiceState.ACTIVE, register.get(ALICE, NUMBER).services().get(0).state());
        desk.authority.uploaded(order.id(), 2, "440000/2");
        assertEquals(ServiceState.CHANGE_PENDING, register.get(ALICE, NUMBER).services().get(0).state());
        assertEquals(ServiceState.CHANGE_PENDING, register.find(SAM, new RegisterQuery(NUMBER, null, null, null, null, null, 9)).get(0)
            .services().get(0).state());
        assertEquals("what is stored stays", ServiceState.ACTIVE, desk.register.service(FIRST).orElseThrow().state());
        desk.authority.reviewed(2, false, "名称不符");
        assertEquals("the change was refused", ServiceState.ACTIVE, register.get(ALICE, NUMBER).services().get(0).state());
    }

    @Test
    @Requirement({"E-12", "W-27"})
    public void aChangeOfAddressesAloneNeedsNoMaterialsAndCountsFromItsGrantOn() {
        desk.rules.need("id-card-portrait", "/services/0/principal", 0);
        Order order = orders.create(ALICE, FilingType.CHANGE_SERVICE, about(NUMBER, List.of(FIRST)));
        Order changed = withSite(order, site("示例小站", List.of("example.com"), "8.8.4.4"));
        assertEquals(List.of("/services/0/accesses/0/ips/0"), desk.types.changes(ALICE, order.id()).stream().map(FieldChange::pointer)
            .toList());
        passed(changed);
        desk.authority.uploaded(order.id(), 2, "440000/2");
        assertEquals(List.of("8.8.8.8"), addresses());
        desk.authority.reviewed(2, true, null);
        desk.authority.published("440000", 2, record(published("示例小站", "example.com")));
        assertEquals(OrderState.APPROVED, desk.state(order));
        assertEquals(List.of("8.8.4.4"), addresses());
    }

    private List<String> addresses() {
        return desk.register.service(FIRST).orElseThrow().data().accesses().get(0).ips();
    }

    @Test
    @Requirement({"E-11", "W-28"})
    public void aChangedOrganizerStaysInItsProvinceAndChangesNoService() {
        Order order = orders.create(ALICE, FilingType.CHANGE_ORGANIZER, about(NUMBER, null));
        assertEquals("its services go along", List.of(FIRST), order.application().basis().serviceNumbers());
        Application old = order.application();
        var moved = new org.openbeian.api.model.Organizer(old.organizer().nature(), "620000", "620100", "620102",
            old.organizer().certificateType(), old.organizer().certificateNumber(), "深圳新名科技有限公司", old.organizer().certificateAddress(),
            old.organizer().postalAddress(), old.organizer().legalRepresentative(), null, old.organizer().principal(), null);
        Order bad = orders.edit(ALICE, order.id(), Orders.ANY_VERSION, new Application(moved, List.of(site("改", List.of("example.com"),
            "8.8.8.8")), old.extra(), old.basis()));
        desk.rules.serve("620000", true);
        List<String> findings = against(bad);
        assertTrue(findings.toString(), findings.contains("province-move") && findings.contains("differs-from-record"));
        Order good = orders.edit(ALICE, order.id(), Orders.ANY_VERSION, new Application(Samples.organizer("深圳新名科技有限公司"),
            old.services(), old.extra(), old.basis()));
        assertEquals("a consultation is offered first", List.of("key-data"), against(good));
        Basis confirmed = new Basis(NUMBER, old.basis().serviceNumbers(), null, null, List.of("key-data"), null);
        good = orders.edit(ALICE, order.id(), Orders.ANY_VERSION, new Application(good.application().organizer(), old.services(),
            old.extra(), confirmed));
        passed(good);
        assertEquals("深圳示例科技有限公司", desk.rules.judged().circumstances().filed().organizer().name());
        desk.authority.uploaded(order.id(), 2, "440000/2");
        assertEquals("the code goes to the organizer's person in charge", List.of("/organizer/principal"),
            orders.requirements(ALICE, order.id()).missing().stream().map(need -> need.pointer()).toList());
        desk.authority.published("440000", 1, new PublishedRecord(NUMBER, 1001, "深圳新名科技有限公司", List.of(published("示例小站", "example.com")),
            desk.time()));
        assertEquals(OrderState.APPROVED, desk.state(order));
        assertEquals("深圳新名科技有限公司", desk.register.organizer(NUMBER).orElseThrow().data().name());
    }

    @Test
    @Requirement({"E-10", "A-02", "A-03", "W-34"})
    public void aFurtherAccessChangesNoDataAndTakesThePassword() {
        Order order = orders.create(ALICE, FilingType.ACCESS, about(NUMBER, List.of(FIRST)));
        assertEquals(List.of(), order.application().services().get(0).accesses());
        Order other = withSite(order, site("新名", List.of("example.com"), "8.8.8.8"));
        assertEquals(List.of("filing-password-missing", "differs-from-record"), against(other));
        Order right = withSite(order, site("示例小站", List.of("example.com"), "8.8.8.8"));
        passed(password(right));
        desk.authority.uploaded(order.id(), 2, "440000/2");
        desk.authority.published("440000", 1, record(new PublishedService(1, 0, FIRST, 2001, "示例小站", List.of("example.com"),
            List.of(new PublishedAccess(3001, true, 1), new PublishedAccess(3002, true, 2)))));
        assertEquals(OrderState.APPROVED, desk.state(order));
        assertEquals(List.of(3001L, 3002L), desk.register.service(FIRST).orElseThrow().accesses().stream()
            .map(access -> access.recordId()).toList());
        assertEquals("ins-1", desk.register.service(FIRST).orElseThrow().accesses().get(1).access().resourceId());
    }

    @Test
    @Requirement("W-35")
    public void aLostPasswordIsNotedAndTheWayToRecoverItTold() {
        Order order = cancel(FilingType.CANCEL_ORGANIZER);
        PasswordRecovery recovery = desk.types.recoverPassword(ALICE, order.id(), order.version());
        assertEquals("https://beian.miit.gov.cn/", recovery.page());
        assertFalse(recovery.guide().zh().isBlank() || recovery.guide().en().isBlank());
        assertEquals(OrderState.DRAFT, recovery.order().state());
        assertEquals(OrderEvent.PASSWORD_LOST, desk.transactions.call(() -> desk.store.history(order.id(), 0)).get(1).event());
        passed(password(order));
        assertEquals("wrong-state", Desk.code(() -> desk.types.recoverPassword(ALICE, order.id(), Orders.ANY_VERSION)));
        Order first = orders.create(ALICE, FilingType.FIRST, Samples.application("third.com"));
        assertEquals("filing-password-not-wanted", Desk.code(() -> desk.types.recoverPassword(ALICE, first.id(), Orders.ANY_VERSION)));
    }

    @Test
    public void aFirstFilingTakesNoPasswordAndNoneIsTakenThatIsTooLong() {
        Order order = orders.create(ALICE, FilingType.FIRST, Samples.application("third.com"));
        assertEquals("filing-password-not-wanted", Desk.code(() -> password(order)));
        assertEquals("filing-password-malformed", Desk.code(() -> desk.types.givePassword(ALICE, order.id(), 1, "x".repeat(33))));
    }

    @Test
    public void thePasswordIsDestroyedWithAnOrderThatIsGivenUp() {
        Order order = password(cancel(FilingType.CANCEL_ORGANIZER));
        orders.withdraw(ALICE, order.id(), Orders.ANY_VERSION, null);
        assertNull(desk.transactions.call(() -> desk.blobs.get(order.application().basis().passwordId(), order.id())));
    }

    @Test
    @Requirement("T-42")
    public void anOrderThatMustBeFiledAnewIsBegunAgainWithItsData() {
        Order order = password(cancel(FilingType.CANCEL_ORGANIZER));
        assertEquals("not-to-refile", Desk.code(() -> desk.types.refile(ALICE, order.id())));
        Order ended = desk.now(order).with(new org.openbeian.api.order.Progress(OrderState.MUST_REFILE, null, 5, desk.time(), null));
        desk.transactions.run(() -> desk.store.put(ended));
        Actor both = new Actor("hana", Set.of(Role.APPLICANT, Role.SPECIALIST), null);
        assertEquals("who sees it does not get its data", Refusal.Kind.FORBIDDEN,
            refusal(() -> desk.types.refile(both, order.id())).kind());
        Order again = desk.types.refile(ALICE, order.id());
        assertEquals(OrderState.DRAFT, again.state());
        assertEquals(FilingType.CANCEL_ORGANIZER, again.type());
        assertEquals(order.application().organizer(), again.application().organizer());
        assertNull("the password is asked for again", again.application().basis().passwordId());
    }
}

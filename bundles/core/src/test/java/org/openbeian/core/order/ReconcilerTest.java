package org.openbeian.core.order;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.openbeian.core.fake.Samples.ALICE;
import static org.openbeian.core.fake.Samples.SAM;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.Before;
import org.junit.Test;
import org.openbeian.api.correction.ComparedField;
import org.openbeian.api.correction.ComparedField.Likeness;
import org.openbeian.api.correction.CorrectionCase;
import org.openbeian.api.correction.CorrectionCase.Status;
import org.openbeian.api.correction.CorrectionKind;
import org.openbeian.api.model.Application;
import org.openbeian.api.model.Basis;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.model.WebSite;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.Orders;
import org.openbeian.api.order.PublishedRecord;
import org.openbeian.api.order.PublishedRecord.PublishedAccess;
import org.openbeian.api.order.PublishedRecord.PublishedService;
import org.openbeian.api.register.OrganizerEntry;
import org.openbeian.api.register.ServiceState;
import org.openbeian.core.fake.Samples;
import org.openbeian.core.register.Statement;
import org.openbeian.core.register.Statement.StatedService;
import org.openbeian.testkit.Requirement;

/** The register beside what others say. */
@Requirement("A-107")
public class ReconcilerTest {

    private static final String NUMBER = "粤ICP备2026000001号";
    private static final String SITE = NUMBER + "-1";

    private final Desk desk = new Desk();

    @Before
    public void file() {
        desk.uploaded();
        desk.authority.reviewed(1, true, null);
        desk.authority.published("440000", 1, desk.record(NUMBER, SITE));
        desk.told.clear();
    }

    private PublishedRecord says(String name, String siteName, List<String> domains, boolean here) {
        return new PublishedRecord(NUMBER, 1001, name, List.of(new PublishedService(0, -1, SITE, 2001, siteName, domains,
            List.of(new PublishedAccess(3001, here, 0)))), desk.time());
    }

    @Test
    @Requirement("T-39")
    public void aResynchronisationOpensCasesAndTheRegisterStaysAsItIs() {
        String ours = name();
        PublishedRecord same = says(ours, desk.register.service(SITE).orElseThrow().name(), List.of("example.com"), true);
        desk.transactions.run(() -> desk.reconciler.synchronize("440000", same, desk.time()));
        assertEquals("what is the same is no case", List.of(), open());
        desk.transactions.run(() -> desk.reconciler.synchronize("440000", says("另一公司", same.services().get(0).name(),
            List.of("example.com", "neu.cn"), true), desk.time()));
        assertEquals(ours, name());
        assertEquals(List.of("authority-resync"), open().get(0).differences().stream().map(ComparedField::source).distinct().toList());
        assertEquals(List.of("/organizer/name", "/services/" + SITE + "/domains"),
            open().get(0).differences().stream().map(ComparedField::pointer).toList());
        desk.transactions.run(() -> desk.reconciler.synchronize("440000", same, desk.time()));
        assertEquals("the next one settles it", List.of(), open());
        String strange = "粤ICP备2026000099号";
        desk.transactions.run(() -> desk.reconciler.synchronize("440000", new PublishedRecord(strange, 9, "陌生公司",
            List.of(new PublishedService(0, -1, strange + "-1", 10, "网站", List.of("strange.cn"),
                List.of(new PublishedAccess(11, true, 0)))), desk.time()), desk.time()));
        assertEquals("one with access here that we do not hold", strange, open().get(0).organizerNumber());
    }

    @Test
    public void aResynchronisationThatWasWrittenBeforeTheRegisterChangedOpensNothing() {
        PublishedRecord older = says("旧公司", desk.register.service(SITE).orElseThrow().name(), List.of("example.com"), true);
        desk.transactions.run(() -> desk.reconciler.synchronize("440000", older, desk.time().minusSeconds(3600)));
        assertEquals(List.of(), open());
        desk.transactions.run(() -> desk.reconciler.synchronize("440000", older, desk.time()));
        assertEquals(1, open().size());
    }

    private String name() {
        return desk.register.organizer(NUMBER).orElseThrow().name();
    }

    private List<CorrectionCase> open() {
        return desk.corrections.list(SAM, true, null, 10);
    }

    private List<String> differences() {
        return open().get(0).differences().stream().map(one -> one.pointer() + " " + one.ours() + " " + one.theirs()).toList();
    }

    private List<ComparedField> stated(Statement statement) {
        return stated(statement, "import", desk.time());
    }

    private List<ComparedField> stated(Statement statement, String source, Instant asOf) {
        return desk.transactions.call(() -> desk.reconciler.stated(statement, source, asOf));
    }

    private static StatedService service(String name, List<String> domains) {
        return new StatedService(SITE, true, name, domains, null, null);
    }

    @Test
    public void aRecordThatSaysTheSameOpensNothing() {
        desk.authority.published("440000", 0, says(name(), "示例小站", List.of("EXAMPLE.com"), true));
        desk.authority.published("440000", 0, says(null, null, List.of(), true));
        assertEquals(List.of(), open());
    }

    @Test
    public void whatAnAuthorityPublishesOtherwiseIsOneCaseNamedFieldByField() {
        String before = name();
        desk.authority.published("440000", 0, says("别的公司", "别的网站", List.of("example.com", "example.cn"), false));
        CorrectionCase one = open().get(0);
        assertEquals(1, open().size());
        assertEquals("RECORD_DIFFERS alice [example.com] OPEN", one.kind() + " " + one.account() + " " + one.domains() + " "
            + one.status());
        assertEquals(List.of("/organizer/name " + before + " 别的公司", "/services/" + SITE + "/name 示例小站 别的网站",
            "/services/" + SITE + "/domains example.com example.cn example.com", "/services/" + SITE + "/here true false"), differences());
        assertEquals("a term", desk.time().plus(Duration.ofDays(30)), one.due());
        assertEquals("inspection-found", desk.told.get(0).message());
        assertEquals("the register follows the authority all the same", "别的公司", name());
        desk.authority.published("440000", 0, says("别的公司", "别的网站", List.of("example.com", "example.cn"), false));
        assertEquals("a repetition settles nothing, since the register followed", List.of(one), open());
        assertEquals("the applicant sees it", List.of(one), desk.corrections.list(ALICE, true, null, 10));
    }

    @Test
    public void aServiceThatWeDoNotKnowCountsWhenItIsAccessedHere() {
        StatedService elsewhere = new StatedService(NUMBER + "-7", true, "x", null, false, null);
        List<ComparedField> fields = stated(new Statement(NUMBER, true, null, List.of(elsewhere)));
        assertEquals(Likeness.UNKNOWN, fields.get(fields.size() - 1).likeness());
        assertEquals("another provider may have filed it", List.of(), open());
        stated(new Statement(NUMBER, true, null, List.of(new StatedService(NUMBER + "-7", true, "x", null, true, null))));
        assertEquals(List.of("/services/" + NUMBER + "-7 null filed"), differences());
    }

    @Test
    public void unknownIsNeitherSameNorDifferent() {
        List<ComparedField> fields = stated(new Statement(NUMBER, null, null, List.of(new StatedService(SITE, null, "x", List.of("y.cn"),
            false, null))));
        assertEquals(List.of("/organizer UNKNOWN by import", "/organizer/name UNKNOWN by import",
            "/services/" + SITE + " UNKNOWN by import"), fields.stream().map(ComparedField::toString).toList());
        assertEquals(List.of(), open());
        stated(new Statement(NUMBER, false, null, List.of()));
        assertEquals(List.of("/organizer filed not filed"), differences());
        stated(new Statement(NUMBER, null, null, List.of()));
        assertEquals("what is unknown settles nothing", 1, open().size());
    }

    @Test
    public void theSameSourceSettlesWhatItSaidAndNoOtherDoes() {
        stated(new Statement(NUMBER, true, "别的公司", List.of(service("别的网站", null))));
        assertEquals(2, open().get(0).differences().size());
        desk.transactions.run(() -> desk.reconciler.stated(new Statement(NUMBER, true, name(), List.of()), "public-register", desk.time()));
        assertEquals("another source", 2, open().get(0).differences().size());
        stated(new Statement(NUMBER, true, name(), List.of()));
        assertEquals(List.of("/services/" + SITE + "/name 示例小站 别的网站"), differences());
        stated(new Statement(NUMBER, true, null, List.of(service("示例小站", null))));
        assertEquals(List.of(), open());
        assertEquals(List.of("inspection-found", "inspection-settled"), desk.told.stream().map(one -> one.message()).toList());
    }

    /** A change of the service's name to this one, filed and published. */
    private void renamed(String name) {
        Order order = desk.orders.create(ALICE, FilingType.CHANGE_SERVICE, new Application(null, List.of(), Map.of(),
            new Basis(NUMBER, List.of(SITE))));
        Application old = order.application();
        WebSite site = Samples.site("example.com");
        WebSite renamed = new WebSite(name, site.domains(), site.homeUrl(), site.contents(), site.languages(), site.preApprovals(),
            site.commercial(), site.principal(), site.accesses(), site.remark());
        desk.submit(desk.orders.edit(ALICE, order.id(), Orders.ANY_VERSION,
            new Application(old.organizer(), List.of(renamed), old.extra(), old.basis())));
        desk.orders.logCall(SAM, order.id(), Orders.ANY_VERSION, Samples.GOOD_CALL);
        long no = desk.orders.pass(SAM, order.id(), Orders.ANY_VERSION).handover().submissionNo();
        desk.authority.uploaded(order.id(), no, "440000/2");
        desk.authority.reviewed(no, true, null);
        desk.authority.published("440000", no, says(null, name, List.of("example.com"), true));
    }

    @Test
    public void aChangeFilingClosesWhatItPutsRight() {
        stated(new Statement(NUMBER, true, null, List.of(service("新站名", List.of("example.com")))));
        assertEquals(1, open().size());
        renamed("新站名");
        assertEquals(List.of(), open());
        CorrectionCase closed = desk.corrections.list(SAM, false, null, 1).get(0);
        assertEquals("system filed", closed.closedBy() + " " + closed.conclusion());
    }

    @Test
    public void aFilingSettlesNothingThatOthersStillSay() {
        stated(new Statement(NUMBER, true, "别的公司", List.of(service("别的网站", null))), "public-register", desk.time());
        stated(new Statement(NUMBER, true, null, List.of(service("新站名", null))), "import", desk.time());
        desk.authority.published("440000", 0, says(null, "又一站名", List.of(), true));
        assertEquals(4, open().get(0).differences().size());
        renamed("新站名");
        assertEquals(List.of("/organizer/name DIFFERENT by public-register", "/services/" + SITE + "/name DIFFERENT by public-register"),
            open().get(0).differences().stream().map(ComparedField::toString).toList());
    }

    /** 张** may be 张小三 or 张小四. */
    @Test
    public void aMaskedNameIsNotTakenForAnother() {
        desk.transactions.run(() -> desk.register.save(new OrganizerEntry(NUMBER, "440000", "张小三", 1001,
            desk.register.organizer(NUMBER).orElseThrow().orderId(), desk.time())));
        stated(new Statement(NUMBER, true, "张小四", List.of()), "public-register", desk.time());
        desk.transactions.run(() -> desk.reconciler.answered(says("张小三", null, List.of(), true), Set.of()));
        assertEquals(List.of("/organizer/name DIFFERENT by public-register"),
            open().get(0).differences().stream().map(ComparedField::toString).toList());
    }

    @Test
    public void whatIsOlderChangesNoCase() {
        desk.clock.pass(Duration.ofDays(10));
        Instant now = desk.time();
        Statement other = new Statement(NUMBER, true, "别的公司", List.of(service("别的网站", null)));
        Statement same = new Statement(NUMBER, true, name(), List.of(service("示例小站", null)));
        assertEquals("is compared", Likeness.DIFFERENT, stated(other, "import", now.minus(Duration.ofDays(11))).get(1).likeness());
        assertEquals("older than the entries", List.of(), open());
        stated(other, "import", now.minus(Duration.ofDays(2)));
        stated(same, "import", now.minus(Duration.ofDays(3)));
        stated(new Statement(NUMBER, true, "第三公司", List.of()), "import", now.minus(Duration.ofDays(3)));
        assertEquals(List.of("/organizer/name " + name() + " 别的公司", "/services/" + SITE + "/name 示例小站 别的网站"), differences());
        stated(new Statement(NUMBER, true, "第三公司", List.of()), "import", now.plus(Duration.ofDays(3)));
        assertEquals("nobody knows what will be", now, open().get(0).differences().get(1).asOf());
        stated(same, "import", now);
        assertEquals(List.of(), open());
    }

    /** Somebody changes the case between reading and writing. */
    @Test
    public void nothingIsLostToWhoeverIsFaster() {
        stated(new Statement(NUMBER, true, "别的公司", List.of()));
        desk.correctionStore.beforeUpdate(old -> old.with(Status.OVERDUE, null, null));
        stated(new Statement(NUMBER, true, null, List.of(service("别的网站", null))));
        assertEquals("OVERDUE 2", open().get(0).status() + " " + open().get(0).differences().size());
        desk.correctionStore.beforeUpdate(old -> old.with(old.differences()));
        stated(new Statement(NUMBER, true, name(), List.of(service("示例小站", null))));
        assertEquals(List.of(), open());
    }

    @Test
    public void aPersonClosesWithAReasonAndWhatIsLeftIsOverdue() {
        stated(new Statement(NUMBER, true, "别的公司", List.of()));
        desk.clock.pass(Duration.ofDays(30));
        desk.corrections.run(open().get(0).id());
        assertEquals(Status.OVERDUE, open().get(0).status());
        assertEquals(List.of("inspection-found", "inspection-overdue"), desk.told.stream().map(one -> one.message()).toList());
        desk.corrections.conclude(SAM, open().get(0).id(), Orders.ANY_VERSION, "管局记录有误，已联系更正");
        assertEquals(List.of(), open());
        assertEquals("nothing was held", ServiceState.ACTIVE, desk.register.service(SITE).orElseThrow().state());
    }

    @Test
    public void namesThatMayBePersonsAreMasked() {
        desk.transactions.run(() -> desk.register.save(new OrganizerEntry(NUMBER, "440000", "张小三", 1001,
            desk.register.organizer(NUMBER).orElseThrow().orderId(), desk.time())));
        stated(new Statement(NUMBER, true, "李小四", List.of()));
        assertTrue(differences().toString(), Stream.of("小三", "小四").noneMatch(differences().toString()::contains));
        assertEquals(CorrectionKind.RECORD_DIFFERS, open().get(0).kind());
    }
}

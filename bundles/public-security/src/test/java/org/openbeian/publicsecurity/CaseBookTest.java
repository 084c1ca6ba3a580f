package org.openbeian.publicsecurity;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.Test;
import org.junit.function.ThrowingRunnable;
import org.openbeian.api.audit.AuditLog;
import org.openbeian.api.channel.Notices;
import org.openbeian.api.model.Access;
import org.openbeian.api.model.Application;
import org.openbeian.api.model.CertificateType;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.model.LegalRepresentative;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.model.Organizer;
import org.openbeian.api.model.OrganizerNature;
import org.openbeian.api.model.PreApproval;
import org.openbeian.api.model.PreApprovalType;
import org.openbeian.api.model.WebSite;
import org.openbeian.api.order.ConsentText;
import org.openbeian.api.order.Grant;
import org.openbeian.api.order.Handover;
import org.openbeian.api.order.LegalTexts;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.OrderState;
import org.openbeian.api.order.Orders;
import org.openbeian.api.order.Progress;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.order.Review;
import org.openbeian.api.publicsecurity.PublicSecurityCase;
import org.openbeian.api.publicsecurity.PublicSecurityCase.Appointment;
import org.openbeian.api.publicsecurity.PublicSecurityCase.Event;
import org.openbeian.api.publicsecurity.PublicSecurityCase.State;
import org.openbeian.api.publicsecurity.PublicSecurityFilings.Details;
import org.openbeian.api.publicsecurity.PublicSecurityForm;
import org.openbeian.api.resource.ResourceFacts;
import org.openbeian.api.resource.ResourceInventory;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Role;
import org.openbeian.api.site.FiledSite;
import org.openbeian.api.site.SiteView;
import org.openbeian.api.site.Sites;
import org.openbeian.api.store.AccountStore;
import org.openbeian.api.store.CaseStore;
import org.openbeian.api.store.CaseStore.Kept;
import org.openbeian.api.store.DurableTasks;
import org.openbeian.api.store.Transactions;
import org.openbeian.api.time.WorkingDays;
import org.openbeian.testkit.Requirement;

public class CaseBookTest {

    static final Actor ANNA = new Actor("anna", Set.of(Role.APPLICANT), "192.0.2.1");
    private static final Actor BOB = new Actor("bob", Set.of(Role.APPLICANT), "192.0.2.2");
    static final Actor OPS = new Actor("ops", Set.of(Role.OPERATOR), "192.0.2.3");
    static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
    static final Details NOTHING = new Details(null, null, null, null, null);
    static final Details READ = new Details(null, Statement.VERSION, null, null, null);

    final Map<String, Kept> kept = new HashMap<>();
    final Map<String, Instant> tasks = new HashMap<>();
    final List<Notices.Notice> told = new ArrayList<>();
    final List<String> granted = new ArrayList<>();
    Instant now = NOW;
    boolean siteEnded;
    LocalDate opened = LocalDate.parse("2026-11-20");
    boolean away;
    boolean changedMeanwhile;
    boolean diesAfterCommit;
    FilingType type = FilingType.FIRST;
    private List<PreApproval> approvals;
    final Clock clock = new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public java.time.ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    };
    final Transactions transactions = new Transactions() {
        @Override
        public <T> T call(Supplier<T> work) {
            return work.get();
        }

        @Override
        public void afterCommit(Runnable action) {
            action.run();
        }
    };
    final CaseFiles files = new CaseFiles(fake(CaseStore.class, this::store));
    final PublicSecuritySettings settings = new PublicSecuritySettings(Samples.defaults());
    final CaseBook book = new CaseBook(files, transactions, fake(Orders.class, this::orders), fake(Sites.class, this::sites),
        fake(ResourceInventory.class, (proxy, method, arguments) -> Optional.of(new ResourceFacts((String) arguments[0],
            (String) arguments[1], "anna", "ap-guangzhou", true, List.of("119.29.1.79"), true, 12, null, null))), told::add,
        fake(DurableTasks.class, this::schedule),
        fake(WorkingDays.class, (proxy, method, arguments) -> ((Instant) arguments[0]).plus(Duration.ofDays((int) arguments[1]))),
        fake(AuditLog.class, (proxy, method, arguments) -> null), settings,
        new OwnPlan(), fake(AccountStore.class, (proxy, method, arguments) -> List.of(arguments[0] == Role.OPERATOR ? "ops" : "?")),
        clock);
    private final AppointmentWatch watch = new AppointmentWatch(files, told::add, transactions, settings, clock);

    private ConsentText plan;
    final List<ConsentText> consentedTo = new ArrayList<>();

    /** The operator's plan, if any. */
    private final class OwnPlan implements LegalTexts {

        @Override
        public ConsentText inForce(ConsentText own) {
            return plan == null ? own : plan;
        }

        @Override
        public void keep(Collection<ConsentText> texts) {
            consentedTo.addAll(texts);
        }

        @Override
        public Optional<ConsentText> kept(String id, String version) {
            throw new UnsupportedOperationException();
        }
    }

    static <T> T fake(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private Object store(Object proxy, Method method, Object[] arguments) {
        return switch (method.getName()) {
            case "insert" -> kept.putIfAbsent(((Kept) arguments[0]).id(), (Kept) arguments[0]) == null;
            case "update" -> !changedMeanwhile
                && kept.put(((Kept) arguments[0]).id(), (Kept) arguments[0]).version() == ((Kept) arguments[0]).version() - 1;
            case "find" -> Optional.ofNullable(kept.get((String) arguments[1]));
            default -> kept.values().stream().filter(one -> arguments[1] == null || one.account().equals(arguments[1])).toList();
        };
    }

    Object schedule(Object proxy, Method method, Object[] arguments) {
        String key = (String) arguments[1];
        switch (method.getName()) {
            case "schedule" -> tasks.putIfAbsent(key, (Instant) arguments[2]);
            case "cancel" -> tasks.remove(key);
            default -> {
                if (!diesAfterCommit) {
                    tasks.merge(key, (Instant) arguments[2], (there, other) -> there.isBefore(other) ? there : other);
                }
            }
        }
        return null;
    }

    private Object orders(Object proxy, Method method, Object[] arguments) {
        Actor actor = (Actor) arguments[0];
        if (!actor.account().equals("anna") && !actor.isStaff() && !actor.delegated().containsKey(arguments[1])) {
            throw new Refusal(Refusal.Kind.NOT_FOUND, "order-not-found", "none");
        }
        WebSite site = new WebSite("示例科技", List.of("example.com"), null, null, null, approvals, null, Samples.person().principal(),
            List.of(new Access("cvm", "ins-1", List.of("119.29.1.78")),
                new Access("cvm", "ins-2", List.of())), null);
        Organizer organizer = new Organizer(OrganizerNature.ENTERPRISE, "440000", null, null, CertificateType.BUSINESS_LICENCE,
            "91350100M000100Y43", "深圳市示例科技有限公司", null, "深圳市南山区科技园路1号", new LegalRepresentative("王小明", null, null), null,
            Samples.person().principal(), null);
        return new Order("o1", 9, "anna", type, new Progress(OrderState.APPROVED, null, 1, NOW, null),
            new Application(organizer, List.of(site), null), List.of(), List.of(), Review.NONE, Handover.NONE,
            new Grant("粤ICP备2026000001号", List.of("粤ICP备2026000001号-1"), NOW), NOW, NOW);
    }

    Object sites(Object proxy, Method method, Object[] arguments) {
        if (method.getName().equals("policeGranted")) {
            granted.add(arguments[1] + " " + arguments[2] + " " + arguments[3]);
            return null;
        }
        if (away) {
            throw new Refusal(Refusal.Kind.UNAVAILABLE, "away", "Try again.");
        }
        return new SiteView(new FiledSite((String) arguments[1], 1, ((String) arguments[1]).split("-")[0], "anna",
            "440000", "粤ICP备2026000001号-1", "粤ICP备2026000001号", "示例科技", List.of("example.com"),
            NOW, opened, null, null, siteEnded), List.of());
    }

    static String code(ThrowingRunnable work) {
        return assertThrows(Refusal.class, work).code();
    }

    State record(Event event, Details details) {
        return book.record(ANNA, "o1-1", event, details).state();
    }

    void ready() {
        book.begin(ANNA, "o1-1");
        book.fill(ANNA, "o1-1", Samples.right());
    }

    @Test
    @Requirement({"T-60", "T-100", "T-104", "T-105"})
    public void whatTheFilingKnowsIsNotEnteredAgain() {
        PublicSecurityCase fresh = book.begin(ANNA, "o1-1");
        assertEquals("深圳市示例科技有限公司", fresh.form().organizer().name());
        assertEquals("those that it names, or all of its resource", List.of("119.29.1.78", "119.29.1.79"),
            fresh.form().site().ips().stream().map(range -> range.to()).toList());
        assertEquals(LocalDate.parse("2026-11-20"), fresh.form().site().openedOn());
        assertTrue("one person in both", fresh.form().siteContact().same());
        assertEquals("nothing is ticked", List.of(), fresh.form().site().preApprovals());
        assertEquals("what only the platform asks is left", List.of("/person/address", "/site/access", "/site/registrar",
            "/site/interactive"), book.check(ANNA, "o1-1").stream().map(finding -> finding.pointer()).toList());
        assertEquals("psb-there", code(() -> book.begin(ANNA, "o1-1")));
    }

    @Test
    @Requirement("T-45")
    public void anOpeningThatIsRecordedLaterIsNotEnteredAgain() {
        opened = null;
        book.begin(ANNA, "o1-1");
        assertTrue(book.check(ANNA, "o1-1").stream().anyMatch(finding -> finding.pointer().equals("/site/openedOn")));
        opened = LocalDate.parse("2026-11-21");
        assertEquals(opened, book.get(ANNA, "o1-1").form().site().openedOn());
        assertTrue(book.check(ANNA, "o1-1").stream().noneMatch(finding -> finding.pointer().equals("/site/openedOn")));
        assertTrue("on the sheet, too", book.sheet(ANNA, "o1-1").contains("2026-11-21"));
        book.fill(ANNA, "o1-1", Samples.right());
        assertEquals("what is entered stays", Samples.right().site().openedOn(), book.get(ANNA, "o1-1").form().site().openedOn());
    }

    @Test
    public void howMuchIsMissingIsSaidInWords() {
        PublicSecurityForm right = Samples.right();
        book.begin(ANNA, "o1-1");
        book.fill(ANNA, "o1-1", new PublicSecurityForm(right.organizer(), new PublicSecurityForm.Person(null, right.person().principal(),
            null), right.site(), right.siteContact(), right.security(), right.opinion()));
        Refusal refusal = assertThrows(Refusal.class, () -> record(Event.ORGANIZER_SUBMITTED, NOTHING));
        assertEquals("The form is not ready; one thing stands against it.", refusal.getMessage());
    }

    @Test
    @Requirement("T-76")
    public void onlyWhatTheFilingHasIsTicked() {
        PublicSecurityForm.Site plain = book.begin(ANNA, "o1-1").form().site();
        assertEquals(List.of(), plain.preApprovals());
        assertEquals(false, plain.dangerousGoods());
        assertEquals("what everybody of this nature has", List.of("单位门户网站"), plain.serviceTypes());
        approvals = List.of(new PreApproval(PreApprovalType.NEWS, "1"), new PreApproval(PreApprovalType.NEWS, "2"));
        assertEquals("the answer of the filing", List.of(PreApprovalType.NEWS), book.begin(ANNA, "o1-2").form().site().preApprovals());
    }

    @Test
    @Requirement({"T-59", "T-61", "T-63", "T-64", "T-72", "T-73", "T-74", "T-75", "T-88", "T-89", "T-93"})
    public void aCaseGoesFromTheSubjectOverTheSiteToTheNumber() {
        book.begin(ANNA, "o1-1");
        assertEquals("the form is not ready", "psb-form", code(() -> record(Event.ORGANIZER_SUBMITTED, NOTHING)));
        book.fill(ANNA, "o1-1", Samples.right());
        assertEquals("the subject first", "psb-state", code(() -> record(Event.SITE_SUBMITTED, READ)));
        assertEquals(State.ORGANIZER_SUBMITTED, record(Event.ORGANIZER_SUBMITTED, NOTHING));
        assertEquals(NOW.plus(Duration.ofDays(3)), book.get(ANNA, "o1-1").expectedAt());
        assertEquals("psb-reason", code(() -> record(Event.ORGANIZER_RETURNED, NOTHING)));
        assertEquals(State.ORGANIZER_RETURNED, record(Event.ORGANIZER_RETURNED, new Details("证件照不清晰", null, null, null, null)));
        record(Event.ORGANIZER_SUBMITTED, NOTHING);
        assertEquals(State.ORGANIZER_APPROVED, record(Event.ORGANIZER_APPROVED, NOTHING));
        assertEquals("consent-missing", code(() -> record(Event.SITE_SUBMITTED, NOTHING)));
        assertEquals("consent-outdated", code(() -> record(Event.SITE_SUBMITTED, new Details(null, "2019-01", null, null, null))));
        plan = new ConsentText("security-plan", "9", new LocalizedText("方案", "Plan"), new LocalizedText("甲", "a"));
        assertEquals("the operator has another", "consent-outdated", code(() -> record(Event.SITE_SUBMITTED, READ)));
        plan = null;
        assertEquals(List.of(), consentedTo);
        assertEquals(State.SITE_SUBMITTED, record(Event.SITE_SUBMITTED, READ));
        assertEquals("can be read for good", List.of(book.statement()), consentedTo);
        PublicSecurityCase submitted = book.get(ANNA, "o1-1");
        assertEquals("security-plan@2026-11 anna 192.0.2.1 " + NOW, submitted.statement().text() + "@" + submitted.statement().version()
            + " " + submitted.statement().account() + " " + submitted.statement().address() + " " + submitted.statement().at());
        assertEquals(NOW.plus(Duration.ofDays(5)), submitted.expectedAt());
        assertEquals(State.NUMBER_ISSUED, record(Event.NUMBER_ISSUED, new Details(null, null, null, "粤公网安备44030502000001号",
            LocalDate.parse("2026-11-22"))));
        assertEquals("the site has it", List.of("o1-1 粤公网安备44030502000001号 2026-11-22"), granted);
        assertEquals(List.of("psb-organizer-result", "psb-organizer-result", "psb-site-result"),
            told.stream().map(Notices.Notice::message).toList());
        assertEquals("where the reason is", Map.of("result", "退回，原因请登录查看", "result.en", "returned, log in to see why"),
            told.get(0).values());
        assertEquals("over", "psb-state", code(() -> record(Event.SITE_RETURNED, new Details("x", null, null, null, null))));
        assertEquals("another site of the organizer: the subject is there", State.ORGANIZER_APPROVED, book.begin(ANNA, "o1-2").state());
    }

    @Test
    @Requirement({"T-62", "T-75"})
    public void theSubjectMayBeApprovedWhileTheSiteIsUnderWay() {
        ready();
        record(Event.ORGANIZER_SUBMITTED, NOTHING);
        record(Event.SITE_SUBMITTED, READ);
        assertEquals("not approved yet", State.DUE, book.begin(ANNA, "o1-2").state());
        assertEquals("the site stays where it is", State.SITE_SUBMITTED, record(Event.ORGANIZER_APPROVED, NOTHING));
        assertEquals(State.ORGANIZER_APPROVED, book.begin(ANNA, "o1-3").state());
        record(Event.ORGANIZER_RETURNED, new Details("证件过期", null, null, null, null));
        kept.remove("o1-3");
        assertEquals("its approval was taken back", State.DUE, book.begin(ANNA, "o1-4").state());
    }

    @Test
    public void whoSeesOneOrderLearnsNothingFromTheOthers() {
        ready();
        record(Event.ORGANIZER_SUBMITTED, NOTHING);
        record(Event.ORGANIZER_APPROVED, NOTHING);
        Actor sub = new Actor("sub", Set.of(Role.SUB_ACCOUNT), "192.0.2.9", Map.of("o2", Set.of("filing-write"), "account:anna",
            Set.of()));
        PublicSecurityCase begun = book.begin(ANNA, "o1-2");
        assertEquals("who sees both", Samples.right().person().address(), begun.form().person().address());
        PublicSecurityCase others = book.begin(sub, "o2-1");
        assertEquals(State.DUE, others.state());
        assertNull(others.form().person().address());
    }

    @Test
    @Requirement({"T-90", "T-91", "T-92"})
    public void anInterviewIsToldAgainBeforeItComes() {
        ready();
        record(Event.ORGANIZER_SUBMITTED, NOTHING);
        record(Event.SITE_SUBMITTED, READ);
        Appointment past = new Appointment(NOW, "网安支队", List.of());
        assertEquals("psb-appointment-past", code(() -> record(Event.INTERVIEW_CALLED, new Details(null, null, past, null, null))));
        Appointment nowhere = new Appointment(NOW.plusSeconds(1), " ", List.of());
        assertEquals("psb-appointment-place", code(() -> record(Event.INTERVIEW_CALLED, new Details(null, null, nowhere, null, null))));
        Instant at = Instant.parse("2026-11-30T01:30:00Z");
        diesAfterCommit = true;
        Details called = new Details(null, null, new Appointment(at, "网安支队", List.of("营业执照", "身份证")), null, null);
        assertEquals(State.INTERVIEW_REQUIRED, record(Event.INTERVIEW_CALLED, called));
        assertEquals(Map.of("time", "2026-11-30 09:30", "place", "网安支队", "documents", "营业执照、身份证"), told.get(0).values());
        assertEquals("stored with the case", at.minus(Duration.ofHours(72)), tasks.get("o1-1"));
        now = at.minus(Duration.ofHours(72));
        assertEquals(Optional.of(at.minus(Duration.ofHours(24))), watch.run("o1-1"));
        now = at.minus(Duration.ofHours(24));
        assertEquals(Optional.empty(), watch.run("o1-1"));
        assertEquals("told, and twice again", 3, told.stream().map(Notices.Notice::occasion).distinct().count());
        assertEquals(State.SITE_VISIT_REQUIRED, record(Event.VISIT_CALLED, called));
        assertEquals(State.SITE_RETURNED, record(Event.SITE_RETURNED, new Details("缺少制度", null, null, null, null)));
        assertEquals("no longer waited for", Optional.empty(), watch.run("o1-1"));
    }

    @Test
    public void theFormIsForTheApplicantAndTheSheetIsInClear() {
        ready();
        assertEquals("psb-not-found", code(() -> book.get(BOB, "o1-1")));
        assertEquals("not-permitted", code(() -> book.fill(OPS, "o1-1", Samples.right())));
        assertEquals("not-permitted", code(() -> book.sheet(OPS, "o1-1")));
        assertEquals("not-permitted", code(() -> book.picture(OPS, "o1-1", "m1")));
        String sheet = book.sheet(ANNA, "o1-1");
        assertTrue(sheet, sheet.contains("\"offtel\",\"负责人：办公电话\",\"0086-0755-26770001\""));
        assertTrue("with a mark of its charset", sheet.startsWith("\ufeff"));
        book.fill(ANNA, "o1-1", Samples.form(Samples.enterprise(), Samples.person(), Samples.site("=cmd\"x")));
        assertTrue("no formula", book.sheet(ANNA, "o1-1").contains("\"'=cmd\"\"x\""));
        assertEquals(1, book.list(OPS, null, null, 10).size());
        assertEquals(0, book.list(BOB, null, null, 10).size());
    }
}

package org.openbeian.core.order;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;
import static org.openbeian.core.fake.Samples.ALICE;
import static org.openbeian.core.fake.Samples.MALLORY;
import static org.openbeian.core.fake.Samples.SAM;
import static org.openbeian.core.order.Desk.code;
import static org.openbeian.core.order.Desk.refusal;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.Test;
import org.openbeian.api.effect.Effect;
import org.openbeian.api.model.Access;
import org.openbeian.api.model.Application;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.model.WebSite;
import org.openbeian.api.order.Consent;
import org.openbeian.api.order.ConsentText;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.OrderState;
import org.openbeian.api.order.Orders;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.order.Requirement;
import org.openbeian.api.order.Waiting;
import org.openbeian.api.provider.ProviderProfile;
import org.openbeian.api.provider.ProviderStatus;
import org.openbeian.api.provider.Providers;
import org.openbeian.api.register.OrganizerEntry;
import org.openbeian.api.register.OrganizerState;
import org.openbeian.api.register.ServiceEntry;
import org.openbeian.api.rules.Finding;
import org.openbeian.api.rules.Severity;
import org.openbeian.core.fake.Samples;

/** Handing in: all findings at once, consents, waiting for rules. */
public class SubmittingTest {

    private final Desk desk = new Desk();
    private final Orders orders = desk.orders;

    @Test
    @org.openbeian.testkit.Requirement({"A-97", "W-06", "W-38"})
    public void aCompleteOrderGoesToPreReviewWithItsConsentsAndVerdict() {
        Order order = desk.submitted();
        assertEquals(OrderState.PRE_REVIEW, order.state());
        assertEquals(1, order.progress().round());
        assertEquals("one working day", Instant.parse("2026-11-03T02:00:00Z"), order.progress().due());
        assertEquals(3, order.consents().size());
        Consent consent = order.consents().get(0);
        assertEquals(List.of("privacy", desk.time(), "alice", "192.0.2.1"),
            List.of(consent.text(), consent.at(), consent.account(), consent.address()));
        assertEquals(1, orders.explain(ALICE, order.id()).verdicts().size());
        assertEquals(List.of("received"), desk.effects.messages("email"));
        assertEquals(List.of("received"), desk.effects.messages("inbox"));
        assertEquals(order.review().firstSubmittedAt(), order.review().submittedAt());
    }

    @Test
    public void everythingThatStandsAgainstAnOrderIsSaidAtOnce() {
        desk.rules.need("unit-certificate", "/organizer", 0);
        desk.rules.fail("CN-NAME", Severity.BLOCK, "/services/0/name");
        desk.rules.fail("CN-HINT", Severity.WARN, "/services/0/remark");
        Order order = orders.create(ALICE, FilingType.FIRST,
            Samples.application(Samples.organizer(null), Samples.site("example.com")));
        List<String> findings = refusal(() -> orders.submit(ALICE, order.id(), 1, List.of())).findings().stream()
            .map(finding -> finding.ruleId() + " " + finding.pointer()).toList();
        assertEquals(List.of("organizer-name /organizer/name", "material-missing:unit-certificate /organizer",
            "CN-NAME /services/0/name", "consent-missing /consents/privacy", "consent-missing /consents/terms",
            "consent-missing /consents/commitment"), findings);
        assertEquals(OrderState.DRAFT, desk.state(order));
        assertEquals(List.of(), desk.effects.all());
        assertEquals(List.of(), orders.explain(ALICE, order.id()).verdicts());
    }

    @Test
    public void anEmptyDraftSaysWhatItNeeds() {
        Order order = orders.create(ALICE, FilingType.FIRST, null);
        List<String> needs = orders.requirements(ALICE, order.id()).missing().stream()
            .map(need -> need.kind() + " " + need.pointer()).toList();
        assertEquals(List.of("field /organizer/provinceId", "field /services", "consent /consents/privacy",
            "consent /consents/terms", "consent /consents/commitment"), needs);
        assertTrue(!orders.requirements(ALICE, order.id()).complete());
        assertEquals("submission-refused", code(() -> desk.submit(order)));
    }

    @Test
    @org.openbeian.testkit.Requirement({"T-108"})
    public void requirementsNameFormsMaterialsAndConsents() {
        desk.rules.need("unit-certificate", "/organizer", 55_000);
        Order order = desk.draft();
        List<Requirement> missing = orders.requirements(ALICE, order.id()).missing();
        assertEquals("material unit-certificate now organizer", missing.get(0).kind() + " " + missing.get(0).id() + " "
            + missing.get(0).when() + " " + missing.get(0).step());
        orders.attach(ALICE, order.id(), Orders.ANY_VERSION, Samples.licence());
        assertEquals("material-size:unit-certificate",
            orders.requirements(ALICE, order.id()).findings().get(0).ruleId());
        assertTrue(!orders.requirements(ALICE, order.id()).complete());
    }

    @Test
    @org.openbeian.testkit.Requirement({"A-97", "W-38"})
    public void anOperatorsOwnTextsAreConsentedToAndEachVersionIsKept() {
        AtomicReference<List<ConsentText>> own = new AtomicReference<>(List.of(terms("2", "新")));
        desk.legal.providers = profile(own);
        Order order = desk.draft();
        List<Consent> ours = List.of(new Consent("privacy", "2026-11", null, null, null),
            new Consent("terms", "2026-11", null, null, null), new Consent("commitment", "2026-11", null, null, null));
        Finding old = refusal(() -> orders.submit(ALICE, order.id(), 1, ours)).findings().get(0);
        assertEquals("consent-outdated /consents/terms", old.ruleId() + " " + old.pointer());
        assertTrue(old.mend().en(), old.mend().en().contains("2"));
        assertEquals("2", desk.submit(order).consents().get(1).version());
        own.set(List.of(terms("2", "改了")));
        assertEquals("legal-text-changed", code(() -> desk.submit(desk.draft("example.org"))));
        own.set(null);
        assertEquals("away: nobody files under other terms", "provider-profile-missing", code(orders::consentTexts));
        own.set(List.of());
        assertEquals("2026-11", orders.consentTexts().get(1).version());
        assertEquals("新", desk.legal.kept("terms", "2").orElseThrow().body().zh());
        assertTrue(desk.legal.kept("privacy", "2026-11").isPresent());
        assertTrue(desk.legal.kept("terms", "3").isEmpty());
    }

    private static ConsentText terms(String version, String words) {
        return new ConsentText("terms", version, new LocalizedText("条款", "Terms"), new LocalizedText(words, words));
    }

    private static Providers profile(AtomicReference<List<ConsentText>> texts) {
        return new Providers() {
            @Override
            public ProviderStatus status() {
                throw new UnsupportedOperationException();
            }

            @Override
            public Optional<ProviderProfile> inForce() {
                if (texts.get() == null) {
                    throw new Refusal(Refusal.Kind.UNAVAILABLE, "provider-profile-missing", "away");
                }
                return Optional.of(new ProviderProfile("test", "1", null, null, null, texts.get(), null, null));
            }
        };
    }

    @Test
    public void anOutdatedConsentIsRefused() {
        Order order = desk.draft();
        List<Consent> old = List.of(new Consent("privacy", "2020-01", null, null, null), desk.consents().get(1),
            desk.consents().get(2));
        assertEquals("consent-outdated", refusal(() -> orders.submit(ALICE, order.id(), 1, old)).findings().get(0).ruleId());
        assertEquals(3, refusal(() -> orders.submit(ALICE, order.id(), 1, null)).findings().size());
    }

    @Test
    @org.openbeian.testkit.Requirement("A-97")
    public void aConsentToATextThatDoesNotExistIsRefused() {
        Order order = desk.draft();
        List<Consent> given = Arrays.asList(desk.consents().get(0), new Consent("cookies", "2026-11", null, null, null),
            desk.consents().get(1), null, new Consent(null, "2026-11", null, null, null));
        List<Finding> findings = refusal(() -> orders.submit(ALICE, order.id(), 1, given)).findings();
        assertEquals("all at once, each where it stands", List.of("consent-missing /consents/commitment", "consent-unknown /consents/1",
            "consent-unknown /consents/3", "consent-unknown /consents/4"), findings.stream()
            .map(one -> one.ruleId() + " " + one.pointer()).toList());
        assertTrue(findings.get(1).mend().zh(), findings.get(1).mend().zh().endsWith("privacy、terms、commitment"));
        assertTrue(findings.get(1).mend().en(), findings.get(1).mend().en().endsWith("privacy, terms, commitment"));
        List<Consent> more = Stream.concat(desk.consents().stream(), Stream.of(given.get(1))).toList();
        assertEquals(List.of("consent-unknown /consents/3"), refusal(() -> orders.submit(ALICE, order.id(), 1, more)).findings().stream()
            .map(one -> one.ruleId() + " " + one.pointer()).toList());
        assertEquals(OrderState.DRAFT, desk.state(order));
        assertEquals(OrderState.PRE_REVIEW, desk.submit(order).state());
    }

    @Test
    public void aDomainIsPartOfOneOrderOnly() {
        Order other = orders.create(MALLORY, FilingType.FIRST, Samples.application("EXAMPLE.com"));
        Order order = desk.draft();
        desk.submit(order);
        assertEquals("domain-in-other-order", refusal(() -> orders.submit(MALLORY, other.id(), 1, desk.consents()))
            .findings().get(0).ruleId());
    }

    @Test
    @org.openbeian.testkit.Requirement("E-08")
    public void anOrganizerThatWasImportedIsKnownByItsCertificate() {
        Order order = desk.draft();
        desk.transactions.run(() -> desk.register.save(new OrganizerEntry("粤ICP备2020000001号", "440000", "x", 1, "imported", desk.time(),
            OrganizerState.ACTIVE, desk.time(), order.application().organizer())));
        assertEquals("organizer-already-filed", refusal(() -> desk.submit(order)).findings().get(0).ruleId());
    }

    /** What cannot be asked is neither there nor missing: the order waits for another try, and one under way is not sent back. */
    @Test
    @org.openbeian.testkit.Requirement({"A-09", "A-13"})
    public void anInventoryThatFailsSaysNothing() {
        Order passed = desk.passed();
        Order order = desk.draft("other.com");
        desk.inventoryFails = true;
        assertEquals(List.of("inventory-unavailable /services/0/accesses/0"), refusal(() -> desk.submit(order)).findings().stream()
            .map(one -> one.ruleId() + " " + one.pointer()).toList());
        assertEquals("inventory-unavailable", Desk.code(() -> desk.transactions.run(() -> desk.authority.readyForUpload(passed.id()))));
        assertEquals(OrderState.QUEUED_FOR_AUTHORITY, desk.state(passed));
        assertEquals("inventory-unavailable", Desk.code(() -> desk.resources.ofAccount("alice")));
        desk.inventoryFails = false;
        desk.submit(order);
    }

    /** Whatever account it comes by: one open order for a new organizer, and none once it is filed; an objection may be accepted. */
    @Test
    @org.openbeian.testkit.Requirement({"E-08", "A-29"})
    public void anOrganizerIsFiledForTheFirstTimeOnce() {
        Order other = orders.create(MALLORY, FilingType.FIRST, Samples.application(Samples.organizer("深圳示例科技有限公司"),
            Samples.site("other.com")));
        Order first = desk.uploaded();
        assertEquals("organizer-in-other-order", refusal(() -> orders.submit(MALLORY, other.id(), 1, desk.consents()))
            .findings().get(0).ruleId());
        desk.authority.reviewed(1, true, null);
        desk.authority.published("440000", 1, desk.record("粤ICP备2026000001号", "粤ICP备2026000001号-1"));
        assertEquals(OrderState.APPROVED, desk.state(first));
        assertEquals("organizer-already-filed", refusal(() -> orders.submit(MALLORY, other.id(), 1, desk.consents()))
            .findings().get(0).ruleId());
        assertEquals("no-objection", Desk.code(() -> desk.types.decideType(SAM, other.id(), Orders.ANY_VERSION, true, "x")));
        assertEquals("reason-missing", Desk.code(() -> desk.types.objectToType(MALLORY, other.id(), Orders.ANY_VERSION, " ")));
        desk.types.objectToType(MALLORY, other.id(), Orders.ANY_VERSION, "原主体已吊销，证件号由新主体承继");
        assertEquals("sam", told("type-objected").get(0).data().get("account"));
        assertEquals("not-permitted", Desk.code(() -> desk.types.decideType(MALLORY, other.id(), Orders.ANY_VERSION, true, "x")));
        desk.types.decideType(SAM, other.id(), Orders.ANY_VERSION, false, "登记仍有效");
        assertEquals("submission-refused", Desk.code(() -> orders.submit(MALLORY, other.id(), Orders.ANY_VERSION, desk.consents())));
        assertTrue(told("type-decided").get(0).data().toString(), told("type-decided").get(0).data().get("v.result").contains("未接受"));
        desk.types.objectToType(MALLORY, other.id(), Orders.ANY_VERSION, "附上注销证明");
        desk.types.decideType(SAM, other.id(), Orders.ANY_VERSION, true, "已核实");
        assertEquals(OrderState.PRE_REVIEW, orders.submit(MALLORY, other.id(), Orders.ANY_VERSION, desk.consents()).state());
    }

    private List<Effect> told(String message) {
        return desk.effects.all().stream().filter(effect -> effect.lane().equals("channel:inbox")
            && message.equals(effect.data().get("message"))).toList();
    }

    /** Sites of government file each sub-domain on its own (Q-21, E-27); all others are one by their registrable domain. */
    @Test
    @org.openbeian.testkit.Requirement({"Q-21", "Q-22"})
    public void subDomainsOfGovernmentAreDomainsOfTheirOwn() {
        desk.register.save(new ServiceEntry("粤ICP备2026000009号-1", "粤ICP备2026000009号", "x", List.of("sz.gov.cn"), 1, "o",
            desk.time()));
        Order order = orders.create(ALICE, FilingType.FIRST, Samples.application("jw.sz.gov.cn"));
        assertEquals(OrderState.PRE_REVIEW, desk.submit(order).state());
        Order same = orders.create(MALLORY, FilingType.FIRST, Samples.application("sz.gov.cn"));
        assertEquals("domain-already-filed", refusal(() -> orders.submit(MALLORY, same.id(), 1, desk.consents())).findings().get(0)
            .ruleId());
    }

    @Test
    public void aFiledDomainIsNotFiledForTheFirstTime() {
        desk.register.save(new ServiceEntry("粤ICP备2026000001号-1", "粤ICP备2026000001号", "x", List.of("xn--fsq092h.com"), 1, "o",
            desk.time()));
        Order order = orders.create(ALICE, FilingType.FIRST, Samples.application("示例.com"));
        assertEquals("domain-already-filed /services/0/domains/0", refusal(() -> desk.submit(order)).findings().stream()
            .map(finding -> finding.ruleId() + " " + finding.pointer()).findFirst().orElse(null));
    }

    @Test
    public void anAppIsRefusedClearlyWhereTheAuthorityTakesNone() {
        desk.withoutApps.add("440000");
        Order order = orders.create(ALICE, FilingType.FIRST, Samples.application(Samples.organizer("深圳"), Samples.app("示例出行")));
        assertEquals("apps-not-taken", refusal(() -> desk.submit(order)).findings().get(0).ruleId());
        desk.withoutApps.clear();
        assertEquals(OrderState.PRE_REVIEW, desk.submit(order).state());
    }

    @Test
    @org.openbeian.testkit.Requirement({"A-65", "A-93"})
    public void anAppSharesItsDomainsWithASite() {
        Order site = desk.submitted();
        Order app = orders.create(MALLORY, FilingType.FIRST, Samples.application(Samples.organizer("示例应用有限公司"), Samples.app("示例出行")));
        orders.submit(MALLORY, app.id(), 1, desk.consents());
        assertEquals(OrderState.PRE_REVIEW, desk.state(app));
        assertEquals(OrderState.PRE_REVIEW, desk.state(site));
    }

    @Test
    public void withoutRulesTheOrderIsTakenAndWaits() {
        desk.rules.serve("440000", false);
        Order order = desk.submitted();
        assertEquals(OrderState.SUBMITTED, order.state());
        assertEquals(Waiting.RULES_MISSING, order.progress().waiting().reason());
        assertEquals("440000", order.progress().waiting().subject());
        assertEquals(List.of("waiting"), desk.effects.messages("inbox"));
        assertEquals(List.of(), orders.explain(ALICE, order.id()).verdicts());
    }

    @Test
    public void withoutThePluginOfAKnownResourceTheOrderWaits() {
        desk.rules.serveKind("cvm", false);
        Order order = desk.submitted();
        assertEquals(Waiting.RESOURCE_TYPE_MISSING, order.progress().waiting().reason());
        assertEquals("cvm", order.progress().waiting().subject());
    }

    @Test
    public void aResourceKindThatNobodyKnowsIsRefusedAtOnce() {
        WebSite site = Samples.site("example.com");
        Application application = Samples.application(Samples.organizer("深圳"), new WebSite(site.name(), site.domains(), null,
            site.contents(), site.languages(), null, false, site.principal(), List.of(new Access("nonsense", "x", null)), null));
        Order order = orders.create(ALICE, FilingType.FIRST, application);
        assertEquals("resource-type-missing", refusal(() -> desk.submit(order)).findings().get(0).ruleId());
        assertEquals(OrderState.DRAFT, desk.state(order));
    }

    @Test
    public void oneUnknownResourceIsNotHiddenBehindAnotherThatWaits() {
        desk.rules.serveKind("cvm", false);
        WebSite site = Samples.site("example.com");
        Application application = Samples.application(Samples.organizer("深圳"), new WebSite(site.name(), site.domains(), null,
            site.contents(), site.languages(), null, false, site.principal(),
            List.of(site.accesses().get(0), new Access("nonsense", "x", null)), null));
        Order order = orders.create(ALICE, FilingType.FIRST, application);
        assertEquals("resource-type-missing", refusal(() -> desk.submit(order)).findings().get(0).ruleId());
    }

    @Test
    public void othersMayNotHandItIn() {
        Order order = desk.draft();
        assertEquals("not-permitted", code(() -> orders.submit(Samples.SAM, order.id(), 1, desk.consents())));
        assertEquals("order-not-found", code(() -> orders.submit(MALLORY, order.id(), 1, desk.consents())));
    }

    @Test
    public void aSubmittedOrderIsNotChangedAnyMore() {
        Order order = desk.submitted();
        assertEquals("wrong-state", code(() -> orders.edit(ALICE, order.id(), Orders.ANY_VERSION, Application.EMPTY)));
        assertEquals("wrong-state", code(() -> orders.detach(ALICE, order.id(), Orders.ANY_VERSION, "1")));
        assertNotNull(order.review().submittedAt());
        assertNull(order.review().claimedBy());
    }
}

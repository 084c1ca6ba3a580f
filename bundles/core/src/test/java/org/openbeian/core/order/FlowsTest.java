package org.openbeian.core.order;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;
import static org.openbeian.core.fake.Samples.ALICE;
import static org.openbeian.core.fake.Samples.MALLORY;
import static org.openbeian.core.fake.Samples.SAM;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.Test;
import org.openbeian.api.effect.DeployedRoutes.DeployedRoute;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.order.Flow;
import org.openbeian.api.order.Obligation;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.OrderEvent;
import org.openbeian.api.order.OrderState;
import org.openbeian.api.order.StageText;
import org.openbeian.api.provider.ProviderProfile;
import org.openbeian.api.provider.ProviderStatus;
import org.openbeian.api.provider.Providers;
import org.openbeian.api.template.IdentityTemplate;
import org.openbeian.api.template.IdentityTemplates;
import org.openbeian.core.fake.MemoryTemplates;
import org.openbeian.core.fake.Samples;
import org.openbeian.core.message.Channels;
import org.openbeian.testkit.Requirement;

/** Flows as the table has them, and what is due. */
public class FlowsTest {

    private final Desk desk = new Desk();
    private final LifeCycleFlows flows = new LifeCycleFlows(desk.settings, desk.engine, new Channels());

    @Test
    @Requirement("W-16")
    public void aFlowIsTheTableAsFarAsTheTypeGoes() {
        Flow first = flows.of(FilingType.FIRST);
        assertEquals(List.of("organizer-principal", "service-principal"), first.verified());
        assertEquals(OrderEvent.CREATED, first.steps().get(0).event());
        assertTrue(first.steps().stream().anyMatch(step -> step.event() == OrderEvent.UPLOADED && step.to() == OrderState.SMS_PENDING));
        assertEquals("none are there yet", List.of(), first.routes());
        DeployedRoute route = new DeployedRoute("lane.authority", "direct://lane.authority", true);
        flows.routes = () -> List.of(route);
        assertEquals(List.of(route), flows.of(FilingType.FIRST).routes());
        Flow cancel = flows.of(FilingType.CANCEL_ACCESS);
        assertTrue("no code", cancel.verified().isEmpty());
        assertTrue(cancel.steps().stream().noneMatch(step -> step.to() == OrderState.SMS_PENDING || step.to() == OrderState.MUST_REFILE));
        assertTrue(cancel.steps().stream().anyMatch(step -> step.messages().contains("filing-ended")));
        assertEquals("one way to pass", List.of(List.of("pre-review-passed-exempt")), cancel.steps().stream()
            .filter(step -> step.event() == OrderEvent.PASSED).map(step -> step.messages()).toList());
        assertFalse(cancel.steps().stream().anyMatch(step -> step.messages().contains("authority-approved")));
        for (FilingType type : FilingType.values()) {
            List<Flow.FlowStep> ends = flows.of(type).steps().stream().filter(step -> step.to() == OrderState.APPROVED).toList();
            assertEquals(type + ": one good end", 1, ends.size());
            assertEquals(type.name(), TypeProfile.of(type).changes() || type == FilingType.ACCESS,
                ends.get(0).messages().equals(List.of("filing-updated")));
        }
    }

    @Test
    @Requirement("W-04")
    public void eachStageSaysWhatItIsForAndWhatHappensWithoutIt() {
        List<StageText> stages = flows.of(FilingType.FIRST).stages();
        assertTrue(stages.stream().map(StageText::stage).toList().containsAll(Steps.ALL));
        assertTrue(stages.stream().allMatch(one -> !one.purpose().zh().isBlank() && !one.consequence().en().isBlank()));
        StageText own = new StageText("opening", new LocalizedText("甲", "a"), new LocalizedText("乙", "b"));
        ProviderProfile profile = new ProviderProfile("test", "1", null, null, null, null, List.of(own), null);
        flows.providers = new Providers() {
            @Override
            public ProviderStatus status() {
                return new ProviderStatus("test", ProviderStatus.State.IN_FORCE, profile, List.of(), List.of());
            }

            @Override
            public Optional<ProviderProfile> inForce() {
                throw new UnsupportedOperationException();
            }
        };
        List<StageText> theirs = flows.of(FilingType.FIRST).stages();
        assertEquals(stages.size(), theirs.size());
        assertTrue(theirs.contains(own));
    }

    @Test
    @Requirement("T-16")
    public void whatOthersKnowOfIsDueAsWell() {
        IdentityTemplates templates = new TemplateBook(desk.engine, desk.transactions, new MemoryTemplates(), desk.orders, desk.rules,
            desk.audit, desk.settings);
        IdentityTemplate handedIn = templates.submit(ALICE, templates.create(ALICE, "main", null, Samples.principal(), null).id(), 1);
        AccountObligations obligations = new AccountObligations(desk.orders, desk.corrections, desk.engine);
        obligations.sources = List.of((actor, now) -> {
            throw new IllegalStateException("a part that fails leaves the others");
        }, new TemplateObligations(templates));
        Obligation review = obligations.of(ALICE).get(0);
        assertEquals("template-review main " + handedIn.due(), review.kind() + " " + review.about() + " " + review.due());
        assertFalse(review.own() || review.overdue());
        assertEquals("a specialist has others to do", List.of(), obligations.of(SAM));
        desk.clock.pass(Duration.ofHours(49));
        assertTrue(obligations.of(ALICE).get(0).overdue());
    }

    @Test
    @Requirement("T-108")
    public void whatIsDueFollowsTheOrders() {
        AccountObligations obligations = new AccountObligations(desk.orders, desk.corrections, desk.engine);
        Order draft = desk.draft();
        assertEquals(List.of("draft"), obligations.of(ALICE).stream().map(Obligation::kind).toList());
        assertTrue(obligations.of(ALICE).get(0).own());
        assertTrue(obligations.of(MALLORY).isEmpty());
        desk.submit(draft);
        Obligation review = obligations.of(ALICE).get(0);
        assertEquals("pre-review " + desk.now(draft).progress().due(), review.kind() + " " + review.due());
        assertFalse("somebody else's turn", review.own());
        assertNull("of 2026 the holidays are known", review.reservation());
        desk.clock.pass(Duration.ofDays(9));
        assertTrue(obligations.of(ALICE).get(0).overdue());
    }

    @Test
    @Requirement({"T-108", "W-06"})
    public void aDateInAYearWhoseHolidaysAreNotKnownSaysSo() {
        AccountObligations obligations = new AccountObligations(desk.orders, desk.corrections, desk.engine);
        desk.clock.pass(Duration.ofDays(59));
        Order draft = desk.draft();
        assertNull("counted in days of the calendar", obligations.of(ALICE).get(0).reservation());
        desk.submit(draft);
        assertEquals("2027", desk.now(draft).progress().due().toString().substring(0, 4));
        assertTrue(obligations.of(ALICE).get(0).reservation().zh().contains("2027年的放假安排"));
    }
}

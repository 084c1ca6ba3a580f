package org.openbeian.shell;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.Test;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.order.CallAppointments;
import org.openbeian.api.order.CallPlan;
import org.openbeian.api.order.CallTask;
import org.openbeian.api.order.CallWindow;
import org.openbeian.api.order.Clearance;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.ReasonCatalogue;
import org.openbeian.api.order.ReviewDesk;
import org.openbeian.api.order.ReviewItem;
import org.openbeian.api.order.ReviewQuery;
import org.openbeian.api.order.ReviewRisk;
import org.openbeian.api.rules.Severity;
import org.openbeian.api.security.Actor;
import org.openbeian.testkit.Requirement;

public class ReviewCommandsTest {

    private final FakeOrders orders = new FakeOrders();

    private <C extends OrderChangeCommand> C of(C command) {
        command.orders = orders;
        command.id = FakeOrders.ID;
        return command;
    }

    @Test
    public void listShowsWhoHoldsEachOrderAndWhatPresses() throws Exception {
        ReviewListCommand command = new ReviewListCommand();
        command.desk = new Desk();
        String text = Console.run(command, "sam");
        assertTrue(text, text.contains("sue") && text.contains("WARNED") && text.contains("ENQUIRY"));
        command.mine = true;
        command.sort = "risk";
        command.json = true;
        assertEquals("sam true", Console.json(command, "sam").at("/0/claimedBy").asText());
        command.sort = "luck";
        assertTrue(Console.refused(command, "sam").startsWith("--sort: 'luck'"));
    }

    @Test
    @Requirement({"T-34", "T-36"})
    public void scriptChecklistAndReasonsAreShown() throws Exception {
        CallTaskCommand task = new CallTaskCommand();
        task.id = FakeOrders.ID;
        task.desk = new Desk();
        String text = Console.run(task, "sam");
        assertTrue(text, text.contains("Do you know") && text.contains("/organizer/name") && text.contains("misses left: 2"));
        ReviewReasonsCommand reasons = new ReviewReasonsCommand();
        reasons.id = FakeOrders.ID;
        reasons.desk = new Desk();
        text = Console.run(reasons, "sam");
        assertTrue(text, text.contains("Catalogue 1") && text.contains("blurred") && text.contains("(say it yourself)"));
    }

    @Test
    @Requirement({"T-36", "T-37"})
    public void whatDidNotMatchIsNamedItemByItem() throws Exception {
        ReviewCallCommand command = of(new ReviewCallCommand());
        command.desk = new Desk();
        command.answered = true;
        command.knows = "yes";
        command.lastSix = "yes";
        command.mismatches = List.of("/organizer/shoeSize");
        command.told = "yes";
        command.understood = "no";
        assertTrue(Console.refused(command, "sam").contains("no item '/organizer/shoeSize'"));
        command.mismatches = List.of("/services/0/name");
        Console.run(command, "sam");
        String done = orders.commands.get(0);
        assertTrue(done, done.contains("pointer=/organizer/name, matches=true") && done.contains("/services/0/name, matches=false")
                && done.contains("told=true, understood=false") && done.contains("dataConfirmed=null"));
    }

    /** A desk with one order. */
    private static final class Desk implements ReviewDesk {

        @Override
        public List<ReviewItem> queue(Actor actor, ReviewQuery query) {
            return List.of(new ReviewItem(new FakeOrders().list(actor, null).get(0),
                query.claimedBy() == null ? "sue" : query.claimedBy() + " " + query.riskFirst(), 1, 0, 0, null,
                ReviewItem.Promise.WARNED, FakeOrders.NOW, 2, List.of(ReviewRisk.ENQUIRY)));
        }

        @Override
        public CallTask callTask(Actor actor, String id) {
            LocalizedText text = new LocalizedText("是否知晓", "Do you know");
            return new CallTask(id, "1", 1, "/services/0/principal", List.of(new CallTask.ScriptStep("knows", text)), List.of(
                new CallTask.CallItem("/organizer/name", text, "x"), new CallTask.CallItem("/services/0/name", text, "y")),
                List.of(), 2, null);
        }

        @Override
        public boolean isLastSix(Actor actor, String id, String lastSix) {
            return true;
        }

        @Override
        public ReasonCatalogue reasons(Actor actor, String id) {
            LocalizedText text = new LocalizedText("模糊", "blurred");
            return new ReasonCatalogue("1", null, List.of(new ReasonCatalogue.ReasonEntry("picture-unclear", false, text, text),
                new ReasonCatalogue.ReasonEntry("other", false, null, null)));
        }
    }

    @Test
    public void claimAndReleaseActOnTheAnnouncedVersion() throws Exception {
        Console.run(of(new ReviewClaimCommand()), "sam");
        Console.run(of(new ReviewReleaseCommand()), "sam");
        assertEquals(List.of("claim 7 by sam", "release 8 by sam"), orders.commands);
    }

    @Test
    @Requirement("T-33")
    public void aRefusedPassTellsAllFindings() {
        String text = Console.refused(of(new ReviewPassCommand()), "sam");
        assertTrue(text, text.startsWith("Refused (call-missing): A logged, answered call is needed."));
        assertTrue(text, text.contains("[BLOCK] GS-01") && text.contains("mend: Change the principal / 更换"));
    }

    @Test
    @Requirement({"T-34", "T-35", "T-36"})
    public void aCallIsLoggedWithItsAnswers() throws Exception {
        ReviewCallCommand command = of(new ReviewCallCommand());
        command.answered = true;
        command.knows = "yes";
        command.lastSix = "YES";
        command.confirmed = "no";
        command.told = "no";
        Console.run(command, "sam");
        assertTrue(orders.commands.toString(), orders.commands.get(0)
                .contains("answered=true, knowsOfFiling=true, lastSixMatch=true, dataConfirmed=false"));
    }

    @Test
    public void aCallIsEitherAnsweredOrMissed() {
        assertEquals("Say either --answered or --missed.", Console.refused(of(new ReviewCallCommand()), "sam"));
        ReviewCallCommand command = of(new ReviewCallCommand());
        command.answered = true;
        command.knows = "perhaps";
        assertEquals("--knows: 'perhaps' is neither yes nor no.", Console.refused(command, "sam"));
        assertEquals(List.of(), orders.commands);
    }

    @Test
    public void windowsForTheCallAreShownAndPicked() throws Exception {
        CallWindow two = new CallWindow(Instant.parse("2026-11-23T06:00:00Z"), Instant.parse("2026-11-23T08:00:00Z"));
        CallWindow four = new CallWindow(two.to(), Instant.parse("2026-11-23T10:00:00Z"));
        List<String> picked = new ArrayList<>();
        CallAppointments appointments = new CallAppointments() {
            @Override
            public CallPlan plan(Actor actor, String id) {
                return new CallPlan(null, List.of(two), List.of(two, four), 3, 1, 2, two.from(), new LocalizedText("两点", "At two"));
            }

            @Override
            public Order pick(Actor actor, String id, long version, List<Instant> starts) {
                picked.add(version + " " + starts);
                return orders.order;
            }
        };
        CallPlanCommand plan = new CallPlanCommand();
        plan.id = FakeOrders.ID;
        plan.appointments = appointments;
        String text = Console.run(plan, "anna");
        assertTrue(text, text.startsWith("At two") && text.contains("not configured") && text.contains("1 of 2"));
        assertEquals(1, text.lines().filter(line -> line.contains("picked") && line.contains("2026-11-23T06:00:00Z")).count());
        assertEquals(1, text.lines().filter(line -> line.contains("offered")).count());
        CallAppointCommand appoint = of(new CallAppointCommand());
        appoint.appointments = appointments;
        appoint.windows = List.of("tomorrow");
        assertTrue(Console.refused(appoint, "anna").startsWith("windows: 'tomorrow' is not a time"));
        appoint.windows = List.of("2026-11-23T08:00:00Z");
        Console.run(appoint, "anna");
        assertEquals(List.of("7 [2026-11-23T08:00:00Z]"), picked);
    }

    @Test
    @Requirement("T-37")
    public void aReturnCarriesEveryReason() throws Exception {
        ReviewReturnCommand command = of(new ReviewReturnCommand());
        command.reasons = List.of("blurred|/organizer/certificateNumber|照片模糊|The picture is blurred",
                "other||有误|It is wrong|改|Mend it", "picture-unclear|/materials/1");
        Console.run(command, "sam");
        String done = orders.commands.get(0);
        assertTrue(done, done.contains("code=picture-unclear, pointer=/materials/1, text=null, mend=null"));
        assertTrue(done, done.contains("code=blurred, pointer=/organizer/certificateNumber") && done.contains("Mend it"));
    }

    private <C extends FindingCommand> C about(C command, String pointer) {
        of(command).clearances = orders;
        command.rule = "GS-01";
        command.pointer = pointer;
        return command;
    }

    @Test
    public void enquiriesAreClearedAndOverridesProposedApprovedRevoked() throws Exception {
        ReviewClearCommand clear = about(new ReviewClearCommand(), "");
        clear.reason = " asked the bureau ";
        assertTrue(Console.run(clear, "sam").contains("Will clear up finding GS-01 at the whole order of order " + FakeOrders.ID));
        OverrideProposeCommand propose = about(new OverrideProposeCommand(), "/organizer");
        propose.reason = " ";
        assertTrue(Console.refused(propose, "sam").startsWith("--reason"));
        propose.reason = "seen";
        Console.run(propose, "sam");
        Console.run(about(new OverrideApproveCommand(), "/organizer"), "sam");
        OverrideRevokeCommand revoke = about(new OverrideRevokeCommand(), "/organizer");
        revoke.reason = "no";
        Console.run(revoke, "sam");
        assertEquals(List.of("clear GS-01 asked the bureau 7 by sam", "propose GS-01/organizer seen 8 by sam",
                "approve GS-01/organizer 9 by sam", "revoke GS-01/organizer no 10 by sam"), orders.commands);
        assertTrue(Console.refused(about(new OverrideApproveCommand(), ""), "olga").contains("needs the role SPECIALIST"));
    }

    @Test
    public void whatSpecialistsSaidIsShownWithWhoAndWhy() throws Exception {
        orders.order = orders.order.with(orders.order.review().withClearances(List.of(
                new Clearance("GS-02", "", Severity.ASK, FakeOrders.FINDING.text(), "00", null, null, null, null, null),
                new Clearance("GS-01", "/organizer", Severity.BLOCK, FakeOrders.FINDING.text(), "00", "rang 13812345678", "sam",
                        FakeOrders.NOW, "sue", FakeOrders.NOW))));
        OrderShowCommand show = new OrderShowCommand();
        OrderExplainCommand explain = new OrderExplainCommand();
        for (OrderReadCommand<?> command : List.of(show, explain)) {
            command.orders = orders;
            command.id = FakeOrders.ID;
            String text = Console.run(command, "sam");
            assertTrue(text, text.contains("GS-02 at the whole order") && text.contains("open, see beian:review-clear"));
            assertTrue(text, text.contains("sam 2026-11-02 09:00:00: rang 138******78; approved by sue"));
        }
        FindingRuleCompleter rules = new FindingRuleCompleter();
        rules.orders = orders;
        assertEquals(List.of("GS-01", "GS-02"), rules.ids(Actor.SYSTEM, FakeOrders.ID));
    }

    @Test
    public void aBadReasonIsNamed() {
        ReviewReturnCommand command = of(new ReviewReturnCommand());
        command.reasons = List.of("blurred");
        assertTrue(Console.refused(command, "sam").contains("'blurred' has 1 parts"));
        command.reasons = List.of("blurred|organizer|a|b");
        assertTrue(Console.refused(command, "sam").contains("'organizer' is not a JSON pointer"));
        assertEquals(List.of(), orders.commands);
    }
}

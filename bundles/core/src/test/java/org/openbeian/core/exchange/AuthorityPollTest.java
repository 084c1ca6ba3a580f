package org.openbeian.core.exchange;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Before;
import org.junit.Test;
import org.openbeian.api.authority.AuthorityResult;
import org.openbeian.api.order.OrderState;
import org.openbeian.api.order.PublishedRecord;
import org.openbeian.api.register.RecordReference;
import org.openbeian.testkit.Requirement;

@Requirement({"T-39", "T-41"})
public class AuthorityPollTest {

    private static final PublishedRecord RECORD = new PublishedRecord("粤ICP备2026000001号", 7, List.of(), null);

    private final World world = new World();

    @Before
    public void upload() {
        world.passed();
        world.passed();
        world.drain();
        world.events.told.clear();
        world.authority.calls.clear();
    }

    @Test
    public void allThatWaitsIsAppliedInOrderAndAcknowledgedAfterwards() {
        world.authority.say("1.xml", new AuthorityResult.Reviewed(1, true, null));
        world.authority.say("2.xml", new AuthorityResult.Published(1, RECORD), new AuthorityResult.DataErrors(2, List.of("1037 x")));
        world.poll.run(World.ID);
        assertEquals(List.of("reviewed 1 true", "published 1", "errors 2", "fetched 440000 " + world.clock.instant()), world.events.told);
        assertEquals(List.of("acknowledge 1.xml", "acknowledge 2.xml"), world.authority.calls);
        assertEquals(Map.of("1.xml", "applied", "2.xml", "applied"), world.files.results());
        assertEquals(Optional.of(world.clock.instant()), world.files.lastFetched(World.ID));
    }

    @Test
    public void whatIsNotTakenOverIsNotedBesideItsFile() {
        PublishedRecord another = new PublishedRecord(World.Events.OF_ANOTHER, 9, List.of(), null);
        Instant written = world.clock.instant();
        world.authority.say("1.xml", new AuthorityResult.Published(0, another), new AuthorityResult.Published(1, RECORD));
        world.authority.say("2.xml", new AuthorityResult.Published(1, another));
        world.authority.say("3.xml", new AuthorityResult.Synchronized(RECORD, written));
        world.poll.run(World.ID);
        assertEquals("and stops nobody", Map.of("1.xml", "applied", "2.xml", "applied", "3.xml", "applied"), world.files.results());
        assertEquals(Map.of("1.xml", List.of("not taken over"), "2.xml", List.of("not taken over"),
            "3.xml", List.of("synchronized " + World.ID + " " + written)), world.files.notes());
    }

    @Test
    public void itGoesOnWhileOrdersAreThereAndEndsAfterwards() {
        assertEquals(Optional.of(world.clock.instant().plusSeconds(300)), world.poll.run(World.ID));
        world.authority.say("1.xml", new AuthorityResult.Published(1, RECORD), new AuthorityResult.Published(2, RECORD));
        assertEquals(Optional.empty(), world.poll.run(World.ID));
    }

    @Test
    public void itAsksMoreRarelyTheLongerNothingComes() {
        Instant start = world.clock.instant();
        int polls = 0;
        Duration longest = Duration.ZERO;
        while (world.clock.instant().isBefore(start.plus(Duration.ofDays(28)))) {
            Instant next = world.poll.run(World.ID).orElseThrow();
            longest = Duration.between(world.clock.instant(), next);
            world.clock.set(next);
            polls++;
        }
        assertTrue("" + polls, polls < 200);
        assertEquals(Duration.ofHours(6), longest);
        world.authority.say("1.xml", new AuthorityResult.Reviewed(1, true, null));
        assertEquals("news make it lively again", Optional.of(world.clock.instant().plusSeconds(300)), world.poll.run(World.ID));
    }

    @Test
    public void aFileThatComesAgainIsOnlyAcknowledgedAgain() {
        world.authority.say("1.xml", new AuthorityResult.Reviewed(1, true, null));
        world.poll.run(World.ID);
        world.authority.say("1.xml", new AuthorityResult.Reviewed(1, true, null));
        world.poll.run(World.ID);
        assertEquals(1, world.events.told.stream().filter("reviewed 1 true"::equals).count());
        assertEquals(List.of("acknowledge 1.xml", "acknowledge 1.xml"), world.authority.calls);
    }

    @Test
    public void aBrokenFileIsFetchedTwiceThenKeptAndStopsNobody() {
        world.authority.waiting.add("broken.xml");
        world.authority.say("good.xml", new AuthorityResult.Published(1, RECORD));
        world.poll.run(World.ID);
        assertEquals("damaged: it cannot be read: the digest is wrong", world.files.results().get("broken.xml"));
        assertEquals(List.of("acknowledge broken.xml", "acknowledge good.xml"), world.authority.calls);
        assertEquals(OrderState.APPROVED, world.state("order-1"));
        assertEquals("what was in it is not known, so the results are not complete", Optional.empty(),
            world.files.lastFetched(World.ID));
        world.poll.run(World.ID);
        assertEquals("nor does the next fetch tell what was in it", Optional.empty(), world.files.lastFetched(World.ID));
        assertEquals(List.of("published 1"), world.events.told);
        world.transactions.run(() -> world.files.dismiss(World.ID, "broken.xml", "the authority told it by phone", world.clock.instant()));
        world.poll.run(World.ID);
        assertEquals(Optional.of(world.clock.instant()), world.files.lastFetched(World.ID));
    }

    @Test
    public void aFileThatIsWholeTheSecondTimeIsApplied() {
        world.authority.waiting.add("late.xml");
        world.authority.repair = Map.of("late.xml", List.of(new AuthorityResult.Published(1, RECORD)));
        world.poll.run(World.ID);
        assertEquals(OrderState.APPROVED, world.state("order-1"));
        assertEquals(Map.of("late.xml", "applied"), world.files.results());
    }

    @Test
    public void oneStatementThatCannotBeAppliedStopsNoOther() {
        world.authority.say("1.xml", new AuthorityResult.Reviewed(1, true, "poison"), new AuthorityResult.Published(2, RECORD));
        world.poll.run(World.ID);
        assertEquals(OrderState.APPROVED, world.state("order-2"));
        assertTrue(world.files.results().get("1.xml").startsWith("damaged: not applied: submission 1"));
        assertEquals(List.of("acknowledge 1.xml"), world.authority.calls);
    }

    @Test
    public void whatCannotBeTiedToARecordIsKeptForAPerson() {
        RecordReference about = new RecordReference(RecordReference.Kind.SERVICE, World.SEVERAL, null);
        world.authority.say("1.xml", new AuthorityResult.Reviewed(0, true, null, about), new AuthorityResult.Published(2, RECORD));
        world.poll.run(World.ID);
        assertEquals(OrderState.APPROVED, world.state("order-2"));
        assertEquals("damaged: not applied: record SERVICE 666: java.lang.IllegalStateException: it is not guessed",
            world.files.results().get("1.xml"));
    }

    @Test
    public void aResultOfSomebodyElseIsPassedOver() {
        world.authority.say("1.xml", new AuthorityResult.Published(999, RECORD), new AuthorityResult.NotHandled("ICP/HMDLB"),
            new AuthorityResult.Published(1, RECORD));
        world.poll.run(World.ID);
        assertEquals(OrderState.APPROVED, world.state("order-1"));
        assertEquals(Map.of("1.xml", "applied"), world.files.results());
    }

    @Test
    public void anAuthorityThatIsAwayIsAskedAgainLaterAndNothingCountsAsFetched() {
        world.authority.reachable = false;
        assertEquals(Optional.of(world.clock.instant().plusSeconds(300)), world.poll.run(World.ID));
        assertEquals(Optional.empty(), world.files.lastFetched(World.ID));
        assertEquals(List.of(), world.events.told);
    }

    @Test
    public void afterAStartEveryAuthorityWithOrdersIsPolled() {
        World other = new World();
        other.passed();
        other.drain();
        assertEquals(Map.of("440000", other.clock.instant()),
            new PollTask((stage, key) -> Optional.empty(), other.transactions, other.orders, other.cargo, other.clock).standing());
    }

    @Test
    public void aClosedPollStaysDueAndIsNotRunOverAndOver() {
        PollTask task = new PollTask((stage, key) -> Optional.empty(), world.transactions, world.orders, world.cargo, world.clock);
        task.close();
        assertEquals(Optional.of(world.clock.instant().plusSeconds(5)), task.run(World.ID));
    }
}

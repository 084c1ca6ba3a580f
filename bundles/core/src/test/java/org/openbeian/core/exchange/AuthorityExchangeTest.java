package org.openbeian.core.exchange;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.openbeian.api.authority.UploadOutcome;
import org.openbeian.api.order.OrderState;
import org.openbeian.testkit.Requirement;

@Requirement("T-39")
public class AuthorityExchangeTest {

    private final World world = new World();

    @Test
    public void whatWaitsGoesInOneFileAndIsBooked() {
        String first = world.passed();
        String second = world.passed();
        world.drain();
        assertEquals(Map.of(1L, "1,2"), world.authority.taken);
        assertEquals(OrderState.SMS_PENDING, world.state(first));
        assertEquals(List.of("uploaded order-1 in 440000/1", "uploaded " + second + " in 440000/1"), world.events.told);
        assertEquals(0, world.lanes.open());
        assertEquals(Map.of("440000", world.clock.instant().plusSeconds(300)), world.tasks.of("authority-poll"));
    }

    @Test
    public void numbersFollowWithoutGaps() {
        for (int i = 0; i < 3; i++) {
            world.passed();
            world.drain();
        }
        assertEquals(Map.of(1L, "1", 2L, "2", 3L, "3"), world.authority.taken);
    }

    @Test
    public void aFileHoldsNoMoreThanItsShare() {
        for (int i = 0; i < 120; i++) {
            world.passed();
        }
        world.drain();
        assertEquals(3, world.authority.taken.size());
        assertEquals(120, world.authority.submissions().stream().distinct().count());
    }

    @Test
    public void picturesLimitAFileToo() {
        for (int i = 0; i < 4; i++) {
            world.blobs.put("m-" + world.passed(), "", new byte[900_000]);
        }
        world.drain();
        assertEquals(Map.of(1L, "1,2", 2L, "3,4"), world.authority.taken);
    }

    @Test
    public void aLostAnswerIsFoundOutWithoutSendingAgain() {
        String order = world.passed();
        world.authority.faults.add(Authority.Fault.ANSWER_LOST);
        world.drain();
        assertEquals(List.of("upload 1", "previous"), world.authority.calls);
        assertEquals(OrderState.SMS_PENDING, world.state(order));
    }

    @Test
    public void aGatewayThatThrowsLeavesADoubtAsWell() {
        world.passed();
        world.authority.faults.add(Authority.Fault.THROWS);
        world.drain();
        assertEquals(List.of("upload 1", "previous"), world.authority.calls);
        assertEquals(0, world.lanes.open());
    }

    @Test
    public void aLostRequestIsSentAgainWithTheSameNumberAfterAPause() {
        String order = world.passed();
        world.authority.faults.add(Authority.Fault.REQUEST_LOST);
        world.drain();
        assertEquals(List.of("upload 1", "previous"), world.authority.calls);
        assertEquals("file 1 did not arrive", world.lanes.failures(10).get(0).cause());
        world.passed();
        world.drain();
        assertEquals("another order does not shorten the pause", 2, world.authority.calls.size());
        world.clock.pass(Duration.ofSeconds(30));
        world.drain();
        assertEquals(Map.of(1L, "1", 2L, "2"), world.authority.taken);
        assertEquals(OrderState.SMS_PENDING, world.state(order));
    }

    @Test
    public void anAuthorityThatDoesNotAnswerIsAskedEverMoreRarely() {
        world.passed();
        world.authority.faults.addAll(Collections.nCopies(1000, Authority.Fault.REQUEST_LOST));
        world.authority.reachable = false;
        world.drainForADay();
        assertTrue("" + world.authority.calls.size(), world.authority.calls.size() < 130);
        assertEquals("it never gives up", 1, world.lanes.open());
        world.authority.faults.clear();
        world.authority.reachable = true;
        world.drainForADay();
        assertEquals(Map.of(1L, "1"), world.authority.taken);
    }

    @Test
    public void aClosedAuthorityIsLeftAloneAsLongAsItAsks() {
        world.passed();
        world.authority.refusals.add(new UploadOutcome.TryLater("closed from 22 to 6", Duration.ofHours(8)));
        world.drain();
        Instant until = world.clock.instant().plus(Duration.ofHours(8));
        assertEquals(until, world.lanes.effect(1).notBefore());
        assertEquals("the applicant is told", "waiting alice authority-away:1", world.late.get(0).message() + " "
            + world.late.get(0).account() + " " + world.late.get(0).occasion());
        assertTrue(world.late.get(0).values().get("waiting.en").contains("under maintenance"));
        world.clock.set(until);
        world.drain();
        assertEquals(Map.of(1L, "1"), world.authority.taken);
    }

    @Test
    public void whoWaitsForAMomentIsNotTold() {
        world.passed();
        world.authority.refusals.add(new UploadOutcome.TryLater("busy", Duration.ofMinutes(5)));
        world.drain();
        assertEquals(List.of(), world.late);
    }

    @Test
    public void whatTheAuthorityLostIsSentFirst() {
        for (int i = 0; i < 3; i++) {
            world.passed();
            world.drain();
        }
        world.authority.taken.remove(2L);
        world.authority.taken.remove(3L);
        world.passed();
        world.drain();
        assertEquals(Map.of(1L, "1", 2L, "2", 3L, "3", 4L, "4"), world.authority.taken);
        assertEquals("upload 4", world.authority.calls.get(world.authority.calls.size() - 1));
    }

    @Test
    public void aMissingFileThatIsNotKeptStopsTheLane() {
        world.passed();
        world.drain();
        world.authority.taken.clear();
        world.files.forget(1);
        world.passed();
        world.drain();
        assertTrue(world.lanes.paused(World.LANE), world.lanes.paused(World.LANE).contains("misses file 1"));
    }

    @Test
    public void aStrangersFileUnderOurNumberStopsTheLane() {
        world.passed();
        world.authority.faults.add(Authority.Fault.REQUEST_LOST);
        world.authority.taken.put(1L, "somebody else's");
        world.drain();
        assertTrue(world.lanes.paused(World.LANE), world.lanes.paused(World.LANE).contains("not ours"));
        assertEquals(OrderState.QUEUED_FOR_AUTHORITY, world.state("order-1"));
    }

    @Test
    public void aBrokenAccountStopsTheLaneAndNeverLoops() {
        world.passed();
        world.authority.refusals.add(new UploadOutcome.ChannelBroken(5, "password wrong"));
        world.drainForADay();
        assertEquals(List.of("upload 1"), world.authority.calls);
        assertTrue(world.lanes.paused(World.LANE), world.lanes.paused(World.LANE).contains("code 5"));
        assertTrue("listed for the operator", world.lanes.failures(10).get(0).cause().contains("password wrong"));
        world.transactions.run(() -> world.lanes.setPaused(World.LANE, null));
        world.drain();
        assertEquals(Map.of(1L, "1"), world.authority.taken);
    }

    @Test
    public void aFileThatWasDamagedOnItsWayIsBuiltAnewWithTheSameNumber() {
        world.passed();
        world.authority.refusals.add(new UploadOutcome.BadFile(7, "hash"));
        world.drain();
        world.clock.pass(Duration.ofMinutes(1));
        world.drain();
        assertEquals(List.of("upload 1", "upload 1"), world.authority.calls);
        assertEquals(Map.of(1L, "1"), world.authority.taken);
    }

    @Test
    public void aFileThatIsBadTwiceStopsTheLaneInsteadOfBlamingTheApplicants() {
        String order = world.passed();
        world.authority.refusals.add(new UploadOutcome.BadFile(6, "decryption"));
        world.authority.refusals.add(new UploadOutcome.BadFile(6, "decryption"));
        world.drainForADay();
        assertEquals(2, world.authority.calls.size());
        assertTrue(world.lanes.paused(World.LANE), world.lanes.paused(World.LANE).contains("code 6"));
        assertEquals(OrderState.QUEUED_FOR_AUTHORITY, world.state(order));
    }

    @Test
    public void aFileThatIsTooLargeIsHalvedUntilOneFilingIsLeft() {
        for (int i = 0; i < 4; i++) {
            world.passed();
        }
        for (int i = 0; i < 3; i++) {
            world.authority.refusals.add(new UploadOutcome.BadFile(18, "too large"));
        }
        world.drain();
        assertEquals(List.of("refused order-1 18 too large"), world.events.told.stream().filter(x -> x.startsWith("ref")).toList());
        assertEquals(List.of(2L, 3L, 4L), world.authority.submissions());
    }

    @Test
    public void aFilingThatCannotBeExpressedGoesBackAndTheOthersGo() {
        String bad = world.passed();
        String good = world.passed();
        world.authority.problems.put(1L, List.of("no IPv4 address", "name too long"));
        world.drain();
        assertEquals("refused order-1 0 no IPv4 address; name too long", world.events.told.get(0));
        assertEquals(OrderState.PRE_REVIEW, world.state(bad));
        assertEquals(OrderState.SMS_PENDING, world.state(good));
        assertEquals(0, world.lanes.open());
    }

    @Test
    public void aFilingThatFailsOnOurSideWaitsAndTheOthersGo() {
        world.passed();
        String good = world.passed();
        String withoutPicture = world.passed();
        world.blobs.remove("m-" + withoutPicture);
        world.authority.throwsAt = 1;
        world.drain();
        assertEquals(OrderState.SMS_PENDING, world.state(good));
        assertEquals(2, world.lanes.open());
        assertEquals(2, world.lanes.failures(10).size());
        world.authority.throwsAt = -1;
        world.clock.pass(Duration.ofHours(1));
        world.drain();
        assertEquals(List.of(2L, 1L), world.authority.submissions());
    }

    @Test
    public void anOrderWhoseProvinceIsMissingIsNotSent() {
        String order = world.passed();
        world.unserved.add(order);
        world.drain();
        assertEquals(Map.of(), world.authority.taken);
        assertEquals("its return brings another effect", 0, world.lanes.open());
        world.unserved.clear();
        world.lanes.put(World.LANE, "upload", order, world.clock.instant());
        world.drain();
        assertEquals(Map.of(1L, "1"), world.authority.taken);
    }

    @Test
    public void twoEffectsOfOneOrderSendItOnce() {
        String order = world.passed();
        world.lanes.put(World.LANE, "upload", order, world.clock.instant());
        world.drain();
        assertEquals(Map.of(1L, "1"), world.authority.taken);
        assertEquals(0, world.lanes.open());
    }

    @Test
    public void withoutAGatewayTheLaneWaitsAndGoesOnWhenItIsThere() {
        world.passed();
        world.gateways.removeGateway(world.installed);
        world.drain();
        assertTrue(world.lanes.paused(World.LANE).startsWith("waits for authority 440000"));
        world.missingParts.run("");
        assertTrue("still missing", world.lanes.paused(World.LANE).startsWith("waits for authority 440000"));
        world.gateways.addGateway(world.installed, world.authority);
        world.missingParts.run("");
        assertNull(world.lanes.paused(World.LANE));
        world.transactions.run(() -> world.lanes.setPaused(World.LANE, "paused by olga: x"));
        world.missingParts.run("");
        assertEquals("paused by olga: x", world.lanes.paused(World.LANE));
        world.transactions.run(() -> world.lanes.setPaused(World.LANE, null));
        world.drain();
        assertNull(world.lanes.paused(World.LANE));
        assertEquals(Map.of(1L, "1"), world.authority.taken);
    }

    @Test
    public void whatDidNotGoIsToldWithTheUpload() {
        String order = world.passed();
        world.authority.leftOut = List.of("/organizer/principal/emergencyContact");
        world.drain();
        assertEquals(List.of("uploaded " + order + " in 440000/1 without [/organizer/principal/emergencyContact]"), world.events.told);
        String other = world.passed();
        world.authority.faults.add(Authority.Fault.ANSWER_LOST);
        world.authority.reachable = false;
        world.drain();
        world.authority.reachable = true;
        world.authority.leftOut = List.of();
        world.drainForADay();
        assertEquals("as the file was made, whatever is agreed on when it is known to be taken", "uploaded " + other
            + " in 440000/2 without [/organizer/principal/emergencyContact]", world.events.told.get(1));
    }

    @Test
    public void ordersWhoseAccountWasTakenAwayAreParkedOneByOne() {
        String first = world.passed();
        String second = world.passed();
        world.authority.configured = false;
        world.drain();
        assertEquals(List.of("parked " + first, "parked " + second), world.events.told);
        assertEquals(0, world.lanes.open());
        assertNull(world.lanes.paused(World.LANE));
    }

    @Test
    public void aFileThatMayHaveBeenSentStaysWithItsAccount() {
        world.passed();
        world.authority.faults.add(Authority.Fault.ANSWER_LOST);
        world.authority.reachable = false;
        world.drain();
        String later = world.passed();
        world.authority.configured = false;
        world.clock.pass(Duration.ofHours(3));
        world.drain();
        assertEquals(List.of("parked " + later), world.events.told);
        assertTrue(world.lanes.paused(World.LANE), world.lanes.paused(World.LANE).startsWith("waits for authority 440000"));
        world.authority.configured = true;
        world.authority.reachable = true;
        world.missingParts.run("");
        world.drain();
        assertEquals("sent once", Map.of(1L, "1"), world.authority.taken);
        assertEquals(0, world.lanes.open());
    }

    @Test
    public void aPauseOfTheOperatorHolds() {
        world.passed();
        world.transactions.run(() -> world.lanes.setPaused(World.LANE, "paused by olga: maintenance"));
        world.drain();
        assertEquals(List.of(), world.authority.calls);
        assertFalse(world.lanes.paused(World.LANE).isEmpty());
    }
}

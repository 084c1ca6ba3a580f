package org.openbeian.core.effect;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;
import org.openbeian.api.channel.DeliveryResult;
import org.openbeian.api.channel.Endpoint;
import org.openbeian.api.channel.Endpoints;
import org.openbeian.api.channel.NotificationChannel;
import org.openbeian.api.channel.OutgoingMessage;
import org.openbeian.api.effect.Effect;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Role;
import org.openbeian.api.store.DeliveryStore;
import org.openbeian.api.store.EndpointStore;

/** Endpoints that fail, rest, are slow or disabled. */
public class ChannelEndpointsTest extends ChannelLaneFixture {

    private void endpoint(String id, boolean enabled) {
        post.kind = NotificationChannel.AddressKind.ENDPOINT;
        kept.insert(new EndpointStore.Kept(new Endpoint(id, "alice", "email", id, URI.create("https://a.example.com/"), Set.of(), enabled,
            clock.instant(), 0, null, null, null), "s"));
    }

    @Test
    public void anEndpointThatFailsIsNotTriedAgainInTheSameBatch() {
        endpoint("e1", true);
        put(effect("email", Map.of("endpoint", "e1")));
        post.answers.put("1", DeliveryResult.retryLater("HTTP 500"));
        lane.run(LANE);
        assertEquals(1, kept.endpoints.get("e1").endpoint().failures());
        assertEquals(clock.instant().plusSeconds(30), kept.endpoints.get("e1").endpoint().restUntil());
        assertEquals("e1", deliveries.get(0).maskedAddress());
        post.answers.clear();
        clock.pass(Duration.ofSeconds(30));
        lane.run(LANE);
        assertNull(kept.endpoints.get("e1").endpoint().failingSince());
        assertEquals(List.of(1, 2), deliveries.stream().map(DeliveryStore.Delivery::attempt).toList());
    }

    private void daily(int days) {
        for (int day = 0; day <= days; day++) {
            lane.run(LANE);
            clock.pass(Duration.ofDays(1));
        }
    }

    @Test
    public void aMessageThatAnEndpointNeverTakesEndsWhileTheOthersGo() {
        endpoint("e1", true);
        put(effect("email", Map.of("endpoint", "e1")));
        post.answers.put("1", DeliveryResult.retryLater("HTTP 400"));
        for (int minute = 0; minute < 4 * 24 * 60; minute++) {
            if (minute % 480 == 0) {
                put(new Effect(0, LANE, "message", "order-2", "good" + minute, Map.of("endpoint", "e1"), 0, clock.instant(),
                    clock.instant()));
            }
            lane.run(LANE);
            clock.pass(Duration.ofMinutes(1));
        }
        assertTrue(lanes.failures(10).get(0).gaveUp());
        assertEquals(0, lanes.open());
        assertEquals(12, post.sent.stream().filter(message -> message.key().startsWith("good")).count());
    }

    @Test
    public void whatAnEndpointIsAlwaysTooBusyForEnds() {
        endpoint("e1", true);
        put(effect("email", Map.of("endpoint", "e1")));
        post.answers.put("1", DeliveryResult.busy("HTTP 429"));
        daily(2);
        assertEquals(1, lanes.open());
        daily(1);
        assertTrue(lanes.failures(10).get(0).gaveUp());
    }

    @Test
    public void whatItsReceiverDoesNotWantIsNotListed() {
        endpoint("e1", true);
        put(effect("email", Map.of("endpoint", "e1")));
        withoutAddress.add("order-1");
        lane.run(LANE);
        assertEquals(0, lanes.open());
        assertEquals(List.of(), deliveries);
    }

    /** The endpoint is disabled after its own time; until then its first message waits as long as the later ones. */
    @Test
    public void inAnOutageNothingEndsByItsAgeButWhatFailsHereDoes() {
        endpoint("e1", true);
        put(effect("email", Map.of("endpoint", "e1")));
        post.answers.put("1", DeliveryResult.retryLater("HTTP 503"));
        lane.run(LANE);
        for (int day = 0; day < 4; day++) {
            clock.pass(Duration.ofDays(1));
            post.breaksAfter = day % 2 == 0 ? Integer.MAX_VALUE : 0;
            lane.run(LANE);
            assertEquals(1, lanes.open());
        }
        unrenderable.add("order-1");
        clock.pass(Duration.ofDays(1));
        lane.run(LANE);
        assertTrue(lanes.failures(10).get(0).gaveUp());
    }

    @Test
    public void allThatIsForAnEndpointThatRestsIsPutOffInOneStep() {
        endpoint("e1", true);
        endpoint("e2", true);
        for (int i = 1; i <= 40; i++) {
            put(new Effect(0, LANE, "message", "order-" + i, "k" + i, Map.of("endpoint", i < 40 ? "e1" : "e2"), 0, clock.instant(),
                clock.instant()));
        }
        post.answers.put("1", DeliveryResult.retryLater("HTTP 500"));
        while (!lane.run(LANE).isEmpty()) {
            assertTrue(post.sent.size() <= 2);
        }
        assertEquals(List.of("k1", "k40"), post.sent.stream().map(OutgoingMessage::key).toList());
        assertEquals(1, lanes.postponements());
        for (int i = 1; i < 40; i++) {
            assertEquals(clock.instant().plusSeconds(30), lanes.effect(i).notBefore());
        }
        assertEquals("they have not failed", 0, lanes.effect(2).attempts());
    }

    @Test
    public void whatADisabledEndpointDoesNotGetIsListedWithItsKey() {
        endpoint("e1", false);
        put(effect("email", Map.of("endpoint", "e1", "account", "alice", "message", "received")));
        withoutAddress.add("order-1");
        lane.run(LANE);
        assertEquals(0, lanes.open());
        DeliveryStore.Delivery listed = deliveries.get(0);
        assertEquals("alice received e1 k1 GONE", listed.account() + " " + listed.message() + " " + listed.maskedAddress() + " "
            + listed.key() + " " + listed.result().status());
    }

    @Test
    public void whatWaitsForAnEndpointThatIsChangedDoesNotWaitOn() {
        endpoint("e1", true);
        put(effect("email", Map.of("endpoint", "e1")));
        post.answers.put("1", DeliveryResult.retryLater("HTTP 500"));
        lane.run(LANE);
        post.answers.clear();
        endpoints.change(new Actor("alice", Set.of(Role.APPLICANT), "203.0.113.9"), "e1",
            new Endpoints.Wish(null, null, null, null, true, null));
        lane.run(LANE);
        assertEquals(0, lanes.open());
    }

    /** One endpoint that takes nine seconds for each of its many messages, and one that is quick. */
    @Test
    public void anEndpointThatIsSlowLeavesMostOfTheTimeToTheOthers() {
        endpoint("slow", true);
        endpoint("quick", true);
        for (int i = 1; i <= 4; i++) {
            put(new Effect(0, LANE, "message", "order-" + i, "k" + i, Map.of("endpoint", i < 4 ? "slow" : "quick"), 0, clock.instant(),
                clock.instant()));
        }
        long[] nanos = new long[1];
        lane.nanos = () -> nanos[0];
        post.meanwhile = () -> nanos[0] += post.sent.get(post.sent.size() - 1).key().equals("k4") ? 1_000_000 : 9_000_000_000L;
        assertEquals("the batch is broken off", Optional.of(clock.instant()), lane.run(LANE));
        assertEquals(1, post.sent.size());
        assertEquals(clock.instant().plusSeconds(27), kept.endpoints.get("slow").endpoint().restUntil());
        assertEquals("it has not failed", 0, kept.endpoints.get("slow").endpoint().failures());
        assertEquals(Optional.empty(), lane.run(LANE));
        assertEquals(List.of("k1", "k4"), post.sent.stream().map(OutgoingMessage::key).toList());
        clock.pass(Duration.ofSeconds(27));
        lane.run(LANE);
        assertEquals(List.of("k1", "k4", "k2"), post.sent.stream().map(OutgoingMessage::key).toList());
    }
}

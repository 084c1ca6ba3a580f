package org.openbeian.routes;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.junit.After;
import org.junit.Test;
import org.openbeian.api.channel.ChannelFailure;
import org.openbeian.api.channel.ChannelTransport.Sent;
import org.openbeian.api.channel.DeliveryResult.Status;
import org.openbeian.api.channel.DeliveryResult;
import org.openbeian.api.channel.NotificationChannel;
import org.openbeian.api.channel.OutgoingMessage;
import org.openbeian.api.http.OutgoingFailure;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.testkit.Requirement;

@Requirement({"W-07", "Q-14"})
public class ChannelsTest {

    /** Far more than an answer takes, also on a machine that does much else. */
    private static final int LIMIT_MILLIS = 20_000;
    private static final int SHORT_MILLIS = 300;

    private final Metrics meters = new Metrics();
    private final FilingContext context = new FilingContext(meters);
    private final Tasks tasks = new Tasks();
    private final References references = new References();
    private final PluginRoutes plugins = new PluginRoutes(context, tasks.waker());
    private final Channels channels = new Channels(context, meters, tasks.waker(), LIMIT_MILLIS);
    private final List<Thread> threads = new ArrayList<>();
    private final List<Object> more = new ArrayList<>();
    private final CountDownLatch never = new CountDownLatch(1);

    @After
    public void stop() {
        never.countDown();
        channels.close();
        plugins.close();
        context.shutDown();
        meters.stop();
    }

    @Test
    public void aChannelServesWhenItsDescriptorAndItsRouteAreThere() {
        NotificationChannel channel = new Channel("a", false);
        addChannel(channel);
        assertTrue("without a route", channels.channel("a").isEmpty());
        RouteBuilder route = route("a", exchange -> exchange.getMessage().setBody(DeliveryResult.delivered()));
        addPlugin(route);
        assertSame(channel, channels.channel("a").orElseThrow());
        assertEquals(List.of(Status.DELIVERED, Status.DELIVERED), statuses(channels.send("a", messages(2))));
        removePlugin(route);
        assertTrue(channels.channel("a").isEmpty());
        Sent away = channels.send("a", messages(2));
        assertEquals(List.of(), away.results());
        assertNotNull(away.failure());
        addPlugin(route("a", exchange -> exchange.getMessage().setBody(DeliveryResult.delivered())));
        assertEquals(1, channels.send("a", messages(1)).results().size());
    }

    @Test
    public void theRouteIsToldWhetherMoreFollows() {
        serve("a", false, exchange -> {
            more.add(exchange.getMessage().getHeader(NotificationChannel.MORE));
            exchange.getMessage().setBody(DeliveryResult.delivered());
        });
        channels.send("a", messages(3));
        assertEquals(List.of(true, true, false), more);
    }

    /** A batch keeps a transaction open, so that of a slow channel is short; another channel's is not. */
    @Test
    public void aSlowChannelEndsItsBatchAfterAWhile() {
        long[] time = new long[1];
        channels.nanos = () -> time[0];
        serve("slow", false, exchange -> {
            more.add(exchange.getMessage().getHeader(NotificationChannel.MORE));
            time[0] += 600_000_000;
            exchange.getMessage().setBody(DeliveryResult.delivered());
        });
        serve("quick", false, exchange -> exchange.getMessage().setBody(DeliveryResult.delivered()));
        Sent sent = channels.send("slow", messages(10));
        assertEquals(3, sent.results().size());
        assertNull("the rest has not failed", sent.failure());
        assertEquals("the route knows that the third was the last", List.of(true, true, false), more);
        assertEquals(10, channels.send("quick", messages(10)).results().size());
    }

    @Test
    public void oneBadMessageDoesNotStopTheOthers() {
        serve("a", false, exchange -> {
            if (exchange.getMessage().getBody(OutgoingMessage.class).key().equals("k1")) {
                throw new IllegalStateException("cannot do this one");
            }
            exchange.getMessage().setBody(DeliveryResult.accepted("ok"));
        });
        Sent sent = channels.send("a", messages(3));
        assertEquals(List.of(Status.ACCEPTED, Status.RETRY_LATER, Status.ACCEPTED), statuses(sent));
        assertNull(sent.failure());
    }

    /** The provider's reason stands in the record; a text that nobody made to be shown does not. */
    @Test
    public void theRecordSaysWhyAChannelFailed() {
        Map<Exception, String> reasons = Map.of(
            new ChannelFailure("the service says AuthFailure.SecretIdNotFound", null),
            "the channel failed: the service says AuthFailure.SecretIdNotFound",
            new OutgoingFailure(OutgoingFailure.Why.NO_ANSWER, "no answer in time", null), "the channel failed: no answer in time",
            new ChannelFailure("13800000000 and wang@example.com", null), "the channel failed: 138******00 and w***@example.com",
            new IllegalStateException("the password is hunter2"), "the channel failed: IllegalStateException");
        List<Exception> thrown = List.copyOf(reasons.keySet());
        thrown.forEach(failure -> {
            String id = "c" + thrown.indexOf(failure);
            serve(id, false, exchange -> {
                throw failure;
            });
            assertEquals(List.of(DeliveryResult.retryLater(reasons.get(failure))), channels.send(id, messages(1)).results());
        });
    }

    @Test
    public void aDeadChannelIsLeftAloneAfterThreeFailures() {
        serve("a", false, exchange -> {
            threads.add(Thread.currentThread());
            throw new ChannelFailure("no connection to the mail server", null);
        });
        Sent sent = channels.send("a", messages(50));
        assertEquals(3, sent.results().size());
        assertEquals("it failed too often and is left alone for a while; the last time: the channel failed: no connection to the mail"
            + " server", sent.failure());
        assertEquals(3, threads.size());
        assertEquals("it is not even asked", 0, channels.send("a", messages(50)).results().size());
        assertEquals(3, threads.size());
    }

    @Test
    public void aChannelThatHangsIsCutOffAndKeepsNoMoreThanOneThread() {
        Channels impatient = new Channels(context, meters, tasks.waker(), SHORT_MILLIS);
        NotificationChannel channel = new Channel("a", false);
        impatient.addChannel(references.of(channel), channel);
        addPlugin(route("a", exchange -> {
            threads.add(Thread.currentThread());
            never.await();
        }));
        Sent sent = impatient.send("a", messages(50));
        assertEquals(List.of(Status.RETRY_LATER, Status.RETRY_LATER, Status.RETRY_LATER), statuses(sent));
        assertEquals(1, threads.size());
        assertNotEquals(Thread.currentThread(), threads.get(0));
        impatient.close();
    }

    @Test
    public void aDeadChannelConcernsNoOther() {
        serve("dead", false, exchange -> {
            throw new IllegalStateException("dead");
        });
        serve("alive", false, exchange -> exchange.getMessage().setBody(DeliveryResult.delivered()));
        channels.send("dead", messages(10));
        assertEquals(10, channels.send("alive", messages(10)).results().size());
    }

    @Test
    public void nonsenseIsNotTakenForSuccess() {
        serve("a", false, exchange -> exchange.getMessage().setBody("sent!"));
        assertEquals(List.of(Status.RETRY_LATER), statuses(channels.send("a", messages(1))));
    }

    @Test
    public void aTransactionalChannelRunsOnTheLanesThreadAndFailsItsTransaction() {
        serve("box", true, exchange -> {
            threads.add(Thread.currentThread());
            if (threads.size() == 2) {
                throw new IllegalStateException("database");
            }
            exchange.getMessage().setBody(DeliveryResult.delivered());
        });
        assertEquals(1, channels.send("box", messages(1)).results().size());
        assertSame(Thread.currentThread(), threads.get(0));
        assertThrows(IllegalStateException.class, () -> channels.send("box", messages(1)));
    }

    @Test
    public void theSecondOfTwoServesWhenTheFirstLeaves() {
        NotificationChannel first = new Channel("a", false);
        NotificationChannel second = new Channel("a", false);
        addChannel(first);
        addChannel(second);
        addPlugin(route("a", exchange -> exchange.getMessage().setBody(DeliveryResult.delivered())));
        assertSame(first, channels.channel("a").orElseThrow());
        removeChannel(first);
        assertSame(second, channels.channel("a").orElseThrow());
        assertEquals(1, channels.send("a", messages(1)).results().size());
    }

    @Test
    public void ofTwoVersionsTheHigherServesAndTheLowerAgainWhenItLeaves() {
        NotificationChannel older = new Channel("a", false);
        NotificationChannel newer = new Channel("a", false);
        RouteBuilder olderRoute = route("a", exchange -> exchange.getMessage().setBody(DeliveryResult.refused("old")));
        RouteBuilder newerRoute = route("a", exchange -> exchange.getMessage().setBody(DeliveryResult.delivered()));
        addChannel(older);
        addPlugin(olderRoute);
        assertEquals(List.of(Status.REFUSED), statuses(channels.send("a", messages(1))));
        channels.addChannel(references.of(newer, "1.1.0"), newer);
        plugins.addPlugin(references.of(newerRoute, "1.1.0"), newerRoute);
        assertSame(newer, channels.channel("a").orElseThrow());
        assertEquals(List.of(Status.DELIVERED), statuses(channels.send("a", messages(1))));
        removeChannel(newer);
        removePlugin(newerRoute);
        assertSame(older, channels.channel("a").orElseThrow());
        assertEquals(List.of(Status.REFUSED), statuses(channels.send("a", messages(1))));
    }

    @Test
    public void resultsAreCounted() {
        serve("a", false, exchange -> exchange.getMessage().setBody(DeliveryResult.refused("no")));
        channels.send("a", messages(2));
        assertEquals(2.0, meters.counter("openbeian.channel.results", "channel", "a", "status", "refused").count(), 0);
    }

    private void addPlugin(RouteBuilder plugin) {
        plugins.addPlugin(references.of(plugin), plugin);
    }

    private void removePlugin(RouteBuilder plugin) {
        plugins.removePlugin(references.of(plugin));
    }

    private void addChannel(NotificationChannel channel) {
        channels.addChannel(references.of(channel), channel);
    }

    private void removeChannel(NotificationChannel channel) {
        channels.removeChannel(references.of(channel));
    }

    private void serve(String id, boolean transactional, Processor processor) {
        addChannel(new Channel(id, transactional));
        addPlugin(route(id, processor));
    }

    private static RouteBuilder route(String id, Processor processor) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from("direct:channel." + id).routeId("channel." + id).process(processor);
            }
        };
    }

    private static List<Status> statuses(Sent sent) {
        return sent.results().stream().map(DeliveryResult::status).toList();
    }

    private static List<OutgoingMessage> messages(int count) {
        LocalizedText text = new LocalizedText("文", "text");
        return IntStream.range(0, count).mapToObj(i ->
            new OutgoingMessage("k" + i, "m", "order-" + i, "alice", "alice", text, text, Instant.EPOCH)).toList();
    }

    private static final class Channel implements NotificationChannel {

        private final String id;
        private final boolean transactional;

        Channel(String id, boolean transactional) {
            this.id = id;
            this.transactional = transactional;
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public LocalizedText name() {
            return new LocalizedText(id, id);
        }

        @Override
        public AddressKind addressKind() {
            return AddressKind.ACCOUNT;
        }

        @Override
        public boolean transactional() {
            return transactional;
        }
    }
}

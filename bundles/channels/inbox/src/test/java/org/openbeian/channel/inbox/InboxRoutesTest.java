package org.openbeian.channel.inbox;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.Test;
import org.openbeian.api.channel.DeliveryResult;
import org.openbeian.api.channel.InboxMessage;
import org.openbeian.api.channel.NotificationChannel.AddressKind;
import org.openbeian.api.channel.OutgoingMessage;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.store.InboxStore;

public class InboxRoutesTest {

    private static final OutgoingMessage MESSAGE = new OutgoingMessage("order-1-3-inbox", "pre-review-passed", "order-1",
            "alice", "alice", new LocalizedText("初审通过", "Passed"), new LocalizedText("正文", "Text"), Instant.EPOCH);

    private final List<OutgoingMessage> boxes = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    @Test
    public void aMessageIsPutIntoItsBoxOnTheCallersThread() throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.addRoutes(new InboxRoutes(new Boxes()));
            context.start();
            Object result = context.createProducerTemplate().requestBody("direct:channel.inbox", MESSAGE);
            assertEquals(DeliveryResult.delivered(), result);
            assertEquals(List.of(MESSAGE), boxes);
            assertSame("the lane's transaction is bound to its thread", Thread.currentThread(), threads.get(0));
        }
    }

    @Test
    public void aFailureOfTheStoreReachesTheLane() throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.addRoutes(new InboxRoutes(new Boxes() {
                @Override
                public void put(OutgoingMessage message) {
                    throw new IllegalStateException("no");
                }
            }));
            context.start();
            Exchange exchange = context.createProducerTemplate().request("direct:channel.inbox",
                request -> request.getMessage().setBody(MESSAGE));
            assertTrue(exchange.getException() instanceof IllegalStateException);
        }
    }

    @Test
    public void theChannelIsTransactionalAndAddressesAccounts() {
        InboxChannel channel = new InboxChannel(new Config("系统消息", "Inbox"));
        assertTrue(channel.transactional());
        assertEquals("inbox", channel.id());
        assertEquals(AddressKind.ACCOUNT, channel.addressKind());
        assertEquals("系统消息", channel.name().zh());
    }

    @Test
    public void theOperatorNamesTheBoxAndABlankNameIsRefused() {
        InboxChannel channel = new InboxChannel(new Config(" ", "Inbox"));
        assertEquals("系统消息", channel.name().zh());
        channel.modified(new Config("站内信", "Messages"));
        for (Config bad : List.of(new Config("", "x"), new Config("x", null), new Config("x", "y".repeat(41)), new Config("x\n", "y"))) {
            channel.modified(bad);
            assertEquals("站内信 Messages", channel.name().zh() + " " + channel.name().en());
        }
    }

    private class Boxes implements InboxStore {

        @Override
        public void put(OutgoingMessage message) {
            boxes.add(message);
            threads.add(Thread.currentThread());
        }

        @Override
        public List<InboxMessage> list(String account, long before, int limit) {
            return List.of();
        }

        @Override
        public boolean markRead(String account, long id) {
            return false;
        }
    }
}

package org.openbeian.core.order;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.Test;
import org.openbeian.api.channel.Endpoint;
import org.openbeian.api.channel.NotificationChannel;
import org.openbeian.api.effect.Effect;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.order.Order;
import org.openbeian.api.store.EndpointStore;
import org.openbeian.core.fake.References;
import org.openbeian.testkit.Requirement;
import org.osgi.framework.ServiceReference;

/** What moves of an order put into the lanes. */
@Requirement({"W-07", "A-108", "T-40"})
public class OutboxTest {

    private final Desk desk = new Desk();

    /** A channel for machines. */
    private static final class Hook implements NotificationChannel {

        @Override
        public String id() {
            return "hook";
        }

        @Override
        public LocalizedText name() {
            return new LocalizedText("钩", "hook");
        }

        @Override
        public AddressKind addressKind() {
            return AddressKind.ENDPOINT;
        }

        @Override
        public String form() {
            return "webhook";
        }
    }

    @Test
    public void eventsAndMessagesOfMovesAreKeptWhileTheChannelIsUnplugged() {
        ServiceReference<NotificationChannel> reference = References.of("hook", "1.0.0", 0);
        desk.channels.addChannel(reference, new Hook());
        desk.messages.insert(new EndpointStore.Kept(new Endpoint("e1", "alice", "hook", "mine", URI.create("https://h.example.com/"),
            Set.of(), true, desk.time(), 0, null, null, null), "secret"));
        desk.channels.removeChannel(reference);
        Order order = desk.submitted();
        List<Effect> kept = desk.effects.all().stream().filter(effect -> effect.lane().equals("channel:hook")).toList();
        assertEquals(Set.of("message", "event"), kept.stream().map(Effect::kind).collect(Collectors.toSet()));
        assertTrue(kept.stream().anyMatch(effect -> "order.submitted".equals(effect.data().get("message"))
            && order.id().equals(effect.orderId())));
        assertTrue(kept.stream().anyMatch(effect -> "received".equals(effect.data().get("message"))));
    }

    @Test
    public void whoGetsTheMinistrysCodeIsToldToWatchForIt() {
        desk.uploaded();
        Effect told = desk.effects.all().stream().filter(effect -> effect.lane().equals("channel:inbox")
            && "submitted-to-authority".equals(effect.data().get("message"))).findFirst().orElseThrow();
        assertEquals("one for both, as they have one number", "organizer", told.data().get("verified"));
    }
}

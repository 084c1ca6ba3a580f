package org.openbeian.channel.inbox;

import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.openbeian.api.channel.DeliveryResult;
import org.openbeian.api.channel.OutgoingMessage;
import org.openbeian.api.store.InboxStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Puts each message into its account's box, within the transaction of the lane; a repeat changes nothing. */
@Component(service = RoutesBuilder.class)
public final class InboxRoutes extends RouteBuilder {

    private final InboxStore store;

    /**
     * Over the store.
     *
     * @param store the boxes
     */
    @Activate
    public InboxRoutes(@Reference InboxStore store) {
        this.store = store;
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler());
        from("direct:channel." + InboxChannel.ID).routeId("channel." + InboxChannel.ID).process(exchange -> {
            store.put(exchange.getMessage().getBody(OutgoingMessage.class));
            exchange.getMessage().setBody(DeliveryResult.delivered());
        });
    }
}

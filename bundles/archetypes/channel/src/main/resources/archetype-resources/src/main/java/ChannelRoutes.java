package ${package};

import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.openbeian.api.channel.DeliveryResult;
import org.openbeian.api.channel.OutgoingMessage;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One message in, one result out; what it throws leaves the message waiting, and a {@code ChannelFailure} says in its record why. */
@Component(service = RoutesBuilder.class)
public final class ChannelRoutes extends RouteBuilder {

    private static final Logger LOG = LoggerFactory.getLogger(ChannelRoutes.class);

    @Override
    public void configure() {
        errorHandler(noErrorHandler());
        from("direct:channel." + ChannelDescription.ID).routeId("channel." + ChannelDescription.ID).process(exchange ->
            exchange.getMessage().setBody(send(exchange.getMessage().getBody(OutgoingMessage.class))));
    }

    /** Sends one message. Its address, subject and text are personal data: never log them. */
    static DeliveryResult send(OutgoingMessage message) {
        LOG.info("Message {} for the channel {}", message.key(), ChannelDescription.ID);
        return DeliveryResult.accepted(message.key());
    }
}

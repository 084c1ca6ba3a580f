package org.openbeian.channel.wecom;

import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.openbeian.api.channel.DeliveryResult;
import org.openbeian.api.channel.Endpoints;
import org.openbeian.api.channel.OutgoingMessage;
import org.openbeian.api.http.OutgoingHttp;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Sends each message to the robot of a chat group. */
@Component(service = RoutesBuilder.class)
public final class WecomRoutes extends RouteBuilder {

    private final Endpoints endpoints;
    private final Robot robot;

    /** Created by Declarative Services. */
    @Activate
    public WecomRoutes(@Reference Endpoints endpoints, @Reference OutgoingHttp http) {
        this.endpoints = endpoints;
        this.robot = new Robot(http);
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler());
        from("direct:channel." + WecomChannel.ID).routeId("channel." + WecomChannel.ID).process(this::send);
    }

    private void send(Exchange exchange) {
        OutgoingMessage message = exchange.getMessage().getBody(OutgoingMessage.class);
        exchange.getMessage().setBody(endpoints.target(message.address()).map(target -> robot.send(target, message))
            .orElseGet(() -> DeliveryResult.refused("the endpoint is gone or disabled")));
    }
}

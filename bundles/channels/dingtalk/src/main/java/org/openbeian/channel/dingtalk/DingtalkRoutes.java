package org.openbeian.channel.dingtalk;

import java.time.Clock;
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
public final class DingtalkRoutes extends RouteBuilder {

    private final Endpoints endpoints;
    private final Robot robot;

    /** Created by Declarative Services. Signed with real time: who checks the signature does not live by a virtual clock. */
    @Activate
    public DingtalkRoutes(@Reference Endpoints endpoints, @Reference OutgoingHttp http) {
        this.endpoints = endpoints;
        this.robot = new Robot(http, Clock.systemUTC());
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler());
        from("direct:channel." + DingtalkChannel.ID).routeId("channel." + DingtalkChannel.ID).process(this::send);
    }

    private void send(Exchange exchange) {
        OutgoingMessage message = exchange.getMessage().getBody(OutgoingMessage.class);
        exchange.getMessage().setBody(endpoints.target(message.address()).map(target -> robot.send(target, message))
            .orElseGet(() -> DeliveryResult.refused("the endpoint is gone or disabled")));
    }
}

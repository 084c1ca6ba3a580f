package org.openbeian.channel.webhook;

import java.time.Clock;
import java.util.Optional;
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

/** Calls each endpoint with the message or event as JSON. What an endpoint does wrong is a result: it is no fault of the channel. */
@Component(service = RoutesBuilder.class)
public final class WebhookRoutes extends RouteBuilder {

    private final Endpoints endpoints;
    private final Caller caller;

    /** Created by Declarative Services. Signed with real time: who checks the signature does not live by a virtual clock. */
    @Activate
    public WebhookRoutes(@Reference Endpoints endpoints, @Reference OutgoingHttp http) {
        this(endpoints, http, Clock.systemUTC());
    }

    WebhookRoutes(Endpoints endpoints, OutgoingHttp http, Clock realTime) {
        this.endpoints = endpoints;
        this.caller = new Caller(http, realTime);
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler());
        from("direct:channel." + WebhookChannel.ID).routeId("channel." + WebhookChannel.ID).process(this::send);
    }

    private void send(Exchange exchange) {
        OutgoingMessage message = exchange.getMessage().getBody(OutgoingMessage.class);
        Optional<Endpoints.Target> target = endpoints.target(message.address());
        exchange.getMessage().setBody(target.isEmpty() ? DeliveryResult.refused("the endpoint is gone or disabled")
            : message.extras().payload() == null ? DeliveryResult.refused("there is nothing for machines in this message")
            : caller.call(target.get(), message));
    }
}

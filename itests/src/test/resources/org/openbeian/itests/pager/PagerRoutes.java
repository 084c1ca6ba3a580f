package com.example.pager;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.openbeian.api.channel.DeliveryResult;
import org.openbeian.api.channel.Endpoints;
import org.openbeian.api.channel.OutgoingMessage;
import org.openbeian.api.http.OutgoingFailure;
import org.openbeian.api.http.OutgoingHttp;

/** Sends the text of each message to the address of the pager. */
public final class PagerRoutes extends RouteBuilder {

    private final Endpoints endpoints;
    private final OutgoingHttp http;

    /** Created by Declarative Services. */
    public PagerRoutes(Endpoints endpoints, OutgoingHttp http) {
        this.endpoints = endpoints;
        this.http = http;
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler());
        from("direct:channel." + PagerChannel.ID).routeId("channel." + PagerChannel.ID).process(this::send);
    }

    private void send(Exchange exchange) {
        OutgoingMessage message = exchange.getMessage().getBody(OutgoingMessage.class);
        exchange.getMessage().setBody(endpoints.target(message.address()).map(target -> page(target, message))
                .orElseGet(() -> DeliveryResult.refused("the pager is gone")));
    }

    private DeliveryResult page(Endpoints.Target target, OutgoingMessage message) {
        byte[] text = (message.oneSubject() + "\n" + message.oneText()).getBytes(StandardCharsets.UTF_8);
        try {
            int status = http.call(new OutgoingHttp.Request("POST", target.address(), Map.of("Content-Type", "text/plain; charset=utf-8",
                    "Pager-Key", message.key()), text, null, 1000, 0)).status();
            return status == 200 ? DeliveryResult.accepted("beep") : DeliveryResult.retryLater("HTTP " + status);
        } catch (OutgoingFailure e) {
            return DeliveryResult.failed(e);
        }
    }
}

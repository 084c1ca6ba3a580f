package org.openbeian.channel.webhook;

import java.time.Clock;
import java.time.Duration;
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
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls each endpoint with the message or event as JSON. What an endpoint does wrong is a result: it is no fault of the channel. */
@Component(service = RoutesBuilder.class, configurationPid = WebhookRoutes.PID)
@Designate(ocd = WebhookConfig.class)
public final class WebhookRoutes extends RouteBuilder {

    static final String PID = "org.openbeian.channel.webhook";

    private static final Logger LOG = LoggerFactory.getLogger(WebhookRoutes.class);
    private static final Duration DEFAULT = Duration.ofSeconds(10);
    private static final int DEFAULT_BYTES = 65_536;
    private static final int SHORTEST = 1000;
    private static final int LONGEST = 15_000;
    private static final int LEAST_BYTES = 1024;
    private static final int MOST_BYTES = 1_048_576;

    private final Endpoints endpoints;
    private final OutgoingHttp http;
    private final Clock realTime = Clock.systemUTC();
    private volatile Caller caller;

    /** Created by Declarative Services. Signed with real time: who checks the signature does not live by a virtual clock. */
    @Activate
    public WebhookRoutes(@Reference Endpoints endpoints, @Reference OutgoingHttp http, WebhookConfig config) {
        this.endpoints = endpoints;
        this.http = http;
        this.caller = new Caller(http, DEFAULT, DEFAULT_BYTES, realTime);
        modified(config);
    }

    @Modified
    void modified(WebhookConfig config) {
        boolean patient = config.timeout_millis() >= SHORTEST && config.timeout_millis() <= LONGEST;
        if (!patient || config.answer_bytes() < LEAST_BYTES || config.answer_bytes() > MOST_BYTES) {
            LOG.error("{}: {} {} is out of range; the configuration is refused and the old one stays", PID,
                patient ? "answer.bytes" : "timeout.millis", patient ? config.answer_bytes() : config.timeout_millis());
        } else {
            caller = new Caller(http, Duration.ofMillis(config.timeout_millis()), config.answer_bytes(), realTime);
        }
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

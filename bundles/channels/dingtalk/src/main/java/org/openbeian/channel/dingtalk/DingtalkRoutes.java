package org.openbeian.channel.dingtalk;

import java.time.Clock;
import java.time.Duration;
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

/** Sends each message to the robot of a chat group. */
@Component(service = RoutesBuilder.class, configurationPid = DingtalkRoutes.PID)
@Designate(ocd = DingtalkConfig.class)
public final class DingtalkRoutes extends RouteBuilder {

    static final String PID = "org.openbeian.channel.dingtalk";

    private static final Logger LOG = LoggerFactory.getLogger(DingtalkRoutes.class);
    private static final Duration DEFAULT = Duration.ofSeconds(10);
    private static final int SHORTEST = 1000;
    private static final int LONGEST = 15_000;

    private final Endpoints endpoints;
    private final OutgoingHttp http;
    private volatile Robot robot;

    /** Created by Declarative Services. Signed with real time: who checks the signature does not live by a virtual clock. */
    @Activate
    public DingtalkRoutes(@Reference Endpoints endpoints, @Reference OutgoingHttp http, DingtalkConfig config) {
        this.endpoints = endpoints;
        this.http = http;
        this.robot = new Robot(http, DEFAULT, Clock.systemUTC());
        modified(config);
    }

    @Modified
    void modified(DingtalkConfig config) {
        if (config.timeout_millis() < SHORTEST || config.timeout_millis() > LONGEST) {
            LOG.error("{}: timeout.millis {} is not {} to {}; the configuration is refused and the old one stays", PID,
                config.timeout_millis(), SHORTEST, LONGEST);
        } else {
            robot = new Robot(http, Duration.ofMillis(config.timeout_millis()), Clock.systemUTC());
        }
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

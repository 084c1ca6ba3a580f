package org.openbeian.channel.webhook;

import static org.junit.Assert.assertEquals;

import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.Test;
import org.openbeian.api.channel.DeliveryResult;
import org.openbeian.api.channel.DeliveryResult.Status;
import org.openbeian.api.channel.Endpoints;
import org.openbeian.api.channel.OutgoingMessage;
import org.openbeian.api.channel.OutgoingMessage.Extras;
import org.openbeian.api.http.OutgoingHttp;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.contract.kit.LoopbackHttp;
import org.openbeian.contract.kit.LoopbackServer;

public class WebhookRoutesTest {

    @Test
    public void theRouteCallsTheEndpointAndRefusesWhereThereIsNone() throws Exception {
        try (LoopbackServer server = new LoopbackServer(call -> new LoopbackServer.Reply(200, ""));
                DefaultCamelContext context = new DefaultCamelContext()) {
            context.addRoutes(new WebhookRoutes(endpoints(), new LoopbackHttp(server.port()), new Config(10_000, 65_536)));
            context.start();
            ProducerTemplate producer = context.createProducerTemplate();
            assertEquals(Status.DELIVERED, status(producer, message("e1", "{}")));
            assertEquals(Status.REFUSED, status(producer, message("e2", "{}")));
            assertEquals(Status.REFUSED, status(producer, message("e1", null)));
            assertEquals(1, server.calls().size());
        }
    }

    @Test
    public void aBadConfigurationIsRefusedAndTheOldOneStays() throws Exception {
        List<String> limits = new ArrayList<>();
        OutgoingHttp http = request -> {
            limits.add(request.patience().toMillis() + " " + request.mostBytes());
            return new OutgoingHttp.Answer(200, request.address(), Map.of(), new byte[0]);
        };
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            WebhookRoutes routes = new WebhookRoutes(endpoints(), http, new Config(0, 65_536));
            context.addRoutes(routes);
            context.start();
            ProducerTemplate producer = context.createProducerTemplate();
            status(producer, message("e1", "{}"));
            for (Config config : List.of(new Config(2000, 4096), new Config(2000, 1023), new Config(999, 4096), new Config(15_001, 4096),
                    new Config(15_000, 1_048_577))) {
                routes.modified(config);
                status(producer, message("e1", "{}"));
            }
        }
        assertEquals("the default, then the one good one", List.of("10000 65536", "2000 4096", "2000 4096", "2000 4096", "2000 4096",
            "2000 4096"), limits);
    }

    private static Status status(ProducerTemplate producer, OutgoingMessage message) {
        return producer.requestBody("direct:channel.webhook", message, DeliveryResult.class).status();
    }

    private static Endpoints endpoints() {
        return (Endpoints) Proxy.newProxyInstance(Endpoints.class.getClassLoader(), new Class<?>[] {Endpoints.class},
            (proxy, method, arguments) -> "e1".equals(arguments[0])
                ? Optional.of(new Endpoints.Target(URI.create("https://hooks.example.com/"), "secret")) : Optional.empty());
    }

    private static OutgoingMessage message(String endpoint, String payload) {
        LocalizedText text = new LocalizedText("文", "text");
        return new OutgoingMessage("k", "received", null, "alice", endpoint, text, text, Instant.EPOCH,
            new Extras(null, Map.of(), payload, null));
    }
}

package org.openbeian.channel.dingtalk;

import static org.junit.Assert.assertEquals;

import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
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
import org.openbeian.api.http.OutgoingHttp;
import org.openbeian.api.model.LocalizedText;

public class DingtalkRoutesTest {

    private static final String ROBOT = "https://oapi.dingtalk.com/robot/send?access_token=t";

    private final List<Long> limits = new ArrayList<>();

    @Test
    public void theRobotIsCalledWithinTheConfiguredTimeAndABadTimeChangesNothing() throws Exception {
        OutgoingHttp http = request -> {
            limits.add(request.patience().toMillis());
            return new OutgoingHttp.Answer(200, request.address(), Map.of(), "{\"errcode\":0}".getBytes(StandardCharsets.US_ASCII));
        };
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            DingtalkRoutes routes = new DingtalkRoutes(endpoints(), http, new Config(999));
            context.addRoutes(routes);
            context.start();
            ProducerTemplate producer = context.createProducerTemplate();
            assertEquals(Status.ACCEPTED, send(producer, "e1"));
            routes.modified(new Config(2000));
            assertEquals(Status.ACCEPTED, send(producer, "e1"));
            routes.modified(new Config(15_001));
            assertEquals(Status.ACCEPTED, send(producer, "e1"));
            assertEquals("no such robot", Status.REFUSED, send(producer, "e2"));
        }
        assertEquals(List.of(10_000L, 2000L, 2000L), limits);
    }

    private static Status send(ProducerTemplate producer, String endpoint) {
        LocalizedText text = new LocalizedText("文", "text");
        return producer.requestBody("direct:channel.dingtalk", new OutgoingMessage("k", "received", null, "alice", endpoint, text, text,
            Instant.EPOCH, new OutgoingMessage.Extras(null, Map.of(), null, null)), DeliveryResult.class).status();
    }

    private static Endpoints endpoints() {
        return (Endpoints) Proxy.newProxyInstance(Endpoints.class.getClassLoader(), new Class<?>[] {Endpoints.class},
            (proxy, method, arguments) -> "e1".equals(arguments[0])
                ? Optional.of(new Endpoints.Target(URI.create(ROBOT), "secret")) : Optional.empty());
    }
}

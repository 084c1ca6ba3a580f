package org.openbeian.routes;

import java.time.Instant;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.openbeian.api.effect.EffectRunner;
import org.openbeian.api.effect.Stage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Runs the stages of the flow through their routes, on the caller's thread. */
@Component
public final class Stages implements EffectRunner {

    private final RouteSet routes;
    private final ProducerTemplate producer;

    /** Adds the routes of the stages. */
    @Activate
    public Stages(@Reference CamelContext context,
            @Reference(target = "(" + Stage.NAME + "=" + Stage.AUTHORITY_LANE + ")") Stage authorityLane,
            @Reference(target = "(" + Stage.NAME + "=" + Stage.CHANNEL_LANE + ")") Stage channelLane,
            @Reference(target = "(" + Stage.NAME + "=" + Stage.AUTHORITY_POLL + ")") Stage authorityPoll,
            @Reference(target = "(" + Stage.NAME + "=" + Stage.MISSING_PARTS + ")") Stage missingParts) throws Exception {
        routes = new RouteSet(context);
        routes.add(authorityLane, new StageRoutes(Stage.AUTHORITY_LANE, authorityLane));
        routes.add(channelLane, new StageRoutes(Stage.CHANNEL_LANE, channelLane));
        routes.add(authorityPoll, new StageRoutes(Stage.AUTHORITY_POLL, authorityPoll));
        routes.add(missingParts, new LookRoutes(missingParts));
        producer = context.createProducerTemplate();
    }

    @Deactivate
    void close() {
        producer.stop();
        routes.removeAll();
    }

    @Override
    public Optional<Instant> run(String stage, String key) {
        Exchange exchange = producer.request("direct:" + stage, request -> request.getMessage().setBody(key));
        if (exchange.getException() instanceof RuntimeException failure) {
            throw failure;
        }
        if (exchange.getException() != null) {
            throw new IllegalStateException("stage " + stage + " failed for " + key, exchange.getException());
        }
        Object next = exchange.getMessage().getBody();
        return next instanceof Optional<?> optional ? optional.map(Instant.class::cast) : Optional.empty();
    }
}

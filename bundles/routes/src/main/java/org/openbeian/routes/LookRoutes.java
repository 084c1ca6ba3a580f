package org.openbeian.routes;

import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteBuilder;
import org.openbeian.api.effect.Stage;
import org.openbeian.api.store.StoreUnavailable;

/** Looks every two seconds, in real time, whether what lanes wait for has come. */
final class LookRoutes extends RouteBuilder {

    private final Stage missingParts;

    LookRoutes(Stage missingParts) {
        this.missingParts = missingParts;
    }

    @Override
    public void configure() {
        from("timer:missing-parts?period=2000").routeId(Stage.MISSING_PARTS)
            .doTry()
                .process(exchange -> missingParts.run(""))
            .doCatch(StoreUnavailable.class)
                .log(LoggingLevel.DEBUG, "the store is away")
            .end();
    }
}

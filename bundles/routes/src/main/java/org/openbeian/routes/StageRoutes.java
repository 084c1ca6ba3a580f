package org.openbeian.routes;

import org.apache.camel.builder.RouteBuilder;
import org.openbeian.api.effect.Stage;

/** The route of one stage: in goes its key, out comes when to run again. Failures go back to the caller. */
final class StageRoutes extends RouteBuilder {

    private final String name;
    private final Stage stage;

    StageRoutes(String name, Stage stage) {
        this.name = name;
        this.stage = stage;
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler());
        from("direct:" + name).routeId(name)
            .process(exchange -> exchange.getMessage().setBody(stage.run(exchange.getMessage().getBody(String.class))));
    }
}

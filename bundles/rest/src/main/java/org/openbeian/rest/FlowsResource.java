package org.openbeian.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.Arrays;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.order.Flow;
import org.openbeian.api.order.Flows;
import org.openbeian.api.order.Obligation;
import org.openbeian.api.order.Obligations;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Permission;

/** How filings go, and what is due. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Orders")
public final class FlowsResource {

    private final Services services;

    FlowsResource(Services services) {
        this.services = services;
    }

    /** A flow. */
    @GET
    @Path("/flows/{type}")
    @Needs(Permission.READ_RULES)
    @Operation(summary = "The way of a filing type through the reviews", description = "Read out of the table that moves orders, with"
            + " the settings in force and the channels that are there.")
    @ApiResponse(responseCode = "200", description = "The flow", content = @Content(schema = @Schema(implementation = Flow.class)))
    public Response flow(@PathParam("type") String type) {
        FilingType wanted = Arrays.stream(FilingType.values()).filter(one -> one.name().equals(type)).findFirst()
                .orElseThrow(() -> new Trouble(404, "type-unknown", "the filing types are " + Arrays.toString(FilingType.values())));
        return Response.ok(services.need(Flows.class).of(wanted)).build();
    }

    /** What is due. */
    @GET
    @Path("/me/deadlines")
    @Needs(Permission.READ_ORDER)
    @Operation(summary = "What is due for this account", description = "Deadlines of its orders, of the cases that authorities opened,"
            + " of its templates in review, its granted sites and their public-security filings, the earliest first.")
    @ApiResponse(responseCode = "200", description = "What is due",
            content = @Content(schema = @Schema(implementation = Obligation[].class)))
    public Response deadlines(@Context Actor actor) {
        return Response.ok(services.need(Obligations.class).of(actor)).build();
    }

    /** The same for calendars. */
    @GET
    @Path("/me/deadlines.ics")
    @Produces({"text/calendar", MediaType.APPLICATION_JSON})
    @Needs(Permission.READ_ORDER)
    @Operation(summary = "What is due for this account, as a calendar", description = "An iCalendar feed to subscribe to, with an API key"
            + " of the account; what the account itself has to do comes with an alarm.")
    @ApiResponse(responseCode = "200", description = "RFC 5545", content = @Content(mediaType = "text/calendar",
            schema = @Schema(type = "string")))
    public Response calendar(@Context Actor actor) {
        return Response.ok(Ics.of(services.need(Obligations.class).of(actor), services.need(Clock.class).instant()),
                "text/calendar;charset=UTF-8").build();
    }
}

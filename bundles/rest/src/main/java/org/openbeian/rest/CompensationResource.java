package org.openbeian.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.openbeian.api.billing.Compensation;
import org.openbeian.api.billing.Compensations;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Permission;

/** The compensation of an order. */
@Path("/orders/{orderId}/compensation")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Orders")
public final class CompensationResource {

    private final Services services;

    CompensationResource(Services services) {
        this.services = services;
    }

    /** What was granted. */
    @GET
    @Needs(Permission.READ_ORDER)
    @Operation(summary = "The free server time granted for the time that the filing took (W-12)", description = "Line by line: each stay"
            + " in a state from the first submission to the approval, and whether it counts. Granted once, shortly after the approval;"
            + " bookedAt is null until the billing took it.")
    @ApiResponse(responseCode = "200", description = "What was granted", content = @Content(schema =
            @Schema(implementation = Compensation.class)))
    @ApiResponse(responseCode = "404", description = "Unknown, not the caller's, or without a compensation")
    public Response get(@PathParam("orderId") String id, @Context Actor actor) {
        return Response.ok(services.need(Compensations.class).get(actor, Input.id(id))).build();
    }
}

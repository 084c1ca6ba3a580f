package org.openbeian.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.openbeian.api.order.CallAppointments;
import org.openbeian.api.order.CallPlan;
import org.openbeian.api.order.Order;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Permission;

/** The specialist's call by appointment. */
@Path("/orders/{orderId}/call-plan")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Orders")
public final class CallPlanResource {

    private final Services services;

    CallPlanResource(Services services) {
        this.services = services;
    }

    /** What is known of the call. */
    @GET
    @Needs(Permission.READ_ORDER)
    @Operation(summary = "When a specialist calls about the order", description = "The number that calls, the windows that were picked"
            + " and those that may be picked, the calls that nobody answered, and what happens next and when.")
    @ApiResponse(responseCode = "200", description = "The plan", content = @Content(schema = @Schema(implementation = CallPlan.class)))
    public Response plan(@PathParam("orderId") String orderId, @Context Actor actor) {
        return Response.ok(services.need(CallAppointments.class).plan(actor, Input.id(orderId))).build();
    }

    /** Picks windows. */
    @PUT
    @Path("/windows")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.FILE_ORDER)
    @Operation(summary = "Pick windows for the specialist's call", description = "Replaces those picked before; possible during the"
            + " pre-review. The person in charge is told the windows and the number, and reminded before each window.")
    @ApiResponse(responseCode = "200", description = "The order after the change; ETag is its version",
            content = @Content(schema = @Schema(implementation = Order.class)))
    public Response pick(@PathParam("orderId") String orderId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            Requests.CallWindows body, @Context Actor actor) {
        return Replies.order(actor, services.need(CallAppointments.class).pick(actor, Input.id(orderId), Input.version(ifMatch),
                body.windows()));
    }
}

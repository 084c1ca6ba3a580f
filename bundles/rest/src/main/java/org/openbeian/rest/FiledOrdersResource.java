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
import org.openbeian.api.order.FieldChange;
import org.openbeian.api.order.Order;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Permission;

/** What orders need because they rest on what is filed already. */
@Path("/orders/{orderId}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Orders")
public final class FiledOrdersResource {

    private final Services services;

    FiledOrdersResource(Services services) {
        this.services = services;
    }

    /** Old and new. */
    @GET
    @Path("/changes")
    @Needs(Permission.READ_ORDER)
    @Operation(summary = "What the order changes of what is on record", description = "Every place that differs, with the value on"
            + " record and the one asked for; staff sees personal data masked. Empty when nothing about it is on record here.")
    @ApiResponse(responseCode = "200", description = "The places, by their pointers",
            content = @Content(schema = @Schema(implementation = FieldChange[].class)))
    public Response changes(@PathParam("orderId") String orderId, @Context Actor actor) {
        return Response.ok(services.filingTypes().changes(actor, Input.id(orderId))).build();
    }

    /** Takes the filing password. */
    @PUT
    @Path("/filing-password")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.FILE_ORDER)
    @Operation(summary = "Give the filing password", description = "Access filings and cancellations of an organizer hand it on to"
            + " the authority. It is sealed, shown to nobody, and destroyed when the order is done. Who lost it finds it again at"
            + " https://beian.miit.gov.cn/.")
    @ApiResponse(responseCode = "200", description = "The order after the change; ETag is its version",
            content = @Content(schema = @Schema(implementation = Order.class)))
    public Response password(@PathParam("orderId") String orderId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            Requests.FilingPassword body, @Context Actor actor) {
        return Replies.order(actor, services.filingTypes().givePassword(actor, Input.id(orderId), Input.version(ifMatch),
                body.password()));
    }
}

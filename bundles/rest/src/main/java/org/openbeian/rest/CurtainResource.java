package org.openbeian.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.openbeian.api.curtain.Curtain;
import org.openbeian.api.curtain.CurtainAddress;
import org.openbeian.api.curtain.Curtains;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Permission;

/** The curtain of an order. */
@Path("/orders/{orderId}/curtain")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Curtains", description = "The free curtain for the verification photo, by post; it need not be sent back (W-08, W-10)")
public final class CurtainResource {

    private static final String CURTAIN = "The curtain; its address is masked for all but the applicant";

    private final Services services;

    /**
     * How a curtain was sent.
     *
     * @param carrier who carries it; null together with the number has the courier service of this installation take it
     * @param tracking the carrier's number
     */
    record CurtainShipment(String carrier, String tracking) {
    }

    CurtainResource(Services services) {
        this.services = services;
    }

    /** The curtain. */
    @GET
    @Needs(Permission.READ_ORDER)
    @Operation(summary = "The latest curtain of an order")
    @ApiResponse(responseCode = "200", description = CURTAIN, content = @Content(schema = @Schema(implementation = Curtain.class)))
    public Response get(@PathParam("orderId") String orderId, @Context Actor actor) {
        return Response.ok(services.need(Curtains.class).get(actor, Input.id(orderId))).build();
    }

    /** Asks for one. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.FILE_ORDER)
    @Operation(summary = "Ask for the free curtain", description = "For the applicant alone. A second one is refused while one is under"
            + " way.")
    @ApiResponse(responseCode = "201", description = CURTAIN, content = @Content(schema = @Schema(implementation = Curtain.class)))
    public Response request(@PathParam("orderId") String orderId, CurtainAddress body, @Context Actor actor) {
        Curtain made = services.need(Curtains.class).request(actor, Input.id(orderId), body);
        return Replies.created("/orders/" + made.orderId() + "/curtain", made, made.version());
    }

    /** Shows where it goes. */
    @POST
    @Path("/address")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.SEND_CURTAIN)
    @Operation(summary = "Show where a curtain goes, in clear", description = "To label the parcel, while the curtain is under way. Who"
            + " asked and why is kept in the audit.")
    @ApiResponse(responseCode = "200", description = "Recipient, address and phone by pointer",
            content = @Content(schema = @Schema(implementation = Requests.Revealed.class)))
    public Response reveal(@PathParam("orderId") String orderId, Requests.Reason body, @Context Actor actor) {
        return Response.ok(new Requests.Revealed(services.need(Curtains.class).reveal(actor, Input.id(orderId), body.reason()))).build();
    }

    /** Sends it. */
    @POST
    @Path("/dispatch")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.SEND_CURTAIN)
    @Operation(summary = "Note that the curtain was sent", description = "The applicant is told carrier and number. Without both, the"
            + " courier service takes the parcel where this installation has one.")
    @ApiResponse(responseCode = "200", description = CURTAIN, content = @Content(schema = @Schema(implementation = Curtain.class)))
    public Response dispatch(@PathParam("orderId") String orderId, CurtainShipment body, @Context Actor actor) {
        return Response.ok(services.need(Curtains.class).dispatch(actor, Input.id(orderId), body.carrier(), body.tracking())).build();
    }

    /** Notes that it arrived. */
    @POST
    @Path("/receipt")
    @Needs(Permission.TEND_CURTAIN)
    @Operation(summary = "Note that the curtain arrived", description = "By the applicant or an operator.")
    @ApiResponse(responseCode = "200", description = CURTAIN, content = @Content(schema = @Schema(implementation = Curtain.class)))
    public Response receive(@PathParam("orderId") String orderId, @Context Actor actor) {
        return Response.ok(services.need(Curtains.class).receive(actor, Input.id(orderId))).build();
    }

    /** Gives it up. */
    @POST
    @Path("/cancellation")
    @Needs(Permission.TEND_CURTAIN)
    @Operation(summary = "Give the curtain up", description = "By the applicant or an operator, until it was sent.")
    @ApiResponse(responseCode = "200", description = CURTAIN, content = @Content(schema = @Schema(implementation = Curtain.class)))
    public Response cancel(@PathParam("orderId") String orderId, @Context Actor actor) {
        return Response.ok(services.need(Curtains.class).cancel(actor, Input.id(orderId))).build();
    }
}

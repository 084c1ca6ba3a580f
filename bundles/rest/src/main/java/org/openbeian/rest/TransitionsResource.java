package org.openbeian.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import javax.ws.rs.Consumes;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.openbeian.api.order.CallAttempt;
import org.openbeian.api.order.Consent;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.Orders;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.order.ReviewDesk;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Permission;

/** The commands that move an order from state to state. */
@Path("/orders/{orderId}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Transitions", description = "Hand in, review, return, withdraw")
public final class TransitionsResource {

    private static final String CHANGED = "The order after the change; ETag is its version";

    private final Services services;

    TransitionsResource(Services services) {
        this.services = services;
    }

    /** Hands in. */
    @POST
    @Path("/submission")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.FILE_ORDER)
    @Operation(summary = "Hand the order in", description = "Runs all rules of the order's province, of the nation and of its"
            + " resources. A refusal is a 422 with all findings at once. The three consents carry the versions that"
            + " GET /consents gave.")
    @ApiResponse(responseCode = "200", description = CHANGED, content = @Content(schema = @Schema(implementation = Order.class)))
    public Response submit(@PathParam("orderId") String orderId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            Requests.Submission body, @Context Actor actor) {
        List<Consent> consents = body.consents().stream()
                .map(agreed -> new Consent(agreed.text(), agreed.version(), null, null, null)).toList();
        return Replies.order(actor,
                services.need(Orders.class).submit(actor, Input.id(orderId), Input.version(ifMatch), consents));
    }

    /** Takes an order in pre-review. */
    @POST
    @Path("/claim")
    @Needs(Permission.REVIEW_ORDER)
    @Operation(summary = "Take the order for pre-review")
    @ApiResponse(responseCode = "200", description = CHANGED, content = @Content(schema = @Schema(implementation = Order.class)))
    public Response claim(@PathParam("orderId") String orderId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Context Actor actor) {
        return Replies.order(actor, services.need(Orders.class).claim(actor, Input.id(orderId), Input.version(ifMatch)));
    }

    /** Gives an order back to the queue. */
    @POST
    @Path("/release")
    @Needs(Permission.REVIEW_ORDER)
    @Operation(summary = "Give the order back to the queue of pre-review")
    @ApiResponse(responseCode = "200", description = CHANGED, content = @Content(schema = @Schema(implementation = Order.class)))
    public Response release(@PathParam("orderId") String orderId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Context Actor actor) {
        return Replies.order(actor, services.need(Orders.class).release(actor, Input.id(orderId), Input.version(ifMatch)));
    }

    /** Logs a call. */
    @POST
    @Path("/calls")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.REVIEW_ORDER)
    @Operation(summary = "Log a call to the principal", description = "The last six characters of the ID number, as the"
            + " person said them, are compared (lastSix) and not kept; or send lastSixMatch alone. Items hold a result for each item of"
            + " the call task; dataConfirmed alone stands for all of them. The second call that is not answered returns the order.")
    @ApiResponse(responseCode = "200", description = CHANGED, content = @Content(schema = @Schema(implementation = Order.class)))
    public Response call(@PathParam("orderId") String orderId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            Requests.Call body, @Context Actor actor) {
        Boolean match = body.lastSixMatch();
        if (body.lastSix() != null) {
            if (match != null) {
                throw new Refusal(Refusal.Kind.INVALID, "call-contradictory", "Send either lastSix or lastSixMatch.");
            }
            match = services.need(ReviewDesk.class).isLastSix(actor, Input.id(orderId), body.lastSix());
        }
        CallAttempt call = new CallAttempt(null, null, body.answered(), body.knowsOfFiling(), match, body.dataConfirmed(),
                body.note(), body.items(), body.told(), body.understood());
        return Replies.order(actor, services.need(Orders.class).logCall(actor, Input.id(orderId), Input.version(ifMatch), call));
    }

    /** Passes. */
    @POST
    @Path("/pass")
    @Needs(Permission.REVIEW_ORDER)
    @Operation(summary = "Pass the pre-review", description = "Needs a logged call in which all was confirmed.")
    @ApiResponse(responseCode = "200", description = CHANGED, content = @Content(schema = @Schema(implementation = Order.class)))
    public Response pass(@PathParam("orderId") String orderId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Context Actor actor) {
        return Replies.order(actor, services.need(Orders.class).pass(actor, Input.id(orderId), Input.version(ifMatch)));
    }

    /** Returns. */
    @POST
    @Path("/return")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.REVIEW_ORDER)
    @Operation(summary = "Return the order to its applicant", description = "Each reason names the field to repair; only these"
            + " may be changed then. Codes are those of GET /reviews/{orderId}/reasons; a text that is left out is the catalogue's.")
    @ApiResponse(responseCode = "200", description = CHANGED, content = @Content(schema = @Schema(implementation = Order.class)))
    public Response giveBack(@PathParam("orderId") String orderId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            Requests.Return body, @Context Actor actor) {
        return Replies.order(actor,
                services.need(Orders.class).giveBack(actor, Input.id(orderId), Input.version(ifMatch), body.reasons()));
    }

    /** Gives up. */
    @POST
    @Path("/withdrawal")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.FILE_ORDER)
    @Operation(summary = "Give the order up", description = "Possible until the authority has taken it.")
    @ApiResponse(responseCode = "200", description = CHANGED, content = @Content(schema = @Schema(implementation = Order.class)))
    public Response withdraw(@PathParam("orderId") String orderId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            Requests.Reason body, @Context Actor actor) {
        return Replies.order(actor,
                services.need(Orders.class).withdraw(actor, Input.id(orderId), Input.version(ifMatch), body.reason()));
    }

    /** Records a completed SMS verification. */
    @POST
    @Path("/sms-confirmation")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.MEND_ORDER)
    @Operation(summary = "Record that the SMS verification is complete", description = "For an operator who knows it from"
            + " elsewhere; the reason is kept.")
    @ApiResponse(responseCode = "200", description = CHANGED, content = @Content(schema = @Schema(implementation = Order.class)))
    public Response confirmSms(@PathParam("orderId") String orderId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            Requests.Reason body, @Context Actor actor) {
        return Replies.order(actor,
                services.need(Orders.class).confirmSms(actor, Input.id(orderId), Input.version(ifMatch), body.reason()));
    }

    /** Sends again. */
    @POST
    @Path("/resend")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.MEND_ORDER)
    @Operation(summary = "Send the order to the authority again, unchanged", description = "After an expired SMS verification;"
            + " refused until results were fetched and none is known for this order.")
    @ApiResponse(responseCode = "200", description = CHANGED, content = @Content(schema = @Schema(implementation = Order.class)))
    public Response resend(@PathParam("orderId") String orderId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            Requests.Reason body, @Context Actor actor) {
        return Replies.order(actor,
                services.need(Orders.class).resend(actor, Input.id(orderId), Input.version(ifMatch), body.reason()));
    }
}

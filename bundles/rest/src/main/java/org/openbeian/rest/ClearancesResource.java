package org.openbeian.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
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
import org.openbeian.api.order.Clearances;
import org.openbeian.api.order.Order;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Permission;

/** What specialists say about findings: enquiries cleared up, and overrides that take two. */
@Path("/orders/{orderId}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Clearances", description = "Clear up what rules ask; override, by two, what they refuse")
public final class ClearancesResource {

    private static final String CHANGED = "The order after the change; review.clearances tells what was said";

    private final Services services;

    /**
     * A finding and why.
     *
     * @param rule rule id of the finding
     * @param pointer JSON pointer of the finding; empty for the whole order
     * @param reason why, for the record
     */
    record Statement(@JsonProperty(required = true) String rule, @JsonProperty(required = true) String pointer,
            @JsonProperty(required = true) String reason) {
    }

    /**
     * A finding.
     *
     * @param rule its rule id
     * @param pointer its JSON pointer; empty for the whole order
     */
    record Place(@JsonProperty(required = true) String rule, @JsonProperty(required = true) String pointer) {
    }

    ClearancesResource(Services services) {
        this.services = services;
    }

    /** Clears up an enquiry. */
    @POST
    @Path("/clearances")
    @Needs(Permission.REVIEW_ORDER)
    @Operation(summary = "Clear up an enquiry of the rules", description = "While an enquiry (a finding of severity ASK) is open,"
            + " the order cannot be passed.")
    @ApiResponse(responseCode = "200", description = CHANGED, content = @Content(schema = @Schema(implementation = Order.class)))
    public Response clear(@PathParam("orderId") String orderId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            Statement body, @Context Actor actor) {
        return Replies.order(actor, services.need(Clearances.class).clear(actor, Input.id(orderId), Input.version(ifMatch), body.rule(),
                body.pointer(), body.reason()));
    }

    /** Proposes an override. */
    @POST
    @Path("/overrides")
    @Needs(Permission.REVIEW_ORDER)
    @Operation(summary = "Propose to override a finding", description = "For a finding of severity BLOCK that is not hard, while"
            + " the order is with its applicant. It counts once another specialist approved it, and as long as what the rule"
            + " looked at and the rule's version stay the same.")
    @ApiResponse(responseCode = "200", description = CHANGED, content = @Content(schema = @Schema(implementation = Order.class)))
    public Response propose(@PathParam("orderId") String orderId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            Statement body, @Context Actor actor) {
        return Replies.order(actor, services.need(Clearances.class).propose(actor, Input.id(orderId), Input.version(ifMatch), body.rule(),
                body.pointer(), body.reason()));
    }

    /** Approves an override. */
    @POST
    @Path("/overrides/approval")
    @Needs(Permission.APPROVE_OVERRIDE)
    @Operation(summary = "Approve an override that another proposed")
    @ApiResponse(responseCode = "200", description = CHANGED, content = @Content(schema = @Schema(implementation = Order.class)))
    public Response approve(@PathParam("orderId") String orderId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            Place body, @Context Actor actor) {
        return Replies.order(actor, services.need(Clearances.class).approve(actor, Input.id(orderId), Input.version(ifMatch), body.rule(),
                body.pointer()));
    }

    /** Ends an override. */
    @POST
    @Path("/overrides/revocation")
    @Needs(Permission.REVIEW_ORDER)
    @Operation(summary = "Take back or turn down an override", description = "The finding stops the order again.")
    @ApiResponse(responseCode = "200", description = CHANGED, content = @Content(schema = @Schema(implementation = Order.class)))
    public Response revoke(@PathParam("orderId") String orderId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            Statement body, @Context Actor actor) {
        return Replies.order(actor, services.need(Clearances.class).revoke(actor, Input.id(orderId), Input.version(ifMatch), body.rule(),
                body.pointer(), body.reason()));
    }
}

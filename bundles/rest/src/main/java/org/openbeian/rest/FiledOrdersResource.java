package org.openbeian.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.openbeian.api.account.ContactCodes;
import org.openbeian.api.order.FieldChange;
import org.openbeian.api.order.FaceChecks;
import org.openbeian.api.order.FilingTypes;
import org.openbeian.api.order.FilingTypes.PasswordRecovery;
import org.openbeian.api.order.MobileChecks;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.Rehearsal;
import org.openbeian.api.order.Rehearsals;
import org.openbeian.api.order.Verification;
import org.openbeian.api.order.Verifications;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Permission;
import org.openbeian.api.template.IdentityTemplates;

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
        return Response.ok(services.need(FilingTypes.class).changes(actor, Input.id(orderId))).build();
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
        return Replies.order(actor, services.need(FilingTypes.class).givePassword(actor, Input.id(orderId), Input.version(ifMatch),
                body.password()));
    }

    /** Notes that it is lost. */
    @POST
    @Path("/filing-password/recovery")
    @Needs(Permission.FILE_ORDER)
    @Operation(summary = "Say that the filing password is lost", description = "Notes it in the order and tells how the ministry recovers"
            + " it, on its own pages; its interface V3.0 takes no such request.")
    @ApiResponse(responseCode = "200", description = "The guide with the order; ETag is its version",
            content = @Content(schema = @Schema(implementation = PasswordRecovery.class)))
    public Response recoverPassword(@PathParam("orderId") String orderId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Context Actor actor) {
        PasswordRecovery recovery = services.need(FilingTypes.class).recoverPassword(actor, Input.id(orderId), Input.version(ifMatch));
        return Replies.of(actor, recovery.order().account(), recovery, recovery.order().version());
    }

    /** Copies a template into the order. */
    @POST
    @Path("/template")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.FILE_ORDER)
    @Operation(summary = "Fill in from a template", description = "Copies an approved template of the order's account to /organizer,"
            + " /organizer/principal or /services/{n}/principal. The audit keeps which template was used.")
    @ApiResponse(responseCode = "200", description = "The order after the change; ETag is its version",
            content = @Content(schema = @Schema(implementation = Order.class)))
    public Response useTemplate(@PathParam("orderId") String orderId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            Requests.TemplateUse body, @Context Actor actor) {
        return Replies.order(actor, services.need(IdentityTemplates.class).apply(actor, Input.id(body.template()), Input.id(orderId),
                Input.version(ifMatch), body.pointer()));
    }

    /** Copies a service's data to others. */
    @POST
    @Path("/service-copy")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.FILE_ORDER)
    @Operation(summary = "Copy one service's data to others", description = "Contents, languages, approvals, person in charge and accesses,"
            + " between services of a kind; names, domains and features stay.")
    @ApiResponse(responseCode = "200", description = "The order after the change; ETag is its version",
            content = @Content(schema = @Schema(implementation = Order.class)))
    public Response copyService(@PathParam("orderId") String orderId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            Requests.ServiceCopy body, @Context Actor actor) {
        return Replies.order(actor, services.need(IdentityTemplates.class).copyService(actor, Input.id(orderId),
                Input.version(ifMatch), body.from(), body.to()));
    }

    /** Opens a face verification. */
    @POST
    @Path("/face-checks")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.FILE_ORDER)
    @Operation(summary = "Open a face verification", description = "For one person in charge; it counts for every service of that person in"
            + " the order. The order then holds the link for the person (review/faces). After a return it must be repeated.")
    @ApiResponse(responseCode = "200", description = "The order after the change; ETag is its version",
            content = @Content(schema = @Schema(implementation = Order.class)))
    public Response openFace(@PathParam("orderId") String orderId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            Requests.PersonInCharge body, @Context Actor actor) {
        return Replies.order(actor, services.need(FaceChecks.class).open(actor, Input.id(orderId), Input.version(ifMatch),
                body.pointer()));
    }

    /** Fetches results. */
    @POST
    @Path("/face-checks/results")
    @Needs(Permission.FILE_ORDER)
    @Operation(summary = "Fetch the results of face verifications", description = "Asks the provider about every person who has not been"
            + " through yet. Result, address and its province become facts for the rules, until the result expires.")
    @ApiResponse(responseCode = "200", description = "The order, changed when there was a result; ETag is its version",
            content = @Content(schema = @Schema(implementation = Order.class)))
    public Response fetchFaces(@PathParam("orderId") String orderId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Context Actor actor) {
        return Replies.order(actor, services.need(FaceChecks.class).fetch(actor, Input.id(orderId), Input.version(ifMatch)));
    }

    /** Sends a code. */
    @PUT
    @Path("/mobile-codes")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.FILE_ORDER)
    @Operation(summary = "Send a code to the mobile of a person in charge", description = "To the number that is entered; a new code ends"
            + " the one before. A 409 channel-missing says that this server reaches no mobiles.")
    @ApiResponse(responseCode = "200", description = "Where the code went, masked, and until when it is good",
            content = @Content(schema = @Schema(implementation = ContactCodes.Sent.class)))
    public Response sendMobileCode(@PathParam("orderId") String orderId, Requests.PersonInCharge body, @Context Actor actor) {
        return Response.ok(services.need(MobileChecks.class).send(actor, Input.id(orderId), body.pointer())).build();
    }

    /** Takes a code; a PUT, since an Idempotency-Key would undo the count of a wrong try. */
    @PUT
    @Path("/mobile-codes/confirmation")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.FILE_ORDER)
    @Operation(summary = "Verify the mobile of a person in charge by the code that arrived", description = "The number counts as verified"
            + " for everybody in the order who has it. A few wrong tries end the code.")
    @ApiResponse(responseCode = "200", description = "The order after the change; ETag is its version",
            content = @Content(schema = @Schema(implementation = Order.class)))
    public Response confirmMobile(@PathParam("orderId") String orderId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            Requests.MobileCode body, @Context Actor actor) {
        return Replies.order(actor, services.need(MobileChecks.class).confirm(actor, Input.id(orderId), Input.version(ifMatch),
                body.pointer(), body.code()));
    }

    /** Rehearses. */
    @POST
    @Path("/rehearsal")
    @Needs(Permission.READ_ORDER)
    @Operation(summary = "Rehearse the order", description = "Runs the rules, builds the upload and, where the simulated authority is"
            + " there, lets its data checks look at it. Nothing is stored or sent, and nobody is told.")
    @ApiResponse(responseCode = "200", description = "What would become of it",
            content = @Content(schema = @Schema(implementation = Rehearsal.class)))
    public Response rehearse(@PathParam("orderId") String orderId, @Context Actor actor) {
        return Response.ok(services.need(Rehearsals.class).rehearse(actor, Input.id(orderId))).build();
    }

    /** Checks a step. */
    @POST
    @Path("/verification")
    @Needs(Permission.FILE_ORDER)
    @Operation(summary = "Verify now", description = "Runs the checks of one step of the forms, or of all, and proposes the filing type"
            + " from what the register and the authority know, with the facts used. Nothing is stored or submitted.")
    @ApiResponse(responseCode = "200", description = "What was found",
            content = @Content(schema = @Schema(implementation = Verification.class)))
    public Response verify(@PathParam("orderId") String orderId, @QueryParam("step") @Parameter(description = "basic, organizer,"
            + " organizer-principal, service or service-principal; all when missing") String step, @Context Actor actor) {
        return Response.ok(services.need(Verifications.class).verify(actor, Input.id(orderId), step)).build();
    }

    /** Objects. */
    @POST
    @Path("/type-objection")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.FILE_ORDER)
    @Operation(summary = "Object to the proposed filing type", description = "Says why the order's type fits although the organizer is"
            + " said to be filed; a specialist decides.")
    @ApiResponse(responseCode = "200", description = "The order after the change; ETag is its version",
            content = @Content(schema = @Schema(implementation = Order.class)))
    public Response object(@PathParam("orderId") String orderId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            Requests.Reason body, @Context Actor actor) {
        return Replies.order(actor, services.need(FilingTypes.class).objectToType(actor, Input.id(orderId), Input.version(ifMatch),
                body.reason()));
    }

    /** Decides. */
    @POST
    @Path("/type-decision")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.REVIEW_ORDER)
    @Operation(summary = "Decide on an objection to the filing type", description = "Once accepted, the order keeps its type whatever is"
            + " known of the organizer.")
    @ApiResponse(responseCode = "200", description = "The order after the change; ETag is its version",
            content = @Content(schema = @Schema(implementation = Order.class)))
    public Response decide(@PathParam("orderId") String orderId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            Requests.TypeDecision body, @Context Actor actor) {
        return Replies.order(actor, services.need(FilingTypes.class).decideType(actor, Input.id(orderId), Input.version(ifMatch),
                body.accepted(), body.reason()));
    }

    /** Files anew. */
    @POST
    @Path("/refiling")
    @Needs(Permission.START_ORDER)
    @Operation(summary = "File anew what must be filed anew", description = "After the last missed SMS verification (T-42): starts a"
            + " draft with the data of the ended order; materials are uploaded again.")
    @ApiResponse(responseCode = "201", description = "The draft; Location and ETag say where it is and in which version",
            content = @Content(schema = @Schema(implementation = Order.class)))
    public Response refile(@PathParam("orderId") String orderId, @Context Actor actor) {
        Order order = services.need(FilingTypes.class).refile(actor, Input.id(orderId));
        return Replies.created("/orders/" + order.id(), order, order.version());
    }
}

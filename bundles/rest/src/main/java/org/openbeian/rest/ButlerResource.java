package org.openbeian.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.openbeian.api.audit.AuditLog;
import org.openbeian.api.billing.Billing;
import org.openbeian.api.billing.Charge;
import org.openbeian.api.billing.FreeTime;
import org.openbeian.api.billing.Invoice;
import org.openbeian.api.butler.ButlerCase;
import org.openbeian.api.butler.Butlers;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Permission;

/** The filing butler and what it costs. */
@Path("/butler")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Butler", description = "The paid, voluntary service beside a filing (T-111 to T-114)")
public final class ButlerResource {

    private static final String CASE = "The case";

    private final Services services;

    /**
     * What the service costs.
     *
     * @param prices CNY by item
     */
    record Prices(Map<String, BigDecimal> prices) {
    }

    /**
     * An order for the service.
     *
     * @param orderId the filing that it is about
     * @param items price items, each once
     */
    record NewCase(@JsonProperty(required = true) String orderId, @JsonProperty(required = true) List<String> items) {
    }

    /**
     * Who serves a case.
     *
     * @param butler name of an account with the role BUTLER
     */
    record Assignment(@JsonProperty(required = true) String butler) {
    }

    /**
     * What is handed over.
     *
     * @param note a text, or null
     * @param materials ids of materials of the order, or null
     */
    record HandedOver(String note, List<String> materials) {
    }

    /**
     * A wish for an invoice.
     *
     * @param charges ids of charges that are on no invoice yet
     * @param title whom it is made out to
     */
    record NewInvoice(@JsonProperty(required = true) List<String> charges, @JsonProperty(required = true) String title) {
    }

    ButlerResource(Services services) {
        this.services = services;
    }

    /** Prices. */
    @GET
    @Path("/prices")
    @Needs(Permission.READ_RULES)
    @Operation(summary = "What the butler costs", description = "In CNY. A filing itself is free.")
    @ApiResponse(responseCode = "200", description = "By item", content = @Content(schema = @Schema(implementation = Prices.class)))
    public Response prices() {
        return Response.ok(new Prices(services.need(Butlers.class).prices())).build();
    }

    /** Asks for a butler. */
    @POST
    @Path("/cases")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.USE_BUTLER)
    @Operation(summary = "Ask for a butler", description = "Costs nothing until a butler is assigned.")
    @ApiResponse(responseCode = "201", description = CASE, content = @Content(schema = @Schema(implementation = ButlerCase.class)))
    public Response request(NewCase body, @Context Actor actor) {
        ButlerCase made = services.need(Butlers.class).request(actor, Input.id(body.orderId()), body.items());
        return Replies.created("/butler/cases/" + made.id(), made, made.version());
    }

    /** Cases. */
    @GET
    @Path("/cases")
    @Needs(Permission.READ_CASE)
    @Operation(summary = "Cases, newest first", description = "At most 200, without what was handed over.")
    @ApiResponse(responseCode = "200", description = "Those that the caller sees",
            content = @Content(schema = @Schema(implementation = ButlerCase[].class)))
    public Response list(@Context Actor actor) {
        return Response.ok(services.need(Butlers.class).list(actor)).build();
    }

    /** A case. */
    @GET
    @Path("/cases/{case}")
    @Needs(Permission.READ_CASE)
    @Operation(summary = "One case", description = "Its butler sees what was handed over while he serves it; each look is audited.")
    @ApiResponse(responseCode = "200", description = CASE, content = @Content(schema = @Schema(implementation = ButlerCase.class)))
    public Response get(@PathParam("case") String id, @Context Actor actor) {
        return Response.ok(services.need(Butlers.class).get(actor, Input.id(id))).build();
    }

    /** Assigns. */
    @POST
    @Path("/cases/{case}/assignment")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.ASSIGN_BUTLER)
    @Operation(summary = "Give the case to a butler", description = "Books the agreed price, once.")
    @ApiResponse(responseCode = "200", description = CASE, content = @Content(schema = @Schema(implementation = ButlerCase.class)))
    public Response assign(@PathParam("case") String id, Assignment body, @Context Actor actor) {
        return Response.ok(services.need(Butlers.class).assign(actor, Input.id(id), body.butler())).build();
    }

    /** Hands over. */
    @POST
    @Path("/cases/{case}/hand-overs")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.USE_BUTLER)
    @Operation(summary = "Hand a note and materials over to the butler of the case")
    @ApiResponse(responseCode = "200", description = CASE, content = @Content(schema = @Schema(implementation = ButlerCase.class)))
    public Response handOver(@PathParam("case") String id, HandedOver body, @Context Actor actor) {
        return Response.ok(services.need(Butlers.class).handOver(actor, Input.id(id), body.note(),
                body.materials() == null ? List.of() : body.materials())).build();
    }

    /** A picture. */
    @GET
    @Path("/cases/{case}/materials/{material}")
    @Produces({"image/jpeg", "image/png", MediaType.APPLICATION_JSON, MediaType.WILDCARD})
    @Needs(Permission.READ_CASE)
    @Operation(summary = "Fetch a picture that was handed over", description = "For the butler of the case, while he serves it, with"
            + " his name and the time across it; each look is audited.")
    @ApiResponse(responseCode = "200", description = "The bytes as uploaded, or marked", content = {
        @Content(mediaType = "image/jpeg", schema = @Schema(type = "string", format = "binary")),
        @Content(mediaType = "image/png", schema = @Schema(type = "string", format = "binary"))})
    public Response material(@PathParam("case") String id, @PathParam("material") String material, @Context Actor actor) {
        return MaterialsResource.picture(services.need(Butlers.class).material(actor, Input.id(id), Input.id(material)));
    }

    /** Completes. */
    @POST
    @Path("/cases/{case}/completion")
    @Needs(Permission.SERVE_CASE)
    @Operation(summary = "End the service", description = "The butler does not see the case from then on.")
    @ApiResponse(responseCode = "200", description = CASE, content = @Content(schema = @Schema(implementation = ButlerCase.class)))
    public Response complete(@PathParam("case") String id, @Context Actor actor) {
        return Response.ok(services.need(Butlers.class).complete(actor, Input.id(id))).build();
    }

    /** Cancels. */
    @POST
    @Path("/cases/{case}/cancellation")
    @Needs(Permission.USE_BUTLER)
    @Operation(summary = "Give the service up", description = "Possible until a butler is assigned.")
    @ApiResponse(responseCode = "200", description = CASE, content = @Content(schema = @Schema(implementation = ButlerCase.class)))
    public Response cancel(@PathParam("case") String id, @Context Actor actor) {
        return Response.ok(services.need(Butlers.class).cancel(actor, Input.id(id))).build();
    }

    /** Charges. */
    @GET
    @Path("/charges")
    @Needs(Permission.USE_BUTLER)
    @Operation(summary = "What the caller was charged, newest first", description = "At most 200.")
    @ApiResponse(responseCode = "200", description = "Item, amount, time and order of each",
            content = @Content(schema = @Schema(implementation = Charge[].class)))
    public Response charges(@Context Actor actor) {
        return Response.ok(services.need(Billing.class).charges(actor.account())).build();
    }

    /** Free time. */
    @GET
    @Path("/free-time")
    @Needs(Permission.USE_BUTLER)
    @Operation(summary = "The server time that the caller need not pay for, newest first (W-12)", description = "At most 200.")
    @ApiResponse(responseCode = "200", description = "Days, server and order of each",
            content = @Content(schema = @Schema(implementation = FreeTime[].class)))
    public Response freeTime(@Context Actor actor) {
        return Response.ok(services.need(Billing.class).freeTime(actor.account())).build();
    }

    /** Asks for an invoice. */
    @POST
    @Path("/invoices")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.USE_BUTLER)
    @Operation(summary = "Ask for an invoice")
    @ApiResponse(responseCode = "200", description = "The invoice",
            content = @Content(schema = @Schema(implementation = Invoice.class)))
    public Response invoice(NewInvoice body, @Context Actor actor) {
        return Response.ok(services.need(Billing.class).requestInvoice(actor.account(), body.charges(), body.title())).build();
    }

    /** Invoices. */
    @GET
    @Path("/invoices")
    @Needs(Permission.USE_BUTLER)
    @Operation(summary = "The caller's invoices, newest first", description = "At most 200.")
    @ApiResponse(responseCode = "200", description = "Each with whether it was issued",
            content = @Content(schema = @Schema(implementation = Invoice[].class)))
    public Response invoices(@Context Actor actor) {
        return Response.ok(services.need(Billing.class).invoices(actor.account())).build();
    }

    /** Notes that an invoice was issued. */
    @POST
    @Path("/invoices/{invoice}/issued")
    @Needs(Permission.ASSIGN_BUTLER)
    @Operation(summary = "Note that an invoice was issued")
    @ApiResponse(responseCode = "204", description = "Noted")
    public Response issued(@PathParam("invoice") String id, @Context Actor actor) {
        String invoice = Input.id(id);
        if (!services.need(Billing.class).issued(invoice)) {
            throw new Refusal(Refusal.Kind.NOT_FOUND, "invoice-not-found", "there is no such invoice");
        }
        services.need(AuditLog.class).record(actor, "invoice.issued", "invoice", invoice, null, Map.of());
        return Response.noContent().build();
    }
}

package org.openbeian.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.PATCH;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.openbeian.api.model.Application;
import org.openbeian.api.order.CaseExport;
import org.openbeian.api.order.CaseExports;
import org.openbeian.api.order.CaseView;
import org.openbeian.api.order.CaseViews;
import org.openbeian.api.order.Explanation;
import org.openbeian.api.order.FooterSnippet;
import org.openbeian.api.order.HistoryEntry;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.Orders;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.order.Requirements;
import org.openbeian.api.order.Reveals;
import org.openbeian.api.print.DocumentPrinter;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Permission;
import org.openbeian.core.json.CaseDocument;
import org.openbeian.core.json.ModelJson;

/** One order: read it, fill it in, ask about it. */
@Path("/orders/{orderId}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Orders")
public final class OrderResource {

    private final Services services;
    private final JsonBody json;

    OrderResource(Services services, JsonBody json) {
        this.services = services;
        this.json = json;
    }

    /** Shows an order. */
    @GET
    @Needs(Permission.READ_ORDER)
    @Operation(summary = "Read an order", description = "Staff sees personal data masked; POST reveal shows it for a reason.")
    @ApiResponse(responseCode = "200", description = "The order; ETag is its version",
            content = @Content(schema = @Schema(implementation = Order.class)))
    @ApiResponse(responseCode = "304", description = "Not changed since the version in If-None-Match")
    public Response get(@PathParam("orderId") String orderId, @HeaderParam(HttpHeaders.IF_NONE_MATCH) String known,
            @Context Actor actor) {
        Order order = services.need(Orders.class).get(actor, Input.id(orderId));
        if (Input.etag(order.version()).equals(known)) {
            return Response.notModified().header(HttpHeaders.ETAG, known).build();
        }
        return Replies.order(actor, order);
    }

    /** Changes the application. */
    @PATCH
    @Consumes("application/merge-patch+json")
    @Needs(Permission.FILE_ORDER)
    @Operation(summary = "Fill in or change the application", description = "A JSON merge patch (RFC 7396) on the property"
            + " application of the order; null removes a field, arrays are replaced as a whole. After a return only the"
            + " marked fields may differ.")
    @RequestBody(required = true, content = @Content(mediaType = "application/merge-patch+json",
            schema = @Schema(implementation = Application.class)))
    @ApiResponse(responseCode = "200", description = "The changed order",
            content = @Content(schema = @Schema(implementation = Order.class)))
    public Response patch(@PathParam("orderId") String orderId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, JsonNode patch, @Context Actor actor) {
        long wanted = Input.version(ifMatch);
        Order order = services.need(Orders.class).get(actor, Input.id(orderId));
        if (wanted != Orders.ANY_VERSION && wanted != order.version()) {
            throw new Refusal(Refusal.Kind.STALE, "order-changed",
                    "the order is at " + Input.etag(order.version()) + " now; read it again");
        }
        Application changed = json.convert(MergePatch.apply(json.toTree(order.application()), patch), Application.class);
        return Replies.order(actor, services.need(Orders.class).edit(actor, order.id(), order.version(), changed));
    }

    /** What is missing. */
    @GET
    @Path("/requirements")
    @Needs(Permission.READ_ORDER)
    @Operation(summary = "What the order still needs", description = "Missing fields and materials, what comes later, what is"
            + " overdue, and the findings of the rules on what is there.")
    @ApiResponse(responseCode = "200", description = "What is missing at this moment",
            content = @Content(schema = @Schema(implementation = Requirements.class)))
    public Response requirements(@PathParam("orderId") String orderId, @Context Actor actor) {
        Requirements requirements = services.need(Orders.class).requirements(actor, Input.id(orderId));
        return Response.ok(requirements).header(HttpHeaders.ETAG, Input.etag(requirements.version())).build();
    }

    /** What happened. */
    @GET
    @Path("/history")
    @Needs(Permission.READ_ORDER)
    @Operation(summary = "What happened to the order", description = "Append-only; the entries form a hash chain.")
    @ApiResponse(responseCode = "200", description = "Entries, oldest first",
            content = @Content(schema = @Schema(implementation = HistoryEntry[].class)))
    public Response history(@PathParam("orderId") String orderId,
            @QueryParam("after") @Parameter(description = "Only entries with a higher number") String after,
            @Context Actor actor) {
        int no = (int) Input.query("after", after, 0, Integer.MAX_VALUE, 0);
        return Response.ok(services.need(Orders.class).history(actor, Input.id(orderId), no)).build();
    }

    /** Why it was judged so. */
    @GET
    @Path("/explanation")
    @Needs(Permission.READ_ORDER)
    @Operation(summary = "Why the order was judged as it was", description = "Every rule that applied, with its inputs, source,"
            + " bundle and version. Personal inputs are masked for staff.")
    @ApiResponse(responseCode = "200", description = "The verdicts, newest last",
            content = @Content(schema = @Schema(implementation = Explanation.class)))
    public Response explanation(@PathParam("orderId") String orderId, @Context Actor actor) {
        Explanation explanation = services.need(Orders.class).explain(actor, Input.id(orderId));
        String owner = services.need(Orders.class).get(actor, orderId).account();
        return Response.ok(Masking.forActor(actor, owner, explanation)).build();
    }

    /** Where the case stands. */
    @GET
    @Path("/case")
    @Needs(Permission.READ_ORDER)
    @Operation(summary = "Where the case stands over all its stages", description = "Domain, forms, pre-review, authority and public"
            + " security, each done, under way, to come, stopped or unknown; and the stage that is under way.")
    @ApiResponse(responseCode = "200", description = "The stages", content = @Content(schema = @Schema(implementation = CaseView.class)))
    public Response view(@PathParam("orderId") String orderId, @Context Actor actor) {
        return Response.ok(services.need(CaseViews.class).of(actor, Input.id(orderId))).build();
    }

    /** Hands out all of it. */
    @GET
    @Path("/export")
    @Needs(Permission.READ_ORDER)
    @Operation(summary = "All that is kept of the order", description = "Order, history, explanation, and the proof that the history is"
            + " whole. Materials are named with their digests; staff sees personal data masked.")
    @ApiResponse(responseCode = "200", description = "The case", content = @Content(schema = @Schema(implementation = CaseExport.class)))
    public Response export(@PathParam("orderId") String orderId, @Context Actor actor) {
        CaseExport export = services.need(CaseExports.class).of(actor, Input.id(orderId));
        return Response.ok(Masking.forActor(actor, export.order().account(), export)).header(HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"" + export.order().id() + ".json\"").build();
    }

    /** Hands out all of it on paper. */
    @GET
    @Path("/export.pdf")
    @Produces({DocumentPrinter.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @Needs(Permission.READ_ORDER)
    @Operation(summary = "All that is kept of the order, as PDF", description = "As the export in JSON, masked like it, with the proof"
            + " and how to check it. Needs the feature openbeian-pdf.")
    @ApiResponse(responseCode = "200", description = "PDF",
            content = @Content(mediaType = DocumentPrinter.MEDIA_TYPE, schema = @Schema(type = "string", format = "binary")))
    public Response exportPdf(@PathParam("orderId") String orderId,
            @QueryParam("lang") @Parameter(description = "zh or en; zh when missing") String language, @Context Actor actor) {
        boolean chinese = Prints.inChinese(language);
        CaseExport export = services.need(CaseExports.class).of(actor, Input.id(orderId));
        JsonNode seen = ModelJson.mapper().valueToTree(Masking.forActor(actor, export.order().account(), export));
        return Prints.pdf(Prints.printer(services), CaseDocument.of(seen, chinese), export.order().id());
    }

    /** Shows masked fields. */
    @POST
    @Path("/reveal")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.REVEAL_DATA)
    @Operation(summary = "Show masked fields in clear", description = "Fields are JSON pointers below /application or /review;"
            + " that of an object stands for all its fields. Who asked, for what and why is kept in the audit.")
    @ApiResponse(responseCode = "200", description = "The values by pointer, without empty ones",
            content = @Content(schema = @Schema(implementation = Requests.Revealed.class)))
    public Response reveal(@PathParam("orderId") String orderId, Requests.Reveal body, @Context Actor actor) {
        return Response.ok(new Requests.Revealed(services.need(Reveals.class).reveal(actor, Input.id(orderId), body.fields(),
                body.reason()))).build();
    }

    /** Footer code. */
    @GET
    @Path("/footer")
    @Needs(Permission.READ_ORDER)
    @Operation(summary = "Footer code for the granted services")
    @ApiResponse(responseCode = "200", description = "One per service; empty before approval",
            content = @Content(schema = @Schema(implementation = FooterSnippet[].class)))
    public Response footer(@PathParam("orderId") String orderId, @Context Actor actor) {
        return Response.ok(services.need(Orders.class).footers(actor, Input.id(orderId))).build();
    }
}

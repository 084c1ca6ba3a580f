package org.openbeian.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.openbeian.api.guidance.Checklist;
import org.openbeian.api.guidance.Checklists;
import org.openbeian.api.print.DocumentPrinter;
import org.openbeian.api.print.PrintedDocument;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Permission;

/** What a case needs. */
@Path("/orders/{orderId}/checklist")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Checklists", description = "What a case needs: item, stage, state and criteria, from the rules that judge it (T-108, T-110)")
public final class ChecklistResource {

    private final Services services;

    ChecklistResource(Services services) {
        this.services = services;
    }

    /** The list. */
    @GET
    @Needs(Permission.READ_ORDER)
    @Operation(summary = "The checklist of an order", description = "Without personal data. What comes later names the step that yields"
            + " it.")
    @ApiResponse(responseCode = "200", description = "The list", content = @Content(schema = @Schema(implementation = Checklist.class)))
    public Response get(@PathParam("orderId") String orderId, @Context Actor actor) {
        return Response.ok(services.need(Checklists.class).of(actor, Input.id(orderId))).build();
    }

    /** The list to print. */
    @GET
    @Path("/page")
    @Produces({Prints.HTML, MediaType.APPLICATION_JSON})
    @Needs(Permission.READ_ORDER)
    @Operation(summary = "The checklist of an order to print", description = "A self-contained page of HTML for A4 paper.")
    @ApiResponse(responseCode = "200", description = "HTML", content = @Content(mediaType = "text/html", schema = @Schema(type = "string")))
    public Response page(@PathParam("orderId") String orderId,
            @QueryParam("lang") @Parameter(description = "zh or en; zh when missing") String language, @Context Actor actor) {
        return Prints.html(services, document(orderId, language, actor));
    }

    /** The list as PDF. */
    @GET
    @Path("/page.pdf")
    @Produces({DocumentPrinter.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @Needs(Permission.READ_ORDER)
    @Operation(summary = "The checklist of an order as PDF", description = "With its fonts in it. Needs the feature openbeian-pdf.")
    @ApiResponse(responseCode = "200", description = "PDF",
            content = @Content(mediaType = DocumentPrinter.MEDIA_TYPE, schema = @Schema(type = "string", format = "binary")))
    public Response pdf(@PathParam("orderId") String orderId,
            @QueryParam("lang") @Parameter(description = "zh or en; zh when missing") String language, @Context Actor actor) {
        PrintedDocument list = document(orderId, language, actor);
        return Prints.pdf(Prints.printer(services), list, "checklist-" + orderId);
    }

    private PrintedDocument document(String orderId, String language, Actor actor) {
        return services.need(Checklists.class).document(actor, Input.id(orderId), Prints.inChinese(language));
    }
}

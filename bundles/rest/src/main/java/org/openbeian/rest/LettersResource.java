package org.openbeian.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.function.Function;
import javax.ws.rs.GET;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.openbeian.api.order.Letter;
import org.openbeian.api.order.Letters;
import org.openbeian.api.print.DocumentPrinter;
import org.openbeian.api.print.PrintedDocument;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Permission;

/** Letters to be signed, filled in from the order. Printing is a PUT: it keeps what was printed, and answers with a document. */
@Path("/orders/{orderId}/letters")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Letters", description = "Letters and forms that the province wants signed, filled in from the order; the signed copy is"
        + " uploaded as the material of the same type (A-94)")
public final class LettersResource {

    private static final String ABOUT = "JSON pointer to what it is about, as listed";

    private final Services services;

    LettersResource(Services services) {
        this.services = services;
    }

    /** The letters. */
    @GET
    @Needs(Permission.READ_ORDER)
    @Operation(summary = "The letters that an order asks for", description = "With the version in force, the one that was printed last"
            + " and that of the signed copy. Without personal data.")
    @ApiResponse(responseCode = "200", description = "As the rules of the province name them",
            content = @Content(schema = @Schema(implementation = Letter[].class)))
    public Response list(@PathParam("orderId") String orderId, @Context Actor actor) {
        return Response.ok(services.need(Letters.class).of(actor, Input.id(orderId))).build();
    }

    /** A letter to print. */
    @PUT
    @Path("/{type}/page")
    @Produces({Prints.HTML, MediaType.APPLICATION_JSON})
    @Needs(Permission.FILE_ORDER)
    @Operation(summary = "A letter, filled in, to print", description = "For who files alone. Takes no body; keeps which version was"
            + " printed: a copy that is uploaded from now on counts as of this version.")
    @ApiResponse(responseCode = "200", description = "HTML", content = @Content(mediaType = "text/html", schema = @Schema(type = "string")))
    public Response page(@PathParam("orderId") String orderId, @PathParam("type") String type,
            @QueryParam("subject") @Parameter(description = ABOUT, required = true) String subject, @Context Actor actor) {
        return print(orderId, type, subject, actor, document -> Prints.html(services, document));
    }

    /** A letter as PDF. */
    @PUT
    @Path("/{type}/page.pdf")
    @Produces({DocumentPrinter.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @Needs(Permission.FILE_ORDER)
    @Operation(summary = "A letter, filled in, as PDF", description = "As the page, with its fonts in it. Needs the feature openbeian-pdf.")
    @ApiResponse(responseCode = "200", description = "PDF",
            content = @Content(mediaType = DocumentPrinter.MEDIA_TYPE, schema = @Schema(type = "string", format = "binary")))
    public Response pdf(@PathParam("orderId") String orderId, @PathParam("type") String type,
            @QueryParam("subject") @Parameter(description = ABOUT, required = true) String subject, @Context Actor actor) {
        return print(orderId, type, subject, actor, document -> Prints.pdf(Prints.printer(services), document, type));
    }

    private Response print(String orderId, String type, String subject, Actor actor, Function<PrintedDocument, Response> rendering) {
        return services.need(Letters.class).print(actor, Input.id(orderId), Input.name(type), MaterialsResource.subject(subject),
                rendering);
    }
}

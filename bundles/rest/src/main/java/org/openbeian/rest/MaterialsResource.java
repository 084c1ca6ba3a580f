package org.openbeian.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.regex.Pattern;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
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
import org.openbeian.api.order.MaterialContent;
import org.openbeian.api.order.MaterialInfo;
import org.openbeian.api.order.MaterialUpload;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.Orders;
import org.openbeian.api.recognition.Recognitions;
import org.openbeian.api.recognition.Recognitions.Recognised;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Permission;

/** The pictures of an order. */
@Path("/orders/{orderId}/materials")
@Tag(name = "Materials", description = "Pictures of certificates and other documents, as raw bytes")
public final class MaterialsResource {

    private static final Pattern POINTER = Pattern.compile("(/[A-Za-z0-9_~.-]{1,60}){0,10}");

    private final Services services;

    MaterialsResource(Services services) {
        this.services = services;
    }

    /** Uploads. */
    @PUT
    @Path("/{material}")
    @Consumes({"image/jpeg", "image/png"})
    @Produces(MediaType.APPLICATION_JSON)
    @Needs(Permission.FILE_ORDER)
    @Operation(summary = "Upload a picture", description = "A picture of the same type and subject is replaced. Kind, size and"
            + " dimensions are checked at once.")
    @RequestBody(required = true, content = {
        @Content(mediaType = "image/jpeg", schema = @Schema(type = "string", format = "binary")),
        @Content(mediaType = "image/png", schema = @Schema(type = "string", format = "binary"))})
    @ApiResponse(responseCode = "201", description = "What is known about the picture; ETag is the order's new version",
            content = @Content(schema = @Schema(implementation = MaterialInfo.class)))
    public Response put(@PathParam("orderId") String orderId,
            @PathParam("material") @Parameter(description = "Material type, such as unit-certificate") String type,
            @QueryParam("subject") @Parameter(description = "JSON pointer to what it proves, such as /organizer") String subject,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType,
            byte[] picture, @Context Actor actor) {
        subject(subject);
        Order order = services.need(Orders.class).attach(actor, Input.id(orderId), Input.version(ifMatch),
                new MaterialUpload(Input.name(type), subject, mediaType(contentType), picture));
        MaterialInfo info = order.materials().stream()
                .filter(each -> each.type().equals(type) && each.subject().equals(subject)).findFirst().orElseThrow();
        return Replies.created("/orders/" + orderId + "/materials/" + info.id(), info, order.version());
    }

    /** Downloads. */
    @GET
    @Path("/{material}")
    @Produces({"image/jpeg", "image/png", MediaType.APPLICATION_JSON, MediaType.WILDCARD})
    @Needs(Permission.READ_MATERIAL)
    @Operation(summary = "Fetch a picture", description = "Staff gets it with its own name and the time across it, which is"
            + " kept in the audit.")
    @ApiResponse(responseCode = "200", description = "The bytes as uploaded, or marked", content = {
        @Content(mediaType = "image/jpeg", schema = @Schema(type = "string", format = "binary")),
        @Content(mediaType = "image/png", schema = @Schema(type = "string", format = "binary"))})
    public Response get(@PathParam("orderId") String orderId,
            @PathParam("material") @Parameter(description = "Id of the material") String id, @Context Actor actor) {
        return picture(services.need(Orders.class).material(actor, Input.id(orderId), Input.id(id)));
    }

    /** Reads. */
    @POST
    @Path("/{material}/recognition")
    @Produces(MediaType.APPLICATION_JSON)
    @Needs(Permission.FILE_ORDER)
    @Operation(summary = "Have a picture read", description = "Proposes fields of the form from what stands on the picture, marked"
            + " RECOGNISED (T-109), to the order's own account. Nothing is entered: edit what is proposed, and confirm it by saving the"
            + " form. Nothing is proposed where the operator installed no recognizer, or it could not read the picture.")
    @ApiResponse(responseCode = "200", description = "What could be read",
            content = @Content(schema = @Schema(implementation = Recognised[].class)))
    public Response recognise(@PathParam("orderId") String orderId,
            @PathParam("material") @Parameter(description = "Id of the material") String id, @Context Actor actor) {
        return Response.ok(services.need(Recognitions.class).read(actor, Input.id(orderId), Input.id(id))).build();
    }

    /** The media type without its parameters. */
    static String mediaType(String contentType) {
        return contentType.contains(";") ? contentType.substring(0, contentType.indexOf(';')).trim() : contentType;
    }

    static Response picture(MaterialContent material) {
        return Response.ok(material.content()).type(material.info().mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + material.info().id()
                        + (material.info().mediaType().endsWith("png") ? ".png\"" : ".jpg\"")).build();
    }

    /** Removes. */
    @DELETE
    @Path("/{material}")
    @Produces(MediaType.APPLICATION_JSON)
    @Needs(Permission.FILE_ORDER)
    @Operation(summary = "Remove a picture")
    @ApiResponse(responseCode = "200", description = "The order without it",
            content = @Content(schema = @Schema(implementation = Order.class)))
    public Response delete(@PathParam("orderId") String orderId,
            @PathParam("material") @Parameter(description = "Id of the material") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @Context Actor actor) {
        return Replies.order(actor,
                services.need(Orders.class).detach(actor, Input.id(orderId), Input.version(ifMatch), Input.id(id)));
    }

    /** A subject that has to be there. */
    static String subject(String subject) {
        if (subject == null) {
            throw new Trouble(400, "bad-query", "the query parameter subject is required: a JSON pointer such as /organizer");
        }
        return Input.query("subject", subject, POINTER, "a JSON pointer such as /organizer");
    }
}

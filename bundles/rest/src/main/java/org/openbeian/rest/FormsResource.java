package org.openbeian.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import javax.ws.rs.GET;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.openbeian.api.rules.FormTemplates.FormDocument;
import org.openbeian.api.rules.FormTemplates.FormTemplate;
import org.openbeian.api.rules.FormTemplates;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Permission;

/** The empty forms that applicants fill in (E-29, E-30). */
@Path("/form-templates")
@Tag(name = "Rules")
public final class FormsResource {

    private final Services services;

    FormsResource(Services services) {
        this.services = services;
    }

    /** The slots. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Needs(Permission.READ_RULES)
    @Operation(summary = "The forms to be filled in", description = "Every slot that materials name, as on the requirement pages;"
            + " version 0 says that nobody has loaded a form yet.")
    @ApiResponse(responseCode = "200", description = "By name",
            content = @Content(schema = @Schema(implementation = FormTemplate[].class)))
    public Response slots() {
        return Response.ok(services.need(FormTemplates.class).slots()).build();
    }

    /** Downloads. */
    @GET
    @Path("/{slot}")
    @Produces({MediaType.APPLICATION_OCTET_STREAM, MediaType.APPLICATION_JSON, MediaType.WILDCARD})
    @Needs(Permission.READ_RULES)
    @Operation(summary = "Fetch a form")
    @ApiResponse(responseCode = "200", description = "The document as it was loaded",
            content = @Content(mediaType = "application/octet-stream", schema = @Schema(type = "string", format = "binary")))
    public Response get(@PathParam("slot") String slot,
            @QueryParam("version") @Parameter(description = "Number of the version, the newest when missing") String version) {
        int wanted = (int) Input.query("version", version, 1, Integer.MAX_VALUE, 0);
        FormDocument document = services.need(FormTemplates.class).document(Input.name(slot), wanted);
        FormTemplate form = document.template();
        return Response.ok(document.content()).type(form.mediaType()).header(HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"" + form.slot() + "-" + form.version() + ending(form.mediaType()) + "\"").build();
    }

    private static String ending(String mediaType) {
        return switch (mediaType) {
            case "application/pdf" -> ".pdf";
            case "application/msword" -> ".doc";
            case FormTemplates.LETTER -> ".txt";
            default -> ".docx";
        };
    }

    /** Loads. */
    @PUT
    @Path("/{slot}")
    @Produces(MediaType.APPLICATION_JSON)
    @Needs(Permission.STEER_SYSTEM)
    @Operation(summary = "Load a form", description = "A PDF, a Word document or the text of a letter (UTF-8: a line # title,"
            + " then paragraphs with places such as {organizer.name}) of at most 4 MB, told by its bytes; the versions before stay.")
    @RequestBody(required = true, content =
        @Content(mediaType = "application/octet-stream", schema = @Schema(type = "string", format = "binary")))
    @ApiResponse(responseCode = "200", description = "What is in the slot now",
            content = @Content(schema = @Schema(implementation = FormTemplate.class)))
    public Response put(@PathParam("slot") String slot, byte[] document, @Context Actor actor) {
        return Response.ok(services.need(FormTemplates.class).load(actor, Input.name(slot), document)).build();
    }
}

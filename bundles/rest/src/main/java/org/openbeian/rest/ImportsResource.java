package org.openbeian.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.InputStream;
import java.util.regex.Pattern;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.openbeian.api.imports.Imports;
import org.openbeian.api.imports.Imports.BadLine;
import org.openbeian.api.imports.Imports.Format;
import org.openbeian.api.imports.Imports.Progress;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Permission;

/** Imports of resources, domains and the register. */
@Path("/imports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Resources", description = "Facts about the cloud resources that an access rests on")
public final class ImportsResource {

    private static final String CSV = "text/csv";
    private static final String LINES = "application/x-ndjson";
    private static final Pattern FLAG = Pattern.compile("true|false");
    private static final int MOST = 1_000;

    private final Services services;

    ImportsResource(Services services) {
        this.services = services;
    }

    /** Imports. */
    @PUT
    @Path("/{id}")
    @Consumes({CSV, LINES})
    @Needs(Permission.WRITE_RESOURCE)
    @Operation(summary = "Import resources, domains or the register",
            description = "CSV with a head line or one JSON object a line, UTF-8, of any"
            + " length. The fields are those of a single resource or domain. Good lines are stored in portions while they are read, bad"
            + " ones are kept with their reasons. When the transfer breaks off, send the same content under the same id again: it goes"
            + " on where it stopped. An operator or integrator may; the register, as JSON lines that an export wrote,"
            + " an administrator.")
    @RequestBody(required = true, content = {
        @io.swagger.v3.oas.annotations.media.Content(mediaType = CSV, schema = @Schema(type = "string")),
        @io.swagger.v3.oas.annotations.media.Content(mediaType = LINES, schema = @Schema(type = "string"))})
    @ApiResponse(responseCode = "200", description = "All was read; how much was stored and how much was bad",
            content = @Content(schema = @Schema(implementation = Progress.class)))
    public Response put(@PathParam("id") String id,
            @QueryParam("kind") @Parameter(description = "What the lines are: resources, domains, register or authority-records",
                    required = true) String kind,
            @QueryParam("whole") @Parameter(description = "true: this is all there is, remove the rest") String whole,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType, InputStream content, @Context Actor actor) {
        if (kind == null) {
            throw new Trouble(400, "bad-query", "the query parameter kind is required");
        }
        Input.query("whole", whole, FLAG, "true or false");
        return Response.ok(services.need(Imports.class).run(actor, new Imports.Content(id,
                kind,
                contentType.startsWith(CSV) ? Format.CSV : Format.JSON_LINES, "true".equals(whole)), content)).build();
    }

    /** Lists. */
    @GET
    @Needs(Permission.WRITE_RESOURCE)
    @Operation(summary = "The last imports")
    @ApiResponse(responseCode = "200", description = "Newest first, a hundred at most",
            content = @Content(schema = @Schema(implementation = Progress[].class)))
    public Response list() {
        return Response.ok(services.need(Imports.class).list(100)).build();
    }

    /** Shows. */
    @GET
    @Path("/{id}")
    @Needs(Permission.WRITE_RESOURCE)
    @Operation(summary = "How far an import is")
    @ApiResponse(responseCode = "200", description = "Its progress; finishedAt is missing while it is not at the end",
            content = @Content(schema = @Schema(implementation = Progress.class)))
    public Response get(@PathParam("id") String id) {
        return Response.ok(found(id)).build();
    }

    /** Lists what was bad. */
    @GET
    @Path("/{id}/bad-lines")
    @Needs(Permission.WRITE_RESOURCE)
    @Operation(summary = "The lines of an import that were not stored, with the reasons")
    @ApiResponse(responseCode = "200", description = "In their order, a thousand at most; ask on after the last one's number",
            content = @Content(schema = @Schema(implementation = BadLine[].class)))
    public Response bad(@PathParam("id") String id,
            @QueryParam("after") @Parameter(description = "Number of the line to begin after") String after) {
        return Response.ok(services.need(Imports.class).badLines(found(id).content().id(),
                Input.query("after", after, 0, Long.MAX_VALUE, 0), MOST)).build();
    }

    private Progress found(String id) {
        return services.need(Imports.class).find(Input.id(id))
                .orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "import-not-found", "there is no such import"));
    }
}

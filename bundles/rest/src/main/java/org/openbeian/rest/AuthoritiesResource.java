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
import org.openbeian.api.authority.CodeTable;
import org.openbeian.api.authority.CodeTables;
import org.openbeian.api.authority.KeptFile;
import org.openbeian.api.authority.ResultCode;
import org.openbeian.api.report.Reports;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Permission;

/** Codes of authorities, and the files exchanged with them. */
@Path("/authorities")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Authorities", description = "What is exchanged with authorities beside filings")
public final class AuthoritiesResource {

    private static final int PAGE_MAX = 200;
    private static final int PAGE = 50;

    private final Services services;

    AuthoritiesResource(Services services) {
        this.services = services;
    }

    /** Result codes. */
    @GET
    @Path("/result-codes")
    @Needs(Permission.SEND_REPORT)
    @Operation(summary = "Every result code of the ministry's interface", description = "What follows from it, who is told, and how it is"
            + " mended.")
    @ApiResponse(responseCode = "200", description = "By number",
            content = @Content(schema = @Schema(implementation = ResultCode[].class)))
    public Response results(@Context Actor actor) {
        return Response.ok(services.need(CodeTables.class).results(actor)).build();
    }

    /** Code tables. */
    @GET
    @Path("/{authority}/code-tables")
    @Needs(Permission.SEND_REPORT)
    @Operation(summary = "The code tables that an authority published", description = "While one is there, what is sent is held against"
            + " it.")
    @ApiResponse(responseCode = "200", description = "The last version of each, by name",
            content = @Content(schema = @Schema(implementation = CodeTable[].class)))
    public Response tables(@PathParam("authority") @Parameter(description = "Id of the authority, such as 440000") String authority,
            @Context Actor actor) {
        return Response.ok(services.need(CodeTables.class).list(actor, Input.name(authority))).build();
    }

    /** A code table. */
    @GET
    @Path("/{authority}/code-tables/{table}")
    @Needs(Permission.SEND_REPORT)
    @Operation(summary = "One code table of an authority")
    @ApiResponse(responseCode = "200", description = "The version asked for",
            content = @Content(schema = @Schema(implementation = CodeTable.class)))
    public Response table(@PathParam("authority") String authority,
            @PathParam("table") @Parameter(description = "The ministry's name, such as Dwxz_dms") String table,
            @QueryParam("version") @Parameter(description = "The version; the last when missing") String version, @Context Actor actor) {
        return Response.ok(services.need(CodeTables.class).get(actor, Input.name(authority), Input.name(table),
                Input.query("version", version, 0, Long.MAX_VALUE, 0))).build();
    }

    /** Files. */
    @GET
    @Path("/{authority}/files")
    @Needs(Permission.READ_SYSTEM)
    @Operation(summary = "The files exchanged with an authority, newest first", description = "Uploads and results with what of a result"
            + " nobody handles; they are kept for three months at least. Their contents are for nobody to see here.")
    @ApiResponse(responseCode = "200", description = "The files",
            content = @Content(schema = @Schema(implementation = KeptFile[].class)))
    public Response files(@PathParam("authority") String authority,
            @QueryParam("limit") @Parameter(description = "1 to 200; 50 when missing") String limit, @Context Actor actor) {
        return Response.ok(services.need(Reports.class).files(actor, Input.name(authority),
                (int) Input.query("limit", limit, 1, PAGE_MAX, PAGE))).build();
    }
}

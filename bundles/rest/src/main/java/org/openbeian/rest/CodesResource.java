package org.openbeian.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.openbeian.api.resource.AuthorizationCodes.Code;
import org.openbeian.api.resource.AuthorizationCodes;
import org.openbeian.api.resource.ResourceRef;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Permission;

/** Authorization codes. */
@Path("/codes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Resources", description = "Facts about the cloud resources that an access rests on")
public final class CodesResource {

    private final Services services;

    CodesResource(Services services) {
        this.services = services;
    }

    /**
     * What is to be issued.
     *
     * @param kind kind of the server
     * @param id id of the server
     * @param count how many codes, 1 when null
     * @param account account that may file on them; the server's own when null
     */
    record Issue(@JsonProperty(required = true) String kind, @JsonProperty(required = true) String id, Integer count,
            String account) {
    }

    /**
     * To whom a code is granted.
     *
     * @param account the account
     */
    record Grant(@JsonProperty(required = true) String account) {
    }

    /** Issues. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.USE_CODES)
    @Operation(summary = "Issue authorization codes for a server", description = "All or none; a server issues so many at most as its"
            + " kind allows. Each code is for one service.")
    @ApiResponse(responseCode = "201", description = "The codes",
            content = @Content(schema = @Schema(implementation = Code[].class)))
    public Response issue(Issue body, @Context Actor actor) {
        return Response.status(201).entity(services.need(AuthorizationCodes.class).issue(actor,
                new ResourceRef(Input.name(body.kind()), Input.name(body.id())),
                body.count() == null ? 1 : body.count(), body.account())).build();
    }

    /** Lists. */
    @GET
    @Needs(Permission.USE_CODES)
    @Operation(summary = "The authorization codes of a server")
    @ApiResponse(responseCode = "200", description = "Oldest first",
            content = @Content(schema = @Schema(implementation = Code[].class)))
    public Response ofServer(@QueryParam("kind") @Parameter(description = "Kind of the server", required = true) String kind,
            @QueryParam("id") @Parameter(description = "Id of the server", required = true) String id, @Context Actor actor) {
        return Response.ok(services.need(AuthorizationCodes.class).ofServer(actor,
                new ResourceRef(Input.name(kind == null ? "" : kind), Input.name(id == null ? "" : id)))).build();
    }

    /** Looks up. */
    @GET
    @Path("/{code}")
    @Needs(Permission.USE_CODES)
    @Operation(summary = "An authorization code", description = "For the server's owner, the account that may file on it, and staff.")
    @ApiResponse(responseCode = "200", description = "The code, with the addresses it stands for",
            content = @Content(schema = @Schema(implementation = Code.class)))
    public Response find(@PathParam("code") String code, @Context Actor actor) {
        return Response.ok(services.need(AuthorizationCodes.class).find(actor, code)).build();
    }

    /** Grants. */
    @PUT
    @Path("/{code}/account")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.USE_CODES)
    @Operation(summary = "Grant an unused code to another account")
    @ApiResponse(responseCode = "200", description = "The code", content = @Content(schema = @Schema(implementation = Code.class)))
    public Response grant(@PathParam("code") String code, Grant body, @Context Actor actor) {
        return Response.ok(services.need(AuthorizationCodes.class).grant(actor, code, body.account())).build();
    }

    /** Revokes. */
    @DELETE
    @Path("/{code}")
    @Needs(Permission.USE_CODES)
    @Operation(summary = "Revoke a code", description = "Refused when a filed service rests on it.")
    @ApiResponse(responseCode = "200", description = "The code", content = @Content(schema = @Schema(implementation = Code.class)))
    public Response revoke(@PathParam("code") String code,
            @QueryParam("reason") @Parameter(description = "Why, for the audit") String reason, @Context Actor actor) {
        return Response.ok(services.need(AuthorizationCodes.class).revoke(actor, code, reason)).build();
    }
}

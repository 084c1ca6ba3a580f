package org.openbeian.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.openbeian.api.plugin.PluginStatus;
import org.openbeian.api.plugin.Plugins;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Permission;

/** The plugins of all kinds. */
@Path("/plugins")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Plugins", description = "Provinces, resource types, checks, channels and gateways that are installed")
public final class PluginsResource {

    private final Services services;

    PluginsResource(Services services) {
        this.services = services;
    }

    /** Plugins. */
    @GET
    @Needs(Permission.READ_SYSTEM)
    @Operation(summary = "Every plugin with its state and last failure")
    @ApiResponse(responseCode = "200", description = "By kind and id",
            content = @Content(schema = @Schema(implementation = PluginStatus[].class)))
    public Response plugins() {
        return Response.ok(services.need(Plugins.class).plugins()).build();
    }

    /** Releases. */
    @POST
    @Path("/{bundle}/{version}/release")
    @Needs(Permission.STEER_SYSTEM)
    @Operation(summary = "Let a quarantined plugin be called again")
    @ApiResponse(responseCode = "204", description = "It is called again")
    public Response release(@PathParam("bundle") String bundle, @PathParam("version") String version, @Context Actor actor) {
        services.need(Plugins.class).release(actor, Input.name(bundle), Input.name(version));
        return Response.noContent().build();
    }
}

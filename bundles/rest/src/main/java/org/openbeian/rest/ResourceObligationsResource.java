package org.openbeian.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.openbeian.api.resource.ResourceObligations;
import org.openbeian.api.resource.ResourceObligations.Obligation;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Permission;

/** Resources that fell below their limits. */
@Path("/resource-obligations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Resources", description = "Facts about the cloud resources that an access rests on")
public final class ResourceObligationsResource {

    private static final int MOST = 1_000;

    private final Services services;

    ResourceObligationsResource(Services services) {
        this.services = services;
    }

    /** Lists. */
    @GET
    @Needs(Permission.READ_RESOURCE)
    @Operation(summary = "Orders and filings whose resources fell below their limits", description = "The caller's own; staff sees all."
            + " Each ends by itself when its resources were renewed or replaced; they are looked at several times a day.")
    @ApiResponse(responseCode = "200", description = "Oldest first, a thousand at most",
            content = @Content(schema = @Schema(implementation = Obligation[].class)))
    public Response list(@Context Actor actor) {
        return Response.ok(services.need(ResourceObligations.class).of(actor.isStaff() ? null : actor.account(), MOST)).build();
    }
}

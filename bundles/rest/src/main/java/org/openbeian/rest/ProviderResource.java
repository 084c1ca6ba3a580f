package org.openbeian.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.openbeian.api.provider.ProviderStatus;
import org.openbeian.api.provider.Providers;
import org.openbeian.api.security.Permission;

/** Who runs this server (E-01, E-02). */
@Path("/provider")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Provider", description = "The operator of this server")
public final class ProviderResource {

    private final Services services;

    ProviderResource(Services services) {
        this.services = services;
    }

    /** The profile. */
    @GET
    @Needs(Permission.READ_RULES)
    @Operation(summary = "The profile of the operator who runs this server", description = "Name, contacts, legal texts, limits, prices"
            + " and promised times, and which of them his own configuration overrides; and the profiles that are there to choose from.")
    @ApiResponse(responseCode = "200", description = "Which profile is chosen, and what came of it",
            content = @Content(schema = @Schema(implementation = ProviderStatus.class)))
    public Response profile() {
        return Response.ok(services.need(Providers.class).status()).build();
    }
}

package org.openbeian.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriInfo;
import org.openbeian.api.curtain.Curtain;
import org.openbeian.api.curtain.CurtainState;
import org.openbeian.api.curtain.Curtains;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Permission;

/** The curtains of all orders. */
@Path("/curtains")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Curtains")
public final class CurtainsResource {

    private final Services services;

    CurtainsResource(Services services) {
        this.services = services;
    }

    /** Curtains. */
    @GET
    @Needs(Permission.READ_ORDER)
    @Operation(summary = "Curtains, all for staff, otherwise those of the caller; those of later orders first")
    @ApiResponse(responseCode = "200", description = "At most a page; Link names the next one",
            content = @Content(schema = @Schema(implementation = Curtain[].class)))
    public Response list(@QueryParam("state") String state, @QueryParam("before") String before, @QueryParam("limit") String limit,
            @Context UriInfo uri, @Context Actor actor) {
        int most = (int) Input.query("limit", limit, 1, Curtains.MOST, Curtains.MOST);
        return Replies.page(uri, services.need(Curtains.class).list(actor, Input.query("state", state, CurtainState.class),
                before == null ? null : Input.id(before), most), most, "before", Curtain::id);
    }
}

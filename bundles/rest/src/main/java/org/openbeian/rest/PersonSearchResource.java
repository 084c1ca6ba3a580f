package org.openbeian.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.openbeian.api.key.BlindIndex;
import org.openbeian.api.order.OrderSummary;
import org.openbeian.api.order.PersonSearch;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Permission;

/** Orders by what is encrypted in them. The number travels in the body, so that no log of addresses holds it. */
@Path("/orders/search")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Orders")
public final class PersonSearchResource {

    private final Services services;

    /**
     * What is looked for.
     *
     * @param by PHONE or CERTIFICATE_NUMBER
     * @param number the whole number
     * @param reason why, for the audit
     */
    record Wanted(@JsonProperty(required = true) BlindIndex.Kind by, @JsonProperty(required = true) String number,
            @JsonProperty(required = true) String reason) {

        /** Tells no number. */
        @Override
        public String toString() {
            return "Wanted[" + by + "]";
        }
    }

    PersonSearchResource(Services services) {
        this.services = services;
    }

    /** Orders that name a number. */
    @POST
    @Needs(Permission.REVEAL_DATA)
    @Operation(summary = "Find orders by a certificate or phone number", description = "Handed-in orders in which a person or the"
            + " organizer has exactly this number, newest first, at most 200. Who searched and why is kept in the audit; the"
            + " number is not.")
    @ApiResponse(responseCode = "200", description = "The orders found",
            content = @Content(schema = @Schema(implementation = OrderSummary[].class)))
    public Response search(Wanted body, @Context Actor actor) {
        return Response.ok(services.need(PersonSearch.class).find(actor, body.by(), body.number(), body.reason())).build();
    }
}

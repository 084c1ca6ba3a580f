package org.openbeian.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.openbeian.api.eligibility.Eligibility;
import org.openbeian.api.eligibility.EligibilityAnswer;
import org.openbeian.api.eligibility.EligibilityQuestion;
import org.openbeian.api.security.Permission;

/** What has to be filed. */
@Path("/eligibility")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Eligibility", description = "Must this be filed, where, as what, with what?")
public final class EligibilityResource {

    private final Services services;

    EligibilityResource(Services services) {
        this.services = services;
    }

    /** Asks. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.READ_RULES)
    @Operation(summary = "Ask what has to be filed", description = "Every part of the question may be left out; the answer names those"
            + " without which it stays open, and the rules it used. Nothing is stored.")
    @ApiResponse(responseCode = "200", description = "The answer",
            content = @Content(schema = @Schema(implementation = EligibilityAnswer.class)))
    public Response ask(EligibilityQuestion question) {
        return Response.ok(services.need(Eligibility.class).answer(question)).build();
    }
}

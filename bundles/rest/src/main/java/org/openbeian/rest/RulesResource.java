package org.openbeian.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.openbeian.api.order.ConsentText;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.rules.ProvinceProfile;
import org.openbeian.api.rules.RuleBooks;
import org.openbeian.api.security.Permission;

/** Texts to consent to, provinces served, and the bundles that bring the rules. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rules", description = "Provinces, rule bundles and the texts to consent to")
public final class RulesResource {

    private final Services services;

    RulesResource(Services services) {
        this.services = services;
    }

    /** Consent texts. */
    @GET
    @Path("/consents")
    @Needs(Permission.READ_RULES)
    @Operation(summary = "The texts that must be consented to on submission, in the versions in force")
    @ApiResponse(responseCode = "200", description = "The texts",
            content = @Content(schema = @Schema(implementation = ConsentText[].class)))
    public Response consents() {
        return Response.ok(services.orders().consentTexts()).build();
    }

    /** Provinces. */
    @GET
    @Path("/provinces")
    @Needs(Permission.READ_RULES)
    @Operation(summary = "The provinces whose rules are there")
    @ApiResponse(responseCode = "200", description = "Profiles by province code",
            content = @Content(schema = @Schema(implementation = ProvinceProfile[].class)))
    public Response provinces() {
        return Response.ok(services.ruleBooks().current().profiles()).build();
    }

    /** A province. */
    @GET
    @Path("/provinces/{province}")
    @Needs(Permission.READ_RULES)
    @Operation(summary = "One province")
    @ApiResponse(responseCode = "200", description = "Its profile",
            content = @Content(schema = @Schema(implementation = ProvinceProfile.class)))
    public Response province(@PathParam("province") String province) {
        return Response.ok(services.ruleBooks().current().profile(Input.id(province)).orElseThrow(
                () -> new Refusal(Refusal.Kind.NOT_FOUND, "province-not-served", "no rule bundle serves this province")))
                .build();
    }

    /** Bundles. */
    @GET
    @Path("/rule-bundles")
    @Needs(Permission.READ_SYSTEM)
    @Operation(summary = "Every installed rule bundle", description = "Serving, shadowed by a higher version, or refused and why.")
    @ApiResponse(responseCode = "200", description = "By province and version",
            content = @Content(schema = @Schema(implementation = RuleBooks.Candidate[].class)))
    public Response bundles() {
        return Response.ok(services.ruleBooks().candidates()).build();
    }
}

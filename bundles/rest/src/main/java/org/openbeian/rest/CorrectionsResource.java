package org.openbeian.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.openbeian.api.correction.CorrectionCase;
import org.openbeian.api.correction.CorrectionKind;
import org.openbeian.api.correction.Corrections;
import org.openbeian.api.correction.Inspections;
import org.openbeian.api.gate.Blockings;
import org.openbeian.api.gate.Blockings.Blocking;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Permission;

/** What authorities found wrong after the grant. */
@Path("/corrections")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Records", description = "The register, and what became of messages")
public final class CorrectionsResource {

    private static final int PAGE_MAX = 200;
    private static final int PAGE = 50;

    private final Services services;

    /**
     * What was done about a case.
     *
     * @param conclusion what was done
     */
    record Conclusion(@JsonProperty(required = true) String conclusion) {
    }

    /**
     * What staff found.
     *
     * @param kind what is wrong
     * @param domain the domain or a host below it
     * @param text what was seen
     */
    record NewInspection(@JsonProperty(required = true) CorrectionKind kind, @JsonProperty(required = true) String domain,
            @JsonProperty(required = true) String text) {
    }

    CorrectionsResource(Services services) {
        this.services = services;
    }

    /** Lists. */
    @GET
    @Needs(Permission.READ_REGISTER)
    @Operation(summary = "What authorities found wrong", description = "Blacklistings, results of checks, verification tasks and notices"
            + " of rectification, newest first; an applicant sees those about its own filings.")
    @ApiResponse(responseCode = "200", description = "The cases",
            content = @Content(schema = @Schema(implementation = CorrectionCase[].class)))
    public Response list(@QueryParam("all") @Parameter(description = "true for closed ones, too") String all,
            @QueryParam("after") @Parameter(description = "id of the last case of the page before") String after,
            @QueryParam("limit") @Parameter(description = "1 to 200; 50 when missing") String limit, @Context Actor actor) {
        return Response.ok(services.need(Corrections.class).list(actor, !"true".equals(all), after == null ? null : Input.id(after),
                (int) Input.query("limit", limit, 1, PAGE_MAX, PAGE))).build();
    }

    /** Opens. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.REVIEW_ORDER)
    @Operation(summary = "Open a case that an inspection found", description = "UNFILED, ACCESS_UNDER_REPORTED, EMPTY_SHELL, SITE_DEAD,"
            + " CONTENT_MISMATCH or RESOURCE_GONE; the account is told and has a term to put it right. Probes open such cases themselves.")
    @ApiResponse(responseCode = "200", description = "The case; ETag is its version",
            content = @Content(schema = @Schema(implementation = CorrectionCase.class)))
    public Response open(NewInspection body, @Context Actor actor) {
        return answer(services.need(Inspections.class).open(actor, body.kind(), body.domain(), body.text()));
    }

    /** One. */
    @GET
    @Path("/{correctionId}")
    @Needs(Permission.READ_REGISTER)
    @Operation(summary = "One case")
    @ApiResponse(responseCode = "200", description = "The case; ETag is its version",
            content = @Content(schema = @Schema(implementation = CorrectionCase.class)))
    public Response get(@PathParam("correctionId") String id, @Context Actor actor) {
        return answer(services.need(Corrections.class).get(actor, Input.id(id)));
    }

    /** Its measures. */
    @GET
    @Path("/{correctionId}/measures")
    @Needs(Permission.READ_REGISTER)
    @Operation(summary = "What a case caused", description = "Domains that were isolated because of it, whether the carrier blocks their"
            + " addresses, and those that were lifted since. Reason, addresses, accounts and who did it are for those alone who may ask"
            + " the gate.")
    @ApiResponse(responseCode = "200", description = "The measures, as they stand now",
            content = @Content(schema = @Schema(implementation = Blocking[].class)))
    public Response measures(@PathParam("correctionId") String id, @Context Actor actor) {
        CorrectionCase found = services.need(Corrections.class).get(actor, Input.id(id));
        return Response.ok(services.need(Blockings.class).of(actor, found)).build();
    }

    /** Closes. */
    @POST
    @Path("/{correctionId}/conclusion")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.REVIEW_ORDER)
    @Operation(summary = "Close a case", description = "Says what was done. A blacklisting ends only when the authority takes it back.")
    @ApiResponse(responseCode = "200", description = "The case; ETag is its version",
            content = @Content(schema = @Schema(implementation = CorrectionCase.class)))
    public Response conclude(@PathParam("correctionId") String id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, Conclusion body,
            @Context Actor actor) {
        return answer(services.need(Corrections.class).conclude(actor, Input.id(id), Input.version(ifMatch), body.conclusion()));
    }

    private static Response answer(CorrectionCase one) {
        return Response.ok(one).header(HttpHeaders.ETAG, Input.etag(one.version())).build();
    }
}

package org.openbeian.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.StreamingOutput;
import org.openbeian.api.correction.Reconciliations;
import org.openbeian.api.correction.Reconciliations.Reconciliation;
import org.openbeian.api.register.OrganizerState;
import org.openbeian.api.register.Register;
import org.openbeian.api.register.RegisterQuery;
import org.openbeian.api.register.RegisterRecord;
import org.openbeian.api.register.RegisterSummary;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Permission;

/** The register. Names travel in bodies, so that no log of addresses holds them. */
@Path("/register")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Register", description = "What was granted")
public final class RegisterResource {

    private static final int PAGE = 50;

    private final Services services;

    /**
     * What is looked for; all that is given must hold.
     *
     * @param number filing number of an organizer or a service
     * @param name exact name of the organizer
     * @param domain a host or domain
     * @param provinceId province code
     * @param state how the organizer stands
     * @param after the last number of the page before
     * @param limit 1 to 200, 50 when missing
     */
    record RegisterSearch(String number, String name, String domain, String provinceId, OrganizerState state, String after,
            Integer limit) {

        /** Tells no name. */
        @Override
        public String toString() {
            return "RegisterSearch";
        }
    }

    /**
     * One page.
     *
     * @param entries what was found, by number
     * @param next what to give as "after" for the next page, or null when this is the last one
     */
    record RegisterPage(List<RegisterSummary> entries, String next) {
    }

    RegisterResource(Services services) {
        this.services = services;
    }

    /** Looks something up. */
    @POST
    @Path("/search")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.READ_REGISTER)
    @Operation(summary = "Find organizers by name, domain or number", description = "An applicant finds the organizers of its own"
            + " orders, staff all. Names of persons are masked. With an empty object the list begins at its begin.")
    @ApiResponse(responseCode = "200", description = "One page, by number",
            content = @Content(schema = @Schema(implementation = RegisterPage.class)))
    public Response search(RegisterSearch body, @Context Actor actor) {
        int limit = body.limit() == null ? PAGE : body.limit();
        List<RegisterSummary> found = services.need(Register.class).find(actor, new RegisterQuery(body.number(), body.name(),
                body.domain(), body.provinceId(), body.state(), body.after(), limit));
        return Response.ok(new RegisterPage(found, found.size() < limit ? null : found.get(limit - 1).number())).build();
    }

    /** A registered organizer. */
    @GET
    @Path("/organizers/{number}")
    @Needs(Permission.READ_REGISTER)
    @Operation(summary = "A granted organizer with its services", description = "An applicant sees the organizers of its own"
            + " orders; staff sees names of persons masked.")
    @ApiResponse(responseCode = "200", description = "The entry",
            content = @Content(schema = @Schema(implementation = RegisterRecord.class)))
    public Response organizer(
            @PathParam("number") @Parameter(description = "Filing number, such as 粤ICP备2026000001号") String number,
            @Context Actor actor) {
        RegisterRecord found = services.need(Register.class).get(actor, number);
        return Response.ok(Masking.forActor(actor, found.account(), found)).build();
    }

    /** Compares. */
    @POST
    @Path("/organizers/{number}/reconciliation")
    @Needs(Permission.REVIEW_ORDER)
    @Operation(summary = "Compare an organizer with what others say now", description = "Asks the authority and the public register, and"
            + " takes the latest inspections of the sites: each field is SAME, DIFFERENT or UNKNOWN. What the authority or the public"
            + " register says otherwise is one open case RECORD_DIFFERS with a term; what they take back is settled.")
    @ApiResponse(responseCode = "200", description = "What was compared, and the open case",
            content = @Content(schema = @Schema(implementation = Reconciliation.class)))
    public Response compare(@PathParam("number") @Parameter(description = "Filing number, such as 粤ICP备2026000001号") String number,
            @Context Actor actor) {
        return Response.ok(services.need(Reconciliations.class).compare(actor, number)).build();
    }

    /** Hands the register out. */
    @GET
    @Path("/export")
    @Produces({JsonLines.TYPE, MediaType.APPLICATION_JSON})
    @Needs(Permission.MOVE_REGISTER)
    @Operation(summary = "The whole register as lines of JSON, by number", description = "In clear, with personal data. Who asked and"
            + " why is kept in the audit. An import takes these lines.")
    @ApiResponse(responseCode = "200", description = "One organizer with its services per line",
            content = @Content(mediaType = JsonLines.TYPE, schema = @Schema(implementation = RegisterRecord.class)))
    public Response export(
            @QueryParam("reason") @Parameter(description = "Why, 4 to 1,000 characters, for the audit", required = true) String reason,
            @Context Actor actor) {
        ToLongFunction<Consumer<RegisterRecord>> export = services.need(Register.class).export(actor, reason);
        StreamingOutput lines = out -> export.applyAsLong(each -> JsonLines.write(out, each));
        return Response.ok(lines, JsonLines.TYPE).build();
    }
}

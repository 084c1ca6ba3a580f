package org.openbeian.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriInfo;
import org.openbeian.api.order.ConsentText;
import org.openbeian.api.publicsecurity.PublicSecurityCase;
import org.openbeian.api.publicsecurity.PublicSecurityCase.Appointment;
import org.openbeian.api.publicsecurity.PublicSecurityCase.Event;
import org.openbeian.api.publicsecurity.PublicSecurityCase.Part;
import org.openbeian.api.publicsecurity.PublicSecurityCase.State;
import org.openbeian.api.publicsecurity.PublicSecurityFilings;
import org.openbeian.api.publicsecurity.PublicSecurityForm;
import org.openbeian.api.rules.Finding;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Permission;

/** Public-security filings of granted websites. */
@Path("/public-security")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Public security", description = "公安联网备案 of granted websites: prepared, checked and followed here, filed on the police's"
        + " platform (T-59 to T-96)")
public final class PublicSecurityResource {

    private static final String CASE = "The case; ETag is its version";
    private static final String SHEET = "text/csv;charset=UTF-8";

    private final Services services;

    /**
     * A case to begin.
     *
     * @param siteId the granted site
     */
    record NewFiling(@JsonProperty(required = true) String siteId) {
    }

    /**
     * Something that happened.
     *
     * @param event what
     * @param reason the police's reason, for returns
     * @param statement version of the text consented to: the security plan for the submission of the website, the passing of data for
     *     a data code that is asked for
     * @param appointment for interviews and inspections
     * @param number the number or the data code, when it was issued
     * @param grantedOn its day
     */
    record NewStep(@JsonProperty(required = true) Event event, String reason, String statement, Appointment appointment, String number,
            LocalDate grantedOn) {
    }

    /**
     * A submission by the gateway.
     *
     * @param part what is submitted
     * @param statement version of the security plan consented to, for the website
     */
    record NewSubmission(@JsonProperty(required = true) Part part, String statement) {
    }

    PublicSecurityResource(Services services) {
        this.services = services;
    }

    private PublicSecurityFilings filings() {
        return services.need(PublicSecurityFilings.class);
    }

    private static Response reply(Actor actor, PublicSecurityCase found) {
        return Replies.of(actor, found.account(), found, found.version());
    }

    /** The security plan. */
    @GET
    @Path("/statement")
    @Needs(Permission.READ_RULES)
    @Operation(summary = "The security plan that is consented to with the submission of a website (T-88)")
    @ApiResponse(responseCode = "200", description = "In the version in force",
            content = @Content(schema = @Schema(implementation = ConsentText.class)))
    public Response statement() {
        return Response.ok(filings().statement()).build();
    }

    /** The passing of data. */
    @GET
    @Path("/data-code/consent")
    @Needs(Permission.READ_RULES)
    @Operation(summary = "What is consented to before the data are passed by a data code")
    @ApiResponse(responseCode = "200", description = "In the version in force",
            content = @Content(schema = @Schema(implementation = ConsentText.class)))
    public Response passing() {
        return Response.ok(filings().passing()).build();
    }

    /** Begins. */
    @POST
    @Path("/cases")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.FILE_ORDER)
    @Operation(summary = "Begin the public-security filing of a granted site", description = "Prefilled from the filing; a subject that is"
            + " approved for another site of the same organizer is taken over.")
    @ApiResponse(responseCode = "201", description = CASE,
            content = @Content(schema = @Schema(implementation = PublicSecurityCase.class)))
    public Response begin(NewFiling body, @Context Actor actor) {
        PublicSecurityCase made = filings().begin(actor, Input.id(body.siteId()));
        return Replies.created("/public-security/cases/" + made.id(), made, made.version());
    }

    /** Cases. */
    @GET
    @Path("/cases")
    @Needs(Permission.READ_ORDER)
    @Operation(summary = "Cases, newest first")
    @ApiResponse(responseCode = "200", description = "Those that the caller sees; Link names the next page",
            content = @Content(schema = @Schema(implementation = PublicSecurityCase[].class)))
    public Response list(@QueryParam("state") String state, @QueryParam("before") String before, @QueryParam("limit") String limit,
            @Context UriInfo uri, @Context Actor actor) {
        int most = (int) Input.query("limit", limit, 1, PublicSecurityFilings.MOST, PublicSecurityFilings.MOST);
        List<PublicSecurityCase> page = filings().list(actor, Input.query("state", state, State.class),
                before == null ? null : Input.id(before), most);
        Response answer = Replies.page(uri, page, most, "before", PublicSecurityCase::id);
        return Response.fromResponse(answer).entity(Replies.masked(actor, page, PublicSecurityCase::account)).build();
    }

    /** A case. */
    @GET
    @Path("/cases/{case}")
    @Needs(Permission.READ_ORDER)
    @Operation(summary = "One case", description = "Staff sees personal data masked.")
    @ApiResponse(responseCode = "200", description = CASE,
            content = @Content(schema = @Schema(implementation = PublicSecurityCase.class)))
    public Response get(@PathParam("case") String id, @Context Actor actor) {
        return reply(actor, filings().get(actor, Input.id(id)));
    }

    /** Fills in. */
    @PUT
    @Path("/cases/{case}/form")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.FILE_ORDER)
    @Operation(summary = "Replace the form", description = "GET …/findings says what is still missing or wrong.")
    @ApiResponse(responseCode = "200", description = CASE,
            content = @Content(schema = @Schema(implementation = PublicSecurityCase.class)))
    public Response fill(@PathParam("case") String id, PublicSecurityForm body, @Context Actor actor) {
        return reply(actor, filings().fill(actor, Input.id(id), body));
    }

    /** Checks. */
    @GET
    @Path("/cases/{case}/findings")
    @Needs(Permission.READ_ORDER)
    @Operation(summary = "What is missing or wrong in the form", description = "All at once, each with its reason code and how to mend it.")
    @ApiResponse(responseCode = "200", description = "Findings",
            content = @Content(schema = @Schema(implementation = Finding[].class)))
    public Response findings(@PathParam("case") String id, @Context Actor actor) {
        return Response.ok(filings().check(actor, Input.id(id))).build();
    }

    /** Records. */
    @POST
    @Path("/cases/{case}/steps")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.TEND_SITE)
    @Operation(summary = "Record what was done or answered on the platform", description = "Refused with all findings while the form is not"
            + " ready. The issued number is recorded for the site, whose footer then shows it. CODE_ASKED (with the consent),"
            + " CODE_ISSUED (with the code as number), CODE_USED and CODE_FAILED are the way by data code, beside the state of the case.")
    @ApiResponse(responseCode = "200", description = CASE,
            content = @Content(schema = @Schema(implementation = PublicSecurityCase.class)))
    public Response record(@PathParam("case") String id, NewStep body, @Context Actor actor) {
        return reply(actor, filings().record(actor, Input.id(id), body.event(), new PublicSecurityFilings.Details(body.reason(),
                body.statement(), body.appointment(), body.number(), body.grantedOn())));
    }

    /** Submits. */
    @POST
    @Path("/cases/{case}/submissions")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.FILE_ORDER)
    @Operation(summary = "Submit by the gateway", description = "Where a gateway to the platform is installed: the subject or the website"
            + " is submitted once, and the answers come by themselves. Refused with all findings while the form is not ready.")
    @ApiResponse(responseCode = "200", description = "The case; its handovers say how far it is, ETag is its version",
            content = @Content(schema = @Schema(implementation = PublicSecurityCase.class)))
    public Response submit(@PathParam("case") String id, NewSubmission body, @Context Actor actor) {
        return reply(actor, filings().submit(actor, Input.id(id), body.part(), body.statement()));
    }

    /** The sheet. */
    @GET
    @Path("/cases/{case}/sheet")
    @Produces({SHEET, MediaType.APPLICATION_JSON})
    @Needs(Permission.FILE_ORDER)
    @Operation(summary = "The form as a sheet to copy into the platform", description = "CSV in the platform's order with the ids of its"
            + " fields; in clear, so for the applicant and those who act for him.")
    @ApiResponse(responseCode = "200", description = "CSV", content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
    public Response sheet(@PathParam("case") String id, @Context Actor actor) {
        return Response.ok(filings().sheet(actor, Input.id(id)), SHEET)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"public-security.csv\"").build();
    }

    /** A picture. */
    @GET
    @Path("/cases/{case}/materials/{material}")
    @Produces({"image/jpeg", "image/png", MediaType.APPLICATION_JSON, MediaType.WILDCARD})
    @Needs(Permission.READ_MATERIAL)
    @Operation(summary = "A picture of the filing as the platform takes it", description = "At most 512 KB, still legible (T-65); the"
            + " picture of the filing stays as it is.")
    @ApiResponse(responseCode = "200", description = "The bytes", content = {
        @Content(mediaType = "image/jpeg", schema = @Schema(type = "string", format = "binary")),
        @Content(mediaType = "image/png", schema = @Schema(type = "string", format = "binary"))})
    public Response picture(@PathParam("case") String id, @PathParam("material") String material, @Context Actor actor) {
        return MaterialsResource.picture(filings().picture(actor, Input.id(id), Input.id(material)));
    }
}

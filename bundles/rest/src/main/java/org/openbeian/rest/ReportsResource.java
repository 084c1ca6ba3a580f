package org.openbeian.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
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
import org.openbeian.api.report.Report;
import org.openbeian.api.report.ReportKind;
import org.openbeian.api.report.ReportSummary;
import org.openbeian.api.report.Reports;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Permission;

/** Reports to authorities, beside filings. */
@Path("/reports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Authorities", description = "What is exchanged with authorities beside filings")
public final class ReportsResource {

    private static final int PAGE_MAX = 200;
    private static final int PAGE = 50;

    private final Services services;

    /**
     * A report to be sent.
     *
     * @param authority id of the authority, such as 440000; with a case, that of the case when missing
     * @param kind what is reported; with a case, its answer when missing
     * @param caseId case that it answers, or null
     * @param content its fields by the ministry's names; in an answer, what is missing is taken from what the authority said
     */
    @WithFiles
    record NewReport(String authority, ReportKind kind, @JsonProperty("case") String caseId, Map<String, Object> content) {
    }

    ReportsResource(Services services) {
        this.services = services;
    }

    /** Kinds. */
    @GET
    @Path("/kinds")
    @Needs(Permission.SEND_REPORT)
    @Operation(summary = "What can be reported", description = "Every kind with its fields and their limits. DOMAINS says why an access"
            + " provider does not report them.")
    @ApiResponse(responseCode = "200", description = "The kinds",
            content = @Content(schema = @Schema(implementation = Reports.Form[].class)))
    public Response kinds(@Context Actor actor) {
        return Response.ok(services.need(Reports.class).forms(actor)).build();
    }

    /** Lists. */
    @GET
    @Needs(Permission.SEND_REPORT)
    @Operation(summary = "Reports as they stand, newest first", description = "Without their content.")
    @ApiResponse(responseCode = "200", description = "The reports",
            content = @Content(schema = @Schema(implementation = ReportSummary[].class)))
    public Response list(@QueryParam("authority") @Parameter(description = "Id of an authority; all when missing") String authority,
            @QueryParam("before") @Parameter(description = "number of the last report of the page before") String before,
            @QueryParam("limit") @Parameter(description = "1 to 200; 50 when missing") String limit, @Context Actor actor) {
        return Response.ok(services.need(Reports.class).list(actor, authority == null ? null : Input.name(authority),
                Input.query("before", before, 0, Long.MAX_VALUE, 0), (int) Input.query("limit", limit, 1, PAGE_MAX, PAGE))).build();
    }

    /** Sends. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.SEND_REPORT)
    @Operation(summary = "Send a report", description = "It is checked as a whole and queued in the authority's lane. The answer to a case"
            + " takes from what the authority said whatever the content leaves out.")
    @ApiResponse(responseCode = "201", description = "The report as it is queued",
            content = @Content(schema = @Schema(implementation = Report.class)))
    public Response send(NewReport body, @Context Actor actor) {
        Report report = services.need(Reports.class).send(actor, body.authority() == null ? null : Input.name(body.authority()),
                body.kind(), body.caseId() == null ? null : Input.id(body.caseId()), body.content());
        return Response.status(Response.Status.CREATED).entity(report).build();
    }

    /** What is known of an answer. */
    @GET
    @Path("/drafts/{case}")
    @Needs(Permission.SEND_REPORT)
    @Operation(summary = "What the authority said of a case already", description = "In the fields of the answer that it waits for.")
    @ApiResponse(responseCode = "200", description = "The fields; personal data in them is masked, and sent in clear",
            content = @Content(schema = @Schema(type = "object")))
    public Response draft(@PathParam("case") @Parameter(description = "Id of the case") String caseId, @Context Actor actor) {
        return Response.ok(services.need(Reports.class).draft(actor, Input.id(caseId))).build();
    }

    /** One. */
    @GET
    @Path("/{report}")
    @Needs(Permission.SEND_REPORT)
    @Operation(summary = "One report, with what the authority said of it")
    @ApiResponse(responseCode = "200", description = "The report",
            content = @Content(schema = @Schema(implementation = Report.class)))
    public Response get(@PathParam("report") @Parameter(description = "Number of the report") String number, @Context Actor actor) {
        return Response.ok(services.need(Reports.class).get(actor, Input.number(number))).build();
    }

    /** Takes back. */
    @POST
    @Path("/{report}/skip")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.SEND_REPORT)
    @Operation(summary = "Take a report back that is in no file yet", description = "The reason is kept.")
    @ApiResponse(responseCode = "200", description = "The report",
            content = @Content(schema = @Schema(implementation = Report.class)))
    public Response skip(@PathParam("report") String number, Requests.Reason body, @Context Actor actor) {
        return Response.ok(services.need(Reports.class).skip(actor, Input.number(number), body.reason())).build();
    }
}

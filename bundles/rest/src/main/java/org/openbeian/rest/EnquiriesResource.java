package org.openbeian.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
import javax.ws.rs.core.UriInfo;
import org.openbeian.api.guidance.Enquiries;
import org.openbeian.api.guidance.Enquiry;
import org.openbeian.api.guidance.ResponseTime;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Permission;

/** Questions to the specialists. */
@Path("/enquiries")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Enquiries", description = "Questions to the specialists at any hour (W-11)")
public final class EnquiriesResource {

    private static final String ENQUIRY = "The enquiry; what looks like personal data in it is masked for all but the asker";

    private final Services services;

    /**
     * A question.
     *
     * @param about what it is about, or null
     * @param text the question, 2 to 4,000 characters
     */
    record NewEnquiry(Enquiry.About about, @JsonProperty(required = true) String text) {
    }

    /**
     * A further question.
     *
     * @param text the question, 2 to 4,000 characters
     */
    record NewQuestion(@JsonProperty(required = true) String text) {
    }

    /**
     * An answer.
     *
     * @param text the answer, at most 4,000 characters; may be left out beside prepared answers
     * @param canned ids of prepared answers, at most five
     */
    record NewAnswer(String text, List<String> canned) {
    }

    EnquiriesResource(Services services) {
        this.services = services;
    }

    private Enquiries enquiries() {
        return services.need(Enquiries.class);
    }

    /** Asks. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.ASK)
    @Operation(summary = "Ask the specialists", description = "About an order, a topic of the help, a field or a rule, or about nothing in"
            + " particular. GET …/suggestions answers at once where an answer is prepared.")
    @ApiResponse(responseCode = "201", description = ENQUIRY, content = @Content(schema = @Schema(implementation = Enquiry.class)))
    public Response ask(NewEnquiry body, @Context Actor actor) {
        Enquiry made = enquiries().ask(actor, body.about(), body.text());
        return Replies.created("/enquiries/" + made.id(), made, made.version());
    }

    /** Enquiries. */
    @GET
    @Needs(Permission.READ_ORDER)
    @Operation(summary = "Enquiries, newest first")
    @ApiResponse(responseCode = "200", description = "Those that the caller sees; Link names the next page",
            content = @Content(schema = @Schema(implementation = Enquiry[].class)))
    public Response list(@QueryParam("state") @Parameter(description = "OPEN, ANSWERED or CLOSED") String state,
            @QueryParam("before") String before, @QueryParam("limit") String limit, @Context UriInfo uri, @Context Actor actor) {
        int most = (int) Input.query("limit", limit, 1, Enquiries.MOST, Enquiries.MOST);
        return Replies.page(uri, enquiries().list(actor, Input.query("state", state, Enquiry.State.class),
                before == null ? null : Input.id(before), most), most, "before", Enquiry::id);
    }

    /** Times of first answers. */
    @GET
    @Path("/response-times")
    @Needs(Permission.READ_LEVELS)
    @Operation(summary = "How long first answers took", description = "Of the enquiries that were asked in the last days: how many, how"
            + " many wait, and the time that half of them, nine of ten and all took no longer than. All together, then by topic.")
    @ApiResponse(responseCode = "200", description = "Times", content = @Content(schema = @Schema(implementation = ResponseTime[].class)))
    public Response times(@QueryParam("days") @Parameter(description = "How far back, 1 to 3650; 90 when missing") String days,
            @Context Actor actor) {
        long back = Input.query("days", days, 1, 3650, 90);
        Instant now = services.need(Clock.class).instant();
        return Response.ok(enquiries().responseTimes(actor, now.minus(Duration.ofDays(back)), now.plusSeconds(1))).build();
    }

    /** An enquiry. */
    @GET
    @Path("/{enquiry}")
    @Needs(Permission.READ_ORDER)
    @Operation(summary = "One enquiry")
    @ApiResponse(responseCode = "200", description = ENQUIRY, content = @Content(schema = @Schema(implementation = Enquiry.class)))
    public Response get(@PathParam("enquiry") String id, @Context Actor actor) {
        return Response.ok(enquiries().get(actor, Input.id(id))).build();
    }

    /** Prepared answers. */
    @GET
    @Path("/{enquiry}/suggestions")
    @Needs(Permission.READ_ORDER)
    @Operation(summary = "Prepared answers that fit", description = "From the help, and from the rules that the order is judged by, with"
            + " their sources.")
    @ApiResponse(responseCode = "200", description = "The closest first",
            content = @Content(schema = @Schema(implementation = Enquiry.Canned[].class)))
    public Response suggestions(@PathParam("enquiry") String id, @Context Actor actor) {
        return Response.ok(enquiries().suggestions(actor, Input.id(id))).build();
    }

    /** Asks on. */
    @POST
    @Path("/{enquiry}/questions")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.ASK)
    @Operation(summary = "Ask on", description = "Refused once the enquiry is closed.")
    @ApiResponse(responseCode = "200", description = ENQUIRY, content = @Content(schema = @Schema(implementation = Enquiry.class)))
    public Response askOn(@PathParam("enquiry") String id, NewQuestion body, @Context Actor actor) {
        return Response.ok(enquiries().askOn(actor, Input.id(id), body.text())).build();
    }

    /** Answers. */
    @POST
    @Path("/{enquiry}/answers")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.ANSWER)
    @Operation(summary = "Answer", description = "In own words, by prepared answers, or both. The account is told.")
    @ApiResponse(responseCode = "200", description = ENQUIRY, content = @Content(schema = @Schema(implementation = Enquiry.class)))
    public Response answer(@PathParam("enquiry") String id, NewAnswer body, @Context Actor actor) {
        return Response.ok(enquiries().answer(actor, Input.id(id), body.text(), body.canned())).build();
    }

    /** Closes. */
    @POST
    @Path("/{enquiry}/closing")
    @Needs(Permission.READ_ORDER)
    @Operation(summary = "Close an enquiry", description = "By the asker or a specialist.")
    @ApiResponse(responseCode = "200", description = ENQUIRY, content = @Content(schema = @Schema(implementation = Enquiry.class)))
    public Response close(@PathParam("enquiry") String id, @Context Actor actor) {
        return Response.ok(enquiries().close(actor, Input.id(id))).build();
    }

    /** Shows the texts in clear. */
    @POST
    @Path("/{enquiry}/reveals")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.REVEAL_DATA)
    @Operation(summary = "Show the texts of an enquiry in clear", description = "Who asked and why is kept in the audit.")
    @ApiResponse(responseCode = "200", description = "Texts by pointer",
            content = @Content(schema = @Schema(implementation = Requests.Revealed.class)))
    public Response reveal(@PathParam("enquiry") String id, Requests.Reason body, @Context Actor actor) {
        return Response.ok(new Requests.Revealed(enquiries().reveal(actor, Input.id(id), body.reason()))).build();
    }
}

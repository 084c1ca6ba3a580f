package org.openbeian.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.regex.Pattern;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.openbeian.api.guidance.Help;
import org.openbeian.api.guidance.HelpText;
import org.openbeian.api.guidance.HelpVotes;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Permission;

/** Frequent questions, topics and the glossary. */
@Path("/help")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Help", description = "Frequent questions, topics and the glossary, in Chinese and English (A-109 to A-113, E-03, E-07)")
public final class HelpResource {

    private static final Pattern WORDS = Pattern.compile("[^\\p{Cntrl}]{1,100}");

    private final Services services;

    /**
     * What somebody thinks of a text.
     *
     * @param helpful whether it was helpful
     */
    record HelpVote(@JsonProperty(required = true) boolean helpful) {
    }

    HelpResource(Services services) {
        this.services = services;
    }

    private Help help() {
        return services.need(Help.class);
    }

    /** Finds texts. */
    @GET
    @Needs(Permission.READ_RULES)
    @Operation(summary = "Find texts of the help", description = "Those that belong closest to what is asked for come first. Times that"
            + " filings took here lately stand beside the texts that speak of them.")
    @ApiResponse(responseCode = "200", description = "Texts", content = @Content(schema = @Schema(implementation = HelpText[].class)))
    public Response find(@QueryParam("kind") @Parameter(description = "FAQ, TOPIC or TERM") String kind,
            @QueryParam("for") @Parameter(description = "A JSON pointer into an application, the name of a state, the id of a rule or"
            + " error, or the id of a topic") String about,
            @QueryParam("q") @Parameter(description = "Words that all occur in the text, in either language") String words) {
        return Response.ok(help().find(Input.query("kind", kind, HelpText.Kind.class),
                Input.query("for", about, WORDS, "a JSON pointer, state, rule id or topic of at most 100 characters"),
                Input.query("q", words, WORDS, "1 to 100 characters"))).build();
    }

    /** One text. */
    @GET
    @Path("/{text}")
    @Needs(Permission.READ_RULES)
    @Operation(summary = "One text of the help")
    @ApiResponse(responseCode = "200", description = "The text", content = @Content(schema = @Schema(implementation = HelpText.class)))
    public Response get(@PathParam("text") String text) {
        return Response.ok(help().get(Input.name(text))).build();
    }

    /** Votes. */
    @PUT
    @Path("/{text}/vote")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.USE_ACCOUNT)
    @Operation(summary = "Say whether a text was helpful", description = "Counted once for each account and text; a later vote takes the"
            + " place of the former.")
    @ApiResponse(responseCode = "204", description = "Noted")
    public Response vote(@PathParam("text") String text, HelpVote body, @Context Actor actor) {
        help().vote(actor, Input.name(text), body.helpful());
        return Response.noContent().build();
    }

    /** The votes. */
    @GET
    @Path("/votes")
    @Needs(Permission.READ_LEVELS)
    @Operation(summary = "What people thought of the texts", description = "Those that got votes, the least helpful first.")
    @ApiResponse(responseCode = "200", description = "Votes", content = @Content(schema = @Schema(implementation = HelpVotes[].class)))
    public Response votes(@Context Actor actor) {
        return Response.ok(help().votes(actor)).build();
    }
}

package org.openbeian.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
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
import org.openbeian.api.registry.PublicRegistry.By;
import org.openbeian.api.registry.PublicRegistry.PublicEntry;
import org.openbeian.api.registry.PublicRegistry.PublicQuestion;
import org.openbeian.api.registry.PublicRegistry.Verdict;
import org.openbeian.api.registry.RegistryAnswers;
import org.openbeian.api.registry.RegistryAnswers.Inquiry;
import org.openbeian.api.registry.RegistryAnswers.KeptAnswer;
import org.openbeian.api.registry.RegistryAnswers.NewAnswer;
import org.openbeian.api.registry.RegistryAnswers.Proof;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Permission;

/** What the public register says. Names travel in bodies, so that no log of addresses holds them. */
@Path("/public-register")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Register")
public final class PublicRegisterResource {

    private static final String ANSWER = "The answer, the name that was asked for masked";

    private final Services services;

    /**
     * A question.
     *
     * @param by by what is asked
     * @param value a unit's exact name, a host or domain, or a filing number
     */
    record RegisterQuestion(@JsonProperty(required = true) By by, @JsonProperty(required = true) String value) {

        /** Tells no name. */
        @Override
        public String toString() {
            return "RegisterQuestion[" + by + "]";
        }
    }

    /**
     * What somebody saw on a page of the public register.
     *
     * @param question what he asked
     * @param verdict what it said
     * @param asOf when he saw it; now when missing
     * @param entries what was found
     * @param text what he saw, in his words
     */
    record SeenAnswer(@JsonProperty(required = true) RegisterQuestion question, @JsonProperty(required = true) Verdict verdict,
            Instant asOf, List<PublicEntry> entries, @JsonProperty(required = true) String text) {
    }

    PublicRegisterResource(Services services) {
        this.services = services;
    }

    private RegistryAnswers answers() {
        return services.need(RegistryAnswers.class);
    }

    /** Asks. */
    @POST
    @Path("/questions")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.ASK_REGISTRY)
    @Operation(summary = "What is known of the public register", description = "FOUND, NOT_FOUND or UNKNOWN, as of which time and by whom,"
            + " from what staff noted and plugins know; and the pages that a person may open to ask. The pages are never called by the"
            + " server. For staff.")
    @ApiResponse(responseCode = "200", description = "The answer and the pages",
            content = @Content(schema = @Schema(implementation = Inquiry.class)))
    public Response ask(RegisterQuestion body, @Context Actor actor) {
        return masked(actor, answers().inquire(actor, new PublicQuestion(body.by(), body.value())));
    }

    /** Notes. */
    @POST
    @Path("/answers")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.REVIEW_ORDER)
    @Operation(summary = "Note what a person saw in the public register", description = "With the entries of the page: an entry names a"
            + " filing number at least. It counts for type proposals for some time, and differences from the register open a case.")
    @ApiResponse(responseCode = "200", description = ANSWER, content = @Content(schema = @Schema(implementation = KeptAnswer.class)))
    public Response note(SeenAnswer body, @Context Actor actor) {
        return masked(actor, answers().note(actor, new NewAnswer(new PublicQuestion(body.question().by(), body.question().value()),
                body.verdict(), body.asOf(), body.entries(), body.text())));
    }

    /** Lists. */
    @GET
    @Path("/answers")
    @Needs(Permission.ASK_REGISTRY)
    @Operation(summary = "What was noted, newest first", description = "For staff.")
    @ApiResponse(responseCode = "200", description = "Answers; ask on after the last one's id",
            content = @Content(schema = @Schema(implementation = KeptAnswer[].class)))
    public Response list(@QueryParam("after") @Parameter(description = "id of the last answer of the page before") String after,
            @QueryParam("limit") @Parameter(description = "1 to 200; 200 when missing") String limit, @Context Actor actor) {
        int most = (int) Input.query("limit", limit, 1, RegistryAnswers.MOST, RegistryAnswers.MOST);
        return Response.ok(Masking.forActor(actor, null, answers().list(actor, after == null ? null : Input.id(after), most))).build();
    }

    /** One. */
    @GET
    @Path("/answers/{answerId}")
    @Needs(Permission.ASK_REGISTRY)
    @Operation(summary = "One answer", description = "For staff.")
    @ApiResponse(responseCode = "200", description = ANSWER, content = @Content(schema = @Schema(implementation = KeptAnswer.class)))
    public Response get(@PathParam("answerId") String id, @Context Actor actor) {
        return masked(actor, answers().get(actor, Input.id(id)));
    }

    /** Proves. */
    @PUT
    @Path("/answers/{answerId}/picture")
    @Consumes({"image/jpeg", "image/png"})
    @Needs(Permission.REVIEW_ORDER)
    @Operation(summary = "Add the picture that proves an answer", description = "Once: it cannot be exchanged.")
    @RequestBody(required = true, content = {
        @Content(mediaType = "image/jpeg", schema = @Schema(type = "string", format = "binary")),
        @Content(mediaType = "image/png", schema = @Schema(type = "string", format = "binary"))})
    @ApiResponse(responseCode = "200", description = ANSWER, content = @Content(schema = @Schema(implementation = KeptAnswer.class)))
    public Response prove(@PathParam("answerId") String id, @HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType, byte[] picture,
            @Context Actor actor) {
        return masked(actor, answers().prove(actor, Input.id(id), MaterialsResource.mediaType(contentType), picture));
    }

    /** The picture. */
    @GET
    @Path("/answers/{answerId}/picture")
    @Produces({"image/jpeg", "image/png", MediaType.APPLICATION_JSON, MediaType.WILDCARD})
    @Needs(Permission.ASK_REGISTRY)
    @Operation(summary = "The picture that proves an answer", description = "For staff; kept in the audit.")
    @ApiResponse(responseCode = "200", description = "The bytes as uploaded", content = {
        @Content(mediaType = "image/jpeg", schema = @Schema(type = "string", format = "binary")),
        @Content(mediaType = "image/png", schema = @Schema(type = "string", format = "binary"))})
    public Response proof(@PathParam("answerId") String id, @Context Actor actor) {
        Proof proof = answers().proof(actor, Input.id(id));
        return Response.ok(proof.content()).type(proof.mediaType()).header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + id
                + (proof.mediaType().endsWith("png") ? ".png\"" : ".jpg\"")).build();
    }

    private static Response masked(Actor actor, Object value) {
        return Response.ok(Masking.forActor(actor, null, value)).build();
    }
}

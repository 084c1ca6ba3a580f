package org.openbeian.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.rules.Fact;
import org.openbeian.api.rules.Facts;
import org.openbeian.api.rules.RuleTrials;
import org.openbeian.api.security.Permission;
import org.openbeian.core.rules.RuleSchema;

/** Rule files before they count. */
@Path("/rules")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rules", description = "Provinces, rule bundles and the texts to consent to")
public final class RuleTrialsResource {

    private static final String YAML = "application/yaml";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,200}");

    private final Services services;

    RuleTrialsResource(Services services) {
        this.services = services;
    }

    /** Checks a file. */
    @POST
    @Path("/check")
    @Consumes(MediaType.WILDCARD)
    @Needs(Permission.READ_SYSTEM)
    @Operation(summary = "Check a rule file and run its examples", description = "Nothing is put in force.")
    @RequestBody(required = true, content = @Content(mediaType = YAML, schema = @Schema(type = "string")))
    @ApiResponse(responseCode = "200", description = "What was found; without problems the file is good",
            content = @Content(schema = @Schema(implementation = RuleTrials.Report.class)))
    public Response check(byte[] file) {
        return Response.ok(services.need(RuleTrials.class).check(text(file))).build();
    }

    /** Compares a file. */
    @POST
    @Path("/diff")
    @Consumes(MediaType.WILDCARD)
    @Needs(Permission.READ_SYSTEM)
    @Operation(summary = "What a rule file changes, rule by rule", description = "Against the file of its province in force."
            + " The candidate is the body, or with bundle and version one that is installed.")
    @RequestBody(content = @Content(mediaType = YAML, schema = @Schema(type = "string")))
    @ApiResponse(responseCode = "200", description = "Every entry that differs",
            content = @Content(schema = @Schema(implementation = RuleTrials.Diff.class)))
    public Response diff(@QueryParam("bundle") @Parameter(description = "Bundle of the candidate") String bundle,
            @QueryParam("version") @Parameter(description = "Version of that bundle") String version, byte[] file) {
        return Response.ok(services.need(RuleTrials.class).diff(candidate(bundle, version, file))).build();
    }

    /** Starts a replay. */
    @POST
    @Path("/replays")
    @Consumes(MediaType.WILDCARD)
    @Needs(Permission.STEER_SYSTEM)
    @Operation(summary = "Run a rule file over open and granted orders", description = "In the background; touches no order."
            + " The candidate is the body, or with bundle and version one that is installed.")
    @RequestBody(content = @Content(mediaType = YAML, schema = @Schema(type = "string")))
    @ApiResponse(responseCode = "202", description = "The replay; its Location tells how far it is",
            content = @Content(schema = @Schema(implementation = RuleTrials.Replay.class)))
    public Response replay(@QueryParam("bundle") @Parameter(description = "Bundle of the candidate") String bundle,
            @QueryParam("version") @Parameter(description = "Version of that bundle") String version, byte[] file) {
        RuleTrials.Replay replay = services.need(RuleTrials.class).replay(candidate(bundle, version, file));
        return Response.accepted(replay).header("Location", RestServer.ROOT + "/rules/replays/" + replay.id()).build();
    }

    /** Replays. */
    @GET
    @Path("/replays")
    @Needs(Permission.READ_SYSTEM)
    @Operation(summary = "The replays since the server started, newest first")
    @ApiResponse(responseCode = "200", description = "As they stand now",
            content = @Content(schema = @Schema(implementation = RuleTrials.Replay[].class)))
    public Response replays() {
        return Response.ok(services.need(RuleTrials.class).replays()).build();
    }

    /** A replay. */
    @GET
    @Path("/replays/{replay}")
    @Needs(Permission.READ_SYSTEM)
    @Operation(summary = "How far a replay is, and which verdicts change")
    @ApiResponse(responseCode = "200", description = "As it stands now",
            content = @Content(schema = @Schema(implementation = RuleTrials.Replay.class)))
    public Response replay(@PathParam("replay") String id) {
        return Response.ok(services.need(RuleTrials.class).find(Input.id(id)).orElseThrow(
                () -> new Refusal(Refusal.Kind.NOT_FOUND, "replay-not-found", "there is no such replay"))).build();
    }

    /** Cancels. */
    @DELETE
    @Path("/replays/{replay}")
    @Needs(Permission.STEER_SYSTEM)
    @Operation(summary = "End a replay", description = "What it found stays.")
    @ApiResponse(responseCode = "204", description = "It ends")
    public Response cancel(@PathParam("replay") String id) {
        services.need(RuleTrials.class).cancel(Input.id(id));
        return Response.noContent().build();
    }

    /** The schema. */
    @GET
    @Path("/schema")
    @Produces("application/schema+json")
    @Needs(Permission.READ_RULES)
    @Operation(summary = "The JSON Schema of rule files", description = "By it an editor completes and checks them.")
    @ApiResponse(responseCode = "200", description = "The schema",
            content = @Content(mediaType = "application/schema+json", schema = @Schema(type = "object")))
    public Response schema() {
        return Response.ok(RuleSchema.tree()).build();
    }

    /** The facts. */
    @GET
    @Path("/facts")
    @Needs(Permission.READ_RULES)
    @Operation(summary = "The facts that rule files may name")
    @ApiResponse(responseCode = "200", description = "The catalogue", content = @Content(schema = @Schema(implementation = Fact[].class)))
    public Response facts() {
        return Response.ok(Facts.ALL).build();
    }

    private String candidate(String bundle, String version, byte[] file) {
        if (bundle == null && version == null) {
            return text(file);
        }
        Input.query("bundle", bundle == null ? "" : bundle, NAME, "the symbolic name of an installed bundle");
        Input.query("version", version == null ? "" : version, NAME, "the version of an installed bundle");
        return services.need(RuleTrials.class).installed(bundle, version).orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND,
                "bundle-not-found", "no rule bundle of this name and version is installed; /rule-bundles lists them"));
    }

    private static String text(byte[] file) {
        if (file == null || file.length == 0) {
            throw new Trouble(400, "body-missing", "this operation needs a rule file as its body");
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
        } catch (CharacterCodingException e) {
            throw new Trouble(400, "body-not-utf-8", "a rule file is UTF-8");
        }
    }
}

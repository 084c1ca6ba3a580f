package org.openbeian.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.openbeian.api.gate.Blockings;
import org.openbeian.api.gate.Blockings.Blocking;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Permission;

/** Domains that are told to file, and blocked ones. */
@Path("/blockings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Access", description = "What may be served here")
public final class BlockingsResource {

    private static final Pattern STATE = Pattern.compile(Arrays.stream(Blockings.State.values()).map(Enum::name)
            .collect(Collectors.joining("|")));
    private static final int MOST = 1_000;

    private final Services services;

    BlockingsResource(Services services) {
        this.services = services;
    }

    /**
     * A notice.
     *
     * @param domain the domain, or a host below it
     * @param account whose it is; that of the registry of domains when null
     * @param deadline when the block comes
     * @param reason why
     */
    record BlockingNotice(@JsonProperty(required = true) String domain, String account, @JsonProperty(required = true) Instant deadline,
            @JsonProperty(required = true) String reason) {
    }

    /**
     * An isolation.
     *
     * @param account whose the domain is; that of the registry of domains when null
     * @param ips public addresses that the carrier is to block
     * @param reason why
     * @param caseId the open case about the domain that causes it, or null
     */
    record Isolation(String account, List<String> ips, @JsonProperty(required = true) String reason, String caseId) {
    }

    /**
     * What the carrier did.
     *
     * @param blocked whether it blocks the addresses now
     */
    record CarrierBlock(@JsonProperty(required = true) boolean blocked) {
    }

    /** Lists. */
    @GET
    @Needs(Permission.ASK_GATE)
    @Operation(summary = "Domains under a notice or blocked", description = "Those that changed last first, a thousand at most.")
    @ApiResponse(responseCode = "200", description = "The domains",
            content = @Content(schema = @Schema(implementation = Blocking[].class)))
    public Response list(@QueryParam("state") @Parameter(description = "NOTICED, BLOCKED, ISOLATED or LIFTED") String state) {
        Input.query("state", state, STATE, "one of " + STATE);
        return Response.ok(blockings().list(state == null ? null : Blockings.State.valueOf(state), MOST)).build();
    }

    /** Shows. */
    @GET
    @Path("/{domain}")
    @Needs(Permission.ASK_GATE)
    @Operation(summary = "How a domain stands with notice and block")
    @ApiResponse(responseCode = "200", description = "How it stands", content = @Content(schema = @Schema(implementation = Blocking.class)))
    public Response get(@PathParam("domain") String domain) {
        return Response.ok(blockings().find(domain).orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "blocking-not-found",
                "there is no notice and no block for this domain"))).build();
    }

    /** Tells to file. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.BLOCK_DOMAIN)
    @Operation(summary = "Tell a domain to file by a day", description = "Its account is told now; when the day is over and it is not"
            + " filed here, it is blocked and shows the blocking page, until it is filed.")
    @ApiResponse(responseCode = "201", description = "The notice", content = @Content(schema = @Schema(implementation = Blocking.class)))
    public Response notice(BlockingNotice body, @Context Actor actor) {
        return Response.status(201).entity(blockings().notice(actor, body.domain(), body.account(), body.deadline(), body.reason()))
                .build();
    }

    /** Isolates. */
    @PUT
    @Path("/{domain}/isolation")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.BLOCK_DOMAIN)
    @Operation(summary = "Isolate a domain that was found open while unfiled", description = "At once, until it is filed.")
    @ApiResponse(responseCode = "200", description = "How it stands", content = @Content(schema = @Schema(implementation = Blocking.class)))
    public Response isolate(@PathParam("domain") String domain, Isolation body, @Context Actor actor) {
        return Response.ok(blockings().isolate(actor, domain, body.account(), body.ips(), body.reason(),
                body.caseId() == null ? null : Input.id(body.caseId()))).build();
    }

    /** Notes what the carrier did. */
    @PUT
    @Path("/{domain}/carrier")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.BLOCK_DOMAIN)
    @Operation(summary = "Note that the carrier blocked the addresses of an isolated domain, or opened them again")
    @ApiResponse(responseCode = "200", description = "How it stands", content = @Content(schema = @Schema(implementation = Blocking.class)))
    public Response carrier(@PathParam("domain") String domain, CarrierBlock body, @Context Actor actor) {
        return Response.ok(blockings().carrier(actor, domain, body.blocked())).build();
    }

    /** Ends. */
    @DELETE
    @Path("/{domain}")
    @Needs(Permission.BLOCK_DOMAIN)
    @Operation(summary = "End a notice or a block by hand", description = "A domain that several open cases hold stays isolated until the"
            + " last of them lets it go; the query parameter case says which one does.")
    @ApiResponse(responseCode = "200", description = "How it stands", content = @Content(schema = @Schema(implementation = Blocking.class)))
    public Response lift(@PathParam("domain") String domain, @QueryParam("reason") @Parameter(description = "Why, for the audit",
            required = true) String reason, @QueryParam("case") @Parameter(description = "Id of the case that lets the domain go")
            String caseId, @Context Actor actor) {
        if (reason == null || reason.isBlank()) {
            throw new Trouble(400, "bad-query", "the query parameter reason is required: why the block ends");
        }
        return Response.ok(blockings().lift(actor, domain, reason, caseId == null ? null : Input.id(caseId))).build();
    }

    private Blockings blockings() {
        return services.need(Blockings.class);
    }
}

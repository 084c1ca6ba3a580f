package org.openbeian.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import org.openbeian.api.gate.GateDecision;
import org.openbeian.api.model.LocalizedText;

/** What the gate's servlet answers, for the description: it is no resource of this bundle. */
@Path("/gate")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Access", description = "What may be served here")
final class GateDescription {

    private static final String SIGNED = "true: each answer carries a signed verdict that an edge can check offline";

    record GateVerdict(String host, String unit, GateDecision decision, String reason, LocalizedText text, String until,
            String verdict) {
    }

    record GateHosts(List<String> hosts) {
    }

    record GateKey(String kty, String crv, String use, String alg, String kid, String x) {
    }

    record GateKeys(List<GateKey> keys) {
    }

    record GateChange(String key, GateDecision decision, String reason) {
    }

    record GateChangePage(long position, boolean reset, List<GateChange> changes) {
    }

    @GET
    @Needs(org.openbeian.api.security.Permission.ASK_GATE)
    @Operation(summary = "May this host or APP be served here?", description = "Name one host or one APP. Serve on ALLOW only.")
    @ApiResponse(responseCode = "200", description = "The answer, with reason and until when",
            content = @Content(schema = @Schema(implementation = GateVerdict.class)))
    public void one(@QueryParam("host") @Parameter(description = "a host, also with port") String host,
            @QueryParam("app") @Parameter(description = "filing number of an APP; its name while it has none, being filed") String app,
            @QueryParam("signed") @Parameter(description = SIGNED) String signed) {
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(org.openbeian.api.security.Permission.ASK_GATE)
    @Operation(summary = "May these hosts be served here?", description = "A thousand hosts and 300,000 bytes at most.")
    @ApiResponse(responseCode = "200", description = "An answer for each, in their order",
            content = @Content(schema = @Schema(implementation = GateVerdict[].class)))
    public void many(@QueryParam("signed") @Parameter(description = SIGNED) String signed, @QueryParam("brief") @Parameter(
            description = "true: only true for ALLOW and false for everything else, several times quicker") String brief, GateHosts body) {
    }

    @GET
    @Path("/keys")
    @Operation(summary = "The keys that signed verdicts are checked with", description = "A JSON Web Key Set (RFC 8037).")
    @ApiResponse(responseCode = "200", description = "The keys", content = @Content(schema = @Schema(implementation = GateKeys.class)))
    public void keys() {
    }

    @GET
    @Path("/changes")
    @Needs(org.openbeian.api.security.Permission.ASK_GATE)
    @Operation(summary = "What changed, for those who keep a copy", description = "Without a position: where to begin. Ask on with the"
            + " position of the answer; reset says that the copy is too far behind.")
    @ApiResponse(responseCode = "200", description = "Changes with their present decisions, 5,000 at most",
            content = @Content(schema = @Schema(implementation = GateChangePage.class)))
    public void changes(@QueryParam("after") @Parameter(description = "position of the answer before") String after) {
    }
}

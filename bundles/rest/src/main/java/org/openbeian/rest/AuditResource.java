package org.openbeian.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.StreamingOutput;
import javax.ws.rs.core.UriInfo;
import org.openbeian.api.audit.AuditEntry;
import org.openbeian.api.audit.AuditLog;
import org.openbeian.api.audit.AuditProof;
import org.openbeian.api.audit.AuditQuery;
import org.openbeian.api.audit.ChainReport;
import org.openbeian.api.audit.ChainVerifier;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Permission;

/** The audit, for those who look after the others. */
@Path("/audit")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Audit", description = "Who did what, when and why")
public final class AuditResource {

    private static final Pattern WORD = Pattern.compile("[a-z0-9.-]{1,80}\\*?");
    private static final Pattern TEXT = Pattern.compile("[^\\p{Cntrl}]{1,300}");

    private static final Pattern PROOF = Pattern.compile("[1-9][0-9]{0,17}:[0-9a-f]{64}");

    private final Services services;

    AuditResource(Services services) {
        this.services = services;
    }

    /**
     * What a check of the hash chains found.
     *
     * @param reports the chains of the audit and of the orders' histories
     * @param proof whether the audit still leads over the entry that was named, or null when none was
     */
    record Verification(Map<String, ChainReport> reports, Boolean proof) {
    }

    /** Checks the chains. */
    @GET
    @Path("/verification")
    @Needs(Permission.READ_AUDIT)
    @Operation(summary = "Check the hash chains of the audit and of every order's history", description = "Takes as long as there are"
            + " entries. Faults say that somebody changed the database beside the server, or that it was damaged.")
    @ApiResponse(responseCode = "200", description = "What was found; no faults when all hold",
            content = @Content(schema = @Schema(implementation = Verification.class)))
    public Response verify(@QueryParam("proof") @Parameter(description = "Number and hash of an entry as an export told them,"
            + " NUMBER:HASH") String proof) {
        String noted = Input.query("proof", proof, PROOF, "a number, a colon and 64 hexadecimal digits");
        Map<String, ChainReport> reports = new LinkedHashMap<>();
        services.all(ChainVerifier.class).forEach(one -> reports.put(one.name(), one.verify(progress -> { })));
        return Response.ok(new Verification(reports, noted == null ? null : services.need(AuditLog.class).confirms(parsed(noted)))).build();
    }

    /** Hands the audit out. */
    @GET
    @Path("/export")
    @Produces({JsonLines.TYPE, MediaType.APPLICATION_JSON})
    @Needs(Permission.READ_AUDIT)
    @Operation(summary = "The audit as lines of JSON, oldest first", description = "The last line is the proof, to be kept elsewhere:"
            + " verification holds it against the chain later. Audited itself.")
    @ApiResponse(responseCode = "200", description = "One entry per line, then the proof",
            content = @Content(mediaType = JsonLines.TYPE, schema = @Schema(implementation = AuditEntry.class)))
    public Response export(@QueryParam("from") @Parameter(description = "Number of the first entry, 1 when missing") String from,
            @Context Actor actor) {
        long first = Input.query("from", from, 1, Long.MAX_VALUE, 1);
        AuditLog audit = services.need(AuditLog.class);
        audit.record(actor, "audit.export", "audit", null, null, Map.of("from", Long.toString(first)));
        StreamingOutput lines = out -> {
            AuditProof proof = audit.export(first, entry -> JsonLines.write(out, entry));
            JsonLines.write(out, proof == null ? Map.of() : Map.of("proof", proof.no() + ":" + proof.hash()));
        };
        return Response.ok(lines, JsonLines.TYPE).build();
    }

    private static AuditProof parsed(String proof) {
        int colon = proof.indexOf(':');
        return new AuditProof(Long.parseLong(proof.substring(0, colon)), proof.substring(colon + 1));
    }

    /** Lists entries. */
    @GET
    @Needs(Permission.READ_AUDIT)
    @Operation(summary = "The audit, newest first", description = "Append-only; the entries form a hash chain, which the"
            + " verification checks, as does the shell's beian:audit-verify. The header Link names the next page.")
    @ApiResponse(responseCode = "200", description = "One page",
            content = @Content(schema = @Schema(implementation = AuditEntry[].class)))
    public Response list(@QueryParam("account") @Parameter(description = "Only what this account did") String account,
            @QueryParam("action") @Parameter(description = "Only this action; order.* for all that begin so") String action,
            @QueryParam("object-kind") @Parameter(description = "Only what was done to such objects, as order") String kind,
            @QueryParam("object-id") @Parameter(description = "Only what was done to this object") String id,
            @QueryParam("from") @Parameter(description = "The earliest instant, as 2027-03-31T00:00:00Z") String from,
            @QueryParam("until") @Parameter(description = "The first instant that is too late") String until,
            @QueryParam("before") @Parameter(description = "Only entries with a lower number") String before,
            @QueryParam("limit") @Parameter(description = "1 to 200, 50 when missing") String limit, @Context UriInfo uri) {
        int size = (int) Input.query("limit", limit, 1, 200, 50);
        AuditQuery query = new AuditQuery(Input.query("account", account, TEXT, "the name of an account"),
                Input.query("action", action, WORD, "an action in lower case"),
                Input.query("object-kind", kind, WORD, "a kind in lower case"),
                Input.query("object-id", id, TEXT, "the id of an object"), Input.instant("from", from),
                Input.instant("until", until), Input.query("before", before, 1, Long.MAX_VALUE, 0), size);
        List<AuditEntry> page = services.need(AuditLog.class).list(query);
        return Replies.page(uri, page, size, "before", AuditEntry::no);
    }
}

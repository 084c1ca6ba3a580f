package org.openbeian.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.stream.Collectors;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.openbeian.api.audit.AuditLog;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Permission;
import org.openbeian.api.store.Retention;

/** How long data is kept, and the removal of what was kept long enough. */
@Path("/retention")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Retention", description = "How long data of each kind is kept")
public final class RetentionResource {

    private final Services services;

    RetentionResource(Services services) {
        this.services = services;
    }

    /** A dry run. */
    @GET
    @Needs(Permission.READ_SYSTEM)
    @Operation(summary = "What a run would remove now", description = "One rule per kind of data; the days are configuration"
            + " (org.openbeian.store.jdbc). Changes nothing.")
    @ApiResponse(responseCode = "200", description = "The rules, each with the rows that are due",
            content = @Content(schema = @Schema(implementation = Retention.Rule[].class)))
    public Response plan() {
        return Response.ok(services.need(Retention.class).plan()).build();
    }

    /** A run. */
    @POST
    @Needs(Permission.ERASE_DATA)
    @Operation(summary = "Remove what was kept long enough", description = "As the server does every hour by itself; audited.")
    @ApiResponse(responseCode = "200", description = "The rules, each with the rows that were removed",
            content = @Content(schema = @Schema(implementation = Retention.Rule[].class)))
    public Response run(@Context Actor actor) {
        List<Retention.Rule> removed = services.need(Retention.class).run();
        services.need(AuditLog.class).record(actor, "retention.run", "store", null, null,
                removed.stream().collect(Collectors.toMap(Retention.Rule::kind, rule -> Long.toString(rule.rows()))));
        return Response.ok(removed).build();
    }
}

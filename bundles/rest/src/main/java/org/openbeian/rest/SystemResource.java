package org.openbeian.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
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
import org.openbeian.api.authority.OpenResult;
import org.openbeian.api.effect.EffectFailure;
import org.openbeian.api.effect.LaneStatus;
import org.openbeian.api.effect.Lanes;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Permission;

/** The operator's handle on what goes outside. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "System", description = "Lanes and effects: what goes outside, and what failed")
public final class SystemResource {

    private final Services services;

    SystemResource(Services services) {
        this.services = services;
    }

    /** Lanes. */
    @GET
    @Path("/lanes")
    @Needs(Permission.READ_SYSTEM)
    @Operation(summary = "Every lane that holds effects or is paused")
    @ApiResponse(responseCode = "200", description = "By name",
            content = @Content(schema = @Schema(implementation = LaneStatus[].class)))
    public Response lanes() {
        return Response.ok(services.need(Lanes.class).lanes()).build();
    }

    /** Pauses a lane. */
    @POST
    @Path("/lanes/{lane}/pause")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.STEER_SYSTEM)
    @Operation(summary = "Pause a lane", description = "Its effects wait; nothing is lost. The reason is kept.")
    @ApiResponse(responseCode = "204", description = "Paused")
    public Response pause(@PathParam("lane") @Parameter(description = "Name, such as authority:440000") String lane,
            Requests.Reason body, @Context Actor actor) {
        services.need(Lanes.class).pause(actor, Input.name(lane), body.reason());
        return Response.noContent().build();
    }

    /** Lets a lane go on. */
    @POST
    @Path("/lanes/{lane}/resume")
    @Needs(Permission.STEER_SYSTEM)
    @Operation(summary = "Let a paused lane go on")
    @ApiResponse(responseCode = "204", description = "It runs")
    public Response resume(@PathParam("lane") String lane, @Context Actor actor) {
        services.need(Lanes.class).resume(actor, Input.name(lane));
        return Response.noContent().build();
    }

    /** Failed effects. */
    @GET
    @Path("/effects")
    @Needs(Permission.READ_SYSTEM)
    @Operation(summary = "Effects that gave up or wait for another try, oldest first")
    @ApiResponse(responseCode = "200", description = "With the cause of the last failure",
            content = @Content(schema = @Schema(implementation = EffectFailure[].class)))
    public Response effects(@QueryParam("limit") @Parameter(description = "1 to 500, 100 when missing") String limit) {
        return Response.ok(services.need(Lanes.class).failures((int) Input.query("limit", limit, 1, 500, 100))).build();
    }

    /** Tries again. */
    @POST
    @Path("/effects/{effect}/retry")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.STEER_SYSTEM)
    @Operation(summary = "Try an effect again at once", description = "The reason is kept.")
    @ApiResponse(responseCode = "204", description = "It is tried again")
    public Response retry(@PathParam("effect") String effect, Requests.Reason body, @Context Actor actor) {
        services.need(Lanes.class).retry(actor, Input.number(effect), body.reason());
        return Response.noContent().build();
    }

    /** Gives up. */
    @POST
    @Path("/effects/{effect}/skip")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.STEER_SYSTEM)
    @Operation(summary = "Give an effect up for good", description = "As if it were done; the reason is kept.")
    @ApiResponse(responseCode = "204", description = "It will not be tried again")
    public Response skip(@PathParam("effect") String effect, Requests.Reason body, @Context Actor actor) {
        services.need(Lanes.class).skip(actor, Input.number(effect), body.reason());
        return Response.noContent().build();
    }

    /** Result files that could not be applied. */
    @GET
    @Path("/results")
    @Needs(Permission.READ_SYSTEM)
    @Operation(summary = "Result files of authorities that could not be applied", description = "While one is open, orders of its"
            + " authority whose verification expired are not sent again.")
    @ApiResponse(responseCode = "200", description = "With the reason",
            content = @Content(schema = @Schema(implementation = OpenResult[].class)))
    public Response results() {
        return Response.ok(services.need(Lanes.class).openResults()).build();
    }

    /** Settles a result file. */
    @POST
    @Path("/results/{authority}/{file}/dismissal")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.STEER_SYSTEM)
    @Operation(summary = "Settle a result file after its content was found out in another way",
            description = "The reason is kept with the file.")
    @ApiResponse(responseCode = "204", description = "It is settled")
    public Response dismiss(@PathParam("authority") @Parameter(description = "Id of the authority, such as 440000") String authority,
            @PathParam("file") @Parameter(description = "Name of the file") String file, Requests.Reason body,
            @Context Actor actor) {
        services.need(Lanes.class).dismissResult(actor, Input.name(authority), Input.name(file), body.reason());
        return Response.noContent().build();
    }
}

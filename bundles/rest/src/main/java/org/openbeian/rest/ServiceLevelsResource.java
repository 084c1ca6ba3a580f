package org.openbeian.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.openbeian.api.order.ServiceLevel;
import org.openbeian.api.order.ServiceLevel.Split;
import org.openbeian.api.order.ServiceLevel.Stage;
import org.openbeian.api.order.ServiceLevels;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Permission;

/** Promised versus real times. */
@Path("/service-levels")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Service levels", description = "Promised versus real times")
public final class ServiceLevelsResource {

    private static final String SVG = "image/svg+xml";

    private final Services services;

    ServiceLevelsResource(Services services) {
        this.services = services;
    }

    /** The figures. */
    @GET
    @Needs(Permission.READ_LEVELS)
    @Operation(summary = "How long the stages of filings and their messages took",
            description = "Of the orders that left a stage in the last days: how"
            + " many, how many later than promised, and the time that half of them, nine of ten and all took no longer than.")
    @ApiResponse(responseCode = "200", description = "By stage, then by province, then by channel",
            content = @Content(schema = @Schema(implementation = ServiceLevel[].class)))
    public Response figures(@QueryParam("days") @Parameter(description = "How far back, 1 to 3650; 90 when missing") String days,
            @QueryParam("by-province") @Parameter(description = "true tells provinces apart") String byProvince,
            @QueryParam("by-channel") @Parameter(description = "true tells the channels of messages apart") String byChannel,
            @Context Actor actor) {
        return Response.ok(measure(days, byProvince, byChannel, actor)).build();
    }

    /** The figures as a picture. */
    @GET
    @Path("/plot")
    @Produces({SVG, MediaType.APPLICATION_JSON})
    @Needs(Permission.READ_LEVELS)
    @Operation(summary = "How long the stages of filings took, as a picture", description = "A bar reaches to the time of nine of ten,"
            + " the mark in it is the time of half.")
    @ApiResponse(responseCode = "200", description = "SVG", content = @Content(mediaType = SVG, schema = @Schema(type = "string")))
    public Response plot(@QueryParam("days") @Parameter(description = "How far back, 1 to 3650; 90 when missing") String days,
            @QueryParam("by-province") @Parameter(description = "true tells provinces apart") String byProvince,
            @QueryParam("by-channel") @Parameter(description = "true tells the channels of messages apart") String byChannel,
            @Context Actor actor) {
        return Response.ok(ServiceLevelPlot.of(measure(days, byProvince, byChannel, actor)), SVG).build();
    }

    private List<ServiceLevel> measure(String days, String byProvince, String byChannel, Actor actor) {
        long back = Input.query("days", days, 1, 3650, 90);
        Instant now = services.need(Clock.class).instant();
        Set<Split> apart = EnumSet.noneOf(Split.class);
        if (Input.query("by-province", byProvince)) {
            apart.add(Split.PROVINCE);
        }
        if (Input.query("by-channel", byChannel)) {
            apart.add(Split.CHANNEL);
        }
        return services.need(ServiceLevels.class).measure(actor, now.minus(Duration.ofDays(back)), now.plusSeconds(1),
                EnumSet.allOf(Stage.class), apart);
    }
}

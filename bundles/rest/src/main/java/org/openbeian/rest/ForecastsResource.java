package org.openbeian.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.regex.Pattern;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.order.Forecast;
import org.openbeian.api.order.Forecasts;
import org.openbeian.api.security.Permission;

/** How long filings take. */
@Path("/forecasts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Service levels")
public final class ForecastsResource {

    private static final Pattern PROVINCE = Pattern.compile("\\d{6}");

    private final Services services;

    ForecastsResource(Services services) {
        this.services = services;
    }

    /** The forecast. */
    @GET
    @Needs(Permission.READ_RULES)
    @Operation(summary = "How long a filing may be expected to take", description = "From the filings that were granted here in the last"
            + " year: half are done by one day after the submission, nine of ten by another. With too few of the type in the province,"
            + " those of the type in all provinces count, then all; basis says which. It promises nothing.")
    @ApiResponse(responseCode = "200", description = "The forecast; without days when nothing can be said",
            content = @Content(schema = @Schema(implementation = Forecast.class)))
    public Response forecast(@QueryParam("type") @Parameter(description = "Filing type; FIRST when missing") String type,
            @QueryParam("province") @Parameter(description = "Six digits; all provinces when missing") String province) {
        FilingType wanted = Input.query("type", type, FilingType.class);
        return Response.ok(services.need(Forecasts.class).of(wanted == null ? FilingType.FIRST : wanted,
                Input.query("province", province, PROVINCE, "six digits"))).build();
    }
}

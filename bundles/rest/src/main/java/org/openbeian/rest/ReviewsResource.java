package org.openbeian.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriInfo;
import org.openbeian.api.order.CallTask;
import org.openbeian.api.order.ReasonCatalogue;
import org.openbeian.api.order.ReviewDesk;
import org.openbeian.api.order.ReviewItem;
import org.openbeian.api.order.ReviewQuery;
import org.openbeian.api.order.ReviewQuery.Position;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Permission;

/** What specialists work by. */
@Path("/reviews")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Transitions")
public final class ReviewsResource {

    private static final Pattern PROVINCE = Pattern.compile("\\d{6}");
    private static final Pattern SORT = Pattern.compile("due|risk");
    private static final Pattern CURSOR = Pattern.compile("\\d{1,15}\\.\\d{1,5}\\.[A-Za-z0-9_-]{1,64}");

    private final Services services;

    ReviewsResource(Services services) {
        this.services = services;
    }

    /** The queue. */
    @GET
    @Needs(Permission.REVIEW_ORDER)
    @Operation(summary = "The queue of the pre-review", description = "Orders that wait for a specialist, those due first, or those"
            + " with the greatest risk, at the top; with who holds each, the next call, and whether the promised time is kept (KEPT),"
            + " over (WARNED) or long over (BROKEN). The header Link names the next page.")
    @ApiResponse(responseCode = "200", description = "One page",
            content = @Content(schema = @Schema(implementation = ReviewItem[].class)))
    public Response queue(@QueryParam("sort") @Parameter(description = "due, the default, or risk") String sort,
            @QueryParam("province") @Parameter(description = "Only orders of this province, six digits") String province,
            @QueryParam("mine") @Parameter(description = "true: only orders that the caller holds") String mine,
            @QueryParam("after") @Parameter(description = "Where the page before ended, from its header Link") String after,
            @QueryParam("limit") @Parameter(description = "1 to 200, 50 when missing") String limit, @Context Actor actor,
            @Context UriInfo uri) {
        int size = (int) Input.query("limit", limit, 1, 200, 50);
        ReviewQuery query = new ReviewQuery("risk".equals(Input.query("sort", sort, SORT, "due or risk")),
                Input.query("province", province, PROVINCE, "six digits"), Input.query("mine", mine) ? actor.account() : null,
                position(Input.query("after", after, CURSOR, "what the page before gave")), size);
        List<ReviewItem> page = services.need(ReviewDesk.class).queue(actor, query);
        return Replies.page(uri, page, size, "after", item ->
                item.order().due().toEpochMilli() + "." + item.risk() + "." + item.order().id());
    }

    private static Position position(String cursor) {
        if (cursor == null) {
            return null;
        }
        String[] parts = cursor.split("\\.");
        return new Position(Instant.ofEpochMilli(Long.parseLong(parts[0])), Integer.parseInt(parts[1]), parts[2]);
    }

    /** Script and checklist. */
    @GET
    @Path("/{orderId}/call-task")
    @Needs(Permission.REVIEW_ORDER)
    @Operation(summary = "What to go by when phoning", description = "The script, the checklist with what is entered (personal data masked;"
            + " POST reveal shows it for a reason), whom to phone, the calls so far and when the next one is to be made.")
    @ApiResponse(responseCode = "200", description = "The task", content = @Content(schema = @Schema(implementation = CallTask.class)))
    public Response callTask(@PathParam("orderId") String orderId, @Context Actor actor) {
        return Response.ok(services.need(ReviewDesk.class).callTask(actor, Input.id(orderId))).build();
    }

    /** Reasons for a return. */
    @GET
    @Path("/{orderId}/reasons")
    @Needs(Permission.REVIEW_ORDER)
    @Operation(summary = "The reasons for which the order may be returned", description = "A versioned catalogue in Chinese and"
            + " English: the specialists' reasons, what the rules found, and the rules of the order's province.")
    @ApiResponse(responseCode = "200", description = "The catalogue",
            content = @Content(schema = @Schema(implementation = ReasonCatalogue.class)))
    public Response reasons(@PathParam("orderId") String orderId, @Context Actor actor) {
        return Response.ok(services.need(ReviewDesk.class).reasons(actor, Input.id(orderId))).build();
    }
}

package org.openbeian.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.regex.Pattern;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriInfo;
import org.openbeian.api.model.Application;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.OrderQuery;
import org.openbeian.api.order.OrderState;
import org.openbeian.api.order.OrderSummary;
import org.openbeian.api.order.Orders;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Permission;

/** Orders: start and list. */
@Path("/orders")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Orders", description = "Start an order, fill it in step by step, and ask about it")
public final class OrdersResource {

    private static final Pattern PROVINCE = Pattern.compile("\\d{6}");
    private static final Pattern CURSOR = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private final Services services;

    OrdersResource(Services services) {
        this.services = services;
    }

    /** Starts an order. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.START_ORDER)
    @Operation(summary = "Start a draft", description = "The caller becomes its owner. Every field of the application may be missing.")
    @ApiResponse(responseCode = "201", description = "The draft; Location and ETag say where it is and in which version",
            content = @Content(schema = @Schema(implementation = Order.class)))
    public Response create(Requests.NewOrder body, @Context Actor actor) {
        Order order = services.need(Orders.class).create(actor, body.type(),
                body.application() == null ? Application.EMPTY : body.application());
        return Replies.created("/orders/" + order.id(), order, order.version());
    }

    /** Lists orders. */
    @GET
    @Needs(Permission.READ_ORDER)
    @Operation(summary = "List orders, newest first", description = "An applicant sees its own orders, staff sees all."
            + " The header Link names the next page.")
    @ApiResponse(responseCode = "200", description = "One page",
            content = @Content(schema = @Schema(implementation = OrderSummary[].class)))
    public Response list(@QueryParam("after") @Parameter(description = "Id of the last order of the page before") String after,
            @QueryParam("limit") @Parameter(description = "1 to 200, 50 when missing") String limit,
            @QueryParam("state") @Parameter(description = "Only orders in this state") String state,
            @QueryParam("province") @Parameter(description = "Only orders of this province, six digits") String province,
            @QueryParam("waiting") @Parameter(description = "true: only orders that wait for something missing") String waiting,
            @QueryParam("proposed") @Parameter(description = "true: only orders with a proposed override that waits for approval")
            String proposed, @Context Actor actor, @Context UriInfo uri) {
        int size = (int) Input.query("limit", limit, 1, 200, 50);
        OrderQuery query = new OrderQuery(null, Input.query("state", state, OrderState.class),
                Input.query("province", province, PROVINCE, "six digits"), Input.query("waiting", waiting),
                Input.query("after", after, CURSOR, "the id of an order"), size).proposed(Input.query("proposed", proposed));
        List<OrderSummary> page = services.need(Orders.class).list(actor, query);
        return Replies.page(uri, page, size, "after", OrderSummary::id);
    }
}

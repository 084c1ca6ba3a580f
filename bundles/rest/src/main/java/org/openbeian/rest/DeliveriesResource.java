package org.openbeian.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.openbeian.api.order.Orders;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Permission;
import org.openbeian.api.store.DeliveryStore;
import org.openbeian.api.store.Transactions;

/** What became of messages. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Deliveries", description = "What became of messages")
public final class DeliveriesResource {

    private static final String LIMIT = "How many tries to an account at most, 1 to 1000; 100 when missing";

    private final Services services;

    DeliveriesResource(Services services) {
        this.services = services;
    }

    /** Messages about an order. */
    @GET
    @Path("/deliveries")
    @Needs(Permission.READ_DELIVERY)
    @Operation(summary = "What became of the messages about an order or to an account", description = "Addresses are masked; parts are"
            + " what the provider counts a message as. With account, also messages that are about no order.")
    @ApiResponse(responseCode = "200", description = "Tries about the order, oldest first; or to the account, newest first",
            content = @Content(schema = @Schema(implementation = DeliveryStore.Delivery[].class)))
    public Response deliveries(@QueryParam("order") @Parameter(description = "Id of the order; this or account") String order,
            @QueryParam("account") @Parameter(description = "Name of the account; this or order") String account,
            @QueryParam("limit") @Parameter(description = LIMIT) String limit, @Context Actor actor) {
        if (order == null == (account == null)) {
            throw new Trouble(400, "bad-query", "one of the query parameters order and account is required: an id, or a name");
        }
        if (account != null) {
            return Response.ok(ofAccount(Input.name(account), limit)).build();
        }
        String id = services.need(Orders.class).get(actor, Input.id(order)).id();
        return Response.ok(services.need(Transactions.class).call(() -> services.need(DeliveryStore.class).list(id))).build();
    }

    /** The caller's own. */
    @GET
    @Path("/me/deliveries")
    @Needs(Permission.USE_ACCOUNT)
    @Operation(summary = "What became of the messages to the caller's account", description = "Also of those to the persons in its orders,"
            + " and of those about no order. Addresses are masked; parts are what the provider counts a message as.")
    @ApiResponse(responseCode = "200", description = "Tries, newest first",
            content = @Content(schema = @Schema(implementation = DeliveryStore.Delivery[].class)))
    public Response own(@QueryParam("limit") @Parameter(description = LIMIT) String limit, @Context Actor actor) {
        return Response.ok(ofAccount(actor.account(), limit)).build();
    }

    private List<DeliveryStore.Delivery> ofAccount(String account, String limit) {
        int most = (int) Input.query("limit", limit, 1, 1000, 100);
        return services.need(Transactions.class).call(() -> services.need(DeliveryStore.class).ofAccount(account, most));
    }

    /** How channels did. */
    @GET
    @Path("/deliveries/statistics")
    @Needs(Permission.READ_DELIVERY)
    @Operation(summary = "How channels did", description = "Tries by channel and how they ended; parts are what providers count.")
    @ApiResponse(responseCode = "200", description = "By channel and status",
            content = @Content(schema = @Schema(implementation = DeliveryStore.Count[].class)))
    public Response statistics(@QueryParam("hours") @Parameter(description = "How far back, 1 to 8760; 24 when missing") String hours) {
        long back = Input.query("hours", hours, 1, 8760, 24);
        return Response.ok(services.need(Transactions.class).call(() -> services.need(DeliveryStore.class).count(
                services.need(Clock.class).instant().minus(Duration.ofHours(back))))).build();
    }
}

package org.openbeian.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.openbeian.api.channel.Endpoint;
import org.openbeian.api.channel.Endpoints;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Permission;
import org.openbeian.api.store.DeliveryStore;
import org.openbeian.api.store.Transactions;

/** The caller's webhooks and chat robots. */
@Path("/me/endpoints")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Endpoints", description = "Webhooks and robots of chat groups that are told of messages and events")
public final class EndpointsResource {

    private static final int DELIVERIES = 100;

    private final Services services;

    /**
     * An endpoint as the caller wants it.
     *
     * @param channel channel that serves it, such as webhook; when it is new
     * @param name what the caller calls it
     * @param address whole https address
     * @param topics messages and events that it wants, order.* for all that begin so; none for all
     * @param enabled whether it is used
     * @param secret key that signs calls to it, where the other side made it; made here when missing
     */
    record Wanted(String channel, String name, String address, List<String> topics, Boolean enabled, String secret) {

        Endpoints.Wish wish() {
            return new Endpoints.Wish(channel, name, uri(address), topics == null ? null : Set.copyOf(topics), enabled, secret);
        }

        private static URI uri(String address) {
            try {
                return address == null ? null : URI.create(address);
            } catch (IllegalArgumentException e) {
                throw new Trouble(422, "body-does-not-fit", "the address is none",
                        List.of(Texts.unknownValue("/address", "https://example.com/hook")));
            }
        }

        /** Tells nothing: address and secret are. */
        @Override
        public String toString() {
            return "Wanted[***]";
        }
    }

    /**
     * Which message to send again.
     *
     * @param key its key
     */
    record Again(@JsonProperty(required = true) String key) {
    }

    EndpointsResource(Services services) {
        this.services = services;
    }

    /** All. */
    @GET
    @Needs(Permission.USE_ACCOUNT)
    @Operation(summary = "The caller's endpoints", description = "Oldest first; what follows the host of an address is left out.")
    @ApiResponse(responseCode = "200", description = "The endpoints",
            content = @Content(schema = @Schema(implementation = Endpoint[].class)))
    public Response list(@Context Actor actor) {
        return Response.ok(services.need(Endpoints.class).list(actor, actor.account())).build();
    }

    /** Adds one. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.USE_ACCOUNT)
    @Operation(summary = "Register an endpoint", description = "A secret that is made here is shown in this answer alone. Calls to a"
            + " webhook are signed: Webhook-Signature holds v1, and the Base64 of HMAC-SHA-256, with the secret, over Webhook-Id, a dot,"
            + " Webhook-Timestamp, a dot and the body. Refuse what is older than five minutes, and what you had before.")
    @ApiResponse(responseCode = "201", description = "Registered",
            content = @Content(schema = @Schema(implementation = Endpoints.Registered.class)))
    public Response add(Wanted body, @Context Actor actor) {
        return Response.status(Response.Status.CREATED).entity(services.need(Endpoints.class).add(actor, body.wish())).build();
    }

    /** Changes one. */
    @PUT
    @Path("/{endpoint}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.USE_ACCOUNT)
    @Operation(summary = "Change an endpoint", description = "What is missing stays. Enabling one that failed lets it be tried at once.")
    @ApiResponse(responseCode = "200", description = "As it is now",
            content = @Content(schema = @Schema(implementation = Endpoints.Registered.class)))
    public Response change(@PathParam("endpoint") String id, Wanted body, @Context Actor actor) {
        return Response.ok(services.need(Endpoints.class).change(actor, Input.id(id), body.wish())).build();
    }

    /** Removes one. */
    @DELETE
    @Path("/{endpoint}")
    @Needs(Permission.USE_ACCOUNT)
    @Operation(summary = "Remove an endpoint", description = "What waits for it is dropped.")
    @ApiResponse(responseCode = "204", description = "Gone")
    public Response remove(@PathParam("endpoint") String id, @Context Actor actor) {
        services.need(Endpoints.class).remove(actor, Input.id(id));
        return Response.noContent().build();
    }

    /** Tries one out. */
    @POST
    @Path("/{endpoint}/test")
    @Needs(Permission.USE_ACCOUNT)
    @Operation(summary = "Send a test message to an endpoint", description = "It goes the way of all messages; see its deliveries.")
    @ApiResponse(responseCode = "202", description = "On its way; its key")
    public Response test(@PathParam("endpoint") String id, @Context Actor actor) {
        return Response.accepted(Map.of("key", services.need(Endpoints.class).test(actor, Input.id(id)))).build();
    }

    /** What became of messages. */
    @GET
    @Path("/{endpoint}/deliveries")
    @Needs(Permission.USE_ACCOUNT)
    @Operation(summary = "The latest tries to an endpoint", description = "Newest first, at most " + DELIVERIES + ".")
    @ApiResponse(responseCode = "200", description = "Tries",
            content = @Content(schema = @Schema(implementation = DeliveryStore.Delivery[].class)))
    public Response deliveries(@PathParam("endpoint") String id, @Context Actor actor) {
        Endpoint endpoint = services.need(Endpoints.class).list(actor, actor.account()).stream()
                .filter(one -> one.id().equals(id)).findFirst()
                .orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "endpoint-not-found", "the account has no such endpoint"));
        return Response.ok(services.need(Transactions.class).call(
                () -> services.need(DeliveryStore.class).ofAddress(endpoint.channel(), endpoint.id(),
                DELIVERIES))).build();
    }

    /** Sends again. */
    @POST
    @Path("/{endpoint}/redelivery")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.USE_ACCOUNT)
    @Operation(summary = "Send a message or event to an endpoint once more", description = "With the same key, so that the receiver can"
            + " tell.")
    @ApiResponse(responseCode = "202", description = "On its way")
    public Response again(@PathParam("endpoint") String id, Again body, @Context Actor actor) {
        services.need(Endpoints.class).redeliver(actor, Input.id(id), body.key());
        return Response.accepted().build();
    }
}

package org.openbeian.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.openbeian.api.key.ErasureCertificate;
import org.openbeian.api.key.Erasures;
import org.openbeian.api.key.KeyRotation;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Permission;

/** Master keys and erasures. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Keys", description = "The keys that protect personal data: change them, and destroy them to erase the data")
public final class KeysResource {

    private final Services services;

    KeysResource(Services services) {
        this.services = services;
    }

    /** How far a change of the master key is. */
    @GET
    @Path("/keys")
    @Needs(Permission.MANAGE_KEYS)
    @Operation(summary = "The master keys, and how far a change is", description = "keys says how many data keys each master key"
            + " wraps; remaining is 0 when no change is under way.")
    @ApiResponse(responseCode = "200", description = "Ids and numbers, never a key",
            content = @Content(schema = @Schema(implementation = KeyRotation.Status.class)))
    public Response keys() {
        return Response.ok(services.need(KeyRotation.class).status()).build();
    }

    /** Changes the master key. */
    @POST
    @Path("/keys/rotation")
    @Needs(Permission.MANAGE_KEYS)
    @Operation(summary = "Make a new master key", description = "All data keys are put under it in the background.")
    @ApiResponse(responseCode = "202", description = "It is the current one; the data keys follow",
            content = @Content(schema = @Schema(implementation = KeyRotation.Status.class)))
    public Response rotate(@Context Actor actor) {
        return Response.accepted(services.need(KeyRotation.class).rotate(actor)).build();
    }

    /** Destroys a master key. */
    @DELETE
    @Path("/keys/{master}")
    @Needs(Permission.MANAGE_KEYS)
    @Operation(summary = "Destroy a master key that wraps nothing any more", description = "Backups made while it was in use cannot be"
            + " read without it.")
    @ApiResponse(responseCode = "200", description = "The master keys that are left",
            content = @Content(schema = @Schema(implementation = KeyRotation.Status.class)))
    public Response retire(@PathParam("master") @Parameter(description = "Id of the master key") String master,
            @Context Actor actor) {
        try {
            return Response.ok(services.need(KeyRotation.class).retire(actor, Input.name(master))).build();
        } catch (IllegalArgumentException refused) {
            throw new Refusal(Refusal.Kind.WRONG_STATE, "key-in-use", refused.getMessage());
        }
    }

    /** Certificates. */
    @GET
    @Path("/erasures")
    @Needs(Permission.ERASE_DATA)
    @Operation(summary = "Certificates of erasure, newest first")
    @ApiResponse(responseCode = "200", description = "Without personal data",
            content = @Content(schema = @Schema(implementation = ErasureCertificate[].class)))
    public Response erasures(@QueryParam("limit") @Parameter(description = "1 to 200, 50 when missing") String limit) {
        return Response.ok(services.need(Erasures.class).list((int) Input.query("limit", limit, 1, 200, 50))).build();
    }

    /** One certificate. */
    @GET
    @Path("/erasures/{certificate}")
    @Needs(Permission.ERASE_DATA)
    @Operation(summary = "A certificate of erasure")
    @ApiResponse(responseCode = "200", description = "Without personal data",
            content = @Content(schema = @Schema(implementation = ErasureCertificate.class)))
    public Response erasure(@PathParam("certificate") String certificate) {
        return Response.ok(services.need(Erasures.class).find(Input.name(certificate)).orElseThrow(() ->
                new Refusal(Refusal.Kind.NOT_FOUND, "unknown-certificate", "there is no such certificate"))).build();
    }

    /** Erases. */
    @POST
    @Path("/erasures")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.ERASE_DATA)
    @Operation(summary = "Erase personal data for good", description = "Destroys the keys of an order, of an account with all its"
            + " orders, or of an organizer with all orders that led to its numbers. Refused while one of the orders is open."
            + " The order's row, its history and the audit stay; they hold no personal data.")
    @ApiResponse(responseCode = "201", description = "The certificate",
            content = @Content(schema = @Schema(implementation = ErasureCertificate.class)))
    public Response erase(Requests.Erasure body, @Context Actor actor) {
        ErasureCertificate certificate = services.need(Erasures.class).erase(actor, body.kind(), body.id(), body.reason());
        return Response.status(Response.Status.CREATED).entity(certificate).build();
    }
}

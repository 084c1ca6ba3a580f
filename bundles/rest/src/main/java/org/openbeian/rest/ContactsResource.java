package org.openbeian.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import javax.ws.rs.Consumes;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.openbeian.api.account.ContactCodes.Sent;
import org.openbeian.api.account.ContactCodes;
import org.openbeian.api.channel.NotificationChannel.AddressKind;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Permission;

/**
 * The caller's phone and e-mail, bound by codes. Its operations are PUTs: an Idempotency-Key, which counts with POSTs only,
 * would undo the count of a wrong try together with the request.
 */
@Path("/me/contacts/{kind}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Account")
public final class ContactsResource {

    private static final String KIND = "phone or email";

    private final Services services;

    /**
     * Where a code shall go.
     *
     * @param address mobile number of mainland China, or e-mail address
     */
    record Address(@JsonProperty(required = true) String address) {

        /** Tells nothing. */
        @Override
        public String toString() {
            return "Address[***]";
        }
    }

    /**
     * A code that arrived.
     *
     * @param code its six digits
     */
    record Entered(@JsonProperty(required = true) String code) {
    }

    ContactsResource(Services services) {
        this.services = services;
    }

    /** Sends a code. */
    @PUT
    @Needs(Permission.USE_ACCOUNT)
    @Operation(summary = "Send a code to a phone number or e-mail address that shall belong to the caller's account",
            description = "A new code ends the one before. A 409 channel-missing says that this server reaches no such addresses.")
    @ApiResponse(responseCode = "200", description = "Where the code went, masked, and until when it is good",
            content = @Content(schema = @Schema(implementation = Sent.class)))
    public Response send(@PathParam("kind") @Parameter(description = KIND) String kind, Address body, @Context Actor actor) {
        return Response.ok(services.need(ContactCodes.class).send(actor, kind(kind), body.address())).build();
    }

    /** Takes a code. */
    @PUT
    @Path("/confirmation")
    @Needs(Permission.USE_ACCOUNT)
    @Operation(summary = "Bind the address to which the last code was sent", description = "It logs in from now on; the address"
            + " before it of the same kind no longer does. A few wrong tries end the code.")
    @ApiResponse(responseCode = "204", description = "Bound")
    public Response confirm(@PathParam("kind") @Parameter(description = KIND) String kind, Entered body, @Context Actor actor) {
        services.need(ContactCodes.class).confirm(actor, kind(kind), body.code());
        return Response.noContent().build();
    }

    private static AddressKind kind(String kind) {
        return switch (kind) {
            case "phone" -> AddressKind.MOBILE;
            case "email" -> AddressKind.EMAIL;
            default -> throw new Refusal(Refusal.Kind.NOT_FOUND, "not-found", "a contact is a " + KIND);
        };
    }
}

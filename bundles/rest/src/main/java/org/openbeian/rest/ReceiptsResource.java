package org.openbeian.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.openbeian.api.channel.ReceiptReader;
import org.openbeian.api.channel.Receipts;
import org.openbeian.api.order.Refusal;

/** Where providers of SMS push their receipts to. */
@Path("/receipts/{channel}/{token}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Messages")
public final class ReceiptsResource {

    private final Services services;

    ReceiptsResource(Services services) {
        this.services = services;
    }

    /** Takes receipts. */
    @POST
    @Open
    @Operation(summary = "Receipts of a provider", description = "In the provider's own form; the operator gives it this address, whose end"
            + " is secret.")
    @ApiResponse(responseCode = "200", description = "Taken; what the provider wants to hear")
    public Response receive(@PathParam("channel") @Parameter(description = "Id of the channel") String channel,
            @PathParam("token") @Parameter(description = "The secret end") String token, byte[] body) {
        ReceiptReader reader = services.all(ReceiptReader.class).stream().filter(one -> one.channel().equals(channel)).findFirst()
                .orElseThrow(ReceiptsResource::unknown);
        try {
            return Response.ok(reader.read(token, body, services.need(Receipts.class)).orElseThrow(ReceiptsResource::unknown)).build();
        } catch (IllegalArgumentException e) {
            throw new Trouble(422, "body-does-not-fit", "these are no receipts of this provider");
        }
    }

    private static Refusal unknown() {
        return new Refusal(Refusal.Kind.NOT_FOUND, "not-found", "there is nothing at this address");
    }
}

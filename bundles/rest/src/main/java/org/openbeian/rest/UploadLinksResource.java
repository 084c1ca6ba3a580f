package org.openbeian.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriInfo;
import org.openbeian.api.order.UploadLinks;
import org.openbeian.api.order.UploadLinks.UploadLink;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Permission;

/** Upload by phone: a link with a QR code. */
@Path("/orders/{orderId}/upload-links")
@Tag(name = "Materials")
public final class UploadLinksResource {

    private final Services services;

    /**
     * A material to upload by phone.
     *
     * @param type material type, such as unit-certificate
     * @param subject JSON pointer to what it proves, such as /organizer
     */
    record UploadWish(@JsonProperty(required = true) String type, @JsonProperty(required = true) String subject) {
    }

    /**
     * A link for a phone.
     *
     * @param address where the phone goes
     * @param until until when
     * @param qr the address as a QR code, an SVG document
     */
    record PhoneUpload(String address, Instant until, String qr) {

        /** Tells nothing: who has the address may upload. */
        @Override
        public String toString() {
            return "PhoneUpload[***]";
        }
    }

    UploadLinksResource(Services services) {
        this.services = services;
    }

    /** Makes a link. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Needs(Permission.FILE_ORDER)
    @Operation(summary = "Make a link that uploads one material by phone", description = "Who opens it, or scans its QR code, uploads one"
            + " picture of this material to this order without a log-in, once, for some minutes. It does what the account that made it"
            + " may do, and nothing else; it ends with the upload.")
    @ApiResponse(responseCode = "201", description = "The link", content = @Content(schema = @Schema(implementation = PhoneUpload.class)))
    public Response open(@PathParam("orderId") String orderId, UploadWish body, @Context UriInfo uri, @Context Actor actor) {
        UploadLink link = services.need(UploadLinks.class).open(actor, Input.id(orderId), body.type(), body.subject());
        String base = uri.getBaseUri().toString();
        String server = link.server() != null ? link.server() + RestServer.ROOT : base.endsWith("/") ? base.substring(0, base.length() - 1)
                : base;
        String address = server + "/uploads/" + link.token();
        return Response.status(Response.Status.CREATED).entity(new PhoneUpload(address, link.until(), QrCode.svg(address))).build();
    }
}

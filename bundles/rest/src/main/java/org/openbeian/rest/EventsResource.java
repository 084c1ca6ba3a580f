package org.openbeian.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import javax.servlet.AsyncContext;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.container.AsyncResponse;
import javax.ws.rs.container.Suspended;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import org.apache.cxf.jaxrs.ext.MessageContext;
import org.openbeian.api.order.Orders;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Permission;

/** An order's progress as it happens. */
@Path("/orders/{orderId}/events")
@Produces(MediaType.SERVER_SENT_EVENTS)
@Tag(name = "Orders")
public final class EventsResource {

    private final Services services;
    private final EventStreams streams;

    EventsResource(Services services, EventStreams streams) {
        this.services = services;
        this.streams = streams;
    }

    /** Follows an order. */
    @GET
    @Needs(Permission.READ_ORDER)
    @Operation(summary = "Follow an order", description = "Server-sent events: one per history entry, with its number as id, its"
            + " event as name and the entry as data. First come the entries after Last-Event-ID, all of them without it.")
    @ApiResponse(responseCode = "200", description = "The stream; it stays open",
            content = @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(type = "string")))
    public void follow(@PathParam("orderId") String orderId,
            @HeaderParam(HttpHeaders.LAST_EVENT_ID_HEADER) @Parameter(description = "Number of the last entry that is known")
            String lastEventId, @Suspended AsyncResponse suspended, @Context MessageContext message, @Context Actor actor)
            throws IOException {
        int after = lastEventId == null || lastEventId.isEmpty() ? 0
                : (int) Input.query("Last-Event-ID (a header)", lastEventId, 0, Integer.MAX_VALUE, 0);
        services.need(Orders.class).get(actor, Input.id(orderId));
        streams.follow(actor, orderId, after, opened(message));
    }

    /** The request as a stream that stays open. */
    static AsyncContext opened(MessageContext message) {
        HttpServletRequest request = message.getHttpServletRequest();
        AsyncContext context = request.getAsyncContext();
        HttpServletResponse response = (HttpServletResponse) context.getResponse();
        response.setStatus(HttpServletResponse.SC_OK);
        response.setContentType("text/event-stream;charset=UTF-8");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        context.setTimeout(0);
        return context;
    }
}

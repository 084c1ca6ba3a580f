package org.openbeian.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.util.regex.Pattern;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.container.AsyncResponse;
import javax.ws.rs.container.Suspended;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.apache.cxf.jaxrs.ext.MessageContext;
import org.openbeian.api.order.EventFeed;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Permission;

/** Every change of every order that the caller may see, for machines. */
@Path("/events")
@Tag(name = "Events", description = "Every change of every order, in one sequence that can be read again from any point")
public final class FeedResource {

    private static final Pattern CURSOR = Pattern.compile("now|[0-9a-f]{8}\\.-?[0-9]{1,18}\\.[0-9a-z]{0,64}\\.[0-9]{1,9}");
    private static final String FORM = "a cursor of an earlier answer, or now";

    private final Services services;
    private final EventStreams streams;

    FeedResource(Services services, EventStreams streams) {
        this.services = services;
        this.streams = streams;
    }

    /** A page of events. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Needs(Permission.READ_ORDER)
    @Operation(summary = "Read events", description = "Oldest first. Go on with after=next of the answer; nothing is left out"
            + " between. An event keeps its id whenever it is told, here or to a webhook. With Accept: text/event-stream the answer is"
            + " a stream that stays open, with the cursor of each event as id, its type as name and the event as data; it begins"
            + " behind the header Last-Event-ID, or after.")
    @ApiResponse(responseCode = "200", description = "One page, or the stream",
            content = {@Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = EventFeed.EventPage.class)),
                @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(type = "string"))})
    public Response read(@QueryParam("after") @Parameter(description = "Cursor to go on behind; from the first event when missing;"
            + " now for what is to come") String after,
            @QueryParam("limit") @Parameter(description = "1 to 500, 100 when missing") String limit, @Context Actor actor) {
        return Response.ok(services.need(EventFeed.class).read(actor, Input.query("after", after, CURSOR, FORM),
                (int) Input.query("limit", limit, 1, EventFeed.MOST, 100))).build();
    }

    /** The stream of events. */
    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS + ";qs=0.5")
    @Needs(Permission.READ_ORDER)
    @Operation(hidden = true)
    public void follow(@QueryParam("after") String after, @HeaderParam(HttpHeaders.LAST_EVENT_ID_HEADER) String lastEventId,
            @Suspended AsyncResponse suspended, @Context MessageContext message, @Context Actor actor) throws IOException {
        String begin = lastEventId == null || lastEventId.isEmpty() ? Input.query("after", after, CURSOR, FORM)
                : Input.query("Last-Event-ID (a header)", lastEventId, CURSOR, FORM);
        services.need(EventFeed.class).read(actor, begin, 1);
        streams.followAll(actor, begin, EventsResource.opened(message));
    }

    /** The catalogue. */
    @GET
    @Path("/types")
    @Produces(MediaType.APPLICATION_JSON)
    @Needs(Permission.READ_ORDER)
    @Operation(summary = "The catalogue of events", description = "Each with its meaning, the states it connects and its JSON Schema.")
    @ApiResponse(responseCode = "200", description = "All kinds of events, by name",
            content = @Content(schema = @Schema(implementation = EventFeed.EventType[].class)))
    public Response types() {
        return Response.ok(services.need(EventFeed.class).types()).build();
    }
}

package org.openbeian.rest;

import java.net.URI;
import java.util.List;
import java.util.function.Function;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriBuilder;
import javax.ws.rs.core.UriInfo;
import org.openbeian.api.order.Order;
import org.openbeian.api.security.Actor;

/** Builds the usual answers. */
final class Replies {

    private Replies() {
    }

    /** An order as the actor may see it, with its ETag. */
    static Response order(Actor actor, Order order) {
        return of(actor, order.account(), order, order.version());
    }

    /**
     * Something as the actor may see it, with its ETag.
     *
     * @param owner account that it belongs to
     */
    static Response of(Actor actor, String owner, Object value, long version) {
        return Response.ok(Masking.forActor(actor, owner, value)).header(HttpHeaders.ETAG, Input.etag(version)).build();
    }

    /** Each value as the actor may see it. */
    static <T> List<Object> masked(Actor actor, List<T> values, Function<T, String> owner) {
        return values.stream().map(one -> Masking.forActor(actor, owner.apply(one), one)).toList();
    }

    /** What was made below an address, with the ETag of its order. */
    static Response created(String path, Object entity, long version) {
        return Response.status(Response.Status.CREATED).header(HttpHeaders.LOCATION, RestServer.ROOT + path).entity(entity)
                .header(HttpHeaders.ETAG, Input.etag(version)).build();
    }

    /** A page of a list; names the next page when this one is full. */
    static <T> Response page(UriInfo uri, List<T> page, int limit, String cursorName, Function<T, Object> cursor) {
        Response.ResponseBuilder response = Response.ok(page);
        if (page.size() >= limit) {
            URI next = UriBuilder.fromUri(uri.getRequestUri().getRawPath()).replaceQuery(uri.getRequestUri().getRawQuery())
                    .replaceQueryParam(cursorName, cursor.apply(page.get(page.size() - 1))).build();
            response.header(HttpHeaders.LINK, "<" + next + ">; rel=\"next\"");
        }
        return response.build();
    }
}

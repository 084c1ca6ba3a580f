package org.openbeian.rest;

import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerRequestFilter;
import javax.ws.rs.container.PreMatching;

/** Gives every request its id, before it is known whether there is an operation for it. */
@PreMatching
final class BeginFilter implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        RequestIds.begin(request.getHeaderString(RequestIds.HEADER));
    }
}

package org.openbeian.rest;

import java.io.IOException;
import java.lang.reflect.Method;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerRequestFilter;
import org.apache.cxf.jaxrs.model.OperationResourceInfo;
import org.apache.cxf.jaxrs.utils.JAXRSUtils;
import org.apache.cxf.message.Message;
import org.openbeian.api.security.Actor;

/** Finds out who calls and whether the operation is permitted to him. */
final class AccessFilter implements ContainerRequestFilter {

    private final Services services;
    private final Callers callers;

    AccessFilter(Services services) {
        this.services = services;
        this.callers = new Callers(services);
    }

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        Message message = JAXRSUtils.getCurrentMessage();
        String orderId = request.getUriInfo().getPathParameters().getFirst("orderId");
        if (orderId != null && Input.isId(orderId)) {
            RequestIds.order(orderId);
        }
        Callers.refuseForeignPages(request);
        Method method = message.getExchange().get(OperationResourceInfo.class).getAnnotatedMethod();
        if (method.isAnnotationPresent(Open.class)) {
            if (method.getDeclaringClass() == UploadsResource.class && request.getMethod().equals("PUT")) {
                UploadsResource.check(services, request.getUriInfo().getPathParameters().getFirst("token"));
            }
            return;
        }
        Actor actor = callers.of(request, message);
        Needs needs = method.getAnnotation(Needs.class);
        if (needs == null || !actor.may(needs.value())) {
            throw new Trouble(403, "not-permitted", "this operation needs the permission "
                    + (needs == null ? "of nobody" : needs.value()) + ", which the account does not hold");
        }
        message.getExchange().put(Actor.class, actor);
    }
}

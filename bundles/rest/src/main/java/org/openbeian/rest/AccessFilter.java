package org.openbeian.rest;

import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerRequestFilter;
import javax.ws.rs.core.HttpHeaders;
import org.apache.cxf.jaxrs.model.OperationResourceInfo;
import org.apache.cxf.jaxrs.utils.JAXRSUtils;
import org.apache.cxf.message.Message;
import org.apache.cxf.transport.http.AbstractHTTPDestination;
import org.openbeian.api.security.Actor;

/** Finds out who calls and whether the operation is permitted to him. */
final class AccessFilter implements ContainerRequestFilter {

    private static final String BASIC = "Basic ";
    private static final int LONGEST = 1_000;

    private final Services services;

    AccessFilter(Services services) {
        this.services = services;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Message message = JAXRSUtils.getCurrentMessage();
        String orderId = request.getUriInfo().getPathParameters().getFirst("orderId");
        if (orderId != null && Input.isId(orderId)) {
            RequestIds.order(orderId);
        }
        Method method = message.getExchange().get(OperationResourceInfo.class).getAnnotatedMethod();
        if (method.isAnnotationPresent(Open.class)) {
            return;
        }
        Actor actor = authenticate(request.getHeaderString(HttpHeaders.AUTHORIZATION), address(message));
        if (message.get(AbstractHTTPDestination.HTTP_REQUEST) instanceof HttpServletRequest http) {
            RateFilter.checkAccount(http, actor.account());
        }
        Needs needs = method.getAnnotation(Needs.class);
        if (needs == null || !actor.may(needs.value())) {
            throw new Trouble(403, "not-permitted", "this operation needs the permission "
                    + (needs == null ? "of nobody" : needs.value()) + ", which the account does not hold");
        }
        message.getExchange().put(Actor.class, actor);
    }

    private Actor authenticate(String header, String address) {
        if (header == null) {
            throw unauthorized("log-in-required", "this operation needs an account; send HTTP Basic credentials");
        }
        if (header.length() > LONGEST || !header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            throw unauthorized("credentials-unreadable", "the Authorization header must be HTTP Basic");
        }
        CharBuffer pair = decode(header.substring(BASIC.length()).trim());
        int colon = pair.toString().indexOf(':');
        if (colon < 1) {
            throw unauthorized("credentials-unreadable", "the credentials must be base64 of name:password");
        }
        String name = pair.subSequence(0, colon).toString();
        char[] password = new char[pair.length() - colon - 1];
        pair.position(colon + 1).get(password);
        return services.accounts().authenticate(name, password, address)
                .orElseThrow(() -> unauthorized("credentials-refused", "name or password is wrong"));
    }

    private static CharBuffer decode(String base64) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(Base64.getDecoder().decode(base64)));
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw unauthorized("credentials-unreadable", "the credentials must be base64 of name:password in UTF-8");
        }
    }

    private static Trouble unauthorized(String code, String detail) {
        return new Trouble(401, code, detail,
                Map.of(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"OpenBeian\", charset=\"UTF-8\""));
    }

    private static String address(Message message) {
        Object request = message.get(AbstractHTTPDestination.HTTP_REQUEST);
        return request instanceof HttpServletRequest http ? http.getRemoteAddr() : "unknown";
    }
}

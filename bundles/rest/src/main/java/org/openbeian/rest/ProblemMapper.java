package org.openbeian.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import javax.ws.rs.WebApplicationException;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import javax.ws.rs.ext.ExceptionMapper;
import org.apache.cxf.jaxrs.utils.JAXRSUtils;
import org.apache.cxf.message.Message;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.rules.Finding;
import org.openbeian.api.security.DataErased;
import org.openbeian.api.store.StaleOrder;
import org.openbeian.api.store.StoreUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns everything that is thrown into one problem, without a stack trace. */
final class ProblemMapper implements ExceptionMapper<Throwable> {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemMapper.class);
    private static final String RETRY_AFTER_SECONDS = "2";
    private static final Map<Integer, String> TITLES = Map.ofEntries(
            Map.entry(400, "The request cannot be read"), Map.entry(401, "Log in first"),
            Map.entry(403, "Not permitted"), Map.entry(404, "Not found"),
            Map.entry(405, "Method not allowed"), Map.entry(406, "No acceptable form"),
            Map.entry(409, "The present state does not allow this"), Map.entry(410, "Gone for good"),
            Map.entry(412, "Changed meanwhile"),
            Map.entry(413, "Too large"), Map.entry(415, "Unsupported kind of content"),
            Map.entry(422, "The content breaks rules"), Map.entry(428, "A condition is required"),
            Map.entry(500, "Error in the server"), Map.entry(503, "Not available at the moment"));

    @Override
    public Response toResponse(Throwable thrown) {
        if (thrown instanceof Refusal refusal) {
            int status = statusOf(refusal.kind());
            return respond(status, refusal.code(), refusal.getMessage(), status == 503 ? retryLater() : Map.of(),
                    refusal.findings());
        }
        if (thrown instanceof Trouble trouble) {
            return respond(trouble.status(), trouble.code(), trouble.getMessage(), trouble.headers(),
                    trouble.findings());
        }
        if (thrown instanceof StaleOrder) {
            return respond(412, "order-changed", "the order was changed by somebody else; read it again", Map.of(),
                    List.of());
        }
        if (thrown instanceof StoreUnavailable) {
            return respond(503, "store-unavailable", "the database cannot be reached; nothing was changed, try again",
                    retryLater(), List.of());
        }
        if (thrown instanceof DataErased) {
            return respond(410, "data-erased", "the personal data was erased on request and cannot be shown any more", Map.of(),
                    List.of());
        }
        if (thrown instanceof WebApplicationException http) {
            return ofHttp(http);
        }
        if (thrown instanceof IOException && !(thrown instanceof JsonProcessingException)) {
            LOG.debug("Request {}: the connection broke", RequestIds.current());
            return respond(400, "request-broken", "the request did not arrive completely", Map.of(), List.of());
        }
        if (thrown.getCause() instanceof StoreUnavailable || thrown.getCause() instanceof Refusal) {
            return toResponse(thrown.getCause());
        }
        return unexpected(thrown);
    }

    static int statusOf(Refusal.Kind kind) {
        return switch (kind) {
            case NOT_FOUND -> 404;
            case FORBIDDEN -> 403;
            case STALE -> 412;
            case WRONG_STATE -> 409;
            case INVALID -> 422;
            case TOO_LARGE -> 413;
            case UNSUPPORTED -> 415;
            case UNAVAILABLE -> 503;
        };
    }

    private static Response ofHttp(WebApplicationException http) {
        Response given = http.getResponse();
        int status = given.getStatus();
        if (status < 400) {
            return given;
        }
        return switch (status) {
            case 404 -> respond(404, "no-such-address", "there is nothing at this address; see /api/v1/openapi.json",
                    Map.of(), List.of());
            case 405 -> {
                String allow = AllowedMethods.of(JAXRSUtils.getCurrentMessage().getExchange().getInMessage());
                yield respond(405, "method-not-allowed", "this address does not know the method; allowed: " + allow,
                        Map.of(HttpHeaders.ALLOW, allow), List.of());
            }
            case 406 -> respond(406, "not-acceptable", "the operation does not answer in any form of the Accept header;"
                    + " see /api/v1/openapi.json", Map.of(), List.of());
            case 415 -> respond(415, "unsupported-content-type", "the operation does not take this Content-Type;"
                    + " see /api/v1/openapi.json", Map.of(), List.of());
            default -> status < 500 ? respond(status, "bad-request", "the request cannot be understood", Map.of(),
                    List.of()) : unexpected(http);
        };
    }

    private static Response unexpected(Throwable thrown) {
        LOG.error("Request {} failed unexpectedly", RequestIds.current(), withoutContent(thrown));
        return respond(500, "internal-error", "an error in the server; its log says more under the request id", Map.of(),
                List.of());
    }

    /** Jackson's messages may quote what was entered. */
    private static Throwable withoutContent(Throwable thrown) {
        if (thrown instanceof JsonProcessingException json) {
            IllegalStateException masked = new IllegalStateException(json.getClass().getName());
            masked.setStackTrace(json.getStackTrace());
            return masked;
        }
        return thrown;
    }

    private static Map<String, String> retryLater() {
        return Map.of(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
    }

    private static Response respond(int status, String code, String detail, Map<String, String> headers,
            List<Finding> findings) {
        Message message = JAXRSUtils.getCurrentMessage();
        String path = message == null ? null : (String) message.getExchange().getInMessage().get(Message.REQUEST_URI);
        Problem problem = new Problem(status, code, TITLES.getOrDefault(status, "The request cannot be served"), detail,
                path, RequestIds.current(), findings);
        Response.ResponseBuilder response = Response.status(status).type(Problem.MEDIA_TYPE).entity(problem);
        headers.forEach(response::header);
        return response.build();
    }
}

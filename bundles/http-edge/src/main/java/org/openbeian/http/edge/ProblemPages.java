package org.openbeian.http.edge;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.handler.ErrorHandler;

/**
 * What the web server itself answers, as {@code application/problem+json}: requests that it cannot read, which reach no
 * servlet, and those for which there is no web application at all. The latter happens only while the server starts or stops,
 * so it is a 503 with Retry-After, where a 404 would be taken for final. Texts are fixed: nothing of the request is
 * repeated. Thread-safe.
 */
public final class ProblemPages extends ErrorHandler {

    private static final String TYPE = "application/problem+json";
    private static final String RETRY_AFTER = "2";
    private static final Map<Integer, String[]> TEXTS = Map.of(
        400, new String[] {"bad-request", "The request is not proper HTTP."},
        405, new String[] {"method-not-allowed", "This address does not know the method."},
        408, new String[] {"request-timeout", "The request did not arrive completely in time."},
        413, new String[] {"too-large", "The request is larger than the server takes."},
        414, new String[] {"address-too-long", "The address is longer than the server takes."},
        426, new String[] {"upgrade-required", "This version of HTTP is not understood; use HTTP/1.1."},
        431, new String[] {"headers-too-large", "The headers are larger than the server takes."},
        500, new String[] {"internal-error", "An error in the server; its log says more."},
        503, new String[] {"not-ready", "The server is starting or stopping; nothing was done. Try again in a moment."},
        505, new String[] {"http-version", "This version of HTTP is not understood; use HTTP/1.1."});

    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    @Override
    protected void generateAcceptableResponse(Request base, HttpServletRequest request, HttpServletResponse response, int code,
            String message) throws IOException {
        int status = code == HttpServletResponse.SC_NOT_FOUND ? HttpServletResponse.SC_SERVICE_UNAVAILABLE : code;
        byte[] body = problem(status);
        base.setHandled(true);
        response.setStatus(status);
        response.setContentType(TYPE);
        if (status == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
            response.setHeader("Retry-After", RETRY_AFTER);
        }
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    @Override
    public ByteBuffer badMessageError(int status, String reason, HttpFields fields) {
        fields.put(HttpHeader.CONTENT_TYPE, TYPE);
        SecurityHeaders.FIXED.forEach(fields::put);
        return ByteBuffer.wrap(problem(status));
    }

    private static byte[] problem(int status) {
        String[] text = TEXTS.getOrDefault(status, new String[] {"http-" + status, "The server cannot serve this request."});
        return ("{\"type\":\"urn:openbeian:problem:" + text[0] + "\",\"title\":\"" + text[0] + "\",\"status\":" + status
            + ",\"code\":\"" + text[0] + "\",\"detail\":\"" + text[1] + "\"}").getBytes(StandardCharsets.UTF_8);
    }
}

package org.openbeian.contract.kit;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.net.URL;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.openbeian.api.http.OutgoingFailure;
import org.openbeian.api.http.OutgoingHttp;

/** For tests of plugins that call outside: calls servers on this machine, without TLS and without following redirects. */
public final class LoopbackHttp implements OutgoingHttp {

    private static final int MILLIS = 2000;

    private final URL server;

    /**
     * Sends every call to one server, whatever its address says.
     *
     * @param port of the server
     */
    public LoopbackHttp(int port) {
        try {
            server = new URL("http", "127.0.0.1", port, "/");
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    public Answer call(Request request) throws OutgoingFailure {
        try {
            String path = request.address().getRawPath() + (request.address().getRawQuery() == null ? ""
                : "?" + request.address().getRawQuery());
            HttpURLConnection call = (HttpURLConnection) new URL(server, path).openConnection();
            int millis = request.patience() == null ? MILLIS : (int) Math.min(MILLIS, request.patience().toMillis());
            call.setConnectTimeout(millis);
            call.setReadTimeout(millis);
            call.setInstanceFollowRedirects(false);
            call.setRequestMethod(request.method());
            request.headers().forEach(call::setRequestProperty);
            if (request.body() != null) {
                call.setDoOutput(true);
                call.getOutputStream().write(request.body());
            }
            return answer(request, call);
        } catch (SocketTimeoutException e) {
            throw new OutgoingFailure(OutgoingFailure.Why.NO_ANSWER, "no answer in time", e);
        } catch (ConnectException e) {
            throw new OutgoingFailure(OutgoingFailure.Why.UNREACHABLE, "no connection", e);
        } catch (IOException e) {
            throw e instanceof OutgoingFailure failure ? failure
                : new OutgoingFailure(OutgoingFailure.Why.NO_ANSWER, "the connection ended", e);
        }
    }

    private static Answer answer(Request request, HttpURLConnection call) throws IOException {
        int status = call.getResponseCode();
        Map<String, String> headers = new HashMap<>();
        call.getHeaderFields().forEach((name, values) -> {
            if (name != null) {
                headers.put(name.toLowerCase(Locale.ROOT), values.get(values.size() - 1));
            }
        });
        try (InputStream in = status >= 400 ? call.getErrorStream() : call.getInputStream()) {
            byte[] body = in == null ? new byte[0] : in.readNBytes(request.mostBytes() + 1);
            if (body.length > request.mostBytes()) {
                throw new OutgoingFailure(OutgoingFailure.Why.TOO_LARGE, "the answer is longer than was allowed", null);
            }
            return new Answer(status, request.address(), headers, body);
        }
    }
}

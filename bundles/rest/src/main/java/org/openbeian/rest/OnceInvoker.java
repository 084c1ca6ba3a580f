package org.openbeian.rest;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.ws.rs.POST;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.apache.cxf.jaxrs.JAXRSInvoker;
import org.apache.cxf.jaxrs.impl.HttpHeadersImpl;
import org.apache.cxf.message.Exchange;
import org.apache.cxf.message.Message;
import org.openbeian.api.security.Actor;
import org.openbeian.api.store.IdempotencyStore;
import org.openbeian.api.store.IdempotencyStore.Answer;
import org.openbeian.api.store.Transactions;

/**
 * Runs a POST with an Idempotency-Key once: reserving the key, acting and keeping the answer are one transaction, so that
 * neither a crash nor a second request at the same time acts twice. A request that is refused changes nothing and keeps
 * nothing; its key stays free.
 */
final class OnceInvoker extends JAXRSInvoker {

    static final String KEY = "Idempotency-Key";
    static final String REPLAYED = "Idempotency-Replayed";
    private static final Pattern FORM = Pattern.compile("[\\x21-\\x7e]{1,200}");

    private final Services services;
    private final JsonBody json;

    /** Carries what the operation threw out of the transaction, so that it is rolled back. */
    private static final class Failed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Failed(Exception cause) {
            super(null, cause, false, false);
        }
    }

    OnceInvoker(Services services, JsonBody json) {
        this.services = services;
        this.json = json;
    }

    @Override
    protected Object performInvocation(Exchange exchange, Object resource, Method method, Object[] parameters)
            throws Exception {
        String key = new HttpHeadersImpl(exchange.getInMessage()).getHeaderString(KEY);
        Actor actor = exchange.get(Actor.class);
        if (key == null || actor == null || !method.isAnnotationPresent(POST.class)) {
            return super.performInvocation(exchange, resource, method, parameters);
        }
        if (!FORM.matcher(key).matches()) {
            throw new InvocationTargetException(new Trouble(400, "bad-idempotency-key",
                    "an Idempotency-Key has 1 to 200 visible ASCII characters"));
        }
        String hash = hash(exchange);
        try {
            return services.need(Transactions.class).call(() -> once(actor.account(), key, hash,
                    () -> super.performInvocation(exchange, resource, method, parameters)));
        } catch (Failed failed) {
            throw (Exception) failed.getCause();
        } catch (RuntimeException e) {
            throw new InvocationTargetException(e);
        }
    }

    private interface Act {

        Object run() throws Exception;
    }

    private Response once(String account, String key, String hash, Act act) {
        IdempotencyStore store = services.need(IdempotencyStore.class);
        Instant now = services.realTime().instant();
        Optional<Answer> kept = store.find(account, key, now);
        if (kept.isEmpty() && !store.reserve(account, key, hash, now)) {
            kept = store.find(account, key, now);
            if (kept.isEmpty()) {
                throw new Trouble(409, "request-in-progress",
                        "a request with this Idempotency-Key is being served; try again shortly",
                        Map.of(HttpHeaders.RETRY_AFTER, "1"));
            }
        }
        if (kept.isPresent()) {
            return replay(kept.get(), hash);
        }
        Response response;
        try {
            response = (Response) act.run();
        } catch (Exception e) {
            throw new Failed(e);
        }
        byte[] body = response.hasEntity() ? json.write(response.getEntity()) : new byte[0];
        store.complete(account, key, new Answer(hash, response.getStatus(), response.getHeaderString(HttpHeaders.LOCATION),
                response.getHeaderString(HttpHeaders.ETAG), body));
        return response;
    }

    private static Response replay(Answer answer, String hash) {
        if (!answer.requestHash().equals(hash)) {
            throw new Trouble(422, "idempotency-key-reused",
                    "this Idempotency-Key was used for another request in the last 24 hours; take a new one");
        }
        Response.ResponseBuilder response = Response.status(answer.status()).header(REPLAYED, "true")
                .header(HttpHeaders.LOCATION, answer.location()).header(HttpHeaders.ETAG, answer.etag());
        if (answer.body() != null && answer.body().length > 0) {
            response.type(MediaType.APPLICATION_JSON).entity(answer.body());
        }
        return response.build();
    }

    private static String hash(Exchange exchange) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            Message request = exchange.getInMessage();
            String line = "POST " + request.get(Message.REQUEST_URI) + "?" + request.get(Message.QUERY_STRING) + "\n";
            digest.update(line.getBytes(StandardCharsets.UTF_8));
            byte[] body = (byte[]) exchange.get(BodyProvider.BODY);
            return HexFormat.of().formatHex(digest.digest(body == null ? new byte[0] : body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

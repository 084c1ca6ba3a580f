package org.openbeian.rest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.core.HttpHeaders;
import org.apache.cxf.jaxrs.ext.MessageContext;
import org.apache.cxf.message.Message;
import org.apache.cxf.transport.http.AbstractHTTPDestination;
import org.openbeian.api.account.ExternalLogIns;
import org.openbeian.api.account.ApiKeys.Signed;
import org.openbeian.api.account.ApiKeys;
import org.openbeian.api.account.Sessions.Session;
import org.openbeian.api.account.Sessions;
import org.openbeian.api.security.Accounts;
import org.openbeian.api.security.Actor;

/** Finds out who calls: by HTTP Basic, a signature, a bearer token, or the cookie of a browser's session. Thread-safe. */
final class Callers {

    /** Name of the session's cookie. */
    static final String COOKIE = "openbeian-session";
    /** Header with which a page proves that a change is its own. */
    static final String CSRF = "X-CSRF-Token";

    private static final int LONGEST = 8_000;
    private static final String SIGNATURE = "OpenBeian-HMAC-SHA256";
    private static final Pattern SIGNED = Pattern.compile(
            "key=([^,\\s]{1,64}), ?timestamp=([0-9]{1,12}), ?nonce=([^,\\s]{1,64}), ?signature=([0-9a-f]{64})");
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private final Services services;

    Callers(Services services) {
        this.services = services;
    }

    /**
     * Refuses changes that a page of another site makes a browser send, whatever credentials the browser adds by itself.
     *
     * @throws Trouble 403
     */
    static void refuseForeignPages(ContainerRequestContext request) {
        String site = request.getHeaderString("Sec-Fetch-Site");
        if (!SAFE.contains(request.getMethod()) && site != null && (site.equals("cross-site") || site.equals("same-site"))) {
            throw new Trouble(403, "cross-site", "pages of other sites may not change anything here");
        }
    }

    /**
     * Who sent a request.
     *
     * @throws Trouble 401 when nobody good did, 403 when a session's change lacks its CSRF token
     */
    Actor of(ContainerRequestContext request, Message message) throws IOException {
        String address = address(message);
        String header = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        if (header == null) {
            return bySession(request, token(message).orElseThrow(() -> unauthorized("log-in-required",
                    "this operation needs an account; send HTTP Basic credentials, a signature, a bearer token or a session")),
                    address);
        }
        int space = header.indexOf(' ');
        if (header.length() > LONGEST || space < 1) {
            throw unreadable("it must be Basic, Bearer or " + SIGNATURE);
        }
        String credentials = header.substring(space + 1).trim();
        return switch (header.substring(0, space).toLowerCase(Locale.ROOT)) {
            case "basic" -> byPassword(credentials, address);
            case "bearer" -> services.all(ExternalLogIns.class).stream().findFirst()
                    .flatMap(provider -> provider.bearer(credentials, address)).orElseThrow(() -> unauthorized(
                    "credentials-refused", "the token is not good here, or its identity is linked to no account"));
            case "openbeian-hmac-sha256" -> bySignature(request, message, credentials, address);
            default -> throw unreadable("it must be Basic, Bearer or " + SIGNATURE);
        };
    }

    /** The value of the session's cookie, if the request has one. */
    static Optional<String> token(Message message) {
        return cookie(message, COOKIE);
    }

    /** The value of a cookie of this name, if the request has one. */
    static Optional<String> cookie(Message message, String name) {
        Cookie[] cookies = message.get(AbstractHTTPDestination.HTTP_REQUEST) instanceof HttpServletRequest http
                ? http.getCookies() : null;
        for (Cookie cookie : cookies == null ? new Cookie[0] : cookies) {
            if (cookie.getName().equals(name)) {
                return Optional.of(cookie.getValue());
            }
        }
        return Optional.empty();
    }

    /** What sets the session's cookie. */
    static String session(MessageContext context, String value, String more) {
        return COOKIE + "=" + value + "; Path=/; HttpOnly; SameSite=Strict" + more
                + (context.getHttpServletRequest().isSecure() ? "; Secure" : "");
    }

    static String address(Message message) {
        Object request = message.get(AbstractHTTPDestination.HTTP_REQUEST);
        return request instanceof HttpServletRequest http ? http.getRemoteAddr() : "unknown";
    }

    private Actor bySession(ContainerRequestContext request, String token, String address) {
        Session session = services.need(Sessions.class).find(token, address)
                .orElseThrow(() -> unauthorized("session-ended", "the session has ended; log in again"));
        String csrf = request.getHeaderString(CSRF);
        if (!SAFE.contains(request.getMethod()) && (csrf == null || !MessageDigest.isEqual(
                csrf.getBytes(StandardCharsets.UTF_8), session.csrfToken().getBytes(StandardCharsets.UTF_8)))) {
            throw new Trouble(403, "csrf-token-missing", "a change within a session needs the header " + CSRF
                    + " with the token of the log-in; GET /session tells it again");
        }
        return session.actor();
    }

    private Actor byPassword(String credentials, String address) {
        CharBuffer pair = decode(credentials);
        int colon = pair.toString().indexOf(':');
        if (colon < 1) {
            throw unreadable("Basic needs base64 of name:password");
        }
        String name = pair.subSequence(0, colon).toString();
        char[] password = new char[pair.length() - colon - 1];
        pair.position(colon + 1).get(password);
        return services.need(Accounts.class).authenticate(name, password, address).orElseThrow(Callers::refused);
    }

    private Actor bySignature(ContainerRequestContext request, Message message, String credentials, String address)
            throws IOException {
        Matcher parts = SIGNED.matcher(credentials);
        if (!parts.matches()) {
            throw unreadable(SIGNATURE + " needs key=, timestamp=, nonce= and signature=, in this order, parted by commas");
        }
        String query = (String) message.get(Message.QUERY_STRING);
        String target = message.get(Message.REQUEST_URI) + (query == null || query.isEmpty() ? "" : "?" + query);
        Signed signed = new Signed(parts.group(1), parts.group(2), parts.group(3), request.getMethod(), target,
                digest(body(request)), parts.group(4));
        return services.need(ApiKeys.class).verify(signed, address).orElseThrow(() -> unauthorized("credentials-refused",
                "the key is not good, the signature is not that of this request, its time is off, or its nonce was used"));
    }

    /** The body, which the operation can read again. */
    private static byte[] body(ContainerRequestContext request) throws IOException {
        InputStream stream = request.getEntityStream();
        byte[] body = stream == null ? new byte[0] : stream.readNBytes(BodyProvider.MAX_PICTURE + 1);
        if (body.length > BodyProvider.MAX_PICTURE) {
            throw new Trouble(413, "body-too-large", "a signed request has at most " + BodyProvider.MAX_PICTURE + " bytes",
                    Map.of("Connection", "close"));
        }
        request.setEntityStream(new ByteArrayInputStream(body));
        return body;
    }

    private static String digest(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static CharBuffer decode(String base64) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(Base64.getDecoder().decode(base64)));
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw unreadable("Basic needs base64 of name:password in UTF-8");
        }
    }

    private static Trouble unreadable(String expected) {
        return unauthorized("credentials-unreadable", "the Authorization header cannot be read: " + expected);
    }

    static Trouble refused() {
        return unauthorized("credentials-refused",
                "name or password is wrong, or the account is locked for a while after too many failures");
    }

    private static Trouble unauthorized(String code, String detail) {
        return new Trouble(401, code, detail,
                Map.of(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"OpenBeian\", charset=\"UTF-8\""));
    }
}

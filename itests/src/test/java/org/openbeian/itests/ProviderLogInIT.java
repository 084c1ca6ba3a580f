package org.openbeian.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.openbeian.demo.RestClient;
import org.openbeian.demo.ServerProcess;
import org.openbeian.testkit.Requirement;

/** Log-in at an OpenID Connect provider, on the running distribution and with real tokens. */
public class ProviderLogInIT {

    private static final HttpClient BROWSER = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final String OIDC = "org.openbeian.security.oidc.cfg";
    private static final String ENDPOINT = "org.openbeian.outgoing.endpoint-issuer.cfg";
    private static final String CALLBACK = "/api/v1/session/oidc/callback";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private ServerProcess server;
    private RestClient applicant;
    private TokenIssuer issuer;

    @Before
    public void startProvider() throws Exception {
        server = TestServer.shared();
        applicant = server.as("applicant");
        issuer = new TokenIssuer("person-" + System.nanoTime());
    }

    @After
    public void stopProvider() throws IOException {
        issuer.close();
        for (String file : List.of(OIDC, ENDPOINT)) {
            Files.deleteIfExists(server.home().resolve("etc").resolve(file));
        }
    }

    @Test
    @Requirement("T-02")
    public void aLinkedPersonLogsInWithABrowserAndWithATokenAndNobodyElse() throws Exception {
        Path secret = Files.writeString(server.home().resolve("data/oidc-secret"), TokenIssuer.SECRET);
        TestServer.shell(server, "beian:secret-set --file " + secret + " oidc");
        Files.delete(secret);
        configure(OIDC, "issuer", issuer.address(), "jwks.uri", issuer.address() + "/keys", "client.id", TokenIssuer.CLIENT,
                "client.secret", "secret:oidc", "authorization.uri", issuer.address() + "/auth", "token.uri",
                issuer.address() + "/token", "redirect.uri", server.base() + CALLBACK);
        TestServer.await("the log-in page", PATIENCE, () -> get("/api/v1/session/oidc").statusCode() == 303);
        HttpResponse<String> refused = comeBack();
        assertEquals("a provider inside is called only when the operator says so", 401, refused.statusCode());
        configure(ENDPOINT, "address", issuer.address(), "internal", "true");
        String token = issuer.token("openbeian", "");
        TestServer.await("the identity", PATIENCE, () -> applicant.send("POST", "/api/v1/me/identities", "application/json",
                ("{\"token\":\"" + token + "\"}").getBytes(StandardCharsets.UTF_8)).status() == 201);
        assertEquals("applicant", account(get("/api/v1/me", "Authorization", "Bearer " + token)));
        HttpResponse<String> back = comeBack();
        assertEquals(back.body(), 303, back.statusCode());
        assertEquals("/", back.headers().firstValue("Location").orElse(""));
        String session = back.headers().allValues("Set-Cookie").stream().filter(one -> one.startsWith("openbeian-session="))
                .findFirst().orElseThrow();
        assertTrue(session, session.contains("HttpOnly") && session.contains("SameSite=Strict"));
        assertEquals("applicant", account(get("/api/v1/me", "Cookie", session.split(";")[0])));
        URI page = begin().uri();
        assertEquals("without the browser's cookie", 401, get(back(issuer.logIn(page))).statusCode());
        applicant.send("DELETE", "/api/v1/me/identities?issuer=" + issuer.address() + "&subject="
                + applicant.send("GET", "/api/v1/me/identities").json().at("/0/subject").asText()).expectSuccess();
        assertEquals("a person who is linked to nobody", 401, comeBack().statusCode());
    }

    /** All values of a file at once. */
    private void configure(String file, String... pairs) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pairs.length; i += 2) {
            text.append(pairs[i]).append(" = ").append(pairs[i + 1]).append('\n');
        }
        Path draft = Files.writeString(server.home().resolve("data").resolve(file), text);
        Files.move(draft, server.home().resolve("etc").resolve(file), StandardCopyOption.ATOMIC_MOVE);
    }

    /** What a browser was told at the beginning: where to go, and its cookie. */
    private record Begun(URI uri, String cookie) {
    }

    private Begun begin() {
        HttpResponse<String> away = get("/api/v1/session/oidc");
        return new Begun(URI.create(away.headers().firstValue("Location").orElseThrow()),
                away.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0]);
    }

    /** The whole way of a browser: to the provider and back. */
    private HttpResponse<String> comeBack() {
        Begun begun = begin();
        return get(back(issuer.logIn(begun.uri())), "Cookie", begun.cookie());
    }

    private static String back(URI address) {
        return address.getRawPath() + "?" + address.getRawQuery();
    }

    private static String account(HttpResponse<String> me) {
        return me.statusCode() == 200 ? me.body().replaceAll("(?s).*\"account\"\\s*:\\s*\"([^\"]+)\".*", "$1") : me.toString();
    }

    private HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.base().resolve(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return BROWSER.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

package org.openbeian.http.edge;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.LocalConnector;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.AbstractHandler;
import org.eclipse.jetty.util.resource.Resource;
import org.eclipse.jetty.xml.XmlConfiguration;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** The web server with the fragment's jetty.xml, and without any network. */
public class HttpEdgeTest {

    private final Server server = new Server();
    private final HttpConfiguration configuration = new HttpConfiguration();
    private final LocalConnector connector = new LocalConnector(server, new HttpConnectionFactory(configuration));

    @Before
    public void start() throws Exception {
        server.addConnector(connector);
        XmlConfiguration xml = new XmlConfiguration(Resource.newClassPathResource("jetty.xml"));
        xml.configure(server);
    }

    @After
    public void stop() throws Exception {
        server.stop();
    }

    @Test
    public void withoutAnyApplicationTheServerIsNotReadyRatherThanEmpty() throws Exception {
        server.start();
        String answer = connector.getResponse("PUT /api/v1/orders HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n");
        assertTrue(answer, answer.startsWith("HTTP/1.1 503"));
        assertTrue(answer, answer.contains("Retry-After: 2\r\n"));
        assertTrue(answer, answer.contains("Content-Type: application/problem+json"));
        assertTrue(answer, answer.contains("\"code\":\"not-ready\""));
    }

    @Test
    public void unreadableRequestsGetProblemsWithTheSecurityHeaders() throws Exception {
        server.start();
        String long431 = connector.getResponse("GET / HTTP/1.1\r\nHost: a\r\nX: " + "x".repeat(20_000) + "\r\n\r\n");
        assertProblem(long431, 431, "headers-too-large");
        assertProblem(connector.getResponse("GET / HTTP/1.1\r\n\r\n"), 400, "bad-request");
        assertProblem(connector.getResponse("GET / HTTP/9.9\r\nHost: a\r\n\r\n"), 505, "http-version");
        assertFalse("nothing of the request is repeated", long431.contains("xxx"));
    }

    @Test
    public void everyAnswerCarriesTheHeadersAndPagesMaySetTheirOwn() throws Exception {
        server.setHandler(new Page());
        server.start();
        String answer = connector.getResponse("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
        assertTrue(answer, answer.startsWith("HTTP/1.1 200"));
        SecurityHeaders.FIXED.forEach((name, value) -> {
            if (!name.equals("Content-Security-Policy")) {
                assertTrue(name + " in " + answer, answer.contains(name + ": " + value + "\r\n"));
            }
        });
        assertTrue(answer, answer.contains("Content-Security-Policy: default-src 'self'\r\n"));
        assertEquals("one policy, not two", answer.indexOf("Content-Security"), answer.lastIndexOf("Content-Security"));
        assertFalse(answer, answer.contains("Server:"));
        assertFalse("not over plain HTTP", answer.contains("Strict-Transport-Security"));
    }

    @Test
    public void overTlsBrowsersAreToldToStayThere() throws Exception {
        configuration.addCustomizer((at, with, request) -> request.setSecure(true));
        server.setHandler(new Page());
        server.start();
        String answer = connector.getResponse("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
        assertTrue(answer, answer.contains("Strict-Transport-Security: max-age=31536000; includeSubDomains\r\n"));
    }

    private static void assertProblem(String answer, int status, String code) {
        assertTrue(answer, answer.startsWith("HTTP/1.1 " + status));
        assertTrue(answer, answer.contains("Content-Type: application/problem+json"));
        assertTrue(answer, answer.contains("\"code\":\"" + code + "\""));
        assertTrue(answer, answer.contains("X-Content-Type-Options: nosniff"));
    }

    private static final class Page extends AbstractHandler {

        @Override
        public void handle(String target, Request base, HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            response.setHeader("Content-Security-Policy", "default-src 'self'");
            base.setHandled(true);
        }
    }
}

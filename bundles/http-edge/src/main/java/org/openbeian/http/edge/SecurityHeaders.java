package org.openbeian.http.edge;

import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.component.LifeCycle;

/**
 * Puts the security headers on every answer before anybody else sees the request; a page that needs more than nothing sets
 * its own Content-Security-Policy or Cache-Control over them. The server does not say what it is. Thread-safe.
 */
public final class SecurityHeaders implements HttpConfiguration.Customizer, LifeCycle.Listener {

    /** What every answer carries. */
    static final Map<String, String> FIXED = new TreeMap<>(Map.of(
        "Cache-Control", "no-store",
        "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'",
        "Cross-Origin-Opener-Policy", "same-origin",
        "Cross-Origin-Resource-Policy", "same-origin",
        "Permissions-Policy", "camera=(), geolocation=(), microphone=()",
        "Referrer-Policy", "no-referrer",
        "X-Content-Type-Options", "nosniff",
        "X-Frame-Options", "DENY"));

    /** A year; only over TLS, where alone it counts. */
    private static final String TLS_ONLY = "max-age=31536000; includeSubDomains";

    @Override
    public void lifeCycleStarting(LifeCycle event) {
        for (Connector connector : ((Server) event).getConnectors()) {
            for (var factory : connector.getConnectionFactories()) {
                if (factory instanceof HttpConfiguration.ConnectionFactory http) {
                    HttpConfiguration configuration = http.getHttpConfiguration();
                    configuration.setSendServerVersion(false);
                    configuration.setSendXPoweredBy(false);
                    configuration.addCustomizer(this);
                }
            }
        }
    }

    @Override
    public void customize(Connector connector, HttpConfiguration configuration, Request request) {
        Response response = request.getResponse();
        FIXED.forEach(response::setHeader);
        if (request.isSecure()) {
            response.setHeader("Strict-Transport-Security", TLS_ONLY);
        }
    }
}

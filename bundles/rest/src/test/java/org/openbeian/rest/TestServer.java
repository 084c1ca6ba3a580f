package org.openbeian.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;
import org.openbeian.api.account.AccountAdmin;
import org.openbeian.api.account.ApiKeys;
import org.openbeian.api.account.Delegations;
import org.openbeian.api.account.ExternalLogIns;
import org.openbeian.api.account.RealNames;
import org.openbeian.api.account.Sessions;
import org.openbeian.api.order.Clearances;
import org.openbeian.api.order.Orders;
import org.openbeian.api.order.UploadLinks;
import org.openbeian.api.print.DocumentPrinter;
import org.openbeian.api.security.Accounts;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Role;

/** The interface as it is, on a real HTTP server, over services in memory. */
final class TestServer implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    static final Map<String, Set<Role>> ROLES = Map.ofEntries(Map.entry("anna", Set.of(Role.APPLICANT)),
            Map.entry("bob", Set.of(Role.APPLICANT)), Map.entry("sun", Set.of(Role.SUB_ACCOUNT)),
            Map.entry("wang", Set.of(Role.SPECIALIST)), Map.entry("bai", Set.of(Role.BUTLER)),
            Map.entry("ops", Set.of(Role.OPERATOR)), Map.entry("audrey", Set.of(Role.AUDITOR)),
            Map.entry("cloud", Set.of(Role.INTEGRATOR)), Map.entry("root", Set.of(Role.ADMIN)),
            Map.entry("nobody", Set.of()));

    final FakeOrders orders = new FakeOrders();
    final FakeStores stores = new FakeStores();
    final FakeAccountAdmin admin = new FakeAccountAdmin();
    final FakeServices services = new FakeServices();
    final EventStreams streams = new EventStreams(services);
    final RestServer rest = new RestServer(services, streams);
    final int port;

    private final Server jetty = new Server();
    private boolean stopped;
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    TestServer() throws Exception {
        services.put(Orders.class, orders);
        services.put(Clearances.class, orders);
        services.put(Accounts.class, new FakeAccounts());
        services.put(AccountAdmin.class, admin);
        FakeCredentials credentials = new FakeCredentials(services.need(Accounts.class));
        services.put(Sessions.class, credentials);
        services.put(ApiKeys.class, credentials);
        services.put(ExternalLogIns.class, new FakeIdentities(services.need(Accounts.class)));
        services.put(RealNames.class, new FakeRealNames());
        services.put(Delegations.class, new FakeDelegations(orders));
        services.put(UploadLinks.class, new FakeUploads());
        services.put(DocumentPrinter.class, document -> new byte[0]);
        stores.provideTo(services);
        ServerConnector connector = new ServerConnector(jetty);
        connector.setHost("127.0.0.1");
        jetty.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler();
        ServletHolder holder = new ServletHolder(rest);
        holder.setAsyncSupported(true);
        context.addServlet(holder, RestServer.ROOT + "/*");
        context.addServlet(new ServletHolder(new LandingServlet()), "/");
        jetty.setHandler(context);
        jetty.start();
        port = connector.getLocalPort();
    }

    /** An answer. */
    record Reply(int status, HttpResponse<byte[]> response) {

        JsonNode json() {
            try {
                return JSON.readTree(response.body());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        String text() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }
    }

    Reply send(String account, String method, String path, String... headers) {
        return send(account, method, path, (byte[]) null, headers);
    }

    Reply json(String account, String method, String path, String body, String... headers) {
        String[] all = new String[headers.length + 2];
        all[0] = "Content-Type";
        all[1] = method.equals("PATCH") ? "application/merge-patch+json" : "application/json";
        System.arraycopy(headers, 0, all, 2, headers.length);
        return send(account, method, path, body.getBytes(StandardCharsets.UTF_8), all);
    }

    Reply send(String account, String method, String path, byte[] body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(path.startsWith("http:") ? path : base() + path)).method(method,
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        if (account != null) {
            request.header("Authorization", basic(account, "secret"));
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
            return new Reply(response.statusCode(), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    String base() {
        return "http://127.0.0.1:" + port + RestServer.ROOT;
    }

    static String basic(String account, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((account + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        streams.stop();
        try {
            jetty.stop();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        stopRest();
    }

    /** As when the component goes, while the container still sends requests; does nothing a second time. */
    synchronized void stopRest() {
        if (!stopped) {
            stopped = true;
            rest.stop();
        }
    }

    /** Everybody's password is secret. */
    private static final class FakeAccounts implements Accounts {

        @Override
        public Optional<Actor> authenticate(String name, char[] password, String address) {
            return new String(password).equals("secret") ? actor(name, address) : Optional.empty();
        }

        @Override
        public Optional<Actor> actor(String name, String address) {
            return Optional.ofNullable(ROLES.get(name)).map(roles -> new Actor(name, roles, address));
        }

        @Override
        public Optional<String> email(String account) {
            return Optional.of(account + "@example.com");
        }
    }
}

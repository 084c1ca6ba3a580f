package org.openbeian.authority.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.cxf.Bus;
import org.apache.cxf.BusFactory;
import org.apache.cxf.bus.extension.ExtensionManagerBus;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.transport.servlet.CXFNonSpringServlet;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;
import org.openbeian.regulator.gateway.client.AccountSettings;
import org.openbeian.regulator.gateway.client.IspClient;
import org.openbeian.regulator.gateway.client.Secrets;
import org.openbeian.regulator.gateway.wire.FileCodec;

/** The simulator behind the same servlet and servlet container as in the server, on loopback. */
final class TestServer implements AutoCloseable {
    static final String PASSWORD = "测试口令9";
    static final String KEY = "0102030405060708";
    static final String IV = "0807060504030201";
    static final String USER = "openbeian";
    /** An authority that takes V.3.0 alone. */
    static final String PLAIN = "620000";

    final VirtualClock clock;
    final Simulator simulator;
    final CpuMeter calls = new CpuMeter();

    private final org.eclipse.jetty.server.Server jetty;
    private final Server endpoint;
    private final int port;

    TestServer(Path directory) {
        this(directory, Clock.systemUTC(), true);
    }

    TestServer(Path directory, Clock real, boolean paused) {
        this(directory, real, paused, Map.of());
    }

    TestServer(Path directory, Clock real, boolean paused, Map<String, Set<String>> registered) {
        clock = new VirtualClock(real, directory.resolve("clock"));
        simulator = new Simulator(new Simulator.Setup(directory, "/authority",
            new Credentials(USER, PASSWORD, FileCodec.aes(KEY, IV)), registered, Set.of(PLAIN), 10,
            7, Duration.ofMillis(1), Duration.ZERO, paused), clock, List::of);
        simulator.start();
        Bus bus = new ExtensionManagerBus();
        CXFNonSpringServlet servlet = new CXFNonSpringServlet();
        servlet.setBus(bus);
        jetty = new org.eclipse.jetty.server.Server(new java.net.InetSocketAddress("127.0.0.1", 0));
        ServletContextHandler context = new ServletContextHandler();
        context.addServlet(new ServletHolder(servlet), "/services/*");
        jetty.setHandler(context);
        try {
            jetty.start();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        port = ((org.eclipse.jetty.server.ServerConnector) jetty.getConnectors()[0]).getLocalPort();
        endpoint = Endpoints.publish(bus, "/authority", new IspService(simulator.calls()), calls);
        BusFactory.setDefaultBus(bus);
    }

    String address(String authority) {
        return "http://127.0.0.1:" + port + "/services/authority/" + authority;
    }

    IspClient client(String authority) {
        return client(authority, "ispID", PASSWORD);
    }

    IspClient client(String authority, String idParameter, String password) {
        return client(authority, address(authority), Province.ALL.get(authority).ispId(), idParameter, password);
    }

    /** A client that calls an authority with the id of another province. */
    IspClient foreignClient(String authority, long ispId) {
        return client(Long.toString(ispId).substring(0, 6), address(authority), ispId, "ispId", PASSWORD);
    }

    /** A client of an address where nobody listens. */
    IspClient deadClient(String authority) {
        return client(authority, "http://127.0.0.1:1", Province.ALL.get(authority).ispId(), "ispId", PASSWORD);
    }

    private static IspClient client(String authority, String address, long ispId, String idParameter, String password) {
        AccountSettings settings = new AccountSettings(authority, address, ispId, USER, "urn:somebody:else", idParameter, "ispId",
            LocalTime.MIN, LocalTime.MIN, Duration.ofSeconds(5), Duration.ofSeconds(10));
        return new IspClient(settings, () -> new Secrets(password, KEY, IV));
    }

    static Path newDirectory() {
        try {
            return java.nio.file.Files.createTempDirectory("simulator");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        endpoint.destroy();
        try {
            jetty.stop();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        simulator.close();
    }
}

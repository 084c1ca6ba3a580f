package org.openbeian.authority.simulator;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.Map;
import java.util.Set;
import javax.servlet.Servlet;
import org.apache.cxf.Bus;
import org.apache.cxf.BusFactory;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.transport.servlet.CXFNonSpringServlet;
import org.openbeian.api.authority.AuthorityRehearsal;
import org.openbeian.api.registry.PublicRegistry;
import org.openbeian.authority.simulator.control.SimulatorControl;
import org.openbeian.regulator.gateway.wire.FileCodec;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** The simulator in the server, with its SOAP service in front: a servlet with a CXF of its own, the server itself has none. */
@Component(service = {SimulatorControl.class, AuthorityRehearsal.class, PublicRegistry.class}, immediate = true,
    configurationPid = "org.openbeian.authority.simulator")
@Designate(ocd = SimulatorConfiguration.class)
public final class SimulatorComponent extends Simulator implements AuthorityRehearsal, PublicRegistry {
    private static final String ADDRESS = "/authority";
    private static final String PATTERN = "/soap" + ADDRESS + "/*";

    private final Bus bus = BusFactory.newInstance().createBus();
    private final Server endpoint;
    private final ServiceRegistration<Servlet> servlet;

    @Activate
    public SimulatorComponent(BundleContext context, SimulatorConfiguration configuration, @Reference VirtualClock clock,
        @Reference DueSources sources) {
        super(setup(ClockComponent.directory(context), configuration), clock, sources::all);
        endpoint = Endpoints.publish(bus, "/", new IspService(calls()), meter());
        CXFNonSpringServlet front = new CXFNonSpringServlet();
        front.setBus(bus);
        servlet = context.registerService(Servlet.class, front, new Hashtable<>(Map.of(
            "osgi.http.whiteboard.servlet.pattern", PATTERN,
            "osgi.http.whiteboard.servlet.name", "openbeian-authority-simulator")));
        start();
    }

    private static Setup setup(Path directory, SimulatorConfiguration configuration) {
        Credentials credentials = new Credentials(configuration.user_name(), configuration.password(),
            FileCodec.aes(configuration.encryption_key(), configuration.encryption_iv()));
        return new Setup(directory, ADDRESS, credentials, registered(configuration.registered()),
            plain(configuration.plain()),
            configuration.answer_minutes(), configuration.review_days(),
            Duration.ofMillis(configuration.poll_millis()), Duration.ofMillis(configuration.pause_millis()), configuration.paused());
    }

    private static Set<String> plain(String... authorities) {
        for (String authority : authorities) {
            if (!authority.isEmpty() && Province.ALL.get(authority) == null) {
                throw new IllegalArgumentException("plain must hold codes of provinces such as 620000, not " + authority);
            }
        }
        return Set.of(authorities);
    }

    /** A line that is none stops the start: what a test means to simulate must not be left out silently. */
    static Map<String, Set<String>> registered(String... lines) {
        Map<String, Set<String>> registered = new HashMap<>();
        for (String line : lines) {
            if (!line.matches("[0-9]{6}=[0-9]{6}(,[0-9]{6})*")) {
                throw new IllegalArgumentException("registered must hold lines such as 440000=430000,450000, not " + line);
            }
            registered.put(line.substring(0, 6), Set.of(line.substring(7).split(",")));
        }
        return registered;
    }

    @Deactivate
    void stop() {
        servlet.unregister();
        endpoint.destroy();
        bus.shutdown(true);
        close();
    }
}

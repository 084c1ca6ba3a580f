package org.openbeian.authority.simulator;

import java.nio.file.Path;
import java.time.Clock;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** The virtual clock as the server's clock: its ranking puts it before the real one. */
@Component(service = {Clock.class, VirtualClock.class}, property = {"openbeian.clock=virtual",
    Constants.SERVICE_RANKING + ":Integer=1000"})
public final class ClockComponent extends VirtualClock {

    @Activate
    public ClockComponent(BundleContext context) {
        super(Clock.systemUTC(), directory(context).resolve("clock"));
    }

    /** Where the simulator keeps its state: below the data of the server unless a framework property says otherwise. */
    static Path directory(BundleContext context) {
        String directory = context.getProperty("openbeian.simulator.directory");
        if (directory != null) {
            return Path.of(directory);
        }
        String data = context.getProperty("karaf.data");
        return Path.of(data == null ? "data" : data, "simulator");
    }
}

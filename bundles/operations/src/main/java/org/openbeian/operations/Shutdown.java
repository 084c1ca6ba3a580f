package org.openbeian.operations;

import java.time.Duration;
import java.util.List;
import org.openbeian.api.effect.Drain;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the server stop in order. The framework tells synchronously that it is about to stop, before it stops the first
 * bundle: readiness and new requests answer 503 from then on, requests under way end, and then the lanes finish their
 * present batch while all that they need is still there. Thread-safe.
 */
@Component(service = Shutdown.class, immediate = true)
public final class Shutdown implements SynchronousBundleListener {

    private static final Logger LOG = LoggerFactory.getLogger(Shutdown.class);

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    volatile List<Drain> drains = List.of();

    private final BundleContext context;
    private final Settings settings;
    private final Requests requests = new Requests();

    /**
     * Listens from now on.
     *
     * @param context this bundle's context
     * @param settings knows how long to wait
     */
    @Activate
    public Shutdown(BundleContext context, @Reference Settings settings) {
        this.context = context;
        this.settings = settings;
        context.addBundleListener(this);
    }

    /** Whether the server is about to stop. */
    boolean isStopping() {
        return requests.isClosed();
    }

    /** The requests under way. */
    Requests requests() {
        return requests;
    }

    @Override
    public void bundleChanged(BundleEvent event) {
        if (event.getType() == BundleEvent.STOPPING && event.getBundle().getBundleId() == 0) {
            drain(settings.drain());
        }
    }

    private void drain(Duration patience) {
        LOG.info("The server stops: new requests are refused, work under way ends within {} s", patience.toSeconds());
        long end = System.nanoTime() + patience.toNanos();
        if (!requests.close(patience)) {
            LOG.warn("Some requests did not end in time");
        }
        for (Drain drain : drains) {
            Duration left = Duration.ofNanos(Math.max(0, end - System.nanoTime()));
            if (!drain.drain(left)) {
                LOG.warn("Work under way did not end in time; it is done again after the start");
            }
        }
    }

    @Deactivate
    void close() {
        context.removeBundleListener(this);
    }
}

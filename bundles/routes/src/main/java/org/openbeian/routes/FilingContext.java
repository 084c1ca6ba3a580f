package org.openbeian.routes;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.component.direct.DirectComponent;
import org.apache.camel.component.micrometer.routepolicy.MicrometerRoutePolicyFactory;
import org.apache.camel.impl.DefaultCamelContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** The one Camel context, as a service. Every route in it is timed; routes under way are finished when it stops. */
@Component(service = CamelContext.class, property = "camel.context.name=" + FilingContext.NAME)
public final class FilingContext extends DefaultCamelContext {

    static final String NAME = "openbeian";
    private static final long DRAIN_SECONDS = 20;

    /**
     * Starts the context.
     *
     * @param meters takes the timers of the routes
     */
    @Activate
    public FilingContext(@Reference MeterRegistry meters) {
        super(false);
        withCamelLoader(() -> {
            getCamelContextExtension().setName(NAME);
            setApplicationContextClassLoader(DefaultCamelContext.class.getClassLoader());
            setUseMDCLogging(false);
            DirectComponent direct = new DirectComponent();
            direct.setBlock(false);
            addComponent("direct", direct);
            MicrometerRoutePolicyFactory timing = new MicrometerRoutePolicyFactory();
            timing.setMeterRegistry(meters);
            addRoutePolicyFactory(timing);
            getShutdownStrategy().setTimeUnit(TimeUnit.SECONDS);
            getShutdownStrategy().setTimeout(DRAIN_SECONDS);
            getShutdownStrategy().setLogInflightExchangesOnTimeout(false);
            init();
            start();
        });
    }

    @Deactivate
    void shutDown() {
        withCamelLoader(this::stop);
    }

    /** Camel looks for its parts with the thread's class loader, which must be that of the bundle that nests it. */
    static void withCamelLoader(Runnable work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(DefaultCamelContext.class.getClassLoader());
        try {
            work.run();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}

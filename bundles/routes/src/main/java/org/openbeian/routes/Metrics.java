package org.openbeian.routes;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** The one registry of meters, as a service; {@code scrape()} gives them in Prometheus' format. */
@Component(service = {MeterRegistry.class, PrometheusMeterRegistry.class})
public final class Metrics extends PrometheusMeterRegistry {

    /** Empty. */
    @Activate
    public Metrics() {
        super(PrometheusConfig.DEFAULT);
    }

    @Deactivate
    void stop() {
        close();
    }
}

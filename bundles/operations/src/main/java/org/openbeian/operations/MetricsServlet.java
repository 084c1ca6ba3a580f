package org.openbeian.operations;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code GET /metrics}: all meters in the text form of Prometheus. */
@Component(service = Servlet.class, property = {"osgi.http.whiteboard.servlet.pattern=/metrics",
    "osgi.http.whiteboard.servlet.name=openbeian-metrics"})
public final class MetricsServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final transient PrometheusMeterRegistry registry;
    private final transient Gauges gauges;
    private final transient Settings settings;

    /**
     * Answers from now on.
     *
     * @param registry all meters
     * @param gauges brings figures of the store up to date
     * @param settings knows who may ask
     */
    @Activate
    public MetricsServlet(@Reference PrometheusMeterRegistry registry, @Reference Gauges gauges, @Reference Settings settings) {
        this.registry = registry;
        this.gauges = gauges;
        this.settings = settings;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!settings.mayRead(request.getRemoteAddr())) {
            Answers.problem(response, HttpServletResponse.SC_FORBIDDEN, "address-not-allowed",
                    "This address may not read the metrics of the server; " + Settings.PID + " names those that may.");
            return;
        }
        gauges.sample();
        Answers.write(response, HttpServletResponse.SC_OK, TYPE, registry.scrape(TYPE).getBytes(StandardCharsets.UTF_8));
    }
}

package org.openbeian.operations;

import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import javax.servlet.Filter;
import javax.servlet.FilterChain;
import javax.servlet.FilterConfig;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.UnavailableException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts and times requests to the REST interface by route and status, and refuses new ones while the server stops. A request
 * that meets a servlet just taken away gets 503, where the container would say 404.
 */
@Component(service = Filter.class, property = {"osgi.http.whiteboard.filter.pattern=/api/*",
    "osgi.http.whiteboard.filter.name=openbeian-requests", "osgi.http.whiteboard.filter.asyncSupported:Boolean=true"})
public final class RequestFilter implements Filter {

    private static final Logger LOG = LoggerFactory.getLogger(RequestFilter.class);

    private final PrometheusMeterRegistry registry;
    private final Requests requests;

    /**
     * Counts from now on.
     *
     * @param registry where the meters go
     * @param shutdown knows whether the server stops
     */
    @Activate
    public RequestFilter(@Reference PrometheusMeterRegistry registry, @Reference Shutdown shutdown) {
        this.registry = registry;
        this.requests = shutdown.requests();
    }

    @Override
    public void init(FilterConfig config) {
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest call = (HttpServletRequest) request;
        HttpServletResponse answer = (HttpServletResponse) response;
        if (!requests.enter()) {
            refuse(answer);
            return;
        }
        Timer.Sample sample = Timer.start(registry);
        int status = HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
        try {
            chain.doFilter(request, response);
            status = answer.getStatus();
        } catch (UnavailableException e) {
            LOG.debug("The servlet behind {} went away under a request", call.getRequestURI(), e);
            refuse(answer);
            status = HttpServletResponse.SC_SERVICE_UNAVAILABLE;
        } finally {
            requests.leave();
            sample.stop(Timer.builder("http.server.requests").description("Requests to the REST interface")
                    .tag("method", Routes.method(call.getMethod())).tag("status", Integer.toString(status))
                    .tag("route", Routes.of(call.getRequestURI(), status)).register(registry));
        }
    }

    private static void refuse(HttpServletResponse answer) throws IOException {
        answer.setHeader("Retry-After", Answers.RETRY_AFTER);
        Answers.problem(answer, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "stopping",
                "The server is stopping; nothing was done. Try again in a moment.");
    }

    @Override
    public void destroy() {
    }
}

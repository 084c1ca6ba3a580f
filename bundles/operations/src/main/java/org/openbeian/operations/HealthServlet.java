package org.openbeian.operations;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.apache.felix.hc.api.execution.HealthCheckExecutor;
import org.apache.felix.hc.api.execution.HealthCheckSelector;
import org.openbeian.core.json.ModelJson;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * {@code GET /health/live} and {@code GET /health/ready}: 200 while the checks are OK or WARN, else 503 with Retry-After.
 * A check that is not there at all counts against the server.
 */
@Component(service = Servlet.class, property = {"osgi.http.whiteboard.servlet.pattern=/health/*",
    "osgi.http.whiteboard.servlet.name=openbeian-health"})
public final class HealthServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Set<String> FOR_READY = Set.of(Checks.START, Checks.SERVICES, Checks.DATABASE, Checks.RULES, Checks.CLOCK);
    private static final Set<String> FOR_LIVE = Set.of(Checks.THREADS);

    private final transient HealthCheckExecutor executor;
    private final transient Settings settings;

    /**
     * Answers from now on.
     *
     * @param executor runs the checks, bounded in time
     * @param settings knows who may ask
     */
    @Activate
    public HealthServlet(@Reference HealthCheckExecutor executor, @Reference Settings settings) {
        this.executor = executor;
        this.settings = settings;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!settings.mayRead(request.getRemoteAddr())) {
            Answers.problem(response, HttpServletResponse.SC_FORBIDDEN, "address-not-allowed",
                    "This address may not read the health of the server; " + Settings.PID + " names those that may.");
            return;
        }
        String path = request.getPathInfo() == null ? "" : request.getPathInfo();
        switch (path) {
            case "/ready" -> answer(response, Checks.READY, FOR_READY);
            case "/live" -> answer(response, Checks.LIVE, FOR_LIVE);
            default -> Answers.problem(response, HttpServletResponse.SC_NOT_FOUND, "not-found",
                    "There are /health/live and /health/ready.");
        }
    }

    private void answer(HttpServletResponse response, String tag, Set<String> mandatory) throws IOException {
        Report report = Report.of(executor.execute(HealthCheckSelector.tags(tag)), mandatory);
        byte[] body = ModelJson.mapper().writeValueAsString(report).getBytes(StandardCharsets.UTF_8);
        if (!report.isServing()) {
            response.setHeader("Retry-After", Answers.RETRY_AFTER);
        }
        Answers.write(response, report.isServing() ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE,
                "application/json", body);
    }
}

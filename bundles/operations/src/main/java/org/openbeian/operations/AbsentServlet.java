package org.openbeian.operations;

import java.io.IOException;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Component;

/**
 * Answers below {@code /api} where nothing else does. In the place of the REST interface, while it is not there because the
 * server starts or stops: 503 with Retry-After, where there would be a 404 that a client must take for final. Its pattern is
 * wider than the interface's, so that both are there at once and no moment is between them. Elsewhere: 404. The address as
 * it came decides: while the container puts the interface in, the path info may be cut by the other's pattern.
 */
@Component(service = Servlet.class, property = {"osgi.http.whiteboard.servlet.pattern=/api/*",
    "osgi.http.whiteboard.servlet.name=openbeian-absent"})
public final class AbsentServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getRequestURI();
        if (!path.equals("/api/v1") && !path.startsWith("/api/v1/")) {
            Answers.problem(response, HttpServletResponse.SC_NOT_FOUND, "not-found",
                    "There is nothing at this address; the interface is at /api/v1.");
            return;
        }
        response.setHeader("Retry-After", Answers.RETRY_AFTER);
        Answers.problem(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "not-ready",
                "The server is starting or stopping; nothing was done. Try again in a moment.");
    }
}

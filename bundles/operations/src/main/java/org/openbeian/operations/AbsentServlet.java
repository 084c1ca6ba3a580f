package org.openbeian.operations;

import java.io.IOException;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Component;

/**
 * Answers for the REST interface while it is not there, when the server starts or stops: 503 with Retry-After, where there
 * would be a 404 that a client must take for final. The interface itself ranks higher and takes its place.
 */
@Component(service = Servlet.class, property = {"osgi.http.whiteboard.servlet.pattern=/api/v1/*",
    "osgi.http.whiteboard.servlet.name=openbeian-absent", "service.ranking:Integer=-1000"})
public final class AbsentServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Retry-After", Answers.RETRY_AFTER);
        Answers.problem(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "not-ready",
                "The server is starting or stopping; nothing was done. Try again in a moment.");
    }
}

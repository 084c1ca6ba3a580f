package org.openbeian.operations;

import java.io.IOException;
import javax.servlet.RequestDispatcher;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Says every error that a servlet leaves to the container as a problem, where there would be the container's page. What the
 * servlet said of it stays in the server: it may quote what was entered. While the server starts, an address that is not
 * there is not ready rather than not found.
 */
@Component(service = Servlet.class, property = {"osgi.http.whiteboard.servlet.errorPage=4xx",
    "osgi.http.whiteboard.servlet.errorPage=5xx", "osgi.http.whiteboard.servlet.name=openbeian-errors"})
public final class ErrorServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient BundleContext context;

    /**
     * For one framework.
     *
     * @param context tells how far the start has come
     */
    @Activate
    public ErrorServlet(BundleContext context) {
        this.context = context;
    }

    /** The interface answers for all of its addresses itself; the container is asked only while it comes or goes. */
    private static boolean isOfTheInterface(HttpServletRequest request) {
        return String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI)).startsWith("/api/v1/");
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        int status = code instanceof Integer number ? number : HttpServletResponse.SC_NOT_FOUND;
        if (status == HttpServletResponse.SC_NOT_FOUND && (!StartCheck.isStarted(context) || isOfTheInterface(request))) {
            status = HttpServletResponse.SC_SERVICE_UNAVAILABLE;
        }
        if (status == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
            response.setHeader("Retry-After", Answers.RETRY_AFTER);
        }
        switch (status) {
            case 404 -> Answers.problem(response, status, "not-found", "There is nothing at this address.");
            case 405 -> Answers.problem(response, status, "method-not-allowed", "This address does not know the method.");
            case 503 -> Answers.problem(response, status, "not-ready",
                    "The server is starting or stopping; nothing was done. Try again in a moment.");
            default -> Answers.problem(response, status, "http-" + status, status < 500
                    ? "The request cannot be served as it is." : "An error in the server; its log says more.");
        }
    }
}

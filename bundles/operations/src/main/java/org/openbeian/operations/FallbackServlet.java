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
 * Answers where nothing else does, always with a problem: below {@code /api} while the interface is not there, and in the place
 * of the container's page for every error that a servlet leaves to it. While the server starts or stops, what is missing is
 * said to be not ready (503 with Retry-After), where a client must take a 404 for final. What a servlet said of an error stays
 * in the server: it may quote what was entered.
 *
 * <p>Both are one servlet so that the container, which registers servlets one by one, has no moment with a servlet and
 * without this page. The pattern is wider than the interface's, so that both are there at once and no moment is between them.
 */
@Component(service = Servlet.class, property = {"osgi.http.whiteboard.servlet.pattern=/api/*",
    "osgi.http.whiteboard.servlet.errorPage=4xx", "osgi.http.whiteboard.servlet.errorPage=5xx",
    "osgi.http.whiteboard.servlet.name=openbeian-fallback"})
public final class FallbackServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient BundleContext context;

    /**
     * For one framework.
     *
     * @param context tells how far the start has come
     */
    @Activate
    public FallbackServlet(BundleContext context) {
        this.context = context;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object error = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        int status = error instanceof Integer code ? code : HttpServletResponse.SC_NOT_FOUND;
        String asked = error == null ? request.getRequestURI()
            : String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        boolean early = status == HttpServletResponse.SC_NOT_FOUND && (!StartCheck.isStarted(context) || isOurs(asked));
        say(response, early ? HttpServletResponse.SC_SERVICE_UNAVAILABLE : status);
    }

    /**
     * Whether an address is always there while the server and its interface are: the landing page, and all of the interface,
     * which says itself what is not there. The address as it came decides: while the container puts the interface in, the
     * path info may be cut by the other's pattern.
     */
    private static boolean isOurs(String path) {
        return path.equals("/") || path.equals("/api/v1") || path.startsWith("/api/v1/");
    }

    private static void say(HttpServletResponse response, int status) throws IOException {
        if (status == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
            response.setHeader("Retry-After", Answers.RETRY_AFTER);
        }
        switch (status) {
            case 404 -> Answers.problem(response, status, "not-found",
                    "There is nothing at this address; the interface is at /api/v1.");
            case 405 -> Answers.problem(response, status, "method-not-allowed", "This address does not know the method.");
            case 503 -> Answers.problem(response, status, "not-ready",
                    "The server is starting or stopping; nothing was done. Try again in a moment.");
            default -> Answers.problem(response, status, "http-" + status, status < 500
                    ? "The request cannot be served as it is." : "An error in the server; its log says more.");
        }
    }
}

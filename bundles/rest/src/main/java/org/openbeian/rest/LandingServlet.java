package org.openbeian.rest;

import java.io.IOException;
import java.io.InputStream;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Component;

/** The page at {@code /}, which says what is where; every address that nobody else serves is answered with a problem. */
@Component(service = Servlet.class, property = {
    "osgi.http.whiteboard.servlet.pattern=/",
    "osgi.http.whiteboard.servlet.name=openbeian-landing"})
public final class LandingServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!request.getRequestURI().equals("/")) {
            HttpProblems.write(request, response, 404, "no-such-address", "Not found", "there is nothing at this address");
        } else if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
            HttpProblems.write(request, response, 405, "method-not-allowed", "Method not allowed",
                    "this page can only be read");
            response.setHeader("Allow", "GET, HEAD");
        } else {
            response.setHeader("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'");
            response.setContentType("text/html;charset=UTF-8");
            try (InputStream page = LandingServlet.class.getResourceAsStream("landing.html")) {
                page.transferTo(response.getOutputStream());
            }
        }
    }
}

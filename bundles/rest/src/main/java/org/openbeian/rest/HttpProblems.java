package org.openbeian.rest;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** Problems outside of the operations, where there is only the servlet. */
final class HttpProblems {

    private HttpProblems() {
    }

    /** Answers with a problem; returns the id under which the log may say more. */
    static String write(HttpServletRequest request, HttpServletResponse response, int status, String code, String title,
            String detail) throws IOException {
        String id = UUID.randomUUID().toString();
        if (!response.isCommitted()) {
            response.resetBuffer();
            response.setStatus(status);
            response.setContentType(Problem.MEDIA_TYPE);
            response.setHeader("Cache-Control", "no-store");
            response.setHeader(RequestIds.HEADER, id);
            response.getOutputStream().write(new JsonBody().write(
                    new Problem(status, code, title, detail, request.getRequestURI(), id, List.of())));
        }
        return id;
    }
}

package org.openbeian.gate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.openbeian.api.gate.GateAnswer;
import org.openbeian.api.security.Accounts;
import org.openbeian.api.store.GateStore;
import org.openbeian.api.store.StoreUnavailable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * {@code GET /api/v1/gate?host=}, {@code POST /api/v1/gate} with many hosts, {@code /api/v1/gate/keys} for those who check signed
 * verdicts and {@code /api/v1/gate/changes} for those who keep a copy. A plain servlet, for speed.
 */
@Component(service = Servlet.class, property = {"osgi.http.whiteboard.servlet.pattern=/api/v1/gate",
    "osgi.http.whiteboard.servlet.pattern=/api/v1/gate/*", "osgi.http.whiteboard.servlet.name=openbeian-gate"})
public final class GateServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String JSON = "application/json;charset=UTF-8";
    private static final int MOST_HOSTS = 1_000;
    private static final int MOST_BYTES = 300_000;
    private static final int MOST_CHANGES = 5_000;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final transient MemoryGate gate;
    private final transient VerdictSigner signer;
    private final transient GateStore store;
    private final transient Credentials credentials;

    /** Created by Declarative Services. */
    @Activate
    public GateServlet(@Reference MemoryGate gate, @Reference VerdictSigner signer, @Reference GateStore store,
            @Reference Accounts accounts, @Reference GateSettings settings) {
        this.gate = gate;
        this.signer = signer;
        this.store = store;
        this.credentials = new Credentials(accounts, settings, System::nanoTime);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo() == null ? "" : request.getPathInfo();
        boolean get = request.getMethod().equals("GET");
        try {
            if (get && path.equals("/keys")) {
                answer(response, 200, signer.publicKeys());
            } else if (!mayAsk(request, response)) {
                return;
            } else if (get && path.isEmpty()) {
                one(request, response);
            } else if (request.getMethod().equals("POST") && path.isEmpty()) {
                many(request, response);
            } else if (get && path.equals("/changes")) {
                changes(request, response);
            } else if (path.isEmpty() || path.equals("/changes") || path.equals("/keys")) {
                response.setHeader("Allow", path.isEmpty() ? "GET, POST" : "GET");
                problem(response, 405, "method-not-allowed", "this method is not served here");
            } else {
                problem(response, 404, "no-such-address", "there is nothing at this address");
            }
        } catch (StoreUnavailable e) {
            problem(response, 503, "store-unavailable", "the database cannot be reached at the moment");
        }
    }

    private boolean mayAsk(HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (credentials.of(request.getHeader("Authorization"), request.getRemoteAddr())) {
            case PERMITTED -> {
                return true;
            }
            case NOT_PERMITTED -> problem(response, 403, "not-permitted", "asking the gate needs the permission ASK_GATE");
            default -> {
                response.setHeader("WWW-Authenticate", "Basic realm=\"OpenBeian\", charset=\"UTF-8\"");
                problem(response, 401, "credentials-refused", "send HTTP Basic credentials of an account that may ask the gate");
            }
        }
        return false;
    }

    private void one(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String host = request.getParameter("host");
        String app = request.getParameter("app");
        if ((host == null) == (app == null)) {
            problem(response, 400, "host-or-app", "name one host or one app in the query");
            return;
        }
        GateAnswer answer = host == null ? gate.app(app) : gate.host(host);
        StringBuilder text = new StringBuilder(300);
        GateJson.write(answer, "true".equals(request.getParameter("signed")) ? signer.sign(answer) : null, text);
        answer(response, 200, text.toString());
    }

    private void many(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        JsonNode hosts;
        try {
            JsonNode root = body.length > MOST_BYTES ? null : MAPPER.readTree(body);
            hosts = root == null ? null : root.get("hosts");
        } catch (JsonProcessingException notJson) {
            hosts = null;
        }
        if (hosts == null || !hosts.isArray() || hosts.size() > MOST_HOSTS) {
            problem(response, 422, "hosts-expected", "the body must be {\"hosts\": [...]} with at most " + MOST_HOSTS + " hosts and "
                + MOST_BYTES + " bytes");
            return;
        }
        List<String> asked = new ArrayList<>(hosts.size());
        hosts.forEach(host -> asked.add(host.isTextual() ? host.textValue() : host.toString()));
        if ("true".equals(request.getParameter("brief"))) {
            answer(response, 200, Arrays.toString(gate.areOpen(asked)));
            return;
        }
        boolean signed = "true".equals(request.getParameter("signed"));
        StringBuilder text = new StringBuilder("[");
        for (String host : asked) {
            GateAnswer answer = gate.host(host);
            text.append(text.length() == 1 ? "" : ",");
            GateJson.write(answer, signed ? signer.sign(answer) : null, text);
        }
        answer(response, 200, text.append(']').toString());
    }

    /**
     * What changed after a position; without one, where to begin. Whoever is too far behind begins anew, and so does he whose position
     * the store never gave or lost with a restored backup.
     */
    private void changes(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String after = request.getParameter("after");
        if (after != null && !after.matches("\\d{1,18}")) {
            problem(response, 400, "after-unreadable", "after must be the position of an answer before");
            return;
        }
        long from = after == null ? gate.position() : Long.parseLong(after);
        List<GateStore.Change> found = store.changes(from, MOST_CHANGES).stream().filter(change -> change.no() <= gate.position())
            .toList();
        boolean skipped = from > gate.position() || from < gate.position() && (found.isEmpty() || found.get(0).no() > from + 1);
        boolean reset = from > 0 && skipped && store.changes(List.of(from)).isEmpty();
        long position = found.isEmpty() ? Math.min(from, gate.position()) : found.get(found.size() - 1).no();
        answer(response, 200, GateJson.changes(position, reset, found.stream().map(GateStore.Change::key).distinct().toList(), gate));
    }

    private static void problem(HttpServletResponse response, int status, String code, String detail) throws IOException {
        response.setContentType("application/problem+json;charset=UTF-8");
        write(response, status, GateJson.problem(status, code, detail));
    }

    private static void answer(HttpServletResponse response, int status, String json) throws IOException {
        response.setContentType(JSON);
        write(response, status, json);
    }

    private static void write(HttpServletResponse response, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}

package org.openbeian.authority.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.openbeian.api.security.Accounts;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Permission;
import org.openbeian.authority.simulator.control.Announcement;
import org.openbeian.authority.simulator.control.Fault;
import org.openbeian.authority.simulator.control.Scenario;
import org.openbeian.authority.simulator.control.SimulatorControl;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What the simulator's shell commands do, below {@value #ROOT} for operators. It comes and goes with this bundle, which does not start
 * in the production profile.
 *
 * <p>{@code GET /} tells clock, accounts, faults and submissions taken twice; {@code PUT /clock} pauses and resumes,
 * {@code POST /clock/jumps} jumps; {@code GET /filings}, {@code POST /filings/<no>/code} and {@code /decision} let people and
 * officers act; {@code GET}, {@code PUT} and {@code DELETE /scenarios}, {@code GET}, {@code POST} and {@code DELETE /faults},
 * {@code POST /announcements/<authority>}.
 */
@Component(service = Servlet.class, property = {"osgi.http.whiteboard.servlet.pattern=" + SimulatorServlet.ROOT,
    "osgi.http.whiteboard.servlet.pattern=" + SimulatorServlet.ROOT + "/*", "osgi.http.whiteboard.servlet.name=openbeian-simulator"})
public final class SimulatorServlet extends HttpServlet {

    static final String ROOT = "/api/v1/simulator";

    private static final long serialVersionUID = 1L;
    private static final int MOST_BYTES = 100_000;
    private static final int MOST_FILINGS = 1_000;
    private static final int MOST_TIMES = 1_000_000;
    private static final String JSON_TYPE = "application/json";
    private static final ObjectMapper JSON = JsonMapper.builder().addModule(new JavaTimeModule())
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES, DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT).build();

    private final transient SimulatorControl simulator;
    private final transient Accounts accounts;

    /** Whether the clock jumps by itself. */
    record Running(boolean running) {
    }

    /** Where the clock jumps: to an instant, by a duration, or to the next planned instant when both are missing. */
    record Jump(Instant to, Duration by) {
    }

    /** A code that is entered. */
    record Entered(boolean right) {
    }

    /** What an officer decides. */
    record Decision(boolean pass, String opinion) {
    }

    /** A fault for some calls, or a share of calls that fail at random. */
    record Failing(Fault fault, Integer times, Double rate, Long seed) {
    }

    /** Created by Declarative Services. */
    @Activate
    public SimulatorServlet(@Reference SimulatorControl simulator, @Reference Accounts accounts) {
        this.simulator = simulator;
        this.accounts = accounts;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!mayAsk(request, response)) {
            return;
        }
        String path = request.getPathInfo() == null || request.getPathInfo().equals("/") ? "" : request.getPathInfo();
        try {
            Object answer = request.getMethod().equals("GET") ? read(path, request) : change(request.getMethod() + " " + path, request);
            if (answer == null) {
                problem(response, 404, "no-such-address", "the simulator has no such operation", null);
            } else {
                write(response, 200, JSON_TYPE, answer);
            }
        } catch (JsonMappingException e) {
            problem(response, 422, "body-does-not-fit", e.getOriginalMessage(), e.getPath().stream()
                .map(at -> "/" + (at.getFieldName() == null ? at.getIndex() : at.getFieldName())).collect(Collectors.joining()));
        } catch (JsonProcessingException e) {
            problem(response, 400, "body-unreadable", "the body is no JSON: " + e.getOriginalMessage(), null);
        } catch (IllegalArgumentException e) {
            problem(response, 422, "simulator-refused", e.getMessage(), null);
        }
    }

    /** Null when there is no such address. */
    private Object read(String path, HttpServletRequest request) {
        return switch (path) {
            case "" -> status();
            case "/clock" -> simulator.clock();
            case "/filings" -> simulator.filings(limit(request.getParameter("limit")));
            case "/acceptances" -> simulator.acceptances();
            case "/scenarios" -> simulator.scenarios();
            case "/faults" -> faults();
            default -> null;
        };
    }

    private Map<String, Object> status() {
        Map<String, Object> status = new LinkedHashMap<>();
        status.put("clock", simulator.clock());
        status.put("accounts", simulator.accounts());
        status.put("faults", faults());
        status.put("duplicates", simulator.duplicates());
        return status;
    }

    private Map<String, Object> faults() {
        return Map.of("toCome", simulator.faults(), "shown", simulator.shownFaults());
    }

    private static int limit(String text) {
        if (text == null) {
            return 50;
        }
        if (!text.matches("\\d{1,4}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > MOST_FILINGS) {
            throw new IllegalArgumentException("limit must be 1 to " + MOST_FILINGS);
        }
        return Integer.parseInt(text);
    }

    /** Null when there is no such address. */
    private Object change(String what, HttpServletRequest request) throws IOException {
        String[] parts = what.split("/");
        switch (what.replaceAll("(filings|announcements)/[^/]+", "$1/*")) {
            case "PUT /clock" -> run(body(request, Running.class).running());
            case "POST /clock/jumps" -> jump(body(request, Jump.class));
            case "POST /filings/*/code" -> simulator.enterCode(number(parts[2]), body(request, Entered.class).right());
            case "POST /filings/*/decision" -> {
                Decision decision = body(request, Decision.class);
                simulator.decide(number(parts[2]), decision.pass(), decision.opinion());
            }
            case "PUT /scenarios" -> simulator.setScenario(body(request, Scenario.class));
            case "DELETE /scenarios" -> simulator.removeScenario(needed(request.getParameter("match"), "match"));
            case "POST /faults" -> fail(body(request, Failing.class));
            case "DELETE /faults" -> simulator.clearFaults();
            case "POST /announcements/*" -> simulator.announce(parts[2], body(request, Announcement.class));
            default -> {
                return null;
            }
        }
        return status();
    }

    private void run(boolean running) {
        if (running) {
            simulator.resume();
        } else {
            simulator.pause();
        }
    }

    private void jump(Jump jump) {
        if (jump.to() != null && jump.by() != null) {
            throw new IllegalArgumentException("name either to or by, or none of them");
        }
        if (jump.to() == null && jump.by() == null) {
            simulator.step();
        } else {
            simulator.advanceTo(jump.to() != null ? jump.to() : simulator.clock().now().plus(jump.by()));
        }
    }

    private void fail(Failing failing) {
        if ((failing.fault() == null) == (failing.rate() == null)) {
            throw new IllegalArgumentException("name either fault or rate");
        }
        if (failing.rate() != null) {
            if (!(failing.rate() >= 0 && failing.rate() <= 1)) {
                throw new IllegalArgumentException("rate must be 0 to 1");
            }
            simulator.failRandomly(failing.rate(), failing.seed() == null ? 1 : failing.seed());
            return;
        }
        int times = failing.times() == null ? 1 : failing.times();
        if (times < 1 || times > MOST_TIMES) {
            throw new IllegalArgumentException("times must be 1 to " + MOST_TIMES);
        }
        simulator.inject(failing.fault(), times);
    }

    private static long number(String text) {
        if (!text.matches("\\d{1,18}")) {
            throw new IllegalArgumentException("a filing has a number, as /filings lists it");
        }
        return Long.parseLong(text);
    }

    private static String needed(String value, String name) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("the query parameter " + name + " is missing");
        }
        return value;
    }

    /** JSON alone is taken: no page of another site can make a browser send it without asking first. */
    private static <T> T body(HttpServletRequest request, Class<T> type) throws IOException {
        String given = request.getContentType() == null ? "" : request.getContentType().split(";")[0].strip();
        if (!given.equalsIgnoreCase(JSON_TYPE)) {
            throw new IllegalArgumentException("send " + JSON_TYPE);
        }
        byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            throw new IllegalArgumentException("the body may have at most " + MOST_BYTES + " bytes");
        }
        T read = JSON.readValue(body, type);
        if (read == null) {
            throw new IllegalArgumentException("the body must be an object");
        }
        return read;
    }

    private boolean mayAsk(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Actor> actor = actor(request);
        if (actor.isEmpty()) {
            response.setHeader("WWW-Authenticate", "Basic realm=\"OpenBeian\", charset=\"UTF-8\"");
            problem(response, 401, "credentials-refused", "send HTTP Basic credentials of an operator", null);
        } else if (!actor.get().may(Permission.STEER_SIMULATOR)) {
            problem(response, 403, "not-permitted", "this operation needs the permission STEER_SIMULATOR", null);
        }
        return actor.isPresent() && actor.get().may(Permission.STEER_SIMULATOR);
    }

    private Optional<Actor> actor(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        if (header == null || !header.regionMatches(true, 0, "Basic ", 0, 6)) {
            return Optional.empty();
        }
        String pair;
        try {
            pair = new String(Base64.getDecoder().decode(header.substring(6).strip()), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        int colon = pair.indexOf(':');
        return colon < 0 ? Optional.empty()
            : accounts.authenticate(pair.substring(0, colon), pair.substring(colon + 1).toCharArray(), request.getRemoteAddr());
    }

    private static void problem(HttpServletResponse response, int status, String code, String detail, String pointer) throws IOException {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "urn:openbeian:problem:" + code);
        problem.put("title", "The simulator did nothing");
        problem.put("status", status);
        problem.put("detail", detail);
        problem.put("code", code);
        if (pointer != null) {
            problem.put("pointer", pointer);
        }
        write(response, status, "application/problem+json", problem);
    }

    private static void write(HttpServletResponse response, int status, String type, Object value) throws IOException {
        byte[] bytes = JSON.writeValueAsBytes(value);
        response.setStatus(status);
        response.setContentType(type + ";charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}

package org.openbeian.itests;

import static org.junit.Assert.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.Test;
import org.openbeian.api.security.Permission;
import org.openbeian.api.security.Role;
import org.openbeian.demo.RestClient;
import org.openbeian.demo.RestClient.Reply;
import org.openbeian.demo.ServerProcess;
import org.openbeian.testkit.Requirement;

/** What answers HTTP beside the described interface: each page is known, and gate and simulator ask who calls. */
public class ServletsIT {

    /** Everybody may see the landing page, that of a blocked host and that nothing is there; health and metrics look at the caller. */
    private static final Set<String> KNOWN = Set.of("org.openbeian.rest.RestServer", "org.openbeian.rest.LandingServlet",
            "org.openbeian.operations.FallbackServlet", "org.openbeian.operations.HealthServlet",
            "org.openbeian.operations.MetricsServlet", "org.openbeian.gate.GateServlet", "org.openbeian.gate.BlockingPage",
            "org.openbeian.authority.simulator.SimulatorServlet");
    private static final Pattern NAME = Pattern.compile("scr:component[^>]* name=\"([^\"]+)\"");
    private static final Map<String, Permission> ASKING = Map.of("GET /gate?host=example.com", Permission.ASK_GATE,
            "GET /gate/changes", Permission.ASK_GATE, "POST /gate", Permission.ASK_GATE, "GET /simulator", Permission.STEER_SIMULATOR);

    @Test
    public void noServletIsServedThatNobodyKnows() throws IOException {
        Set<String> found = new TreeSet<>();
        Path system = ServerProcess.prepare(TestServer.archive(), fresh("servlets")).home().resolve("system/org/openbeian");
        try (Stream<Path> files = Files.walk(system)) {
            for (Path file : files.filter(one -> one.toString().endsWith(".jar")).toList()) {
                found.addAll(servlets(file));
            }
        }
        assertEquals(new TreeSet<>(KNOWN), found);
    }

    @Test
    @Requirement("T-116")
    public void gateAndSimulatorAreRefusedToNobodyAndToEveryRoleWithoutTheirPermission() throws Exception {
        ServerProcess server = TestServer.shared();
        String run = Long.toString(System.nanoTime(), 36);
        HttpClient http = HttpClient.newHttpClient();
        List<String> wrong = new ArrayList<>();
        for (Role role : Role.values()) {
            String name = "gate-" + run + role.name().toLowerCase(Locale.ROOT);
            JsonNode account = JsonNodeFactory.instance.objectNode().put("name", name).put("password", "correct horse 9")
                    .set("roles", JsonNodeFactory.instance.arrayNode().add(role.name()));
            server.as("admin").send("POST", "/api/v1/accounts", account).expectSuccess();
            RestClient client = new RestClient(http, server.base(), name, "correct horse 9");
            RestClient nobody = new RestClient(http, server.base(), name + "-not", "correct horse 9");
            for (String what : ASKING.keySet()) {
                boolean permitted = ASKING.get(what).roles().contains(role) || role == Role.ADMIN;
                Reply reply = ask(client, what);
                if (permitted == (reply.status() == 403) || ask(nobody, what).status() != 401) {
                    wrong.add(what + " as " + role + ": " + reply.status());
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    private static Reply ask(RestClient client, String what) {
        String[] parts = what.split(" ");
        return parts[0].equals("GET") ? client.send("GET", "/api/v1" + parts[1])
                : client.send("POST", "/api/v1" + parts[1], JsonNodeFactory.instance.objectNode());
    }

    private static Set<String> servlets(Path file) throws IOException {
        Set<String> found = new TreeSet<>();
        try (JarFile jar = new JarFile(file.toFile())) {
            for (JarEntry entry : jar.stream().filter(one -> one.getName().matches("OSGI-INF/.*\\.xml")).toList()) {
                String xml = new String(jar.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                Matcher name = NAME.matcher(xml);
                if (xml.contains("osgi.http.whiteboard.servlet.pattern") && name.find()) {
                    found.add(name.group(1));
                }
            }
        }
        return found;
    }

    private static Path fresh(String name) throws IOException {
        Path folder = Path.of("target", "servers", name);
        TestServer.delete(folder);
        return folder;
    }
}

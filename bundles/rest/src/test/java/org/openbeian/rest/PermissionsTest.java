package org.openbeian.rest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.ws.rs.HttpMethod;
import javax.ws.rs.Path;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;
import org.openbeian.api.security.Permission;
import org.openbeian.api.security.Role;
import org.openbeian.rest.TestServer.Reply;

/** Walks every operation with every role and with none. */
public class PermissionsTest {

    private static TestServer server;

    /** An operation as its annotations state it; without a permission it is open to everybody. */
    record Operation(String verb, String template, Permission permission) {

        String path() {
            return template.replaceAll("\\{\\w+}", "1");
        }
    }

    @BeforeClass
    public static void start() throws Exception {
        server = new TestServer();
    }

    @AfterClass
    public static void stop() {
        server.close();
    }

    @Test
    public void everyOperationStatesItsPermission() {
        for (Method method : methods()) {
            boolean stated = method.isAnnotationPresent(Needs.class) ^ method.isAnnotationPresent(Open.class);
            assertTrue(method + " states neither @Needs nor @Open, or both", stated);
        }
        assertEquals("open to everybody", List.of("accept", "begin", "end", "get", "include", "logIn", "receive", "register",
                "unsubscribe", "unsubscribePage", "uploadPage", "uploadPicture"), methods().stream()
                .filter(method -> method.isAnnotationPresent(Open.class)).map(Method::getName).sorted().toList());
    }

    @Test
    public void everyRoleMayWhatItsPermissionsSayAndNothingElse() {
        for (Operation operation : operations()) {
            if (operation.permission == null) {
                int expected = Map.of("/session/oidc", 303, "/session/oidc/callback", 401, "/unsubscribe/1", 404,
                        "/receipts/1/1", 404, "/footers/1", 404, "/uploads/1", 404)
                        .getOrDefault(operation.path(), 422);
                assertEquals("open, so what it lacks is looked at: " + operation, expected, send(null, operation).status());
                continue;
            }
            assertEquals(operation.toString(), 401, send(null, operation).status());
            TestServer.ROLES.forEach((account, roles) -> {
                int status = send(account, operation).status();
                boolean permitted = !Collections.disjoint(operation.permission.roles(), roles);
                assertEquals(operation + " as " + roles + " gave " + status, permitted, status != 403);
                assertTrue(operation + " as " + roles + " gave " + status, status < 500);
            });
        }
        Set<Role> walked = EnumSet.noneOf(Role.class);
        TestServer.ROLES.values().forEach(walked::addAll);
        assertEquals("roles walked", EnumSet.allOf(Role.class), walked);
    }

    private static Reply send(String account, Operation operation) {
        String type = operation.verb.equals("PATCH") ? "application/merge-patch+json"
                : operation.path().matches(".*(materials|uploads|picture).*") ? "image/png"
                : operation.path().startsWith("/imports") ? "application/x-ndjson" : "application/json";
        byte[] body = operation.verb.matches("POST|PUT|PATCH") ? "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8) : null;
        return body == null ? server.send(account, operation.verb, operation.path())
                : server.send(account, operation.verb, operation.path(), body, "Content-Type", type);
    }

    /** Also what the gate's servlet serves, beside the resources. */
    static List<Operation> described() {
        List<Operation> operations = operations();
        operations.addAll(operations(Arrays.stream(GateDescription.class.getDeclaredMethods()).filter(method -> verb(method) != null)
                .toList()));
        return operations;
    }

    static List<Operation> operations() {
        return operations(methods());
    }

    private static List<Operation> operations(List<Method> methods) {
        List<Operation> operations = new ArrayList<>();
        for (Method method : methods) {
            if (method.getDeclaringClass() != OpenApiResource.class) {
                Path path = method.getAnnotation(Path.class);
                String full = (method.getDeclaringClass().getAnnotation(Path.class).value()
                        + (path == null ? "" : "/" + path.value())).replaceAll("//+", "/");
                Needs needs = method.getAnnotation(Needs.class);
                operations.add(new Operation(verb(method), full, needs == null ? null : needs.value()));
            }
        }
        return operations;
    }

    private static List<Method> methods() {
        List<Method> methods = new ArrayList<>();
        for (Object resource : RestServer.resources(new FakeServices(), null, null)) {
            Arrays.stream(resource.getClass().getDeclaredMethods()).filter(method -> verb(method) != null)
                    .forEach(methods::add);
        }
        assertTrue("too few operations are seen", methods.size() > 30);
        return methods;
    }

    private static String verb(Method method) {
        for (Annotation annotation : method.getAnnotations()) {
            HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
            if (verb != null) {
                return verb.value();
            }
        }
        return null;
    }
}

package org.openbeian.rest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.Test;

/**
 * Holds the published description against the resources. After a wanted change of the interface run the test with
 * {@code -Dopenapi.update=true}; it writes the file anew.
 */
public class OpenApiTest {

    private static final Path FILE = Path.of("src/main/resources/org/openbeian/rest/openapi.json");

    @Test
    public void theFileSaysWhatTheResourcesAre() throws Exception {
        String now = OpenApiDocument.generate();
        if (Boolean.getBoolean("openapi.update")) {
            Files.writeString(FILE, now);
        }
        assertEquals("run the test with -Dopenapi.update=true and review the difference", Files.readString(FILE), now);
    }

    @Test
    public void everyOperationIsDescribed() throws Exception {
        JsonNode document = document();
        assertTrue(document.get("openapi").asText().startsWith("3."));
        Set<String> described = new TreeSet<>();
        document.get("paths").properties().forEach(path -> path.getValue().properties().forEach(operation -> {
            String name = operation.getKey() + " " + path.getKey();
            JsonNode value = operation.getValue();
            assertTrue(name, value.path("summary").asText().length() > 5);
            assertNotNull(name, value.get("operationId"));
            assertEquals(name, "#/components/schemas/Problem",
                    value.at("/responses/default/content/application~1problem+json/schema/$ref").asText());
            assertTrue(name + " says what success is", value.get("responses").properties().stream()
                    .anyMatch(response -> response.getKey().matches("[23].*") && !response.getValue().get("description")
                            .asText().isEmpty()));
            described.add(operation.getKey().toUpperCase(java.util.Locale.ROOT) + " "
                    + path.getKey().replaceAll("\\{\\w+}", "1").replace("/api/v1", ""));
        }));
        Set<String> served = new TreeSet<>();
        PermissionsTest.described().forEach(operation -> served.add(operation.verb() + " " + operation.path()));
        assertEquals(served, described);
    }

    @Test
    public void schemasAreThoseOfTheModel() throws Exception {
        JsonNode schemas = document().at("/components/schemas");
        assertTrue(schemas.at("/Principal/properties/mobile").isObject());
        assertEquals("date", schemas.at("/Principal/properties/validFrom/format").asText());
        assertEquals("kind", schemas.at("/InternetService/discriminator/propertyName").asText());
        assertTrue(schemas.at("/Problem/properties/findings").isObject());
        assertTrue(schemas.toString(), schemas.at("/Actor").isMissingNode());
    }

    @Test
    public void noTwoSchemasDifferInLetterCaseAlone() throws Exception {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        document().at("/components/schemas").fieldNames().forEachRemaining(name -> assertTrue(name, names.add(name)));
    }

    @Test
    public void itIsServedToEverybodyAtItsAddress() throws Exception {
        try (TestServer server = new TestServer()) {
            TestServer.Reply reply = server.send(null, "GET", "/openapi.json");
            assertEquals(200, reply.status());
            assertEquals("application/json", reply.header("Content-Type"));
            assertEquals(document(), reply.json());
        }
    }

    private static JsonNode document() throws Exception {
        try (InputStream in = OpenApiResource.class.getResourceAsStream(OpenApiResource.FILE)) {
            return new ObjectMapper().readTree(in);
        }
    }
}

package org.openbeian.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.openbeian.demo.FilingSteps;
import org.openbeian.demo.RestClient;

/** What machines hear of orders: by webhook, in pages and as a stream. All three must say the same. */
final class OrderEvents {

    static final String PATH = "/api/v1/events";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final RestClient applicant;
    private final String start;
    private final WebhookReceiver receiver;

    /** Events since a cursor. */
    OrderEvents(RestClient applicant, String start, WebhookReceiver receiver) {
        this.applicant = applicant;
        this.start = start;
        this.receiver = receiver;
    }

    /** Every event of an order so far came by webhook as it stands in the pages, and is of a kind that the catalogue describes. */
    Map<String, JsonNode> assertHeard(FilingSteps steps) throws InterruptedException {
        Set<String> types = new HashSet<>();
        applicant.send("GET", PATH + "/types").expectSuccess().json().forEach(type -> types.add(type.get("type").asText()));
        String order = steps.path().substring(steps.path().lastIndexOf('/') + 1);
        Map<String, JsonNode> events = new LinkedHashMap<>();
        page().forEach(item -> {
            if (item.at("/event/order").asText().equals(order)) {
                assertTrue(item.toString(), types.contains(item.at("/event/type").asText()));
                events.put(item.at("/event/id").asText(), item.get("event"));
            }
        });
        Map<String, JsonNode> heard = new HashMap<>();
        TestServer.await("events " + events.keySet(), PATIENCE, () -> {
            receiver.texts().stream().map(OrderEvents::json).forEach(event -> heard.put(event.path("id").asText(), event));
            return heard.keySet().containsAll(events.keySet());
        });
        events.forEach((id, event) -> assertEquals(event, heard.get(id)));
        return events;
    }

    /** The same of an order that ended; and its own stream goes on behind whatever entry somebody knows already. */
    void assertHeardTo(FilingSteps steps, String end) throws InterruptedException {
        JsonNode history = applicant.send("GET", steps.path() + "/history").expectSuccess().json();
        List<JsonNode> events = List.copyOf(assertHeard(steps).values());
        assertEquals("every change of the order", history.size(), events.size());
        assertEquals(end, events.get(events.size() - 1).get("type").asText());
        for (int known : new int[] {0, history.size() / 2, history.size() - 1}) {
            List<String> told = told(steps.path() + "/events", "id:", history.size() - known, Integer.toString(known));
            for (int i = 0; i < told.size(); i++) {
                assertEquals(Integer.toString(known + i + 1), value(told.get(i), "id:"));
            }
        }
    }

    /** The stream tells what the pages tell, from the beginning and from any point of it, whichever way the point is named. */
    void assertReplayed() {
        JsonNode page = page();
        for (int from = 0; from < page.size() - 1; from += 1 + page.size() / 3) {
            String after = from == 0 ? start : page.get(from - 1).get("cursor").asText();
            List<String> told = told(PATH, "id:|data:", 2 * (page.size() - from), after);
            assertEquals(told, told(PATH + "?after=" + after, "id:|data:", 2 * (page.size() - from), ""));
            for (int i = from; i < page.size(); i++) {
                assertEquals(page.get(i).get("cursor").asText(), value(told.get(2 * (i - from)), "id:"));
                assertEquals(page.get(i).get("event"), json(value(told.get(2 * (i - from) + 1), "data:")));
            }
        }
    }

    private JsonNode page() {
        return applicant.send("GET", PATH + "?limit=500&after=" + start).expectSuccess().json().get("items");
    }

    private List<String> told(String path, String fields, int lines, String lastEventId) {
        String[] headers = lastEventId.isEmpty() ? new String[0] : new String[] {"Last-Event-ID", lastEventId};
        try (Stream<String> stream = applicant.lines(path, headers)) {
            List<String> told = new ArrayList<>();
            stream.filter(line -> line.matches("(" + fields + ").*")).limit(lines).forEach(told::add);
            return told;
        }
    }

    private static String value(String line, String field) {
        assertTrue(line, line.startsWith(field));
        return line.substring(field.length()).strip();
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

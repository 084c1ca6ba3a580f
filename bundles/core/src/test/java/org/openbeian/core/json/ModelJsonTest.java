package org.openbeian.core.json;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.openbeian.api.model.AppFeature;
import org.openbeian.api.model.AppPackage;
import org.openbeian.api.model.App;
import org.openbeian.api.model.Application;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.model.InternetService;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.order.CallWindow;
import org.openbeian.api.order.Grant;
import org.openbeian.api.order.Handover;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.OrderState;
import org.openbeian.api.order.Progress;
import org.openbeian.api.order.Review;
import org.openbeian.api.order.Waiting;
import org.openbeian.api.rules.Finding;
import org.openbeian.api.rules.RuleOutcome;
import org.openbeian.api.rules.RuleSource;
import org.openbeian.api.rules.Severity;
import org.openbeian.api.rules.Verdict;
import org.openbeian.core.fake.Samples;

/** The model as JSON: the way there and back, and what is refused on the way back. */
public class ModelJsonTest {

    private final ObjectMapper mapper = ModelJson.mapper();

    @Test
    public void applicationsOfBothKindsComeBackAsTheyWere() throws Exception {
        App app = new App("示例", List.of(1), List.of(), List.of(), false, null, List.of(), true, false,
            List.of(new AppFeature("ANDROID", List.of("a.example.com"), List.of(new AppPackage("com.example", "1", "2")))), null);
        Application application = new Application(Samples.organizer("深圳示例科技有限公司"),
            List.of(Samples.site("example.com"), app), Map.of("gd-code", "x"));
        String json = mapper.writeValueAsString(application);
        assertTrue(json, json.contains("\"kind\":\"WEBSITE\"") && json.contains("\"kind\":\"APP\""));
        assertFalse("compact, and null left out", json.contains("null") || json.contains("\n"));
        assertFalse("what is worked out is not written", json.contains("\"kind\":\"APP\",\"name\":\"示例\",\"domains\""));
        assertEquals(application, mapper.readValue(json, Application.class));
    }

    @Test
    public void aWholeOrderComesBackAsItWas() throws Exception {
        Instant now = Instant.parse("2026-11-02T02:00:00.123Z");
        Order order = new Order("id", 3, "alice", FilingType.FIRST, new Progress(OrderState.SUBMITTED,
            new Waiting(Waiting.RULES_MISSING, "440000", new LocalizedText("等", "wait"), now), 1, now, null),
            Samples.application("example.com"), List.of(), List.of(),
            new Review(now, now, null, List.of(Samples.GOOD_CALL), List.of(), List.of(),
                List.of(new CallWindow(now, now.plusSeconds(7200)))),
            Handover.NONE, new Grant("a", List.of("b"), now), now, now);
        String json = mapper.writeValueAsString(order);
        assertTrue(json, json.contains("\"2026-11-02T02:00:00.123Z\"") && json.contains("\"validFrom\":\"2020-01-01\""));
        assertEquals(order, mapper.readValue(json, Order.class));
    }

    @Test
    public void aVerdictComesBackAsItWas() throws Exception {
        RuleSource source = new RuleSource("T-09", "2005-03-20", null);
        Verdict verdict = new Verdict(Instant.EPOCH, "book", List.of(new Finding("r", Severity.BLOCK, "/x",
            new LocalizedText("中", "en"), new LocalizedText("改", "mend"), source, "b", "1")),
            List.of(new RuleOutcome("r", "/x", false, "y", Map.of("f", "v"), source, "b", "1")));
        assertEquals(verdict, mapper.readValue(mapper.writeValueAsString(verdict), Verdict.class));
    }

    @Test
    public void whatDoesNotFitIsRefused() {
        for (String bad : new String[] {
            "{\"organiser\":{}}", "{} {}", "{\"services\":[{\"name\":\"x\"}]}", "{\"services\":[{\"kind\":\"FAX\"}]}",
            "{\"organizer\":{\"nature\":\"CLUB\"}}", "{\"organizer\":{\"nature\":4}}", "{\"organizer\":{\"name\":7}}",
            "{\"organizer\":{\"name\":true}}", "{\"organizer\":\"x\"}", "{\"extra\":{\"a\":1}}",
            "{\"organizer\":{\"name\":\"a\",\"name\":\"b\"}}", "{\"services\":[{\"kind\":\"WEBSITE\",\"contents\":[\"1\"]}]}",
            "{\"services\":[{\"kind\":\"WEBSITE\",\"contents\":[1.5]}]}", "{\"services\":[{\"kind\":\"WEBSITE\",\"commercial\":\"yes\"}]}",
            "{\"organizer\":{\"principal\":{\"validFrom\":\"tomorrow\"}}}", "[]", "{", "\"x\"", "{\"extra\":" + "[".repeat(100)}) {
            assertThrows(bad, JsonProcessingException.class, () -> mapper.readValue(bad, Application.class));
        }
    }

    @Test
    public void aTextOfMillionsOfCharactersIsRefused() {
        String huge = "{\"organizer\":{\"name\":\"" + "x".repeat(ModelJson.LONGEST_TEXT + 1) + "\"}}";
        assertThrows(JsonProcessingException.class, () -> mapper.readValue(huge, Application.class));
    }

    @Test
    public void aServiceAloneKeepsItsKind() throws Exception {
        InternetService site = Samples.site("example.com");
        assertEquals(site, mapper.readValue(mapper.writeValueAsString(site), InternetService.class));
    }
}

package org.openbeian.contract.kit;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.openbeian.api.model.Application;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.resource.ResourceFacts;
import org.openbeian.api.rules.Circumstances;
import org.openbeian.api.rules.FilingCase;
import org.openbeian.api.rules.Finding;
import org.openbeian.api.rules.RuleBook;
import org.openbeian.core.json.ModelJson;

/**
 * A complete first filing of a website by an invented enterprise in Guangdong, to be changed field by field. The rules of
 * the nation find nothing in it. For one thread.
 */
public final class SampleCase {

    private static final ObjectMapper MAPPER = ModelJson.mapper();

    private final ObjectNode application;
    private Instant on = Instant.parse("2026-11-21T04:00:00Z");
    private ResourceFacts resource = new ResourceFacts("cvm", "ins-1", "zhang", "ap-guangzhou", true,
        List.of("119.29.29.29"), true, 12, Instant.parse("2030-01-01T00:00:00Z"), Map.of());

    private Circumstances circumstances = Circumstances.NONE;

    /** The case unchanged. */
    public SampleCase() {
        try (InputStream in = SampleCase.class.getResourceAsStream("sample.json")) {
            application = (ObjectNode) MAPPER.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sets a field; a value of null removes it. */
    public SampleCase with(String pointer, Object value) {
        JsonPointer path = JsonPointer.compile(pointer);
        JsonNode owner = application.at(path.head());
        JsonNode node = MAPPER.valueToTree(value);
        if (owner instanceof ArrayNode array) {
            array.set(path.last().getMatchingIndex(), node);
        } else if (value == null) {
            ((ObjectNode) owner).remove(path.last().getMatchingProperty());
        } else {
            ((ObjectNode) owner).set(path.last().getMatchingProperty(), node);
        }
        return this;
    }

    /** Sets a field of both principals, who are the same person. */
    public SampleCase withPrincipal(String field, Object value) {
        return with("/organizer/principal/" + field, value).with("/services/0/principal/" + field, value);
    }

    /** Adds a second service that equals the first. */
    public SampleCase twice() {
        ArrayNode services = (ArrayNode) application.get("services");
        services.add(services.get(0).deepCopy());
        return this;
    }

    /** Sets when the case is judged. */
    public SampleCase on(String instant) {
        on = Instant.parse(instant);
        return this;
    }

    /** Sets what is known of the resource {@code ins-1}; null for nothing. */
    public SampleCase resource(ResourceFacts facts) {
        resource = facts;
        return this;
    }

    /** Sets what the server knows beside what was entered. */
    public SampleCase knowing(Circumstances what) {
        circumstances = what;
        return this;
    }

    /** The case. */
    public FilingCase filing() {
        try {
            return new FilingCase("order-1", FilingType.FIRST, MAPPER.treeToValue(application, Application.class),
                List.of(), resource == null ? List.of() : List.of(resource), "zhang", on, circumstances);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a rule book finds, as {@code rule id} and pointer joined by a blank. */
    public List<String> findings(RuleBook book) {
        return book.judge(filing()).findings().stream().map(SampleCase::text).toList();
    }

    private static String text(Finding finding) {
        return finding.ruleId() + " " + finding.pointer();
    }
}

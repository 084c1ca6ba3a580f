package ${package};

import static org.junit.Assert.assertEquals;

import java.lang.annotation.Annotation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.openbeian.api.resource.ResourceFacts;
import org.openbeian.api.rules.Finding;

/** Resources that qualify and resources that do not. */
public class ResourceKindTest {

    private static final Instant DAY = Instant.parse("2026-11-22T04:00:00Z");

    @Test
    public void oneInTheMainlandWithAnAddressQualifies() {
        assertEquals(List.of(), judge(true, List.of("119.29.29.29")));
    }

    @Test
    public void anotherDoesNot() {
        assertEquals(List.of("${kind}-not-mainland", "${kind}-without-public-ip"), judge(false, List.of()));
    }

    private static List<String> judge(boolean mainland, List<String> ips) {
        ResourceFacts facts = new ResourceFacts("${kind}", "r-1", "zhang", "north", mainland, ips, true, 12, null, Map.of());
        return new ResourceKind(new Defaults()).judge(facts, DAY, "/services/0/accesses/0").stream().map(Finding::ruleId).toList();
    }

    /** The configuration when nothing is configured. */
    private static final class Defaults implements ResourceConfig {

        @Override
        public int servicesPerResource() {
            return 5;
        }

        @Override
        public Class<? extends Annotation> annotationType() {
            return ResourceConfig.class;
        }
    }
}

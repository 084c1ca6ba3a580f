package org.openbeian.core.rules;

import static org.junit.Assert.assertEquals;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.Test;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.resource.CloudResourceType;
import org.openbeian.api.resource.ResourceExample;
import org.openbeian.api.resource.ResourceFacts;
import org.openbeian.api.resource.ResourceRef;
import org.openbeian.api.rules.FilingCase;
import org.openbeian.api.rules.Finding;
import org.openbeian.api.rules.Severity;
import org.openbeian.testkit.Requirement;

/** What a resource rests on is judged by its own type. */
public class ResourceBasesTest {

    private final RuleBooksComponent books = new RuleBooksComponent(Quarantine.inMemory(),
        (RuleBooksComponent.Config) Proxy.newProxyInstance(RuleBooksComponent.class.getClassLoader(),
            new Class<?>[] {RuleBooksComponent.Config.class}, (proxy, method, arguments) -> method.getDefaultValue()));

    @Test
    @Requirement({"A-17", "A-18"})
    public void oneQualifyingServerBehindAResourceSuffices() {
        serve("cvm", "server");
        assertEquals(List.of(), judge("good"));
        assertEquals(List.of(), judge("bad", "good"));
        assertEquals(List.of("server-bad /services/0/accesses/0"), judge("bad"));
        assertEquals(List.of("server-bad /services/0/accesses/0", "server-worse /services/0/accesses/0"), judge("bad", "worse"));
    }

    @Test
    @Requirement("A-17")
    public void aVanishedServerAndOneThatNobodyJudgesStandAgainstIt() {
        serve("cvm", "server");
        assertEquals(List.of("resource-base-unknown /services/0/accesses/0/resourceId"), judge("gone"));
        books.removeType(server);
        assertEquals(List.of("resource-type-missing /services/0/accesses/0/resourceKind"), judge("good"));
    }

    private CloudResourceType server;

    private void serve(String... kinds) {
        books.addRules(RuleBooksComponentTest.rules("1.0.0", RuleText.national()));
        books.addRules(RuleBooksComponentTest.rules("1.0.0", RuleText.province()));
        for (String kind : kinds) {
            server = new Type(kind);
            books.addType(RuleBooksComponentTest.reference(kind, 0), server);
        }
    }

    /** The site rests on cvm/ins-1, which is bound to these. */
    private List<String> judge(String... servers) {
        List<ResourceRef> bound = Stream.of(servers).map(id -> new ResourceRef("server", id)).toList();
        ResourceFacts balancer = new ResourceFacts("cvm", "ins-1", "zhang", "r", true, List.of("8.8.8.8"), true, 3, null, null, bound);
        Stream<ResourceFacts> known = Stream.of("good", "bad", "worse").map(id -> new ResourceFacts("server", id, "zhang", "r", true,
            List.of(), true, 3, null, null));
        return books.current().judge(new FilingCase("o", FilingType.FIRST, RuleBookTest.application("甲"), List.of(),
            Stream.concat(Stream.of(balancer), known).toList(), "zhang", Instant.parse("2026-06-01T00:00:00Z"))).findings().stream()
            .map(finding -> finding.ruleId() + " " + finding.pointer()).toList();
    }

    /** Finds something against every server that is not called good. */
    private record Type(String kind) implements CloudResourceType {

        @Override
        public LocalizedText name() {
            return new LocalizedText(kind, kind);
        }

        @Override
        public List<LocalizedText> conditions() {
            return List.of();
        }

        @Override
        public int servicesPerResource() {
            return 5;
        }

        @Override
        public List<ResourceExample> examples() {
            return List.of();
        }

        @Override
        public List<Finding> judge(ResourceFacts facts, Instant on, String pointer) {
            return facts.kind().equals("cvm") || facts.id().equals("good") ? List.of() : List.of(new Finding("server-" + facts.id(),
                Severity.BLOCK, pointer, name(), name(), null, null, null));
        }
    }
}

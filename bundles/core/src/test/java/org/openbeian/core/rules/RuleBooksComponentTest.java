package org.openbeian.core.rules;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertTrue;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.After;
import org.junit.Test;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.plugin.PluginStatus;
import org.openbeian.api.resource.CloudResourceType;
import org.openbeian.api.resource.ResourceExample;
import org.openbeian.api.resource.ResourceFacts;
import org.openbeian.api.rules.FilingCase;
import org.openbeian.api.rules.Finding;
import org.openbeian.api.rules.ProvinceRules;
import org.openbeian.api.rules.RuleBook;
import org.openbeian.api.rules.RuleBooks.Candidate;
import org.openbeian.api.rules.RuleCheck;
import org.openbeian.api.rules.Severity;
import org.openbeian.core.fake.References;
import org.osgi.framework.ServiceReference;

/** Rule files and plugins that come, fail and go. */
public class RuleBooksComponentTest {

    private final RuleBooksComponent books = new RuleBooksComponent(Quarantine.inMemory(), config());
    private final CountDownLatch never = new CountDownLatch(1);

    @After
    public void stop() {
        never.countDown();
        books.stop();
    }

    @Test
    public void theHigherVersionServesAndTheOtherIsShadowed() {
        books.addRules(rules("1.0.0", RuleText.national()));
        ProvinceRules low = rules("1.9.0", RuleText.province());
        ProvinceRules high = rules("1.10.0", RuleText.province());
        books.addRules(high);
        books.addRules(low);
        assertEquals(List.of("1.9.0 shadowed", "1.10.0 serving"), statuses("440000"));
        assertEquals("1.10.0", books.current().profile("440000").orElseThrow().bundleVersion());
        books.removeRules(high);
        assertEquals(List.of("1.9.0 serving"), statuses("440000"));
        books.removeRules(low);
        assertFalse(books.current().serves("440000"));
    }

    @Test
    public void aRefusedFileIsListedWithItsReasonAndTheOlderServes() {
        books.addRules(rules("1.0.0", RuleText.national()));
        books.addRules(rules("1.0.0", RuleText.province()));
        books.addRules(rules("2.0.0", RuleText.province("  - nonsense: 1\n")));
        assertEquals(List.of("1.0.0 serving", "2.0.0 refused"), statuses("440000"));
        Candidate refused = books.candidates().get(2);
        assertTrue(refused.reason(), refused.reason().startsWith("line 12, column 5: unknown key"));
        assertTrue(books.current().serves("440000"));
    }

    @Test
    public void listsAreReplacedWhileTheServerRuns() {
        books.addRules(rules("1.0.0", RuleText.national()));
        books.addRules(rules("1.0.0", RuleText.province(RuleText.rule("no-colour", "red", "").replace("[red]", "{list: colours}"))));
        ProvinceRules other = rules("3.0.0", lists("{colours: [red, blue]}"));
        books.addRules(other);
        assertEquals(List.of("1.0.0 serving", "3.0.0 amending"), statuses("440000"));
        assertEquals(List.of("no-colour"), namesRefused("blue"));
        assertEquals(List.of(), namesRefused("green"));
        books.removeRules(other);
        assertEquals(List.of("no-colour"), namesRefused("green"));
    }

    @Test
    public void listsWithWhichAnExampleFailsAreRefusedAndTheOthersServe() {
        books.addRules(rules("1.0.0", RuleText.national()));
        books.addRules(rules("2.0.0", lists("{colours: [blue]}")));
        assertEquals(List.of("2.0.0 shadowed"), statuses("440000"));
        books.addRules(rules("1.0.0", RuleText.province(RuleText.rule("no-colour", "red", "").replace("[red]", "{list: colours}"))));
        books.addRules(rules("3.0.0", lists("{shapes: [round]}")));
        assertEquals(List.of("1.0.0 serving", "2.0.0 refused", "3.0.0 refused"), statuses("440000"));
        assertTrue(books.candidates().get(2).reason(), books.candidates().get(2).reason().contains("does not fail"));
        assertTrue(books.candidates().get(3).reason(), books.candidates().get(3).reason().contains("no list \"shapes\" is here"));
        assertEquals(List.of("no-colour"), namesRefused("green"));
    }

    private static String lists(String lists) {
        return "format: 1\nlistsOf: \"440000\"\nversion: 1.0.0\ndate: 2026-01-01\n"
            + "source: {document: d, date: x}\nlists: " + lists + "\n";
    }

    private List<String> namesRefused(String name) {
        return books.current().judge(RuleBookTest.filing(name, "2026-06-01")).findings().stream().map(Finding::ruleId)
            .filter(id -> !id.equals(RuleBook.RESOURCE_TYPE_MISSING)).toList();
    }

    @Test
    public void listenersAreToldAfterTheSwapAndAFailingOneHarmsNobody() {
        List<RuleBook> told = new ArrayList<>();
        books.addListener(now -> {
            throw new IllegalStateException("listener");
        });
        books.addListener(told::add);
        books.addRules(rules("1.0.0", RuleText.national()));
        assertEquals(1, told.size());
        assertSame(books.current(), told.get(0));
    }

    @Test
    public void aListenerMayChangeTheBookItself() {
        ProvinceRules province = rules("1.0.0", RuleText.province());
        List<Boolean> served = new ArrayList<>();
        books.addListener(now -> {
            served.add(now.serves("440000"));
            if (served.size() == 1) {
                books.addRules(province);
            }
        });
        books.addRules(rules("1.0.0", RuleText.national()));
        assertEquals(List.of(false, true), served);
    }

    @Test
    public void aReviewKeepsTheBookItHolds() {
        books.addRules(rules("1.0.0", RuleText.national()));
        ProvinceRules province = rules("1.0.0", RuleText.province());
        books.addRules(province);
        RuleBook held = books.current();
        books.removeRules(province);
        assertTrue(held.serves("440000"));
        assertFalse(books.current().serves("440000"));
    }

    @Test
    public void findingsOfAResourceTypeCarryItsBundle() {
        serve();
        books.addType(reference("cvm.bundle", 0), type(() -> List.of(
            new Finding("x", Severity.WARN, "/p", text(), text(), null, null, null))));
        Finding finding = judge().get(0);
        assertEquals("x", finding.ruleId());
        assertEquals("cvm.bundle", finding.bundle());
        assertEquals("2.0.0", finding.bundleVersion());
        assertEquals("cvm", books.current().resourceTypes().get(0).kind());
    }

    @Test(timeout = 20_000)
    public void aPluginThatFailsCostsAFindingAndNothingElse() {
        serve();
        failing(() -> {
            throw new IllegalStateException("broken");
        });
        failing(() -> null);
        failing(() -> Collections.singletonList(null));
        failing(() -> {
            throw new NoClassDefFoundError("gone");
        });
        failing(() -> {
            never.await();
            return List.of();
        });
    }

    @Test(timeout = 20_000)
    public void aPluginThatHangsIsAskedOnlyAFewTimesAtOnce() {
        serve();
        books.addType(reference("hanging", 0), type(() -> {
            while (never.getCount() > 0) {
                Thread.onSpinWait();
            }
            return List.of();
        }));
        for (int i = 0; i < 6; i++) {
            assertEquals(RuleBook.PLUGIN_FAILED, judge().get(0).ruleId());
        }
        long threads = Thread.getAllStackTraces().keySet().stream()
            .filter(t -> t.getName().startsWith("openbeian-plugin-hanging")).count();
        assertEquals(2, threads);
    }

    @Test
    public void theOperatorSeesWhatFailedAndWhatShadows() {
        serve();
        books.addType(reference("broken", 0), type(() -> null));
        books.addType(reference("lower", -1), type(List::of));
        books.addType(reference("nameless", 0), new Type(null, List::of));
        judge();
        List<PluginStatus> plugins = books.plugins();
        assertEquals(List.of("resource null nameless REFUSED 0", "resource cvm broken SERVING 1", "resource cvm lower SHADOWED 0"),
            plugins.stream().map(p -> p.kind() + " " + p.id() + " " + p.bundle() + " " + p.state() + " " + p.failures()).toList());
        assertEquals("broken answered null", plugins.get(1).failure());
        assertEquals("shadowed by broken 2.0.0", plugins.get(2).reason());
    }

    @Test
    public void aPluginThatRunsOutOfMemoryIsCalledNoMoreUntilItIsReleased() {
        serve();
        AtomicInteger calls = new AtomicInteger();
        books.addType(reference("greedy", 0), type(() -> {
            calls.incrementAndGet();
            throw new OutOfMemoryError("heap");
        }));
        assertEquals(RuleBook.PLUGIN_FAILED, judge().get(0).ruleId());
        assertEquals(RuleBook.PLUGIN_FAILED, judge().get(0).ruleId());
        assertEquals(1, calls.get());
        assertEquals(PluginStatus.State.QUARANTINED, books.plugins().get(0).state());
        assertFalse(books.release("other", "2.0.0"));
        assertTrue(books.release("greedy", "2.0.0"));
        judge();
        assertEquals(2, calls.get());
    }

    @Test
    public void aMissingResourceTypeIsReported() {
        serve();
        Finding finding = judge().get(0);
        assertEquals(RuleBook.RESOURCE_TYPE_MISSING, finding.ruleId());
        assertEquals("/services/0/accesses/0/resourceKind", finding.pointer());
        assertTrue(finding.hard());
    }

    @Test
    public void aCheckIsMadeForItsProvinceOnly() {
        serve();
        books.addType(reference("cvm", 0), type(List::of));
        RuleCheck own = check("440000");
        books.addCheck(reference("check", 0), own);
        books.addCheck(reference("check", 0), check("620000"));
        assertEquals(List.of("my-check"), judge().stream().map(Finding::ruleId).toList());
        assertTrue("as the check says", judge().get(0).hard());
        books.removeCheck(own);
        assertEquals(List.of(), judge());
    }

    @Test
    public void aPluginThatCannotSayItsNameIsNotUsed() {
        serve();
        books.addType(reference("nameless", 0), new Type("cvm", List::of) {
            @Override
            public String kind() {
                throw new IllegalStateException("no name");
            }
        });
        assertEquals(List.of(), books.current().resourceTypes());
    }

    private void failing(Callable<List<Finding>> behaviour) {
        CloudResourceType type = type(behaviour);
        books.addType(reference("broken", 0), type);
        List<Finding> findings = judge();
        assertEquals(List.of(RuleBook.PLUGIN_FAILED), findings.stream().map(Finding::ruleId).toList());
        assertTrue("who gave no answer has no judgement to override", findings.get(0).hard());
        assertTrue(findings.get(0).text().en(), findings.get(0).text().en().contains("cvm"));
        assertEquals("broken", findings.get(0).bundle());
        books.removeType(type);
    }

    private void serve() {
        books.addRules(rules("1.0.0", RuleText.national()));
        books.addRules(rules("1.0.0", RuleText.province()));
    }

    private List<Finding> judge() {
        ResourceFacts server = new ResourceFacts("cvm", "ins-1", "zhang", "r", true, List.of("8.8.8.8"), true, 3, null, Map.of());
        return books.current().judge(new FilingCase("o", FilingType.FIRST, RuleBookTest.application("甲"), List.of(),
            List.of(server), "zhang", Instant.parse("2026-06-01T00:00:00Z"))).findings();
    }

    private List<String> statuses(String province) {
        return books.candidates().stream().filter(c -> province.equals(c.provinceId()))
            .map(c -> c.bundleVersion() + " " + c.status()).toList();
    }

    static ProvinceRules rules(String version, String text) {
        return new ProvinceRules() {
            @Override
            public String bundle() {
                return "test";
            }

            @Override
            public String bundleVersion() {
                return version;
            }

            @Override
            public String text() {
                return text;
            }
        };
    }

    private static CloudResourceType type(Callable<List<Finding>> behaviour) {
        return new Type("cvm", behaviour);
    }

    static RuleCheck check(String province) {
        return new RuleCheck() {
            @Override
            public String id() {
                return "check-of-" + province;
            }

            @Override
            public String provinceId() {
                return province;
            }

            @Override
            public List<Finding> check(FilingCase filing) {
                return List.of(new Finding("my-check", Severity.BLOCK, "", text(), text(), null, null, null, true));
            }
        };
    }

    private static LocalizedText text() {
        return new LocalizedText("不", "No");
    }

    /** A resource type that behaves as told. */
    private static class Type implements CloudResourceType {
        private final String kind;
        private final Callable<List<Finding>> behaviour;

        Type(String kind, Callable<List<Finding>> behaviour) {
            this.kind = kind;
            this.behaviour = behaviour;
        }

        @Override
        public String kind() {
            return kind;
        }

        @Override
        public LocalizedText name() {
            return text();
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
            try {
                return behaviour.call();
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    static <T> ServiceReference<T> reference(String bundle, int ranking) {
        return References.of(bundle, "2.0.0", ranking);
    }

    static RuleBooksComponent.Config config() {
        return (RuleBooksComponent.Config) Proxy.newProxyInstance(RuleBooksComponent.class.getClassLoader(),
            new Class<?>[] {RuleBooksComponent.Config.class},
            (proxy, method, arguments) -> method.getName().equals("plugin_millis") ? 1_000 : 2);
    }
}

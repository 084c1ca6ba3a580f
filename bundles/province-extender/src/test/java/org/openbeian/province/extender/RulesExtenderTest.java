package org.openbeian.province.extender;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.openbeian.api.rules.ProvinceRules;
import org.openbeian.core.rules.ReadRules;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceListener;
import org.osgi.framework.ServiceReference;

/** Bundles that come, change, break and go, in a real framework. */
public class RulesExtenderTest {

    /** Storage of the framework. */
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private TestFramework framework;

    @Before
    public void start() throws Exception {
        framework = new TestFramework(folder.getRoot().toPath());
    }

    @After
    public void stop() throws Exception {
        framework.close();
    }

    @Test
    public void rulesComeWithTheirBundleAndGoWithIt() throws Exception {
        Bundle bundle = install("1.0.0", RuleTexts.good("1.0.0", "620000"));
        assertEquals(List.of("1.0.0 good"), framework.services());
        bundle.uninstall();
        assertEquals(List.of(), framework.services());
    }

    @Test
    public void rulesAreHandedOnAsTheyWereRead() throws Exception {
        install("1.0.0", RuleTexts.good("1.0.0", "620000"));
        ServiceReference<ProvinceRules> service = framework.context().getServiceReferences(ProvinceRules.class, null).iterator().next();
        ReadRules rules = (ReadRules) framework.context().getService(service);
        assertEquals("620000", rules.file().provinceId());
    }

    @Test
    public void aBundleStoppedForGoodTakesItsRulesAlong() throws Exception {
        Bundle bundle = install("1.0.0", RuleTexts.good("1.0.0", "620000"));
        bundle.stop();
        assertEquals(List.of(), framework.services());
        bundle.start();
        assertEquals(List.of("1.0.0 good"), framework.services());
    }

    @Test
    public void anUpdateLeavesNoGap() throws Exception {
        Bundle bundle = install("1.0.0", RuleTexts.good("1.0.0", "620000"));
        AtomicInteger lowest = new AtomicInteger(1);
        ServiceListener watch = event -> {
            if (event.getType() != ServiceEvent.MODIFIED) {
                lowest.accumulateAndGet(framework.servicesBeside(event), Math::min);
            }
        };
        framework.context().addServiceListener(watch);
        bundle.update(TestFramework.gansu("1.1.0", RuleTexts.good("1.1.0", "630000")));
        assertEquals(List.of("1.1.0 good"), framework.services());
        bundle.stop(Bundle.STOP_TRANSIENT);
        assertEquals("a transient stop is part of an update", List.of("1.1.0 good"), framework.services());
        bundle.start(Bundle.START_TRANSIENT);
        assertEquals(List.of("1.1.0 good"), framework.services());
        assertEquals(1, lowest.get());
    }

    @Test
    public void aBrokenUpdateIsRefusedAndTheOldOneServesOn() throws Exception {
        Bundle bundle = install("1.0.0", RuleTexts.good("1.0.0", "620000"));
        bundle.update(TestFramework.gansu("1.1.0", RuleTexts.broken("1.1.0")));
        assertEquals(List.of("1.0.0 good", "1.1.0 refused"), framework.services());
        bundle.update(TestFramework.gansu("1.2.0", RuleTexts.good("1.2.0", "620000")));
        assertEquals(List.of("1.2.0 good"), framework.services());
    }

    @Test
    public void afterARestartWithABrokenBundleTheLastGoodRulesServe() throws Exception {
        Bundle bundle = install("1.0.0", RuleTexts.good("1.0.0", "620000"));
        bundle.update(TestFramework.gansu("1.1.0", RuleTexts.broken("1.1.0")));
        long id = bundle.getBundleId();
        framework.close();
        framework = new TestFramework(folder.getRoot().toPath());
        assertEquals(List.of("1.0.0 good", "1.1.0 refused"), framework.services());
        framework.context().getBundle(id).uninstall();
        assertEquals(List.of(), framework.services());
        assertEquals(0, folder.getRoot().toPath().resolve("last-good").toFile().list().length);
    }

    @Test
    public void whatCannotBeReadIsRefusedWithTheReason() throws Exception {
        byte[] gb = RuleTexts.good("1.0.0", "620000").getBytes(java.nio.charset.Charset.forName("GBK"));
        framework.context().installBundle("mem:gbk", TestFramework.jar("test.gbk", "1.0.0", gb)).start();
        byte[] good = RuleTexts.good("2.0.0", "620000").getBytes(StandardCharsets.UTF_8);
        framework.context().installBundle("mem:two", TestFramework.jar("test.two", "2.0.0", good, good)).start();
        byte[] huge = new byte[5_000_000];
        framework.context().installBundle("mem:huge", TestFramework.jar("test.huge", "3.0.0", huge)).start();
        assertEquals(List.of("1.0.0 refused", "2.0.0 refused", "3.0.0 refused"), framework.services());
        List<String> reasons = framework.context().getServiceReferences(ProvinceRules.class, null).stream()
            .map(framework.context()::getService).map(ProvinceRules::refusal).toList();
        assertTrue(reasons.toString(), reasons.contains("line 3, column 12: the file is not UTF-8; save it as UTF-8"));
        assertTrue(reasons.toString(), reasons.contains("line 1, column 1: the file is larger than 4000000 bytes"));
        assertTrue(reasons.toString(), reasons.stream().anyMatch(r -> r.contains("2 files")));
    }

    @Test
    public void bundlesWithoutRulesAreLeftAlone() throws Exception {
        framework.context().installBundle("mem:none", TestFramework.jar("test.none", "1.0.0")).start();
        assertEquals(List.of(), framework.services());
    }

    @Test
    public void aHundredSwapsLeaveOneService() throws Exception {
        Bundle bundle = install("1.0.0", RuleTexts.good("1.0.0", "620000"));
        for (int i = 1; i <= 100; i++) {
            bundle.update(TestFramework.gansu("1.0." + i, RuleTexts.good("1.0." + i, "620000")));
        }
        assertEquals(List.of("1.0.100 good"), framework.services());
    }

    private Bundle install(String version, String text) throws Exception {
        Bundle bundle = framework.context().installBundle("mem:gansu", TestFramework.gansu(version, text));
        bundle.start();
        return bundle;
    }
}

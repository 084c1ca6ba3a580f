package org.openbeian.core.rules;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.junit.Test;
import org.openbeian.api.rules.ProvinceRules;
import org.openbeian.api.rules.RuleCheck;

/** What came and went leaves nothing behind. */
public class PluginSwapTest {

    private final RuleBooksComponent books = new RuleBooksComponent(Quarantine.inMemory(), RuleBooksComponentTest.config());

    @Test(timeout = 60_000)
    public void aHundredSwapsLeaveNeitherThreadsNorPluginsNorFiles() {
        books.addRules(RuleBooksComponentTest.rules("1.0.0", RuleText.national()));
        List<WeakReference<Object>> gone = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            ProvinceRules rules = RuleBooksComponentTest.rules("1." + i + ".0", RuleText.province());
            RuleCheck check = RuleBooksComponentTest.check("440000");
            books.addRules(rules);
            books.addCheck(RuleBooksComponentTest.reference("swapped", 0), check);
            books.current().judge(RuleBookTest.filing("甲", "2026-06-01"));
            books.removeCheck(check);
            books.removeRules(rules);
            gone.add(new WeakReference<>(rules));
            gone.add(new WeakReference<>(check));
        }
        assertEquals(1, books.candidates().size());
        assertEquals(List.of(), books.plugins());
        while (Thread.getAllStackTraces().keySet().stream().anyMatch(t -> t.getName().startsWith("openbeian-plugin-swapped"))) {
            Thread.onSpinWait();
        }
        while (gone.stream().anyMatch(reference -> reference.get() != null)) {
            System.gc();
        }
        gone.forEach(reference -> assertNull(reference.get()));
    }
}

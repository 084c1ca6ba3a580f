package org.openbeian.core.plugin;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.Test;
import org.openbeian.core.fake.References;
import org.osgi.framework.ServiceReference;

/** Which of two plugins of one id is used. */
public class PluginsByIdTest {

    private final PluginsById<String> plugins = new PluginsById<>();

    @Test
    public void theHigherVersionIsUsedWhateverItsRankingAndWhicheverCameFirst() {
        ServiceReference<String> newer = References.of("mail", "1.10.0", 0);
        plugins.add(References.of("mail", "1.9.0", 100), "email", "old");
        plugins.add(newer, "email", "new");
        plugins.add(References.of("mail", "1.8.0", 50), "email", "oldest");
        plugins.add(References.of("sms", "1.0.0", 0), "sms", "sms");
        assertEquals("new", used("email"));
        assertEquals(Set.of("email", "sms"), plugins.ids());
        assertEquals(List.of("new", "old", "oldest", "sms"), plugins.all().stream().map(PluginsById.Entry::service).toList());
        assertEquals("new", plugins.remove(newer).orElseThrow().service());
        assertEquals("old", used("email"));
        assertTrue(plugins.remove(newer).isEmpty());
    }

    @Test
    public void ofOneVersionTheHigherRankingIsUsed() {
        plugins.add(References.of("a", "1.0.0", 1), "email", "low");
        PluginsById.Entry<String> high = plugins.add(References.of("b", "1.0.0", 2), "email", "high");
        assertEquals("high", used("email"));
        assertTrue(high.precedes(plugins.all().get(1)));
    }

    @Test
    public void onlyWhatHasAnIdIsTaken() {
        assertThrows(NullPointerException.class, () -> plugins.add(References.of("a", "1.0.0", 1), null, "nameless"));
        assertTrue(plugins.all().isEmpty());
        assertTrue(plugins.find("email").isEmpty());
    }

    private String used(String id) {
        return plugins.find(id).orElseThrow().service();
    }
}

package org.openbeian.operations;

import static org.apache.felix.hc.api.Result.Status.OK;
import static org.apache.felix.hc.api.Result.Status.WARN;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.Test;
import org.openbeian.api.plugin.PluginStatus;
import org.openbeian.api.plugin.PluginStatus.State;
import org.openbeian.api.plugin.Plugins;
import org.openbeian.api.security.Actor;

/** A plugin that failed is seen in health. */
public class PluginsCheckTest {

    private static final Instant NOW = Instant.parse("2026-11-21T04:00:00Z");

    @Test
    public void aPluginInQuarantineOrThatFailedLatelyIsNamed() {
        assertEquals(OK, Fakes.status(new PluginsCheck()));
        assertEquals(OK, Fakes.status(check(PluginStatus.of("check", "own", "b", "1", State.SERVING, null))));
        PluginsCheck bad = check(PluginStatus.of("check", "greedy", "b", "1", State.QUARANTINED, "memory"),
                new PluginStatus("resource", "cvm", "c", "1", State.SERVING, null, 1, NOW.minusSeconds(60), "c threw"),
                new PluginStatus("resource", "old", "d", "1", State.SERVING, null, 1, NOW.minusSeconds(7200), "d threw"));
        assertEquals(WARN, Fakes.status(bad));
        String text = Fakes.text(bad.execute());
        assertTrue(text, text.contains("greedy") && text.contains("c threw") && !text.contains("d threw"));
    }

    private static PluginsCheck check(PluginStatus... statuses) {
        PluginsCheck check = new PluginsCheck();
        check.realTime = Clock.fixed(NOW, ZoneOffset.UTC);
        check.plugins = new Plugins() {
            @Override
            public List<PluginStatus> plugins() {
                return List.of(statuses);
            }

            @Override
            public void release(Actor actor, String bundle, String version) {
                throw new UnsupportedOperationException();
            }
        };
        return check;
    }
}

package org.openbeian.store.jdbc;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.Test;
import org.openbeian.store.jdbc.StoreSettings.Values;

public class StoreSettingsTest {

    @Test
    public void theDefaultsOfTheMetatypeAreTheDefaultsOfTheCode() {
        assertEquals(Values.DEFAULT, StoreSettings.read(config(Map.of())));
    }

    @Test
    public void aBadValueIsNamedAndTheOldOnesStay() {
        StoreSettings settings = new StoreSettings();
        AtomicInteger changes = new AtomicInteger();
        settings.onChange(changes::incrementAndGet);
        settings.configure(config(Map.of("threads", 8)));
        assertEquals(8, settings.values().threads());
        settings.configure(config(Map.of("threads", 0, "poll_ms", 100)));
        assertEquals(8, settings.values().threads());
        assertEquals(250, settings.values().pollMillis());
        settings.configure(config(Map.of("node", "two words")));
        settings.configure(config(Map.of("fsync", new IllegalStateException("not a boolean"))));
        assertEquals("openbeian", settings.values().node());
        assertEquals(1, changes.get());
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class,
            () -> StoreSettings.read(config(Map.of("keep_files_days", 30))));
        assertTrue(refused.getMessage(), refused.getMessage().contains("keep.files.days = 30"));
    }

    @Test
    public void pausesDoubleUpToALimit() {
        assertEquals(Duration.ofSeconds(1), Values.DEFAULT.pauseAfter(1));
        assertEquals(Duration.ofSeconds(8), Values.DEFAULT.pauseAfter(4));
        assertEquals(Duration.ofSeconds(300), Values.DEFAULT.pauseAfter(10));
        assertEquals(Duration.ofSeconds(300), Values.DEFAULT.pauseAfter(1_000_000));
    }

    static StoreSettings.Config config(Map<String, Object> values) {
        Map<String, Object> all = new HashMap<>(values);
        return (StoreSettings.Config) Proxy.newProxyInstance(StoreSettingsTest.class.getClassLoader(),
            new Class<?>[] {StoreSettings.Config.class}, (proxy, method, arguments) -> {
                Object value = all.getOrDefault(method.getName(), method.getDefaultValue());
                if (value instanceof RuntimeException failure) {
                    throw failure;
                }
                return value;
            });
    }
}

package org.openbeian.core.config;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.Test;
import org.slf4j.LoggerFactory;

/** Bad values are refused one by one. */
public class ConfigGuardTest {

    /** A configuration as components declare it. */
    @interface Sample {

        int port() default 8080;

        int[] reminder_hours() default {1, 6};

        String link() default "https://example.org/";

        String[] names() default {"a"};
    }

    private final ConfigGuard<Sample> guard = new ConfigGuard<>(Sample.class, "org.example", LoggerFactory.getLogger("test"))
        .number("port", 1, 65535).growing("reminder.hours").text("names", Pattern.compile("[a-z]+"), "letters")
        .check("link", "an https address", link -> ((String) link).startsWith("https:"));

    @Test
    public void atFirstTheDefaultsAreInForce() {
        assertEquals(8080, guard.get().port());
        assertArrayEquals(new int[] {1, 6}, guard.get().reminder_hours());
    }

    @Test
    public void goodValuesAreTakenOver() {
        guard.update(given(Map.of("port", 9090, "reminder_hours", new int[] {2, 3}, "link", "https://x/", "names", new String[] {"b"})));
        assertEquals(9090, guard.get().port());
        assertArrayEquals(new int[] {2, 3}, guard.get().reminder_hours());
        assertEquals("https://x/", guard.get().link());
        assertArrayEquals(new String[] {"b"}, guard.get().names());
        assertEquals(List.of(), guard.refused());
    }

    @Test
    public void aBadValueIsRefusedAndTheOldOneStaysWhileTheOthersChange() {
        guard.update(given(Map.of("port", 9090)));
        guard.update(given(Map.of("port", 70_000, "link", "https://y/")));
        assertEquals(9090, guard.get().port());
        assertEquals("https://y/", guard.get().link());
        assertEquals(List.of("port"), guard.refused());
        guard.update(given(Map.of("port", 7070)));
        assertEquals(7070, guard.get().port());
        assertEquals(List.of(), guard.refused());
    }

    @Test
    public void everyCheckBites() {
        for (Map<String, Object> bad : List.<Map<String, Object>>of(Map.of("port", 0), Map.of("reminder_hours", new int[] {6, 1}),
            Map.of("reminder_hours", new int[] {0}), Map.of("reminder_hours", new int[] {2, 2}), Map.of("link", "ftp://x"),
            Map.of("names", new String[] {"a", "B"}))) {
            guard.update(given(bad));
            assertEquals(bad.keySet().iterator().next().replace('_', '.'), String.join(",", guard.refused()));
        }
    }

    @Test
    public void aValueThatCannotBeReadIsRefused() {
        guard.update(given(Map.of("port", new IllegalStateException("\"abc\" is no number"))));
        assertEquals(List.of("port"), guard.refused());
        assertEquals(8080, guard.get().port());
    }

    /** What Declarative Services hands in: a proxy that throws for values it cannot convert. */
    private static Sample given(Map<String, Object> values) {
        return (Sample) Proxy.newProxyInstance(Sample.class.getClassLoader(), new Class<?>[] {Sample.class},
            (proxy, method, arguments) -> {
                Object value = values.getOrDefault(method.getName(), method.getDefaultValue());
                if (value instanceof RuntimeException failure) {
                    throw failure;
                }
                return value;
            });
    }
}

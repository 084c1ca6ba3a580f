package org.openbeian.core.order;

import static org.junit.Assert.assertEquals;

import java.lang.reflect.Proxy;
import java.util.Map;
import org.junit.Test;
import org.openbeian.testkit.Requirement;

/** The configuration of the life cycle. */
public class CoreSettingsTest {

    private final CoreSettings settings = new CoreSettings(given(Map.of()));

    @Test
    @Requirement({"T-41", "T-45", "W-06", "W-21", "W-30", "A-99"})
    public void theDefaultsAreThoseOfTheCatalogue() {
        CoreConfig config = settings.get();
        assertEquals(24, config.sms_hours());
        assertEquals(30, config.public_security_days());
        assertEquals(1, config.pre_review_working_days());
        assertEquals(20, config.authority_working_days());
        assertEquals(60, config.call_again_minutes());
        assertEquals(2, config.call_attempts());
        assertEquals("https://beian.miit.gov.cn/", config.footer_link());
    }

    @Test
    public void badValuesLeaveTheOldOnesInForce() {
        settings.modified(given(Map.of("sms_hours", 48, "footer_link", "https://example.org/")));
        settings.modified(given(Map.of("sms_hours", 0, "footer_link", "javascript:alert(1)", "draft_expiry_days", 60,
            "channels", new String[] {"Sms!"}, "sms_reminder_hours", new int[] {5, 3})));
        assertEquals(48, settings.get().sms_hours());
        assertEquals("https://example.org/", settings.footerLink());
        assertEquals(60, settings.get().draft_expiry_days());
        assertEquals("inbox", settings.get().channels()[0]);
        assertEquals(1, settings.get().sms_reminder_hours()[0]);
    }

    /** A configuration that says other than the defaults where it says something. */
    static CoreConfig given(Map<String, Object> values) {
        return (CoreConfig) Proxy.newProxyInstance(CoreConfig.class.getClassLoader(), new Class<?>[] {CoreConfig.class},
            (proxy, method, arguments) -> values.getOrDefault(method.getName(), method.getDefaultValue()));
    }
}

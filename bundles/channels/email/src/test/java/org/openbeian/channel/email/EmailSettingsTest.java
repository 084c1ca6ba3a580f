package org.openbeian.channel.email;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import org.junit.Test;

public class EmailSettingsTest {

    private static final Config GOOD = Config.of("mail.example.com", 587, "starttls");

    @Test
    public void startTlsIsRequiredNotOnlyTried() {
        assertEquals("true", EmailSettings.of(GOOD).properties().getProperty("mail.smtp.starttls.required"));
        assertEquals("true", EmailSettings.of(GOOD).properties().getProperty("mail.smtp.ssl.checkserveridentity"));
        assertEquals("true", EmailSettings.of(Config.of("mail.example.com", 465, "tls")).properties()
            .getProperty("mail.smtp.ssl.enable"));
    }

    @Test
    public void everyStepHasATimeout() {
        for (String name : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            assertEquals("2000", EmailSettings.of(GOOD).properties().getProperty("mail.smtp." + name));
        }
    }

    @Test
    public void badValuesAreNamed() {
        refused("host", Config.of("", 25, "none"));
        refused("host", Config.of("mail.example.com\r\nx", 25, "none"));
        refused("port", Config.of("mail.example.com", 0, "none"));
        refused("port", Config.of("mail.example.com", 65536, "none"));
        refused("security", Config.of("mail.example.com", 25, "ssl"));
        refused("from", GOOD.withFrom("nobody"));
        refused("from", GOOD.withFrom(null));
        refused("user", GOOD.withUser("sender", ""));
        refused("timeout.millis", GOOD.withTimeout(10_001));
    }

    @Test
    public void aPasswordDoesNotCrossTheNetInPlain() {
        refused("security", Config.of("mail.example.com", 25, "none").withUser("sender", "secret"));
        assertEquals("sender", EmailSettings.of(Config.of("127.0.0.1", 25, "none").withUser("sender", "secret")).user());
    }

    @Test
    public void aPasswordIsNotShown() {
        assertFalse(EmailSettings.of(GOOD.withUser("sender", "secret")).toString().contains("secret"));
    }

    private static void refused(String property, Config config) {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> EmailSettings.of(config));
        assertTrue(e.getMessage(), e.getMessage().startsWith(property));
    }
}

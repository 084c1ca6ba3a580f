package org.openbeian.guidance;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openbeian.core.config.ConfigGuard;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.LoggerFactory;

/** The configuration in force. Thread-safe. */
@Component(service = GuidanceSettings.class, configurationPid = GuidanceSettings.PID)
@Designate(ocd = GuidanceConfig.class)
public final class GuidanceSettings {

    static final String PID = "org.openbeian.guidance";

    private final ConfigGuard<GuidanceConfig> config = new ConfigGuard<>(GuidanceConfig.class, PID,
        LoggerFactory.getLogger(GuidanceSettings.class)).number("answer.hours", 0, 720).number("open.most", 1, 200)
        .number("figures.days", 1, 3650).number("figures.least", 1, 10_000)
        .text("links", Pattern.compile("[a-z0-9-]{1,64}=https?://[^\\s\"'<>]{1,300}"), "ids of texts with an http or https address each");

    /** Created by Declarative Services. */
    @Activate
    public GuidanceSettings(GuidanceConfig given) {
        config.update(given);
    }

    @Modified
    void modified(GuidanceConfig given) {
        config.update(given);
    }

    GuidanceConfig get() {
        return config.get();
    }

    /** The page of the provider that says more than a text, or null. */
    String link(String textId) {
        return Stream.of(get().links()).filter(link -> link.startsWith(textId + "=")).findFirst()
            .map(link -> link.substring(textId.length() + 1)).orElse(null);
    }
}

package org.openbeian.aftercare;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openbeian.api.model.FilingType;
import org.openbeian.core.config.ConfigGuard;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.LoggerFactory;

/** The configuration in force. Thread-safe. */
@Component(service = AftercareSettings.class, configurationPid = AftercareSettings.PID)
@Designate(ocd = AftercareConfig.class)
public final class AftercareSettings {

    static final String PID = "org.openbeian.aftercare";

    private static final Pattern LINK = Pattern.compile("https?://[^\\s\"'<>]{1,300}");
    private static final Pattern ICON = Pattern.compile("[^\\s\"'<>]{1,300}");

    private final ConfigGuard<AftercareConfig> config = new ConfigGuard<>(AftercareConfig.class, PID,
        LoggerFactory.getLogger(AftercareSettings.class)).number("psb.days", 1, 365).number("psb.footer.days", 1, 365)
        .growing("reminder.days").number("overdue.days", 1, 90).number("inspect.right.days", 1, 365)
        .number("inspect.wrong.days", 1, 365).number("wrong.told.days", 1, 90).number("page.bytes", 10_000, 20_000_000)
        .number("page.seconds", 1, 120).number("pages.at.once", 1, 16).text("police.link", LINK, "an http or https address")
        .check("witnesses", "http or https addresses", value -> Stream.of((String[]) value).allMatch(one -> LINK.matcher(one).matches()))
        .number("courier.seconds", 1, 600).text("police.icon", ICON, "an address without spaces and quotes")
        .text("compensation.policy", Pattern.compile("GROSS|NET|NONE"), "GROSS, NET or NONE").number("compensation.cap.days", 0, 3650)
        .check("compensation.since", "a day such as 2026-01-31, or nothing", value -> isDay((String) value))
        .text("compensation.rounding", Pattern.compile("UP|DOWN"), "UP or DOWN").check("compensation.types", "names of filing types",
            value -> Stream.of((String[]) value).allMatch(type -> FilingType.valueOf(type) != null));

    /** Created by Declarative Services. */
    @Activate
    public AftercareSettings(AftercareConfig given) {
        config.update(given);
    }

    @Modified
    void modified(AftercareConfig given) {
        config.update(given);
    }

    private static boolean isDay(String text) {
        try {
            return text.isEmpty() || LocalDate.parse(text) != null;
        } catch (DateTimeParseException none) {
            return false;
        }
    }

    AftercareConfig get() {
        return config.get();
    }
}

package org.openbeian.core.resource;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.openbeian.core.config.ConfigGuard;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.LoggerFactory;

/** The configuration of public addresses that is in force. Thread-safe. */
@Component(service = AddressSettings.class, configurationPid = AddressSettings.PID)
@Designate(ocd = AddressConfig.class)
public final class AddressSettings {

    static final String PID = "org.openbeian.core.address";

    private final ConfigGuard<AddressConfig> guard = new ConfigGuard<>(AddressConfig.class, PID,
        LoggerFactory.getLogger(AddressSettings.class))
            .text("ports.closed", Pattern.compile("[a-z0-9-]{1,40}=[1-9][0-9]{0,4}"), "entries such as pek2=80")
            .number("arrears.days", 1, 90)
            .number("reminder.hours", 1, 720);

    /** The defaults. */
    AddressSettings() {
    }

    /** With the configuration given; what of it is refused has its default. */
    @Activate
    public AddressSettings(AddressConfig given) {
        guard.update(given);
    }

    @Modified
    void modified(AddressConfig given) {
        guard.update(given);
    }

    /** Ports of a region that are closed before a filing. */
    Set<Integer> closed(String region) {
        String beginning = region == null ? "=" : region.toLowerCase(Locale.ROOT) + "=";
        return Arrays.stream(guard.get().ports_closed()).filter(entry -> entry.startsWith(beginning))
            .map(entry -> Integer.valueOf(entry.substring(beginning.length()))).collect(Collectors.toCollection(TreeSet::new));
    }

    Duration kept() {
        return Duration.ofDays(guard.get().arrears_days());
    }

    /** How long before the release the reminder goes out; never before the time itself began. */
    Duration reminder() {
        Duration configured = Duration.ofHours(guard.get().reminder_hours());
        return configured.compareTo(kept()) < 0 ? configured : kept().dividedBy(2);
    }
}

package org.openbeian.core.message;

import java.time.Duration;
import java.time.LocalTime;
import java.util.regex.Pattern;
import org.openbeian.core.config.ConfigGuard;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.LoggerFactory;

/** The configuration of messages that is in force. Thread-safe. */
@Component(service = MessageSettings.class, configurationPid = MessageSettings.PID)
@Designate(ocd = MessageConfig.class)
public final class MessageSettings {

    static final String PID = "org.openbeian.core.message";

    private static final Pattern TIME = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");

    private final ConfigGuard<MessageConfig> guard =
        new ConfigGuard<>(MessageConfig.class, PID, LoggerFactory.getLogger(MessageSettings.class))
            .text("quiet.from", TIME, "a time such as 22:00")
            .text("quiet.to", TIME, "a time such as 08:00")
            .number("fallback.minutes", 1, 1440)
            .number("receipt.minutes", 1, 1440)
            .number("channel.away.hours", 0, 8760)
            .text("public.address", Pattern.compile("|https?://[A-Za-z0-9.:\\[\\]-]{1,250}/?"), "an http or https address without a path")
            .number("endpoint.disable.hours", 1, 8760)
            .number("endpoints.max", 0, 1000);

    /** The defaults. */
    public MessageSettings() {
    }

    /** With the configuration given; what of it is refused has its default. */
    @Activate
    public MessageSettings(MessageConfig given) {
        guard.update(given);
    }

    @Modified
    void modified(MessageConfig given) {
        guard.update(given);
    }

    LocalTime quietFrom() {
        return LocalTime.parse(guard.get().quiet_from());
    }

    LocalTime quietTo() {
        return LocalTime.parse(guard.get().quiet_to());
    }

    /** After how long a message that cannot be sent goes its next way. */
    public Duration fallback() {
        return Duration.ofMinutes(guard.get().fallback_minutes());
    }

    /** How long a receipt is awaited. */
    public Duration receipt() {
        return Duration.ofMinutes(guard.get().receipt_minutes());
    }

    /** How long messages are kept for a channel that left. */
    Duration keepAway() {
        return Duration.ofHours(guard.get().channel_away_hours());
    }

    /** Address of this server for people, without a slash at its end; empty when it is not known. */
    public String publicAddress() {
        String address = guard.get().public_address();
        return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }

    Duration disableAfter() {
        return Duration.ofHours(guard.get().endpoint_disable_hours());
    }

    int endpointsMax() {
        return guard.get().endpoints_max();
    }
}

package org.openbeian.publicsecurity;

import org.openbeian.core.config.ConfigGuard;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.LoggerFactory;

/** The configuration in force. Thread-safe. */
@Component(service = PublicSecuritySettings.class, configurationPid = PublicSecuritySettings.PID)
@Designate(ocd = PublicSecurityConfig.class)
public final class PublicSecuritySettings {

    static final String PID = "org.openbeian.publicsecurity";

    private final ConfigGuard<PublicSecurityConfig> config = new ConfigGuard<>(PublicSecurityConfig.class, PID,
        LoggerFactory.getLogger(PublicSecuritySettings.class)).number("organizer.days", 1, 60).number("site.days", 1, 60)
        .growing("appointment.hours").number("code.days", 1, 365).growing("code.reminder.days")
        .number("picture.bytes", 100_000, 10_000_000).number("picture.edge", 400, 4000)
        .number("gateway.minutes", 5, 1440).number("gateway.retry.minutes", 1, 1440).number("gateway.seconds", 1, 600);

    /** Created by Declarative Services. */
    @Activate
    public PublicSecuritySettings(PublicSecurityConfig given) {
        config.update(given);
    }

    @Modified
    void modified(PublicSecurityConfig given) {
        config.update(given);
    }

    PublicSecurityConfig get() {
        return config.get();
    }
}

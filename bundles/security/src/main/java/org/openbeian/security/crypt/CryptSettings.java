package org.openbeian.security.crypt;

import org.openbeian.core.config.ConfigGuard;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.LoggerFactory;

/** The configuration of the encryption that is in force. Thread-safe. */
@Component(service = CryptSettings.class, configurationPid = CryptSettings.PID)
@Designate(ocd = CryptConfig.class)
public final class CryptSettings {

    static final String PID = "org.openbeian.security.crypt";

    private final ConfigGuard<CryptConfig> guard =
        new ConfigGuard<>(CryptConfig.class, PID, LoggerFactory.getLogger(CryptSettings.class))
            .check("algorithm", "AES_256_GCM, or SM4_GCM where Bouncy Castle is installed",
                value -> DataCipher.valueOf((String) value).isAvailable());

    /** The defaults. */
    CryptSettings() {
    }

    /** With the configuration given; what of it is refused has its default. */
    @Activate
    public CryptSettings(CryptConfig given) {
        guard.update(given);
    }

    @Modified
    void modified(CryptConfig given) {
        guard.update(given);
    }

    /** With what new data is encrypted. */
    DataCipher cipher() {
        return DataCipher.valueOf(guard.get().algorithm());
    }
}

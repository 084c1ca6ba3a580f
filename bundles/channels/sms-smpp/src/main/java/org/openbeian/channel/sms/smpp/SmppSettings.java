package org.openbeian.channel.sms.smpp;

import static org.openbeian.api.channel.ConfiguredText.check;
import static org.openbeian.api.channel.ConfiguredText.text;

import java.util.regex.Pattern;

/**
 * The checked configuration.
 *
 * @param host SMS centre
 * @param port its port
 * @param tls whether the connection is encrypted
 * @param systemId our name there
 * @param password our password, or what it is called in the vault
 * @param systemType kind of our system
 * @param source sender
 * @param sign signature, or empty
 * @param receipts whether receipts come
 * @param timeoutMillis for connecting and each answer
 * @param enquireLinkMillis without traffic
 */
record SmppSettings(String host, int port, boolean tls, String systemId, String password, String systemType, String source,
        String sign, boolean receipts, int timeoutMillis, int enquireLinkMillis) {

    private static final Pattern LOOPBACK = Pattern.compile("localhost|127\\.0\\.0\\.1|::1");

    /**
     * Checks a configuration.
     *
     * @throws IllegalArgumentException naming the bad value
     */
    static SmppSettings of(SmppConfig config) {
        check(text(config.host()).matches("[A-Za-z0-9.:-]{1,253}"), "host must be the name or address of an SMS centre");
        check(config.port() >= 1 && config.port() <= 65535, "port must be 1 to 65535, but is " + config.port());
        check(text(config.system_id()).matches("[\\x21-\\x7e]{1,15}"), "system.id must have 1 to 15 characters");
        check(text(config.system_type()).matches("[\\x20-\\x7e]{0,12}"), "system.type must have at most 12 characters");
        check(text(config.source()).matches("\\+?[0-9]{1,20}|[A-Za-z0-9 ]{1,11}"),
            "source must be a number, or a name of at most 11 letters");
        check(text(config.sign()).length() <= 20, "sign must have at most 20 characters");
        check(config.timeout_millis() >= 100 && config.timeout_millis() <= 10_000, "timeout.millis must be 100 to 10000");
        check(config.enquire_link_seconds() >= 1 && config.enquire_link_seconds() <= 600, "enquire.link.seconds must be 1 to 600");
        return new SmppSettings(text(config.host()), config.port(), config.tls(), text(config.system_id()),
            config._password() == null ? "" : config._password(), text(config.system_type()), text(config.source()), text(config.sign()),
            config.receipts(), config.timeout_millis(), config.enquire_link_seconds() * 1000);
    }

    /** Whether our password crosses a network that others may hear. */
    boolean isHeard() {
        return !tls && !LOOPBACK.matcher(host).matches();
    }

    /** Leaves the password out. */
    @Override
    public String toString() {
        return "SmppSettings[" + systemId + "@" + host + ":" + port + "]";
    }
}

package org.openbeian.channel.email;

import static org.openbeian.api.channel.ConfiguredText.check;
import static org.openbeian.api.channel.ConfiguredText.text;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.List;
import java.util.Properties;

/**
 * The checked configuration.
 *
 * @param host mail server
 * @param port its port
 * @param security {@code starttls}, {@code tls} or {@code none}
 * @param from sender
 * @param user user, or empty
 * @param password password, or empty
 * @param timeoutMillis for connecting and each answer
 */
record EmailSettings(String host, int port, String security, InternetAddress from, String user, String password,
        int timeoutMillis) {

    private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1", "::1");

    /**
     * Checks a configuration.
     *
     * @throws IllegalArgumentException naming the bad value
     */
    static EmailSettings of(EmailConfig config) {
        String host = text(config.host());
        check(host.matches("[A-Za-z0-9.:-]{1,253}"), "host must be the name or address of a mail server");
        check(config.port() >= 1 && config.port() <= 65535, "port must be 1 to 65535, but is " + config.port());
        String security = text(config.security());
        check(List.of("starttls", "tls", "none").contains(security), "security must be starttls, tls or none");
        String user = text(config.user());
        String password = config._password() == null ? "" : config._password();
        check(user.isEmpty() == password.isEmpty(), "user and .password go together");
        check(user.isEmpty() || !"none".equals(security) || LOOPBACK.contains(host),
                "security must not be none when a password is sent to another machine");
        check(config.timeout_millis() >= 100 && config.timeout_millis() <= 10_000, "timeout.millis must be 100 to 10000");
        return new EmailSettings(host, config.port(), security, sender(text(config.from())), user, password,
                config.timeout_millis());
    }

    private static InternetAddress sender(String from) {
        try {
            InternetAddress address = new InternetAddress(from, true);
            check(address.getAddress().indexOf('@') > 0, "from must be an e-mail address");
            return address;
        } catch (AddressException e) {
            throw new IllegalArgumentException("from must be an e-mail address", e);
        }
    }

    /**
     * The same as properties of Jakarta Mail. Without the one about the fallback, it would try a connection that failed a second time
     * over a socket of its own, which has no bounds.
     */
    Properties properties() {
        Properties properties = new Properties();
        String timeout = Integer.toString(timeoutMillis);
        properties.setProperty("mail.smtp.host", host);
        properties.setProperty("mail.smtp.port", Integer.toString(port));
        properties.setProperty("mail.smtp.auth", Boolean.toString(!user.isEmpty()));
        properties.setProperty("mail.smtp.connectiontimeout", timeout);
        properties.setProperty("mail.smtp.timeout", timeout);
        properties.setProperty("mail.smtp.writetimeout", timeout);
        properties.setProperty("mail.smtp.socketFactory.fallback", "false");
        properties.setProperty("mail.smtp.ssl.enable", Boolean.toString("tls".equals(security)));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.starttls.enable", Boolean.toString("starttls".equals(security)));
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString("starttls".equals(security)));
        return properties;
    }

    /** Leaves the password out. */
    @Override
    public String toString() {
        return "EmailSettings[" + host + ":" + port + " " + security + "]";
    }
}

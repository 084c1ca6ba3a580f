package org.openbeian.channel.email;

import java.lang.annotation.Annotation;

/** A configuration for tests. */
record Config(String host, int port, String security, String from, String user, String _password, int timeout_millis)
        implements EmailConfig {

    static Config of(String host, int port, String security) {
        return new Config(host, port, security, "no-reply@filing.example.com", "", "", 2000);
    }

    Config withUser(String newUser, String newPassword) {
        return new Config(host, port, security, from, newUser, newPassword, timeout_millis);
    }

    Config withFrom(String newFrom) {
        return new Config(host, port, security, newFrom, user, _password, timeout_millis);
    }

    Config withTimeout(int newTimeout) {
        return new Config(host, port, security, from, user, _password, newTimeout);
    }

    @Override
    public Class<? extends Annotation> annotationType() {
        return EmailConfig.class;
    }
}

package org.openbeian.security.account;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** The one place where passwords are hashed, so that its limit holds for the whole server. Thread-safe. */
@Component(service = PasswordHashing.class)
public final class PasswordHashing {

    private final Passwords passwords;

    /** With the parameters of production. */
    @Activate
    public PasswordHashing() {
        this(new Passwords());
    }

    PasswordHashing(Passwords passwords) {
        this.passwords = passwords;
    }

    Passwords passwords() {
        return passwords;
    }
}

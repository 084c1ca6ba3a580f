package org.openbeian.security.account;

import java.util.Optional;
import java.util.Set;
import org.openbeian.api.security.Accounts;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Role;

/** Knows anna, who can be closed. */
final class OneAccount implements Accounts {

    boolean closed;

    @Override
    public Optional<Actor> authenticate(String name, char[] password, String address) {
        return Optional.empty();
    }

    @Override
    public Optional<Actor> actor(String name, String address) {
        return closed || !name.equals("anna") ? Optional.empty()
                : Optional.of(new Actor("anna", Set.of(Role.APPLICANT), address));
    }

    @Override
    public Optional<String> email(String account) {
        return Optional.empty();
    }
}

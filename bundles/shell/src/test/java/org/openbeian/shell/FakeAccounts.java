package org.openbeian.shell;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openbeian.api.security.Accounts;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Role;

/** anna files, sam reviews, olga operates, adam administers, audrey looks after them. */
final class FakeAccounts implements Accounts {

    private static final Map<String, Role> ROLES =
            Map.of("anna", Role.APPLICANT, "sam", Role.SPECIALIST, "audrey", Role.AUDITOR, "olga", Role.OPERATOR,
                    "adam", Role.ADMIN);

    @Override
    public Optional<Actor> authenticate(String name, char[] password, String address) {
        return Optional.empty();
    }

    @Override
    public Optional<Actor> actor(String name, String address) {
        return Optional.ofNullable(ROLES.get(name)).map(role -> new Actor(name, Set.of(role), address));
    }

    @Override
    public Optional<String> email(String account) {
        return Optional.empty();
    }
}

package org.openbeian.shell;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.security.Role;

/** What commands about accounts share. */
final class Roles {

    private static final int RANDOM_BYTES = 15;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Roles() {
    }

    /** The roles of which the names were typed. */
    static Set<Role> parsed(List<String> names) throws CommandException {
        EnumSet<Role> roles = EnumSet.noneOf(Role.class);
        for (String name : names) {
            roles.add(Input.oneOf(Role.class, "roles", name));
        }
        return roles;
    }

    /** A random password of 20 signs, 120 bits. */
    static String password() {
        byte[] bytes = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().encodeToString(bytes);
    }
}

package org.openbeian.security;

import java.security.Principal;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.openbeian.api.security.Role;

/** What the role and group names of the realm mean here. */
final class RoleNames {

    private RoleNames() {
    }

    /** A role's name in the realm: {@code sub-account} for SUB_ACCOUNT. */
    static String name(Role role) {
        return role.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The roles behind the principals of an account; empty when none of them means anything here. */
    static Set<Role> rolesOf(Collection<? extends Principal> principals) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (Principal principal : principals) {
            for (Role role : Role.values()) {
                if (name(role).equals(principal.getName())) {
                    roles.add(role);
                }
            }
        }
        return roles;
    }
}

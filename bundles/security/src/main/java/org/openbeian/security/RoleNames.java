package org.openbeian.security;

import java.security.Principal;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import org.openbeian.api.security.Role;

/** What the role and group names of the realm mean here. */
final class RoleNames {

    private RoleNames() {
    }

    /** The roles behind the principals of an account; empty when none of them means anything here. */
    static Set<Role> rolesOf(Collection<? extends Principal> principals) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (Principal principal : principals) {
            switch (principal.getName()) {
                case "applicant" -> roles.add(Role.APPLICANT);
                case "specialist" -> roles.add(Role.SPECIALIST);
                case "operator" -> roles.add(Role.OPERATOR);
                case "admin" -> roles.addAll(EnumSet.allOf(Role.class));
                default -> {
                }
            }
        }
        return roles;
    }
}

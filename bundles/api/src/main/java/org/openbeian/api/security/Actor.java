package org.openbeian.api.security;

import java.util.Set;

/**
 * Who acts.
 *
 * @param account name of the account
 * @param roles what it may do; never null
 * @param address network address it comes from, or {@code shell}, or {@code system}
 */
public record Actor(String account, Set<Role> roles, String address) {

    /** The server itself. */
    public static final Actor SYSTEM = new Actor("system", Set.of(Role.values()), "system");

    /** Copies the set. */
    public Actor {
        roles = Set.copyOf(roles);
    }

    /** Whether the actor has the role. */
    public boolean has(Role role) {
        return roles.contains(role);
    }

    /** Whether one of the actor's roles holds the permission. */
    public boolean may(Permission permission) {
        for (Role role : permission.roles()) {
            if (roles.contains(role)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether the actor sees the personal data of an account's orders, if it sees them at all, in clear: the account itself
     * and a sub-account that acts for it do, staff never does.
     */
    public boolean seesInClear(String owner) {
        return account.equals(owner) || has(Role.SUB_ACCOUNT) && !isStaff() && !has(Role.BUTLER);
    }

    /** Whether the actor may see orders of others. */
    public boolean isStaff() {
        return has(Role.SPECIALIST) || has(Role.OPERATOR) || has(Role.AUDITOR) || has(Role.ADMIN);
    }
}

package org.openbeian.api.security;

import java.util.Map;
import java.util.Set;

/**
 * Who acts.
 *
 * @param account name of the account
 * @param roles what it may do; never null
 * @param address network address it comes from, or {@code shell}, or {@code system}
 * @param delegated policies that others gave the account for a while: by order id, and by {@code account:} and the name of an
 *     account for what is not an order's; never null
 */
public record Actor(String account, Set<Role> roles, String address, Map<String, Set<String>> delegated) {

    /** The server itself. */
    public static final Actor SYSTEM = new Actor("system", Set.of(Role.values()), "system");

    /** Copies the collections. */
    public Actor {
        roles = Set.copyOf(roles);
        delegated = Map.copyOf(delegated);
    }

    /** Somebody to whom nothing was delegated. */
    public Actor(String account, Set<Role> roles, String address) {
        this(account, roles, address, Map.of());
    }

    /** Whether the actor was given a policy for an order, or for what belongs to {@code account:} and a name. */
    public boolean holds(String object, String policy) {
        return delegated.getOrDefault(object, Set.of()).contains(policy);
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

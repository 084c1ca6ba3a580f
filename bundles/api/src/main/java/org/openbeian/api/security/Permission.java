package org.openbeian.api.security;

import java.util.Set;

/**
 * What can be permitted: the one table of rights. Every REST operation and every shell command names its permission;
 * whether an order is visible to its caller is decided beside that, by {@code Orders}.
 */
public enum Permission {
    /** Start orders, fill them in, hand them in and give them up. */
    FILE_ORDER(Role.APPLICANT),
    /** See orders, their history, findings and requirements; personal data is masked for operators. */
    READ_ORDER(Role.APPLICANT, Role.SPECIALIST, Role.OPERATOR),
    /** See uploaded pictures. */
    READ_MATERIAL(Role.APPLICANT, Role.SPECIALIST),
    /** Pre-review: take, phone, pass and return orders (T-33 to T-37). */
    REVIEW_ORDER(Role.SPECIALIST),
    /** Record an SMS verification known from elsewhere; send an order again. */
    MEND_ORDER(Role.OPERATOR),
    /** See what became of messages about an order. */
    READ_DELIVERY(Role.SPECIALIST, Role.OPERATOR),
    /** Read one's own account and message box. */
    USE_ACCOUNT(Role.APPLICANT, Role.SPECIALIST, Role.OPERATOR),
    /** Read rules, provinces, consents. */
    READ_RULES(Role.APPLICANT, Role.SPECIALIST, Role.OPERATOR),
    /** Read the register entries of visible orders. */
    READ_REGISTER(Role.APPLICANT, Role.SPECIALIST, Role.OPERATOR),
    /** Read cloud resources; an applicant sees its own. */
    READ_RESOURCE(Role.APPLICANT, Role.SPECIALIST, Role.OPERATOR),
    /** Import facts about cloud resources. */
    WRITE_RESOURCE(Role.OPERATOR),
    /** See lanes, effects, rule bundles and the server's health. */
    READ_SYSTEM(Role.OPERATOR),
    /** Pause lanes, repeat and skip effects. */
    STEER_SYSTEM(Role.OPERATOR),
    /** Steer the simulators of a test installation. */
    STEER_SIMULATOR(Role.OPERATOR);

    private final Set<Role> roles;

    Permission(Role... roles) {
        this.roles = Set.of(roles);
    }

    /** The roles that hold this permission; never empty. */
    public Set<Role> roles() {
        return roles;
    }
}

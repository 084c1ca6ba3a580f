package org.openbeian.api.security;

import java.util.EnumSet;
import java.util.Set;

/**
 * What can be permitted: the one table of rights. Every REST operation and every shell command names its permission;
 * whether an order is visible to its caller is decided beside that, by {@code Orders}. Administrators hold all of them.
 */
public enum Permission {
    /** Start orders for oneself. */
    START_ORDER(Role.APPLICANT),
    /** Fill in, hand in and give up orders that are one's own or were delegated. */
    FILE_ORDER(Role.APPLICANT, Role.SUB_ACCOUNT, Role.BUTLER, Role.SPECIALIST),
    /** Open an order on behalf of an applicant (E-02). */
    ASSIST_FILING(Role.SPECIALIST),
    /** See orders, their history, findings and requirements; personal data is masked for staff. */
    READ_ORDER(Role.APPLICANT, Role.SUB_ACCOUNT, Role.SPECIALIST, Role.BUTLER, Role.OPERATOR, Role.AUDITOR),
    /** See uploaded pictures. */
    READ_MATERIAL(Role.APPLICANT, Role.SUB_ACCOUNT, Role.SPECIALIST, Role.BUTLER),
    /** See personal data of visible orders in clear, with a reason that is audited. */
    REVEAL_DATA(Role.SPECIALIST, Role.BUTLER),
    /** Record what became of granted sites, and have their pages inspected (T-45, T-95). */
    TEND_SITE(Role.APPLICANT, Role.SUB_ACCOUNT, Role.BUTLER, Role.SPECIALIST, Role.OPERATOR),
    /** Send curtains, see where they go with a reason that is audited (W-08). */
    SEND_CURTAIN(Role.OPERATOR),
    /** Note that a curtain arrived, give one up that was not sent; an applicant its own (W-08). */
    TEND_CURTAIN(Role.APPLICANT, Role.OPERATOR),
    /** Ask the specialists (W-11). */
    ASK(Role.APPLICANT, Role.SUB_ACCOUNT),
    /** Answer enquiries (W-11). */
    ANSWER(Role.SPECIALIST),
    /** Ask for a butler, hand material over to him, see one's charges and ask for invoices (T-111, T-114). */
    USE_BUTLER(Role.APPLICANT),
    /** See cases of butlers: applicants their own, butlers theirs, others all without what was handed over. */
    READ_CASE(Role.APPLICANT, Role.BUTLER, Role.OPERATOR, Role.AUDITOR),
    /** Work on assigned cases. */
    SERVE_CASE(Role.BUTLER),
    /** Assign butlers, note issued invoices. */
    ASSIGN_BUTLER(Role.OPERATOR),
    /** Pre-review: take, phone, pass and return orders (T-33 to T-37), clear up enquiries, propose overrides. */
    REVIEW_ORDER(Role.SPECIALIST),
    /** Approve that a finding is overridden which somebody else proposed to override: the second pair of eyes. */
    APPROVE_OVERRIDE(Role.SPECIALIST),
    /** Record an SMS verification known from elsewhere; send an order again. */
    MEND_ORDER(Role.OPERATOR),
    /** Send reports to authorities and take them back; read the code tables of authorities (T-39). */
    SEND_REPORT(Role.SPECIALIST, Role.OPERATOR),
    /** See what became of messages about an order. */
    READ_DELIVERY(Role.SPECIALIST, Role.OPERATOR, Role.AUDITOR),
    /** Read one's own account and message box. */
    USE_ACCOUNT(Role.values()),
    /** Invite sub-accounts and delegate one's own orders (T-115, T-117). */
    DELEGATE(Role.APPLICANT),
    /** Create, change, lock and list accounts. */
    MANAGE_ACCOUNTS(Role.OPERATOR),
    /** Read rules, provinces, consents. */
    READ_RULES(Role.values()),
    /** Read the register entries of visible orders. */
    READ_REGISTER(Role.APPLICANT, Role.SUB_ACCOUNT, Role.SPECIALIST, Role.BUTLER, Role.OPERATOR, Role.AUDITOR),
    /** Ask the public register, see what people noted of it (E-19, T-49). */
    ASK_REGISTRY(Role.SPECIALIST, Role.OPERATOR, Role.AUDITOR),
    /** Hand the whole register out in clear, with a reason that is audited, and import it; for administrators alone. */
    MOVE_REGISTER(),
    /** Read cloud resources; an applicant sees its own. */
    READ_RESOURCE(Role.APPLICANT, Role.SUB_ACCOUNT, Role.SPECIALIST, Role.BUTLER, Role.OPERATOR, Role.INTEGRATOR),
    /** Import facts about cloud resources. */
    WRITE_RESOURCE(Role.OPERATOR, Role.INTEGRATOR),
    /** Issue, look up, grant and revoke authorization codes; an applicant those of its own servers. */
    USE_CODES(Role.APPLICANT, Role.SPECIALIST, Role.OPERATOR, Role.INTEGRATOR),
    /** Enter filing numbers for public addresses, see them; an applicant those of its own. */
    USE_ADDRESSES(Role.APPLICANT, Role.SPECIALIST, Role.OPERATOR, Role.INTEGRATOR),
    /** Approve the filing numbers of public addresses, which opens their ports; for administrators alone. */
    APPROVE_PORT(),
    /** Ask the gate, copy what it knows (W-18). */
    ASK_GATE(Role.SPECIALIST, Role.OPERATOR, Role.INTEGRATOR),
    /** See promised and real times of all filings (W-31). */
    READ_LEVELS(Role.SPECIALIST, Role.OPERATOR, Role.AUDITOR),
    /** Tell domains to file, block, isolate and open them (W-25, Q-06). */
    BLOCK_DOMAIN(Role.OPERATOR),
    /** See lanes, effects, rule bundles and the server's health. */
    READ_SYSTEM(Role.OPERATOR, Role.AUDITOR),
    /** Read, check and export the audit. */
    READ_AUDIT(Role.AUDITOR),
    /** Pause lanes, repeat and skip effects. */
    STEER_SYSTEM(Role.OPERATOR),
    /** Keep secrets, change master keys, make and restore backups; for administrators alone. */
    MANAGE_KEYS(),
    /** Erase personal data for good. */
    ERASE_DATA(Role.OPERATOR),
    /** Steer the simulators of a test installation. */
    STEER_SIMULATOR(Role.OPERATOR);

    private final Set<Role> roles;

    Permission(Role... roles) {
        EnumSet<Role> all = EnumSet.of(Role.ADMIN, roles);
        this.roles = Set.copyOf(all);
    }

    /** The roles that hold this permission; never empty. */
    public Set<Role> roles() {
        return roles;
    }
}

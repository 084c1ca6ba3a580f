package org.openbeian.api.account;

import java.util.List;
import java.util.Set;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Role;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Makes and changes local accounts. Each call is one transaction and writes audit. Thread-safe.
 *
 * <p>Every method throws {@link Refusal}: NOT_FOUND for an unknown account, FORBIDDEN when the actor may not manage an account
 * with such roles, INVALID with all findings when a value is bad, STALE when the account was changed meanwhile.
 */
@ProviderType
public interface AccountAdmin {

    /** Skips the check of the version. */
    long ANY_VERSION = -1;

    /**
     * What an account shall be.
     *
     * @param roles at least one; only an administrator gives or takes OPERATOR, AUDITOR and ADMIN
     * @param active whether it can be used
     * @param phone mobile number in mainland China, or null
     * @param email e-mail address, or null
     */
    record Profile(Set<Role> roles, boolean active, String phone, String email) {

        /** Copies the set; null becomes empty. */
        public Profile {
            roles = roles == null ? Set.of() : Set.copyOf(roles);
        }

        /** Tells the roles only. */
        @Override
        public String toString() {
            return "Profile[" + roles + "]";
        }
    }

    /**
     * Makes an account.
     *
     * @param password its first password; the array is not kept
     */
    Account create(Actor actor, String name, Profile profile, char[] password);

    /**
     * Makes an applicant's account for whoever asks, where the operator has opened self-registration (E-01). It binds its
     * phone and e-mail afterwards, each with a code: see {@link ContactCodes}.
     *
     * @param address where the request comes from
     * @throws Refusal FORBIDDEN when it is closed; names the phone number for opening an account
     */
    Account register(String name, char[] password, String address);

    /** One account. */
    Account get(Actor actor, String name);

    /** Accounts by name, those after {@code after}; at most {@code limit}. */
    List<Account> list(Actor actor, String after, int limit);

    /** Changes roles, state and contacts. */
    Account change(Actor actor, String name, long version, Profile profile);

    /** Ends a lock-out. */
    Account unlock(Actor actor, String name);

    /** Sets another account's password and ends its sessions. */
    void setPassword(Actor actor, String name, char[] password);

    /** Changes the actor's own password and ends its other sessions; needs the present one. */
    void changePassword(Actor actor, char[] present, char[] wanted);

    /** The actor's own account. */
    Account own(Actor actor);
}

package org.openbeian.api.account;

import java.time.Instant;
import java.util.Set;
import org.openbeian.api.security.Role;

/**
 * A local account. Immutable.
 *
 * @param name unchanging name, 3 to 64 of {@code a-z 0-9 . _ -}, beginning with a letter or digit
 * @param version counts the changes; 1 when new
 * @param roles what it may do in general; never null
 * @param parent account of the applicant for whom a sub-account acts, or null
 * @param active false when it is closed: nobody logs in with it
 * @param phone mobile number that also logs in, or null (T-02)
 * @param email address that also logs in and gets notices, or null
 * @param createdAt when it was made
 * @param lockedUntil when a lock-out after failed log-ins ends, or null
 * @param realName who holds it by its real-name check, or null
 */
public record Account(String name, long version, Set<Role> roles, String parent, boolean active, String phone, String email,
        Instant createdAt, Instant lockedUntil, RealName realName) {

    /** Copies the set; null becomes empty. */
    public Account {
        roles = roles == null ? Set.of() : Set.copyOf(roles);
    }

    /** An account without real-name data. */
    public Account(String name, long version, Set<Role> roles, String parent, boolean active, String phone, String email,
            Instant createdAt, Instant lockedUntil) {
        this(name, version, roles, parent, active, phone, email, createdAt, lockedUntil, null);
    }

    /** This account with other real-name data, one version later. */
    public Account with(RealName newRealName) {
        return new Account(name, version + 1, roles, parent, active, phone, email, createdAt, lockedUntil, newRealName);
    }

    /** This account with other roles, contacts and state, one version later. */
    public Account with(Set<Role> newRoles, boolean newActive, String newPhone, String newEmail) {
        return new Account(name, version + 1, newRoles, parent, newActive, newPhone, newEmail, createdAt, lockedUntil,
                realName);
    }

    /** Names account and roles only; phone and e-mail are personal data. */
    @Override
    public String toString() {
        return "Account[" + name + " " + roles + "]";
    }
}

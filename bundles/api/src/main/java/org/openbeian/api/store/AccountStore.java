package org.openbeian.api.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openbeian.api.account.Account;
import org.openbeian.api.security.Role;
import org.osgi.annotation.versioning.ProviderType;

/** Local accounts. Phone and e-mail are protected, and found by marks only. Joins the caller's transaction. Thread-safe. */
@ProviderType
public interface AccountStore {

    /**
     * What a log-in needs to know, without personal data.
     *
     * @param name name of the account
     * @param roles its roles
     * @param active whether it may be used
     * @param passwordHash the password's hash with its parameters, or null when it has none
     * @param failures failed log-ins since the last good one
     * @param lockedUntil when a lock-out ends, or null
     */
    record LogIn(String name, Set<Role> roles, boolean active, String passwordHash, int failures, Instant lockedUntil) {

        /** Leaves the hash out. */
        @Override
        public String toString() {
            return "LogIn[" + name + "]";
        }
    }

    /**
     * Marks under which an account is found.
     *
     * @param phone mark of its phone number, or null
     * @param email mark of its e-mail address, or null
     */
    record Marks(String phone, String email) {

        /** An account without contacts. */
        public static final Marks NONE = new Marks(null, null);
    }

    /**
     * Stores a new account.
     *
     * @return false when the name or one of the marks is taken
     */
    boolean insert(Account account, Marks marks, String passwordHash);

    /**
     * Stores the next version of an account; password, failures and lock stay.
     *
     * @return false when the stored version is not {@code account.version() - 1}, or one of the marks is taken
     */
    boolean update(Account account, Marks marks);

    /**
     * Stores the next version of an account whose contacts are as they were; their marks stay.
     *
     * @return false when the stored version is not {@code account.version() - 1}
     */
    boolean keep(Account account);

    /** The account, or empty. */
    Optional<Account> find(String name);

    /** What a log-in needs, or empty. */
    Optional<LogIn> logIn(String name);

    /** Name of the account whose phone or e-mail has this mark, or empty. */
    Optional<String> byMark(String mark);

    /** Accounts by name, those after {@code after}; from the first one when null. */
    List<Account> list(String after, int limit);

    /** Names of the accounts in use that have a role, in their order. */
    List<String> withRole(Role role, int limit);

    /** Sets a password and forgets failures. */
    void setPassword(String name, String passwordHash);

    /**
     * Counts a failed log-in.
     *
     * @return failures since the last good log-in, this one included
     */
    int fail(String name);

    /** Sets or, with null, ends a lock-out. */
    void lock(String name, Instant until);

    /** Forgets failures and lock. */
    void forgive(String name);
}

package org.openbeian.shell;

import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.openbeian.api.account.Account;
import org.openbeian.api.account.RealName;
import org.openbeian.api.security.Masks;
import org.openbeian.api.security.Role;

/**
 * An account as it is shown: contacts masked, its password nowhere.
 *
 * @param name its name
 * @param roles its roles
 * @param parent account for which it acts, or null
 * @param active whether it can be used
 * @param phone its phone number, masked, or null
 * @param email its e-mail address, masked, or null
 * @param createdAt when it was made
 * @param lockedUntil when a lock-out ends, or null
 * @param realName its real-name data, masked, or null
 */
record AccountLine(String name, Set<Role> roles, String parent, boolean active, String phone, String email, Instant createdAt,
        Instant lockedUntil, RealName realName) {

    static AccountLine of(Account account) {
        return new AccountLine(account.name(), new TreeSet<>(account.roles()), account.parent(), account.active(),
                Masks.phone(account.phone()), Masks.email(account.email()), account.createdAt(), account.lockedUntil(),
                account.realName() == null ? null : account.realName().masked());
    }

    /** The table of accounts. */
    static Table table() {
        return new Table("Account", "Roles", "Acts for", "Open", "Locked until", "Since", "Phone", "E-mail", "Real name");
    }

    void row(Table table) {
        table.row(name, roles, parent, active ? "yes" : "no", Show.time(lockedUntil), Show.time(createdAt), phone, email,
                realName == null ? null : realName.certificateType() + " " + realName.certificateNumber() + " " + realName.name());
    }
}

package org.openbeian.core.fake;

import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openbeian.api.security.Role;
import org.openbeian.api.store.AccountStore;
import org.openbeian.api.store.AccountStore.LogIn;

/** Who works here: the operators olga and otto, the specialist sam, the specialist gone, who left, and the applicant alice. */
public final class Staff {

    private static final Map<String, LogIn> ALL = Map.of("olga", of("olga", Role.OPERATOR, true), "otto", of("otto", Role.OPERATOR, true),
        "sam", of("sam", Role.SPECIALIST, true), "gone", of("gone", Role.SPECIALIST, false), "alice", of("alice", Role.APPLICANT, true));

    private Staff() {
    }

    private static LogIn of(String name, Role role, boolean active) {
        return new LogIn(name, Set.of(role), active, null, 0, null);
    }

    /** Their accounts, as far as they are asked for by role or name. */
    public static AccountStore accounts() {
        return (AccountStore) Proxy.newProxyInstance(AccountStore.class.getClassLoader(), new Class<?>[] {AccountStore.class},
            (proxy, method, arguments) -> switch (method.getName()) {
                case "withRole" -> ALL.values().stream().filter(one -> one.active() && one.roles().contains((Role) arguments[0]))
                    .map(LogIn::name).sorted().toList();
                case "logIn" -> Optional.ofNullable(ALL.get((String) arguments[0]));
                default -> throw new UnsupportedOperationException(method.getName());
            });
    }
}

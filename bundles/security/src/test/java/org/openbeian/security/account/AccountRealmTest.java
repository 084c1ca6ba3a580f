package org.openbeian.security.account;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.AppConfigurationEntry.LoginModuleControlFlag;
import javax.security.auth.login.LoginException;
import org.apache.karaf.jaas.config.JaasRealm;
import org.junit.Test;
import org.openbeian.api.account.Account;
import org.openbeian.api.security.Role;
import org.openbeian.api.store.AccountStore.Marks;

public class AccountRealmTest {

    private static final AppConfigurationEntry FILE =
            new AppConfigurationEntry("users.properties", LoginModuleControlFlag.REQUIRED, Map.of());

    private final MemoryAccounts store = new MemoryAccounts();
    private final Passwords passwords = new Passwords(64, 1);
    private final StoredAccounts accounts = new StoredAccounts(store, new MemoryDelegations(), new Contacts(StoredAccountsTest.INDEX),
            new RecordedAudit(), StoredAccountsTest.settings(false), passwords, Clock.systemUTC());
    private final AccountRealm realm = new AccountRealm("7");

    private Set<String> logIn(Role role, String password) throws LoginException {
        store.insert(new Account("max", 1, Set.of(role), null, true, null, null, Instant.EPOCH, null), Marks.NONE,
                passwords.hash("correct horse 9".toCharArray()));
        realm.accounts = accounts;
        Map<String, Object> options = new HashMap<>(realm.getEntries()[0].getOptions());
        assertEquals(AccountLoginModule.class.getName(), options.get("org.apache.karaf.jaas.module"));
        assertEquals("7", options.get("org.apache.karaf.jaas.bundle"));
        Subject subject = new Subject();
        AccountLoginModule module = new AccountLoginModule();
        module.initialize(subject, callbacks -> {
            for (Callback callback : callbacks) {
                if (callback instanceof NameCallback name) {
                    name.setName("max");
                } else if (callback instanceof PasswordCallback secret && password != null) {
                    secret.setPassword(password.toCharArray());
                }
            }
        }, Map.of(), options);
        module.login();
        module.commit();
        Set<String> names = subject.getPrincipals().stream().map(Principal::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        module.logout();
        assertEquals(Set.of(), subject.getPrincipals());
        return names;
    }

    @Test
    public void administratorsHaveTheWholeContainer() throws Exception {
        assertEquals(Set.of("max", "ssh", "viewer", "admin", "manager", "systembundles"), logIn(Role.ADMIN, "correct horse 9"));
    }

    @Test
    public void operatorsSeeTheContainerAndOtherStaffTheShellOnly() throws Exception {
        assertEquals(Set.of("max", "ssh", "viewer"), logIn(Role.OPERATOR, "correct horse 9"));
        store.accounts.clear();
        assertEquals(Set.of("max", "ssh"), logIn(Role.SPECIALIST, "correct horse 9"));
        store.accounts.clear();
        assertEquals(Set.of("max", "ssh"), logIn(Role.AUDITOR, "correct horse 9"));
    }

    @Test
    public void applicantsHaveNoShell() throws Exception {
        assertEquals(Set.of("max"), logIn(Role.APPLICANT, "correct horse 9"));
    }

    @Test
    public void wrongAndMissingPasswordsAreRefused() {
        assertThrows(LoginException.class, () -> logIn(Role.ADMIN, "wrong"));
        assertThrows(LoginException.class, () -> logIn(Role.ADMIN, null));
    }

    @Test
    public void karafsOwnUsersCountOnlyWhileTheStoreIsAway() {
        realm.others = List.of(new JaasRealm() {
            @Override
            public String getName() {
                return "karaf";
            }

            @Override
            public int getRank() {
                return 0;
            }

            @Override
            public AppConfigurationEntry[] getEntries() {
                return new AppConfigurationEntry[] {FILE};
            }
        });
        assertEquals("no accounts yet", List.of(FILE), List.of(realm.getEntries()));
        realm.accounts = accounts;
        assertEquals(AccountLoginModule.class.getName(),
                realm.getEntries()[0].getOptions().get("org.apache.karaf.jaas.module"));
        store.away = true;
        assertEquals(List.of(FILE), List.of(realm.getEntries()));
        realm.others = List.of();
        assertEquals(0, realm.getEntries().length);
        assertEquals("before Karaf's", true, realm.getRank() > 0);
    }
}

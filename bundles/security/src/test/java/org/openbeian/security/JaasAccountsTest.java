package org.openbeian.security;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.AppConfigurationEntry.LoginModuleControlFlag;
import javax.security.auth.login.Configuration;
import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginException;
import javax.security.auth.spi.LoginModule;
import org.apache.karaf.jaas.boot.ProxyLoginModule;
import org.apache.karaf.jaas.boot.principal.RolePrincipal;
import org.apache.karaf.jaas.config.JaasRealm;
import org.apache.karaf.jaas.modules.BackingEngine;
import org.apache.karaf.jaas.modules.BackingEngineFactory;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Permission;
import org.openbeian.api.security.Role;

public class JaasAccountsTest {

    private static final FakeEngine ENGINE = new FakeEngine();
    private static final AtomicInteger LOGINS = new AtomicInteger();

    private Configuration before;

    /** Logs in against {@link #ENGINE}. */
    public static final class TestLogin implements LoginModule {

        private Subject subject;
        private CallbackHandler handler;

        @Override
        public void initialize(Subject newSubject, CallbackHandler newHandler, Map<String, ?> shared, Map<String, ?> options) {
            subject = newSubject;
            handler = newHandler;
        }

        @Override
        public boolean login() throws LoginException {
            LOGINS.incrementAndGet();
            NameCallback name = new NameCallback("name");
            PasswordCallback password = new PasswordCallback("password", false);
            try {
                handler.handle(new Callback[] {name, password});
            } catch (IOException | UnsupportedCallbackException e) {
                throw new IllegalStateException(e);
            }
            if (!String.valueOf(password.getPassword()).equals(ENGINE.passwords.get(name.getName()))) {
                throw new FailedLoginException();
            }
            ENGINE.roles.getOrDefault(name.getName(), List.of())
                    .forEach(role -> subject.getPrincipals().add(new RolePrincipal(role)));
            return true;
        }

        @Override
        public boolean commit() {
            return true;
        }

        @Override
        public boolean abort() {
            return true;
        }

        @Override
        public boolean logout() {
            return true;
        }
    }

    @Before
    public void configure() {
        try {
            before = Configuration.getConfiguration();
        } catch (SecurityException none) {
            before = null;
        }
        Configuration.setConfiguration(new Configuration() {
            @Override
            public AppConfigurationEntry[] getAppConfigurationEntry(String name) {
                return new AppConfigurationEntry[] {
                    new AppConfigurationEntry(TestLogin.class.getName(), LoginModuleControlFlag.REQUIRED, Map.of())};
            }
        });
        ENGINE.passwords.clear();
        ENGINE.roles.clear();
        LOGINS.set(0);
        ENGINE.addUser("wang", "pass word");
        ENGINE.addRole("wang", "specialist");
        ENGINE.addRole("wang", "ssh");
        ENGINE.addUser("root", "x");
        ENGINE.addRole("root", "admin");
        ENGINE.addUser("ssh-only", "x");
        ENGINE.addRole("ssh-only", "ssh");
    }

    @After
    public void restore() {
        Configuration.setConfiguration(before);
    }

    @Test
    public void theRightPasswordGivesTheRolesOfTheRealm() {
        Actor actor = accounts(60).authenticate("wang", "pass word".toCharArray(), "192.0.2.1").orElseThrow();
        assertEquals(new Actor("wang", Set.of(Role.SPECIALIST), "192.0.2.1"), actor);
        assertTrue(actor.may(Permission.REVIEW_ORDER));
        assertFalse(actor.may(Permission.STEER_SYSTEM));
        Actor root = accounts(60).authenticate("root", "x".toCharArray(), "192.0.2.1").orElseThrow();
        assertEquals(Set.of(Role.values()), root.roles());
    }

    @Test
    public void aWrongPasswordIsRefusedEvenAfterARightOne() {
        JaasAccounts accounts = accounts(60);
        assertTrue(accounts.authenticate("wang", "pass word".toCharArray(), "a").isPresent());
        assertEquals(Optional.empty(), accounts.authenticate("wang", "pass".toCharArray(), "a"));
        assertEquals(Optional.empty(), accounts.authenticate("nobody", "pass word".toCharArray(), "a"));
        assertEquals(Optional.empty(), accounts.authenticate("wang", new char[0], "a"));
    }

    @Test
    public void anAccountWithoutAnyRoleHereIsRefused() {
        assertEquals(Optional.empty(), accounts(60).authenticate("ssh-only", "x".toCharArray(), "a"));
        assertEquals(Optional.empty(), accounts(60).actor("ssh-only", "shell"));
    }

    @Test
    public void anAcceptedPasswordIsAskedForOnce() {
        JaasAccounts accounts = accounts(60);
        for (int i = 0; i < 5; i++) {
            assertTrue(accounts.authenticate("wang", "pass word".toCharArray(), "a").isPresent());
        }
        assertEquals(1, LOGINS.get());
    }

    @Test
    public void nothingIsRememberedForever() {
        AtomicLong nanos = new AtomicLong();
        VerifiedCredentials verified = new VerifiedCredentials(2, 100, nanos::get);
        verified.remember("wang", "a".toCharArray(), Set.of(Role.APPLICANT));
        nanos.set(99);
        assertTrue(verified.find("wang", "a".toCharArray()).isPresent());
        nanos.set(100);
        assertFalse(verified.find("wang", "a".toCharArray()).isPresent());
        for (String name : List.of("a", "b", "c")) {
            verified.remember(name, "x".toCharArray(), Set.of(Role.APPLICANT));
        }
        assertFalse("bounded", verified.find("a", "x".toCharArray()).isPresent());
        assertTrue(verified.find("c", "x".toCharArray()).isPresent());
    }

    @Test
    public void theShellsAccountsAreKnownByName() {
        assertEquals(Set.of(Role.SPECIALIST), accounts(60).actor("wang", "shell").orElseThrow().roles());
        assertEquals(Optional.empty(), accounts(60).actor("nobody", "shell"));
    }

    @Test
    public void eMailAddressesComeFromTheConfiguration() {
        JaasAccounts accounts = new JaasAccounts(realm(), 60, Map.of("account.email.wang", "wang@example.com"));
        assertEquals(Optional.of("wang@example.com"), accounts.email("wang"));
        assertEquals(Optional.empty(), accounts.email("root"));
    }

    @Test
    public void aBadValueIsRefusedByName() {
        assertTrue(assertThrows(IllegalArgumentException.class, () -> accounts(-1)).getMessage().contains("remember.seconds"));
        assertTrue(assertThrows(IllegalArgumentException.class,
                () -> new JaasAccounts(realm(), 60, Map.of("account.email.wang", "wang"))).getMessage()
                .contains("account.email.wang"));
    }

    private static JaasAccounts accounts(int seconds) {
        return new JaasAccounts(realm(), seconds, Map.of());
    }

    private static KarafRealm realm() {
        JaasRealm realm = new JaasRealm() {
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
                return new AppConfigurationEntry[] {new AppConfigurationEntry("proxy", LoginModuleControlFlag.OPTIONAL,
                        Map.of(ProxyLoginModule.PROPERTY_MODULE, "users"))};
            }
        };
        BackingEngineFactory factory = new BackingEngineFactory() {
            @Override
            public String getModuleClass() {
                return "users";
            }

            @Override
            public BackingEngine build(Map<String, ?> options) {
                return ENGINE;
            }
        };
        return new KarafRealm(List.of(realm), List.of(factory));
    }
}

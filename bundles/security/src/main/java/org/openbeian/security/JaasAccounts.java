package org.openbeian.security;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.LoginContext;
import javax.security.auth.login.LoginException;
import org.apache.karaf.jaas.boot.principal.RolePrincipal;
import org.apache.karaf.jaas.boot.principal.UserPrincipal;
import org.apache.karaf.jaas.modules.BackingEngine;
import org.openbeian.api.security.Accounts;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Role;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Accounts of the realm {@code karaf}. E-mail addresses are properties {@code account.email.<name>}. Thread-safe. */
@Component(configurationPid = "org.openbeian.security")
@Designate(ocd = JaasAccounts.Config.class)
public final class JaasAccounts implements Accounts {

    private static final String EMAIL = "account.email.";
    private static final int REMEMBERED = 10_000;

    private final KarafRealm realm;
    private final Map<String, Object> properties;
    private final VerifiedCredentials verified;

    /** Configuration {@code org.openbeian.security}. */
    @ObjectClassDefinition(name = "OpenBeian accounts", description = "Log-in. Beside the attributes below, a property"
            + " account.email.NAME gives the e-mail address to which notices for account NAME go.")
    public @interface Config {

        /** How long an accepted password is remembered, in seconds. */
        @AttributeDefinition(name = "Remember a log-in", description = "Seconds for which an accepted name and password"
                + " are not checked again; a changed password takes effect after this time. 0 to 3600.",
                min = "0", max = "3600")
        int remember_seconds() default 60;
    }

    /**
     * Accounts of a realm.
     *
     * @throws IllegalArgumentException when a value of the configuration is bad; names it
     */
    @Activate
    public JaasAccounts(@Reference KarafRealm realm, Config config, Map<String, Object> properties) {
        this(realm, config.remember_seconds(), properties);
    }

    JaasAccounts(KarafRealm realm, int rememberSeconds, Map<String, Object> properties) {
        if (rememberSeconds < 0 || rememberSeconds > 3600) {
            throw new IllegalArgumentException("remember.seconds = " + rememberSeconds + " is not within 0 to 3600");
        }
        properties.forEach((key, value) -> {
            if (key.startsWith(EMAIL) && !String.valueOf(value).matches("[^@\\s]+@[^@\\s]+")) {
                throw new IllegalArgumentException(key + " is not an e-mail address");
            }
        });
        this.realm = realm;
        this.properties = Map.copyOf(properties);
        this.verified = new VerifiedCredentials(REMEMBERED, TimeUnit.SECONDS.toNanos(rememberSeconds), System::nanoTime);
    }

    @Override
    public Optional<Actor> authenticate(String name, char[] password, String address) {
        Optional<Set<Role>> known = verified.find(name, password);
        if (known.isEmpty()) {
            known = login(name, password);
            known.ifPresent(roles -> verified.remember(name, password, roles));
        }
        return known.map(roles -> new Actor(name, roles, address));
    }

    @Override
    public Optional<Actor> actor(String name, String address) {
        BackingEngine users = realm.users();
        UserPrincipal user = users.lookupUser(name);
        if (user == null) {
            return Optional.empty();
        }
        Set<Role> roles = RoleNames.rolesOf(users.listRoles(user));
        return roles.isEmpty() ? Optional.empty() : Optional.of(new Actor(name, roles, address));
    }

    @Override
    public Optional<String> email(String account) {
        return Optional.ofNullable(properties.get(EMAIL + account)).map(String::valueOf);
    }

    /** The roles of an account, or empty when the realm refuses it or it has no role here. */
    private static Optional<Set<Role>> login(String name, char[] password) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(RolePrincipal.class.getClassLoader());
        try {
            LoginContext context = new LoginContext(KarafRealm.NAME, new Subject(),
                    callbacks -> answer(callbacks, name, password));
            context.login();
            Set<Role> roles = RoleNames.rolesOf(context.getSubject().getPrincipals());
            context.logout();
            return roles.isEmpty() ? Optional.empty() : Optional.of(roles);
        } catch (LoginException expected) {
            return Optional.empty();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static void answer(Callback[] callbacks, String name, char[] password) throws UnsupportedCallbackException {
        for (Callback callback : callbacks) {
            if (callback instanceof NameCallback nameCallback) {
                nameCallback.setName(name);
            } else if (callback instanceof PasswordCallback passwordCallback) {
                passwordCallback.setPassword(password.clone());
            } else {
                throw new UnsupportedCallbackException(callback);
            }
        }
    }
}

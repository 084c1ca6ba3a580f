package org.openbeian.security.account;

import java.io.IOException;
import java.security.Principal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginException;
import javax.security.auth.spi.LoginModule;
import org.apache.karaf.jaas.boot.principal.RolePrincipal;
import org.apache.karaf.jaas.boot.principal.UserPrincipal;
import org.openbeian.api.security.Accounts;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Role;

/** Lets the accounts of the store into shell, SSH and JMX. One object serves one log-in. */
public final class AccountLoginModule implements LoginModule {

    /** Option under which {@link AccountRealm} hands over the accounts. */
    static final String ACCOUNTS = "accounts";

    private Subject subject;
    private CallbackHandler callbacks;
    private Accounts accounts;
    private List<Principal> principals = List.of();

    /** Made by JAAS. */
    public AccountLoginModule() {
    }

    @Override
    public void initialize(Subject who, CallbackHandler handler, Map<String, ?> sharedState, Map<String, ?> options) {
        subject = who;
        callbacks = handler;
        accounts = (Accounts) options.get(ACCOUNTS);
    }

    @Override
    public boolean login() throws LoginException {
        NameCallback name = new NameCallback("User name: ");
        PasswordCallback password = new PasswordCallback("Password: ", false);
        try {
            callbacks.handle(new Callback[] {name, password});
        } catch (IOException | UnsupportedCallbackException e) {
            throw new LoginException("this realm needs a name and a password");
        }
        char[] secret = password.getPassword();
        if (name.getName() == null || secret == null) {
            throw new FailedLoginException("this realm needs a name and a password");
        }
        try {
            Actor actor = accounts.authenticate(name.getName(), secret, "shell")
                    .orElseThrow(() -> new FailedLoginException("name or password is wrong, or the account is locked"));
            principals = principals(actor);
            return true;
        } catch (RuntimeException e) {
            throw new LoginException("the accounts cannot be asked at the moment");
        } finally {
            Arrays.fill(secret, '\0');
            password.clearPassword();
        }
    }

    /** Who somebody is for Karaf: staff may use the shell, and only administrators the commands of the container. */
    private static List<Principal> principals(Actor actor) {
        List<Principal> all = new ArrayList<>(List.of(new UserPrincipal(actor.account())));
        if (actor.isStaff()) {
            all.add(new RolePrincipal("ssh"));
        }
        if (actor.has(Role.OPERATOR) || actor.has(Role.ADMIN)) {
            all.add(new RolePrincipal("viewer"));
        }
        if (actor.has(Role.ADMIN)) {
            Set.of("admin", "manager", "systembundles").forEach(role -> all.add(new RolePrincipal(role)));
        }
        return all;
    }

    @Override
    public boolean commit() {
        subject.getPrincipals().addAll(principals);
        return !principals.isEmpty();
    }

    @Override
    public boolean abort() {
        return logout();
    }

    @Override
    public boolean logout() {
        principals.forEach(subject.getPrincipals()::remove);
        principals = List.of();
        return true;
    }
}

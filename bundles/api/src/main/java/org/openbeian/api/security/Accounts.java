package org.openbeian.api.security;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Checks who somebody is. Thread-safe. */
@ProviderType
public interface Accounts {

    /**
     * Checks a name and password.
     *
     * @param name account name
     * @param password the password; the array is not kept
     * @param address network address of the caller
     * @return the actor, or empty when name or password is wrong
     */
    Optional<Actor> authenticate(String name, char[] password, String address);

    /**
     * The actor of an account that was authenticated elsewhere, such as by the shell.
     *
     * @param name account name
     * @param address where it comes from
     * @return the actor, or empty when there is no such account
     */
    Optional<Actor> actor(String name, String address);

    /** The e-mail address for notices to an account, if known. */
    Optional<String> email(String account);
}

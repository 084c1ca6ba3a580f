package org.openbeian.api.key;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * The keeper of master keys and secrets. The server brings one that keeps both in a file; a plugin may keep them in a
 * hardware module (PKCS#11) or a key management service and never hand a master key out. The service of the highest ranking
 * is used. Several master keys may be known at a time: the current one wraps, all of them unwrap.
 *
 * <p>Every method may be called from any thread and should answer within a second; it throws {@link IllegalStateException}
 * when the vault cannot be reached. Answers about data keys are kept by the caller, so a vault is not asked per filing.
 */
@ConsumerType
public interface KeyVault {

    /** Beginning of a configuration value that names a secret instead of holding it. */
    String REFERENCE = "secret:";

    /** Id of the master key that wraps new keys; unique among all vaults, never reused. */
    String currentMaster();

    /** Ids of all master keys that unwrap. */
    Set<String> masters();

    /**
     * Encrypts a data key with the current master key.
     *
     * @param key the data key; not changed and not kept
     * @param context what the key is for; must be given again to unwrap it
     */
    WrappedKey wrap(byte[] key, String context);

    /**
     * Brings a data key back.
     *
     * @throws IllegalStateException when the master key is not known, or key or context are not those that were wrapped
     */
    byte[] unwrap(WrappedKey wrapped, String context);

    /** Makes a new master key the current one and returns its id; the others still unwrap. */
    String addMaster();

    /**
     * Destroys a master key that is not current.
     *
     * @throws IllegalArgumentException when it is the current one
     */
    void removeMaster(String id);

    /** The secret of this name, if there is one. */
    Optional<String> secret(String name);

    /**
     * Sets a secret.
     *
     * @param name 1 to 80 lower-case letters, digits, dots and hyphens, beginning with a letter
     * @param value not empty, at most 10,000 characters
     * @throws IllegalArgumentException when name or value are not like that
     */
    void putSecret(String name, String value);

    /** Removes a secret; false when there was none. */
    boolean removeSecret(String name);

    /** Names of all secrets, sorted. */
    List<String> secretNames();

    /**
     * Everything in the vault, in a form that {@link #importAll} reads, for a backup that is to hold the keys too.
     *
     * @throws UnsupportedOperationException when this vault hands no key out
     */
    default byte[] exportAll() {
        throw new UnsupportedOperationException("this key vault hands no key out");
    }

    /**
     * Takes over what another vault exported: its master keys and secrets are added, its current master key becomes current.
     *
     * @throws UnsupportedOperationException when this vault takes no key in
     */
    default void importAll(byte[] exported) {
        throw new UnsupportedOperationException("this key vault takes no key in");
    }

    /**
     * What a configured password or key stands for: the secret it names or, outside production, itself.
     *
     * @param value {@code secret:<name>}, or anything else; null and empty values stand for themselves
     * @param production whether a value that names no secret is refused
     * @throws IllegalArgumentException when it is refused; says how to keep it in the vault
     * @throws IllegalStateException when there is no secret of that name; says how to set it
     */
    default String resolve(String value, boolean production) {
        if (value == null || value.isEmpty()) {
            return value;
        }
        if (!value.startsWith(REFERENCE)) {
            if (production) {
                throw new IllegalArgumentException("must not stand in a configuration file; keep it with beian:secret-set NAME"
                    + " and write " + REFERENCE + "NAME here");
            }
            return value;
        }
        String name = value.substring(REFERENCE.length()).strip();
        return secret(name).orElseThrow(() -> new IllegalStateException("the key vault has no secret " + name
            + "; set it with beian:secret-set " + name));
    }
}

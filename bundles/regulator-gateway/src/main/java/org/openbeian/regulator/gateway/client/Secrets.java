package org.openbeian.regulator.gateway.client;

/**
 * What only the authority and we know of an upload account.
 *
 * @param password password of the account
 * @param key AES key, or null when the account does not encrypt
 * @param iv AES initialisation vector, or null when the account does not encrypt
 */
public record Secrets(String password, String key, String iv) {

    /** Says nothing. */
    @Override
    public String toString() {
        return "Secrets[***]";
    }
}

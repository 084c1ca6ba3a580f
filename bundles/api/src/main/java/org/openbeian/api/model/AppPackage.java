package org.openbeian.api.model;

/**
 * A package of an APP: rows.
 *
 * @param name Android application id or iOS bundle id
 * @param publicKey RSA modulus of the signing certificate, decimal or hexadecimal
 * @param fingerprint MD5 (Android) or SHA-1 (Apple) of the signing certificate, hexadecimal
 */
public record AppPackage(String name, String publicKey, String fingerprint) {
}

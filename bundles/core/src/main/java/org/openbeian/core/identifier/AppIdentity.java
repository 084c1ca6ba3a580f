package org.openbeian.core.identifier;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Package names and certificate fingerprints of APPs. */
public final class AppIdentity {

    private static final Pattern ANDROID = Pattern.compile("[A-Za-z][A-Za-z0-9_]*(\\.[A-Za-z][A-Za-z0-9_]*)+");
    private static final Pattern APPLE = Pattern.compile("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");
    private static final Pattern HEX = Pattern.compile("[0-9A-F]+");
    private static final Pattern MODULUS = Pattern.compile("[0-9A-F]{128,}|[0-9]{150,}");

    private AppIdentity() {
    }

    /** Checks an Android application id. */
    public static Optional<Fault> checkAndroidPackage(String name) {
        return name.length() <= 128 && ANDROID.matcher(name).matches() ? Optional.empty() : Optional.of(Fault.FORM);
    }

    /** Checks an iOS bundle id. */
    public static Optional<Fault> checkAppleBundle(String name) {
        return name.length() <= 128 && APPLE.matcher(name).matches() ? Optional.empty() : Optional.of(Fault.FORM);
    }

    /** A fingerprint as it is stored: upper case, without colons and spaces. */
    public static String fingerprint(String text) {
        return text.replace(":", "").replace(" ", "").toUpperCase(Locale.ROOT);
    }

    /** Checks the MD5 of an Android certificate: 32 hexadecimal digits. */
    public static Optional<Fault> checkMd5(String text) {
        return hex(text, 32);
    }

    /** Checks the SHA-1 of an Apple certificate: 40 hexadecimal digits. */
    public static Optional<Fault> checkSha1(String text) {
        return hex(text, 40);
    }

    /** Checks the RSA modulus of a signing certificate, decimal or hexadecimal. */
    public static Optional<Fault> checkPublicKey(String text) {
        return MODULUS.matcher(fingerprint(text)).matches() ? Optional.empty() : Optional.of(Fault.FORM);
    }

    private static Optional<Fault> hex(String text, int length) {
        String digits = fingerprint(text);
        if (!HEX.matcher(digits).matches()) {
            return Optional.of(Fault.ALPHABET);
        }
        return digits.length() == length ? Optional.empty() : Optional.of(Fault.LENGTH);
    }
}

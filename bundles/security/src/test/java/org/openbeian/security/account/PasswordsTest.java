package org.openbeian.security.account;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import org.junit.Test;

/** Hashes that others made are understood, and damaged ones let nobody in. */
public class PasswordsTest {

    /** From the tests of the reference implementation: "password", "somesalt". */
    private static final String REFERENCE = "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4";

    private final Passwords passwords = new Passwords(64, 1);

    @Test
    public void aHashOfTheReferenceImplementationIsUnderstood() {
        assertTrue(passwords.matches("password".toCharArray(), REFERENCE));
        assertFalse(passwords.matches("Password".toCharArray(), REFERENCE));
        assertEquals(REFERENCE, Argon2Hash.parse(REFERENCE).text());
    }

    @Test
    public void aHashIsSaltedAndLetsOnlyItsPasswordIn() {
        String hash = passwords.hash("correct horse".toCharArray());
        assertNotEquals(hash, passwords.hash("correct horse".toCharArray()));
        assertTrue(passwords.matches("correct horse".toCharArray(), hash));
        assertFalse(passwords.matches("correct hors".toCharArray(), hash));
        assertFalse("nobody's", passwords.matches("correct horse".toCharArray(), null));
    }

    @Test
    public void aDamagedHashIsRefused() {
        for (String damaged : new String[] {"", "plain", REFERENCE.replace("argon2id", "argon2i"), REFERENCE + "$",
            REFERENCE.replace("19", "16")}) {
            assertThrows(damaged, IllegalArgumentException.class, () -> passwords.matches("password".toCharArray(), damaged));
        }
    }
}

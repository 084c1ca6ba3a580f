package org.openbeian.regulator.gateway.wire;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.Test;
import org.openbeian.testkit.Requirement;

@Requirement("T-39")
public class WireSecurityTest {

    @Test
    public void passwordHashAgreesWithTheKnownVectors() {
        assertEquals("9fq6VgG8bDFoWECeX62u2Q==", WireSecurity.passwordHash("1234567890", "abcdefghij"));
        assertEquals("5IaSvmPV53y6fiWPq1jNPA==", WireSecurity.passwordHash("TestPass01", "0123456789abcdefGHIJ"));
    }

    @Test
    public void passwordIsHashedAsGbkNotUtf8() {
        assertEquals("6MgK2hCZxrDhrXsQWVolww==", WireSecurity.passwordHash("测试口令9", "0123456789abcdefGHIJ"));
    }

    @Test
    public void fileHashAgreesWithTheKnownVector() {
        assertEquals("bZzU/6brDewNKn9CCocA0g==", WireSecurity.fileHash("PK-test-bytes-0001".getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    public void randomValuesAreTwentyLettersOrDigitsAndDiffer() {
        String value = WireSecurity.randomValue();
        assertTrue(value, value.matches("[0-9A-Za-z]{20}"));
        assertNotEquals(value, WireSecurity.randomValue());
    }
}

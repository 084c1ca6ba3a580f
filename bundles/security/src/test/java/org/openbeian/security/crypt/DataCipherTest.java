package org.openbeian.security.crypt;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import org.junit.Test;

public class DataCipherTest {

    private static final byte[] CONTEXT = "order-1".getBytes(StandardCharsets.UTF_8);

    private final byte[] key = DataCipher.newKey();

    @Test
    public void whatEitherEncryptsIsReadByItsNumber() {
        byte[] clear = new byte[100_001];
        new Random(1).nextBytes(clear);
        for (DataCipher cipher : DataCipher.values()) {
            assertTrue(cipher.isAvailable());
            byte[] stored = cipher.encrypt(key, CONTEXT, clear, 9);
            assertArrayEquals(clear, DataCipher.decrypt(key, CONTEXT, stored, 9));
            assertEquals(cipher.ordinal() + 1, stored[9]);
            assertEquals("nonce, tag and number", clear.length + 9 + 1 + 12 + 16, stored.length);
        }
    }

    @Test
    public void aChangeIsNoticedWhateverTheAlgorithm() {
        for (DataCipher cipher : DataCipher.values()) {
            byte[] stored = cipher.encrypt(key, CONTEXT, new byte[40], 0);
            for (int at = 0; at < stored.length; at++) {
                byte[] changed = stored.clone();
                changed[at] ^= 3;
                assertThrows(cipher + " byte " + at, IllegalStateException.class, () -> DataCipher.decrypt(key, CONTEXT, changed, 0));
            }
            assertThrows(IllegalStateException.class, () -> DataCipher.decrypt(key, new byte[1], stored, 0));
            assertThrows(IllegalStateException.class, () -> DataCipher.decrypt(DataCipher.newKey(), CONTEXT, stored, 0));
        }
    }

    /** The example of RFC 8998, appendix A.1. */
    @Test
    public void sm4IsTheStandards() throws Exception {
        HexFormat hex = HexFormat.of();
        byte[] clear = hex.parseHex("aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbbccccccccccccccccdddddddddddddddd"
            + "eeeeeeeeeeeeeeeeffffffffffffffffeeeeeeeeeeeeeeeeaaaaaaaaaaaaaaaa");
        byte[] out = new byte[clear.length + 16];
        Sm4.run(true, hex.parseHex("0123456789abcdeffedcba9876543210"), new Sm4.Place(hex.parseHex("00001234567800000000abcd"),
            hex.parseHex("feedfacedeadbeeffeedfacedeadbeefabaddad2")), clear, 0, out, 0);
        assertEquals("17f399f08c67d5ee19d0dc9969c4bb7d5fd46fd3756489069157b282bb200735d82710ca5c22f0ccfa7cbf93d496ac15"
            + "a56834cbcf98c397b4024a2691233b8d" + "83de3541e4c2b58177e065a9bf7b62ec", hex.formatHex(out));
    }
}

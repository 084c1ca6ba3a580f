package org.openbeian.regulator.gateway.wire;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.Test;
import org.openbeian.testkit.Requirement;

@Requirement("T-39")
public class FileCodecTest {
    private static final byte[] VECTOR = "PK-test-bytes-0001".getBytes(StandardCharsets.US_ASCII);
    private static final FileCodec AES = FileCodec.aes("0102030405060708", "0807060504030201");
    private static final int LIMIT = 1_000_000;

    @Test
    public void sealsTheKnownVectorPlainAndEncrypted() {
        EncodedFile plain = FileCodec.plain().seal(VECTOR);
        EncodedFile encrypted = AES.seal(VECTOR);
        assertEquals("UEstdGVzdC1ieXRlcy0wMDAx", plain.content());
        assertEquals(0, plain.encryptAlgorithm());
        assertEquals("jWmxJAV5y6KQVYOyCvepQsJeQJj2RoQuqOMikMQRa/g=", encrypted.content());
        assertEquals(1, encrypted.encryptAlgorithm());
        assertEquals("the hash covers the unencrypted bytes", plain.hash(), encrypted.hash());
    }

    @Test
    public void whatIsEncodedComesBack() throws WireException {
        byte[] document = "<a>示例</a>".repeat(1000).getBytes(WireSecurity.GBK);
        for (boolean deflate : new boolean[] {true, false}) {
            EncodedFile file = AES.encode(document, "x.xml", deflate);
            assertArrayEquals(document, FileCodec.unzip(AES.open(file), LIMIT));
        }
    }

    @Test
    public void equalDocumentsGiveEqualFiles() throws WireException {
        byte[] document = "<a/>".getBytes(StandardCharsets.US_ASCII);
        assertArrayEquals(FileCodec.zip(document, "x.xml", true), FileCodec.zip(document, "x.xml", true));
    }

    @Test
    public void base64WithLineBreaksIsRead() throws WireException {
        EncodedFile file = FileCodec.plain().seal(VECTOR);
        EncodedFile wrapped = new EncodedFile(file.content().replaceAll("(.{8})", "$1\r\n"), file.hash(), 0, 0, 0);
        assertArrayEquals(VECTOR, FileCodec.plain().open(wrapped));
    }

    @Test
    public void eachFaultHasItsCode() {
        EncodedFile good = AES.seal(VECTOR);
        assertCode(ReturnCode.HASH_MISMATCH, new EncodedFile(good.content(), "AAAA", 1, 0, 0));
        assertCode(ReturnCode.DECRYPTION_FAILED, new EncodedFile("AAAA", good.hash(), 1, 0, 0));
        assertCode(ReturnCode.DECRYPTION_FAILED, new EncodedFile("***", good.hash(), 1, 0, 0));
        assertCode(ReturnCode.ENCRYPTION_UNKNOWN, new EncodedFile(good.content(), good.hash(), 2, 0, 0));
        assertCode(ReturnCode.HASH_UNKNOWN, new EncodedFile(good.content(), good.hash(), 1, 1, 0));
        assertCode(ReturnCode.COMPRESSION_UNKNOWN, new EncodedFile(good.content(), good.hash(), 1, 0, 1));
    }

    private static void assertCode(int code, EncodedFile file) {
        assertEquals(code, assertThrows(WireException.class, () -> AES.open(file)).code());
    }

    @Test
    public void aZipBombIsRefused() throws WireException {
        byte[] bomb = FileCodec.zip(new byte[50_000_000], "x.xml", true);
        assertTrue(bomb.length < 500_000);
        assertEquals(ReturnCode.FILE_TOO_LARGE, assertThrows(WireException.class, () -> FileCodec.unzip(bomb, LIMIT)).code());
    }

    @Test
    public void whatIsNoZipIsRefused() {
        assertEquals(ReturnCode.DECOMPRESSION_FAILED, assertThrows(WireException.class, () -> FileCodec.unzip(VECTOR, LIMIT)).code());
    }

    @Test
    public void aTruncatedZipIsRefused() throws WireException {
        byte[] zip = FileCodec.zip("<a>示例</a>".repeat(1000).getBytes(WireSecurity.GBK), "x.xml", true);
        byte[] half = java.util.Arrays.copyOf(zip, zip.length / 2);
        assertEquals(ReturnCode.DECOMPRESSION_FAILED, assertThrows(WireException.class, () -> FileCodec.unzip(half, LIMIT)).code());
    }

    @Test
    public void twoFilesInOneZipAreRefused() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("a.xml"));
            zip.putNextEntry(new ZipEntry("b.xml"));
        }
        assertEquals(ReturnCode.ONE_FILE_REQUIRED,
            assertThrows(WireException.class, () -> FileCodec.unzip(out.toByteArray(), LIMIT)).code());
    }

    @Test
    public void keysOfWrongLengthAreRefusedWithoutRepeatingThem() {
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> FileCodec.aes("secret", "0807060504030201"));
        assertTrue(refused.getMessage(), !refused.getMessage().contains("secret"));
    }
}

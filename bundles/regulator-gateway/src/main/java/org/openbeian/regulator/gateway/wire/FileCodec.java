package org.openbeian.regulator.gateway.wire;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Packs a document for the wire and unpacks one: ZIP, MD5, AES/CBC/PKCS5, Base64, in the order of the specification.
 * Immutable and thread-safe.
 */
public final class FileCodec {
    /** Largest compressed file that the interface takes, in bytes. */
    public static final int MAX_FILE_BYTES = 50 * 1024 * 1024;
    /** Name of the entry in files that we send; on reading any name will do. */
    public static final String UPLOAD_ENTRY = "beianinfo.xml";

    private static final int AES = 1;
    private static final int AES_BLOCK = 16;
    private static final int ZIP_OVERHEAD = 512;
    /** Always the same, so that equal documents give equal files and equal hashes. */
    private static final LocalDateTime ENTRY_TIME = LocalDateTime.of(2000, 1, 1, 0, 0);

    private final SecretKeySpec key;
    private final IvParameterSpec iv;

    private FileCodec(SecretKeySpec key, IvParameterSpec iv) {
        this.key = key;
        this.iv = iv;
    }

    /** A codec for an account without encryption. */
    public static FileCodec plain() {
        return new FileCodec(null, null);
    }

    /**
     * A codec for an account with AES.
     *
     * @param key the issued string, used as bytes: 16, 24 or 32 of them
     * @param iv the issued string, used as bytes: 16 of them
     * @throws IllegalArgumentException if a length is wrong; the message does not repeat the value
     */
    public static FileCodec aes(String key, String iv) {
        byte[] keyBytes = key.getBytes(StandardCharsets.UTF_8);
        byte[] ivBytes = iv.getBytes(StandardCharsets.UTF_8);
        if (keyBytes.length != 16 && keyBytes.length != 24 && keyBytes.length != 32) {
            throw new IllegalArgumentException("the encryption key has " + keyBytes.length + " bytes; AES takes 16, 24 or 32");
        }
        if (ivBytes.length != AES_BLOCK) {
            throw new IllegalArgumentException("the initialisation vector has " + ivBytes.length + " bytes; AES takes 16");
        }
        return new FileCodec(new SecretKeySpec(keyBytes, "AES"), new IvParameterSpec(ivBytes));
    }

    /**
     * Compresses and encodes a document.
     *
     * @param document the document's bytes, GBK
     * @param entry name of the entry in the ZIP
     * @param deflate false to store only: pictures in Base64 cost about 14 ms of CPU for 400 KB to deflate and shrink by a quarter
     * @return what the call carries
     * @throws WireException with code 18 if the compressed file is above {@link #MAX_FILE_BYTES}
     */
    public EncodedFile encode(byte[] document, String entry, boolean deflate) throws WireException {
        return seal(zip(document, entry, deflate));
    }

    /**
     * Compresses a document. Equal documents give equal files.
     *
     * @param document the document's bytes, GBK
     * @param name name of the entry in the ZIP
     * @param deflate false to store only, as in {@link #encode}
     * @throws WireException with code 18 if the compressed file is above {@link #MAX_FILE_BYTES}
     */
    public static byte[] zip(byte[] document, String name, boolean deflate) throws WireException {
        byte[] zip = compress(document, name, deflate);
        if (zip.length > MAX_FILE_BYTES) {
            throw new WireException(ReturnCode.FILE_TOO_LARGE, "the compressed file has " + zip.length + " bytes, at most "
                + MAX_FILE_BYTES + " are allowed");
        }
        return zip;
    }

    /** Hashes, encrypts and encodes a file that is compressed already. */
    public EncodedFile seal(byte[] zip) {
        return seal(zip, WireSecurity.fileHash(zip));
    }

    /** As {@link #seal(byte[])}, for a file whose {@link WireSecurity#fileHash} is known: it takes longer than all the rest. */
    public EncodedFile seal(byte[] zip, String hash) {
        byte[] body = key == null ? zip : encrypt(zip);
        return new EncodedFile(Base64.getEncoder().encodeToString(body), hash, key == null ? 0 : AES, 0, 0);
    }

    /**
     * Decodes and decrypts a file and checks its hash; the result is still compressed.
     *
     * @param file what a call carried
     * @return the ZIP
     * @throws WireException with code 6, 7, 9, 10, 11 or 18
     */
    public byte[] open(EncodedFile file) throws WireException {
        byte[] zip = decode(file);
        if (!WireSecurity.fileHash(zip).equals(file.hash())) {
            throw new WireException(ReturnCode.HASH_MISMATCH, "the hash of the file is not the one that was sent with it");
        }
        return zip;
    }

    /** Decodes and decrypts as {@link #open}, but leaves the hash for later. */
    public byte[] decode(EncodedFile file) throws WireException {
        if (file.hashAlgorithm() != 0) {
            throw new WireException(ReturnCode.HASH_UNKNOWN, "hash algorithm " + file.hashAlgorithm() + " is not known");
        }
        if (file.compressionFormat() != 0) {
            throw new WireException(ReturnCode.COMPRESSION_UNKNOWN, "compression format " + file.compressionFormat() + " is not known");
        }
        if (file.content().length() / 4L * 3 > MAX_FILE_BYTES + AES_BLOCK) {
            throw new WireException(ReturnCode.FILE_TOO_LARGE, "the file is larger than " + MAX_FILE_BYTES + " bytes");
        }
        return switch (file.encryptAlgorithm()) {
            case 0 -> base64(file.content());
            case AES -> decrypt(base64(file.content()));
            default -> throw new WireException(ReturnCode.ENCRYPTION_UNKNOWN,
                "encryption algorithm " + file.encryptAlgorithm() + " is not known");
        };
    }

    /**
     * Takes the first entry out of a ZIP, whatever its name.
     *
     * @param zip the compressed file
     * @param maxBytes largest document that is accepted, against ZIP bombs
     * @throws WireException with code 8 or 17, or 18 if the document is larger than maxBytes
     */
    public static byte[] unzip(byte[] zip, int maxBytes) throws WireException {
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            if (in.getNextEntry() == null) {
                throw new WireException(ReturnCode.DECOMPRESSION_FAILED, "the file is not a ZIP or has no entry");
            }
            byte[] document = in.readNBytes(maxBytes);
            if (in.read() >= 0) {
                throw new WireException(ReturnCode.FILE_TOO_LARGE, "the document unpacks to more than " + maxBytes + " bytes");
            }
            if (in.getNextEntry() != null) {
                throw new WireException(ReturnCode.ONE_FILE_REQUIRED, "the ZIP holds more than one file");
            }
            return document;
        } catch (IOException e) {
            throw new WireException(ReturnCode.DECOMPRESSION_FAILED, "the ZIP is damaged: " + e.getMessage(), e);
        }
    }

    /**
     * Name of the first entry of a ZIP.
     *
     * @throws WireException with code 8
     */
    public static String entryName(byte[] zip) throws WireException {
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            ZipEntry first = in.getNextEntry();
            if (first == null) {
                throw new WireException(ReturnCode.DECOMPRESSION_FAILED, "the file is not a ZIP or has no entry");
            }
            return first.getName();
        } catch (IOException e) {
            throw new WireException(ReturnCode.DECOMPRESSION_FAILED, "the ZIP is damaged: " + e.getMessage(), e);
        }
    }

    private static byte[] compress(byte[] document, String name, boolean deflate) {
        ByteArrayOutputStream out = new ByteArrayOutputStream((deflate ? document.length / 2 : document.length) + ZIP_OVERHEAD);
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            ZipEntry entry = new ZipEntry(name);
            entry.setTimeLocal(ENTRY_TIME);
            if (deflate) {
                zip.setLevel(Deflater.BEST_SPEED);
            } else {
                CRC32 crc = new CRC32();
                crc.update(document);
                entry.setMethod(ZipEntry.STORED);
                entry.setSize(document.length);
                entry.setCrc(crc.getValue());
            }
            zip.putNextEntry(entry);
            zip.write(document);
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory cannot fail", e);
        }
        return out.toByteArray();
    }

    private static byte[] base64(String content) throws WireException {
        try {
            return Base64.getDecoder().decode(content.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IllegalArgumentException strict) {
            return lenientBase64(content);
        }
    }

    /** Peers that wrap lines at 76 characters, as the MIME form does, are read too; other junk is not. */
    private static byte[] lenientBase64(String content) throws WireException {
        String compact = content.replaceAll("\\s+", "");
        try {
            return Base64.getDecoder().decode(compact.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IllegalArgumentException e) {
            throw new WireException(ReturnCode.DECRYPTION_FAILED, "the file is not Base64", e);
        }
    }

    private byte[] encrypt(byte[] plain) {
        try {
            return cipher(Cipher.ENCRYPT_MODE).doFinal(plain);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES/CBC/PKCS5Padding", e);
        }
    }

    private byte[] decrypt(byte[] body) throws WireException {
        if (key == null) {
            throw new WireException(ReturnCode.DECRYPTION_FAILED, "the file is encrypted but the account has no key");
        }
        try {
            return cipher(Cipher.DECRYPT_MODE).doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new WireException(ReturnCode.DECRYPTION_FAILED, "the file cannot be decrypted with the key of the account", e);
        }
    }

    private Cipher cipher(int mode) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
        cipher.init(mode, key, iv);
        return cipher;
    }
}

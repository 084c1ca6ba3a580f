package org.openbeian.core.imports;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Hashes by which lines and records are known again. For one thread. */
final class LineHash {

    /** Writes the bytes of what {@link JsonNode#toString} tells, by which earlier versions made the hash. */
    private static final ObjectWriter WRITER = JsonMapper.builder().enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8).build()
        .writer();

    private final MessageDigest digest;
    private final OutputStream sink;

    LineHash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is not to be had from this Java", e);
        }
        sink = new OutputStream() {
            @Override
            public void write(int one) {
                digest.update((byte) one);
            }

            @Override
            public void write(byte[] bytes, int from, int length) {
                digest.update(bytes, from, length);
            }
        };
    }

    /** The hash of all lines up to one, from that of all before it. */
    String chained(String before, byte[] line) {
        digest.update(before.getBytes(StandardCharsets.US_ASCII));
        digest.update((byte) '\n');
        return HexFormat.of().formatHex(digest.digest(line));
    }

    /** The hash of what a record says, however it is written. */
    String of(JsonNode record) {
        try {
            WRITER.writeValue(sink, record);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}

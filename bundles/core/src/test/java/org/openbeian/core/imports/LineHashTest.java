package org.openbeian.core.imports;

import static org.junit.Assert.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.Test;

/** An import that an earlier version began goes on: its hashes are those of texts, as they were then. */
public class LineHashTest {

    private final LineHash hash = new LineHash();

    private static String of(String text) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    public void aRecordIsKnownByItsText() throws Exception {
        JsonNode record = new ObjectMapper().readTree("{\"name\" : \"𠮷野 \\u0001\\u738b\\\"\", \"n\":[1.50, -3, true, null, {\"é\":1e5}]}");
        assertEquals(of(record.toString()), hash.of(record));
        assertEquals("asked again", of(record.toString()), hash.of(record));
    }

    @Test
    public void linesAreKnownByAllBeforeThem() throws Exception {
        String first = hash.chained("", "王小明𠮷".getBytes(StandardCharsets.UTF_8));
        assertEquals(of("\n王小明𠮷"), first);
        assertEquals(of(first + "\nb"), hash.chained(first, new byte[] {'b'}));
    }
}

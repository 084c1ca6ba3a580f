package org.openbeian.regulator.gateway.client;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.cxf.io.CachedOutputStream;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** CXF lays a request aside in a temporary file when it is too long for memory, as uploads with pictures are. */
public class TemporaryFilesTest {

    private static final Path SHIPPED = Path.of("../../karaf-assembly/src/main/resources/etc/system.properties");
    private static final String PLANTED = "planted 440305199001011234 ";
    private static final int LONG = 300_000;

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void withTheShippedSettingNothingIsReadableThere() throws IOException {
        Properties shipped = new Properties();
        try (InputStream in = Files.newInputStream(SHIPPED)) {
            shipped.load(in);
        }
        String cipher = shipped.getProperty("org.apache.cxf.io.CachedOutputStream.CipherTransformation");
        assertEquals("AES/CTR/NoPadding", cipher);
        assertFalse("with it", laidAside(cipher).contains(PLANTED));
        assertTrue("and this is what it is for", laidAside(null).contains(PLANTED));
    }

    private String laidAside(String cipher) throws IOException {
        byte[] written = PLANTED.repeat(LONG / PLANTED.length()).getBytes(StandardCharsets.US_ASCII);
        try (CachedOutputStream out = new CachedOutputStream()) {
            out.setOutputDir(folder.getRoot());
            out.setCipherTransformation(cipher);
            out.write(written);
            out.flush();
            String file = new String(Files.readAllBytes(out.getTempFile().toPath()), StandardCharsets.ISO_8859_1);
            try (InputStream back = out.getInputStream()) {
                assertArrayEquals("all comes back", written, back.readAllBytes());
            }
            return file;
        }
    }
}

package org.openbeian.testkit;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class BillOfMaterialsTest {

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final Properties told = new Properties();

    @Test
    public void listsJarsAndWhatIsNestedInOurs() throws Exception {
        jar("system/org/other/lib/1.2/lib-1.2.jar", "https://www.apache.org/licenses/LICENSE-2.0.txt", null);
        jar("system/org/openbeian/camel/1.0/camel-1.0.jar", "Apache-2.0",
            "     (EDL-1.0) (EPL-2.0) Some Mail API (jakarta.mail:jakarta.mail-api:2.1.5 - https://example.org/mail)\n");
        String bill = scan().render("2026-01-01T00:00:00Z");
        assertTrue(bill, bill.contains("pkg:maven/org.other/lib@1.2"));
        assertTrue(bill, bill.contains("pkg:maven/jakarta.mail/jakarta.mail-api@2.1.5"));
        assertTrue(bill, bill.contains("\"BSD-3-Clause\""));
    }

    @Test
    public void refusesALicenceThatIsNotAllowed() throws Exception {
        jar("system/org/other/viral/1.0/viral-1.0.jar", "https://www.gnu.org/licenses/agpl-3.0.html", null);
        IllegalStateException refusal = assertThrows(IllegalStateException.class, this::scan);
        assertTrue(refusal.getMessage(), refusal.getMessage().contains("org.other:viral"));
    }

    @Test
    public void aSilentJarNeedsAWordAboutItsLicence() throws Exception {
        jar("lib/boot/silent-1.0.jar", null, null);
        assertThrows(IllegalStateException.class, this::scan);
        told.setProperty("org.apache.karaf.lib:silent", "MIT");
        assertTrue(scan().render("2026-01-01T00:00:00Z").contains("\"MIT\""));
    }

    @Test
    public void readsTheNamesThatManifestsUse() {
        assertEquals(List.of("Apache-2.0"), Licence.idsIn("\"Apache License, Version 2.0\";link=\"x\""));
        assertEquals(List.of("EPL-2.0"), Licence.idsIn("https://projects.eclipse.org/license/epl-2.0"));
        assertEquals(List.of(), Licence.idsIn("http://www.gnu.org/licenses/gpl-3.0"));
    }

    private BillOfMaterials scan() throws IOException {
        BillOfMaterials bill = new BillOfMaterials(told);
        bill.scan(folder.getRoot().toPath());
        return bill;
    }

    private void jar(String place, String licence, String notice) throws IOException {
        Path file = folder.getRoot().toPath().resolve(place);
        Files.createDirectories(file.getParent());
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        if (licence != null) {
            manifest.getMainAttributes().putValue("Bundle-License", licence);
        }
        try (OutputStream out = Files.newOutputStream(file); JarOutputStream jar = new JarOutputStream(out, manifest)) {
            if (notice != null) {
                jar.putNextEntry(new JarEntry("META-INF/NOTICE"));
                jar.write(notice.getBytes(StandardCharsets.UTF_8));
            }
        }
    }
}

package org.openbeian.authority.simulator;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.openbeian.api.http.OutgoingFailure;
import org.openbeian.api.http.OutgoingFailure.Why;
import org.openbeian.api.site.SiteProbe;

public class SimulatedSitesTest {

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void aHostAnswersWithItsFileAndOthersNotAtAll() throws Exception {
        byte[] page = "<p>页面</p>".getBytes(StandardCharsets.UTF_8);
        Files.write(folder.getRoot().toPath().resolve("example.com.html"), page);
        SimulatedSites sites = new SimulatedSites(folder.getRoot().toPath());
        assertArrayEquals(page, sites.fetch(URI.create("https://example.com/any")).body());
        assertEquals("a witness that the network is there", 200, sites.fetch(URI.create("https://beian.miit.gov.cn/")).status());
        for (String address : new String[] {"https://www.example.com/", "https://%2e%2e/", "file:///etc/passwd"}) {
            assertEquals(address, Why.UNREACHABLE, assertThrows(OutgoingFailure.class, () -> sites.fetch(URI.create(address))).why());
        }
    }

    @Test
    public void whatScriptsMakeOfAPageIsAFileToo() throws Exception {
        SimulatedSites sites = new SimulatedSites(folder.getRoot().toPath());
        URI address = URI.create("https://example.com/");
        assertEquals("the simulated sites have no browser", sites.render(address).orElseThrow().reason().en());
        Files.writeString(folder.getRoot().toPath().resolve("example.com.rendered.html"), "<p>made</p>");
        SiteProbe.Rendering made = sites.render(address).orElseThrow();
        assertEquals("<p>made</p>", new String(made.page().body(), StandardCharsets.UTF_8));
        assertTrue(made.page().rendered());
        assertNull(made.reason());
    }
}

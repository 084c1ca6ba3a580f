package org.openbeian.operations;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** What the production profile forbids, each by itself. */
public class HardeningTest {

    private static final String WEB = "org.ops4j.pax.web.cfg";
    private static final String SHELL = "org.apache.karaf.shell.cfg";
    private static final String JMX = "org.apache.karaf.management.cfg";

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();
    private Path etc;

    @Before
    public void asShipped() throws IOException {
        etc = folder.getRoot().toPath();
        write(WEB, "org.ops4j.pax.web.listening.addresses = 127.0.0.1");
        write(SHELL, "sshHost = 127.0.0.1");
        write(JMX, "rmiRegistryHost = 127.0.0.1\nrmiServerHost = 127.0.0.1");
        write("org.ops4j.datasource-openbeian.cfg", "url = jdbc:h2:file:x\npassword =");
        write("users.properties", "_g_\\:admins = group,admin");
    }

    @Test
    public void theShippedConfigurationIsAllowed() throws IOException {
        assertEquals(List.of(), Hardening.findings(etc, List.of("-Xmx256m")));
    }

    @Test
    public void plainHttpBeyondLoopbackIsForbiddenAndTlsIsNot() throws IOException {
        write(WEB, "org.ops4j.pax.web.listening.addresses = 127.0.0.1,0.0.0.0");
        assertOnly("plain HTTP would listen on 0.0.0.0");
        write(WEB, "");
        assertOnly("plain HTTP would listen on 0.0.0.0");
        write(WEB, "org.osgi.service.http.enabled = false\norg.ops4j.pax.web.listening.addresses = 0.0.0.0");
        assertEquals(List.of(), Hardening.findings(etc, List.of()));
    }

    @Test
    public void anOpenShellIsForbidden() throws IOException {
        write(SHELL, "sshHost = 0.0.0.0");
        assertOnly("the shell over SSH would listen on 0.0.0.0");
        write(SHELL, "");
        assertOnly("the shell over SSH would listen on 0.0.0.0");
    }

    @Test
    public void openRemoteManagementIsForbidden() throws IOException {
        write(JMX, "rmiRegistryHost = 127.0.0.1\nrmiServerHost = 10.0.0.1");
        assertOnly("JMX would listen on 10.0.0.1");
        write(JMX, "rmiRegistryHost = ::\nrmiServerHost = 127.0.0.1");
        assertOnly("the registry for JMX would listen on ::");
        write(JMX, "rmiRegistryHost = 127.0.0.1\nrmiServerHost = 127.0.0.1\njmxmpEnabled = true\njmxmpHost = 0.0.0.0");
        assertOnly("JMXMP would listen on 0.0.0.0");
    }

    @Test
    public void debuggersAreForbidden() throws IOException {
        for (String argument : List.of("-agentlib:jdwp=transport=dt_socket,address=*:5005", "-Xrunjdwp:server=y",
                "-Dcom.sun.management.jmxremote.port=9010")) {
            assertEquals(argument, 1, Hardening.findings(etc, List.of(argument)).size());
        }
    }

    @Test
    public void passwordsThatEverybodyKnowsAreForbidden() throws IOException {
        write("org.openbeian.regulator.gateway.authority-440000.cfg", "password = simulator-only");
        assertOnly("authority-440000.cfg: password is a password that everybody knows");
        Files.delete(etc.resolve("org.openbeian.regulator.gateway.authority-440000.cfg"));
        write("users.properties", "karaf = karaf,_g_:admins");
        assertOnly("the password of karaf is one that everybody knows");
        write("users.properties", "olga = Olga,operator");
        assertOnly("the password of olga is one that everybody knows");
    }

    @Test
    public void aDatabaseOnTheNetworkNeedsAPassword() throws IOException {
        write("org.ops4j.datasource-openbeian.cfg", "url = jdbc:postgresql://db/openbeian\npassword =");
        assertOnly("the database has no password");
    }

    private void assertOnly(String expected) throws IOException {
        List<String> findings = Hardening.findings(etc, List.of());
        assertEquals(findings.toString(), 1, findings.size());
        assertTrue(findings.toString(), findings.get(0).contains(expected));
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(etc.resolve(file), text);
    }
}

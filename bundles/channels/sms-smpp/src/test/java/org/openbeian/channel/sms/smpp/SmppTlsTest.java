package org.openbeian.channel.sms.smpp;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLContext;
import org.junit.After;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.openbeian.api.channel.DeliveryResult.Status;
import org.openbeian.contract.kit.LoopbackTls;
import org.openbeian.testkit.Requirement;

/** With TLS, our password and the messages go to the SMS centre that they are for, or not at all. */
@Requirement({"W-07", "Q-14"})
public class SmppTlsTest {

    @ClassRule
    public static final TemporaryFolder FOLDER = new TemporaryFolder();

    private static LoopbackTls ours;
    private static LoopbackTls another;

    private SSLContext before;

    @BeforeClass
    public static void makeKeys() throws Exception {
        ours = LoopbackTls.make(FOLDER.getRoot().toPath(), "ip:127.0.0.1");
        another = LoopbackTls.make(FOLDER.getRoot().toPath(), "dns:smsc.example.com");
    }

    @Before
    public void trustOurs() throws Exception {
        before = SSLContext.getDefault();
        SSLContext.setDefault(ours.trusting());
    }

    @After
    public void trustAsBefore() {
        SSLContext.setDefault(before);
    }

    private static Centre centre(int port) {
        return new Centre(SmppSettings.of(new CentreTest.Given("127.0.0.1", port, "pass", "", true, true, 5_000)), value -> value,
            (channel, reference, result) -> true);
    }

    private static Simulator secured(LoopbackTls keys) throws Exception {
        return new Simulator(keys.server().getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress()));
    }

    @Test
    public void aMessageGoesOverTls() throws Exception {
        try (Simulator simulator = secured(ours)) {
            Centre centre = centre(simulator.port());
            assertEquals(Status.SENT, centre.send(CentreTest.message("13800000000", "文", null, "k")).status());
            assertEquals("8613800000000", simulator.submitted.poll(10, TimeUnit.SECONDS).getDestAddress());
            centre.close();
        }
    }

    @Test
    public void aCertificateThatIsUntrustedOrOfAnotherNameIsRefused() throws Exception {
        SSLContext.setDefault(before);
        try (Simulator simulator = secured(ours)) {
            assertNotSent("untrusted", simulator);
        }
        SSLContext.setDefault(another.trusting());
        try (Simulator simulator = secured(another)) {
            assertNotSent("of another name", simulator);
        }
        try (Simulator plain = new Simulator(0)) {
            assertNotSent("without TLS", plain);
        }
    }

    private static void assertNotSent(String why, Simulator simulator) {
        Centre centre = centre(simulator.port());
        assertThrows(why, IOException.class, () -> centre.send(CentreTest.message("13800000000", "文", null, "k")));
        assertEquals(why, 0, simulator.submitted.size());
        assertTrue(why + ": nobody bound with our password", simulator.isUnbound());
        centre.close();
    }

    @Test(timeout = 60_000)
    public void aHandshakeThatDripsIsCutOff() throws Exception {
        try (ServerSocket dripping = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread thread = new Thread(() -> drip(dripping), "dripping-handshake");
            thread.setDaemon(true);
            thread.start();
            Centre centre = new Centre(SmppSettings.of(new CentreTest.Given("127.0.0.1", dripping.getLocalPort(), "pass", "", true, true,
                500)), value -> value, (channel, reference, result) -> true, Duration.ofSeconds(2));
            long start = System.nanoTime();
            assertThrows(IOException.class, () -> centre.send(CentreTest.message("13800000000", "文", null, "k")));
            long millis = (System.nanoTime() - start) / 1_000_000;
            assertTrue(millis + " ms", millis < 5_000);
            centre.close();
        }
    }

    private static void drip(ServerSocket dripping) {
        try (Socket client = dripping.accept(); InputStream in = client.getInputStream(); OutputStream out = client.getOutputStream()) {
            out.write(new byte[] {0x16, 3, 3, 0x3f, (byte) 0xff, 2, 0, 0x3f, (byte) 0xfb, 3, 3});
            while (in.available() >= 0) {
                out.write(0);
                out.flush();
                LockSupport.parkNanos(100_000_000);
            }
        } catch (IOException e) {
            // It was cut off.
        }
    }
}

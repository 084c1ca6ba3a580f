package org.openbeian.aftercare.browser;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import org.junit.Test;

/** How long a name of a site may keep a thread; nothing is connected to. */
public class PublicDialTest {

    private int tried;

    /** Whom each try fails at once. */
    private final Dial.Owner closing = new Dial.Owner() {
        @Override
        public void keep(Socket socket) throws IOException {
            tried++;
            socket.close();
        }

        @Override
        public void forget(Socket socket) {
            assertEquals("what failed is closed", true, socket.isClosed());
        }
    };

    private static InetAddress[] many(String host) throws UnknownHostException {
        InetAddress[] all = new InetAddress[1000];
        Arrays.fill(all, InetAddress.getByName("119.29.1.78"));
        if (host.startsWith("inside")) {
            all[999] = InetAddress.getByName("10.0.0.1");
        }
        return all;
    }

    @Test
    public void ofManyAddressesAFewAreTriedAndAllAreJudged() {
        try (PublicDial dial = new PublicDial(PublicDialTest::many)) {
            assertThrows(IOException.class, () -> dial.open("site.example", 443, closing));
            assertEquals(4, tried);
            assertThrows(Dial.Refused.class, () -> dial.open("inside.example", 443, closing));
            assertEquals("not even those before it", 4, tried);
        }
    }

    @Test
    public void allTriesHaveOneTime() {
        try (PublicDial dial = new PublicDial(PublicDialTest::many, Duration.ZERO)) {
            assertThrows(IOException.class, () -> dial.open("site.example", 443, closing));
            assertEquals(0, tried);
        }
    }

    @Test
    public void noOtherIsTriedAfterTheRun() {
        Dial.Owner over = new Dial.Owner() {
            @Override
            public void keep(Socket socket) throws IOException {
                tried++;
                throw new IOException("the run is over");
            }

            @Override
            public void forget(Socket socket) {
                throw new AssertionError("it was not kept");
            }
        };
        try (PublicDial dial = new PublicDial(PublicDialTest::many)) {
            assertEquals("the run is over", assertThrows(IOException.class, () -> dial.open("site.example", 443, over)).getMessage());
            assertEquals(1, tried);
        }
    }
}

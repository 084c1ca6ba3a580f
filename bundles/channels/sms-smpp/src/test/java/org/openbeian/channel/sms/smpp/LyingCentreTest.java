package org.openbeian.channel.sms.smpp;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.openbeian.channel.sms.smpp.LyingCentre.BIND;
import static org.openbeian.channel.sms.smpp.LyingCentre.RESPONSE;
import static org.openbeian.channel.sms.smpp.LyingCentre.SUBMIT;
import static org.openbeian.channel.sms.smpp.LyingCentre.answer;
import static org.openbeian.channel.sms.smpp.LyingCentre.drips;
import static org.openbeian.channel.sms.smpp.LyingCentre.length;
import static org.openbeian.channel.sms.smpp.LyingCentre.pdu;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jsmpp.InvalidCommandLengthException;
import org.junit.After;
import org.junit.Test;
import org.openbeian.api.channel.ChannelFailure;
import org.openbeian.api.channel.DeliveryResult.Status;
import org.openbeian.channel.sms.smpp.LyingCentre.Lie;
import org.openbeian.testkit.Requirement;

/** SMS centres that drip, hang, close and send what is no SMPP keep nobody for longer than a message may take. */
@Requirement("W-07")
public class LyingCentreTest {

    private static final int DELIVER = 0x00000005;
    private static final int GENERIC_NACK = 0x80000000;

    private static final int TIMEOUT = 1_000;

    private final LyingCentre lying = new LyingCentre();
    private final Centre centre = centre(lying);

    /** The lying centre listens from here on. */
    public LyingCentreTest() throws IOException {
    }

    private static Centre centre(LyingCentre lying) {
        return new Centre(SmppSettings.of(new CentreTest.Given("127.0.0.1", lying.port(), "pass", "", true, false, TIMEOUT)),
            value -> value, (channel, reference, result) -> true, Duration.ofMillis(2 * TIMEOUT));
    }

    @After
    public void stop() throws IOException {
        centre.close();
        lying.close();
    }

    private static Map<String, Lie> lies() {
        Map<String, Lie> lies = new LinkedHashMap<>();
        lies.put("is silent", (sequence, client, out) -> { });
        lies.put("closes", (sequence, client, out) -> client.close());
        lies.put("drips", drips());
        lies.put("says that two gigabytes follow", length(Integer.MAX_VALUE));
        lies.put("says that less than nothing follows", length(Integer.MIN_VALUE));
        lies.put("says that three bytes follow", length(3));
        lies.put("promises more than comes", length(5_000));
        lies.put("speaks HTTP", (sequence, client, out) -> out.write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes("US-ASCII")));
        lies.put("makes noise", (sequence, client, out) -> out.write(noise(100_000)));
        lies.put("answers to something else", (sequence, client, out) -> answer(out, SUBMIT, sequence + 7, "m1"));
        lies.put("answers with another command", (sequence, client, out) -> answer(out, 0x03, sequence, "m1"));
        lies.put("does not know the command", (sequence, client, out) -> pdu(out, GENERIC_NACK, sequence, new byte[0]));
        lies.put("sends noise as an answer", (sequence, client, out) -> pdu(out, SUBMIT | RESPONSE, sequence, noise(60_000)));
        return lies;
    }

    private static byte[] noise(int bytes) {
        byte[] noise = new byte[bytes];
        new Random(1).nextBytes(noise);
        return noise;
    }

    @Test(timeout = 120_000)
    public void noLieKeepsTheSenderOrItsThreads() throws Exception {
        int before = threads();
        ExecutorService atOnce = Executors.newCachedThreadPool();
        List<Future<?>> done = new ArrayList<>();
        lies().forEach((what, lie) -> done.add(atOnce.submit(() -> {
            standUpTo(what, lie);
            return null;
        })));
        for (Future<?> one : done) {
            one.get();
        }
        atOnce.shutdown();
        long end = System.nanoTime() + 20_000_000_000L;
        while (threads() > before && System.nanoTime() - end < 0) {
            LockSupport.parkNanos(20_000_000);
        }
        assertTrue("threads of dead sessions", threads() <= before);
    }

    private static void standUpTo(String what, Lie lie) throws IOException {
        try (LyingCentre other = new LyingCentre()) {
            Centre ours = centre(other);
            other.onBind = lie;
            assertFails("to a bind it " + what, ours, "文");
            other.onBind = null;
            assertEquals(what, Status.SENT, send(ours));
            other.onSubmit = lie;
            assertFails("to a message it " + what, ours, "文");
            other.onSubmit = null;
            assertEquals(what, Status.SENT, send(ours));
            ours.close();
        }
    }

    private static void assertFails(String what, Centre ours, String text) {
        long start = System.nanoTime();
        assertThrows(what, ChannelFailure.class, () -> ours.send(CentreTest.message("13800000000", text, null, "k")));
        long millis = (System.nanoTime() - start) / 1_000_000;
        assertTrue(what + ": " + millis + " ms", millis < 8_000);
    }

    private static Status send(Centre ours) throws IOException {
        return ours.send(CentreTest.message("13800000000", "文", null, "k")).status();
    }

    private static int threads() {
        return (int) Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> thread.getName().startsWith("PDUReaderWorker") || thread.getName().startsWith("EnquireLinkSender")).count();
    }

    @Test(timeout = 60_000)
    public void aCentreThatAnswersEachPartJustInTimeIsCutOffAsWell() {
        lying.onSubmit = (sequence, client, out) -> {
            LockSupport.parkNanos(TIMEOUT / 2 * 1_000_000L);
            answer(out, SUBMIT, sequence, "m" + sequence);
        };
        assertFails("each part just in time", centre, "备".repeat(2_000));
    }

    /** A line that died without a word is noticed while nothing is sent over it: receipts would come over it. */
    @Test(timeout = 60_000)
    public void aHalfOpenLineIsNoticedAndBoundAgain() {
        AtomicInteger binds = new AtomicInteger();
        lying.onBind = (sequence, client, out) -> {
            binds.incrementAndGet();
            answer(out, BIND, sequence, "centre");
        };
        lying.onEnquire = (sequence, client, out) -> { };
        Centre idle = new Centre(SmppSettings.of(new CentreTest.Given("127.0.0.1", lying.port(), "pass", "", true, false, TIMEOUT, 1)),
            value -> value, (channel, spellings, result) -> true, Duration.ofMillis(2 * TIMEOUT));
        idle.listen();
        assertEquals("bound while the line is well", 1, binds.get());
        while (binds.get() == 1) {
            LockSupport.parkNanos(20_000_000);
            idle.listen();
        }
        idle.close();
    }

    /** Waiting for its turn is part of the time that a message may take: it does not begin anew with the turn. */
    @Test(timeout = 60_000)
    public void waitingForTheTurnCounts() throws Exception {
        long limit = Duration.ofMillis(2 * TIMEOUT).toNanos();
        CountDownLatch asked = new CountDownLatch(1);
        lying.onSubmit = (sequence, client, out) -> {
            asked.countDown();
            LockSupport.parkNanos(limit / 2 - 200_000_000);
            answer(out, SUBMIT, sequence, "m" + sequence);
        };
        ExecutorService first = Executors.newSingleThreadExecutor();
        try {
            Future<Status> sent = first.submit(() -> centre.send(CentreTest.message("13800000000", "备".repeat(130), null, "k")).status());
            asked.await();
            long start = System.nanoTime();
            assertThrows(ChannelFailure.class, () -> centre.send(CentreTest.message("13800000000", "备".repeat(130), null, "k")));
            long took = System.nanoTime() - start;
            assertTrue(took / 1_000_000 + " ms", took < limit + limit / 4);
            assertEquals(Status.SENT, sent.get());
        } finally {
            first.shutdownNow();
        }
    }

    @Test
    public void receiptsThatCannotBeReadArePassedOver() throws Exception {
        lying.onSubmit = (sequence, client, out) -> {
            for (int i = 0; i < 50; i++) {
                pdu(out, DELIVER, 1000 + i, noise(10 * i));
            }
            answer(out, SUBMIT, sequence, "m1");
        };
        assertEquals(Status.SENT, send(centre));
        assertEquals(Status.SENT, send(centre));
    }

    @Test
    public void noMoreMemoryIsTakenThanAPduMayNeed() {
        for (int length : new int[] {Integer.MAX_VALUE, Integer.MIN_VALUE, -1, 0, 15, BoundedPdus.MOST_BYTES + 1}) {
            assertThrows(Integer.toString(length), InvalidCommandLengthException.class, () -> new BoundedPdus().readPDUHeader(
                new DataInputStream(new ByteArrayInputStream(ByteBuffer.allocate(16).putInt(length).array()))));
        }
    }
}

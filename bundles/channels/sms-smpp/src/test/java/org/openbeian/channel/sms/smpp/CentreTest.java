package org.openbeian.channel.sms.smpp;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.lang.annotation.Annotation;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.camel.impl.DefaultCamelContext;
import org.jsmpp.bean.DeliveryReceipt;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.util.DeliveryReceiptState;
import org.junit.After;
import org.junit.Test;
import org.openbeian.api.channel.ChannelFailure;
import org.openbeian.api.channel.DeliveryResult.Status;
import org.openbeian.api.channel.DeliveryResult;
import org.openbeian.api.channel.OutgoingMessage.Extras;
import org.openbeian.api.channel.OutgoingMessage;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.testkit.Requirement;

/** Against an SMS centre in this process that speaks SMPP. */
@Requirement({"W-07", "Q-14"})
public class CentreTest {

    private final BlockingQueue<String> receipts = new LinkedBlockingQueue<>();
    private Simulator simulator = new Simulator(0);
    private final Centre centre = centre(simulator.port());

    /** The SMS centre listens from here on. */
    public CentreTest() throws IOException {
    }

    @After
    public void stop() {
        centre.close();
        simulator.close();
    }

    private Centre centre(int port) {
        return new Centre(SmppSettings.of(new Given("127.0.0.1", port, "pass", "示例", true)), value -> value,
            (channel, spellings, result) -> receipts.add(channel + " " + spellings.get(0) + " " + result.status() + " " + result.detail()));
    }

    @Test
    public void aChineseTextGoesInUcs2AndItsReceiptIsHandedOn() throws Exception {
        DeliveryResult result = centre.send(message("13800000000", "备案已通过", null, "key-1"));
        assertEquals(Status.SENT, result.status());
        SubmitSm submitted = simulator.submitted.poll(10, TimeUnit.SECONDS);
        assertEquals("8613800000000", submitted.getDestAddress());
        assertEquals(8, submitted.getDataCoding());
        assertEquals("【示例】备案已通过", new String(submitted.getShortMessage(), StandardCharsets.UTF_16BE));
        assertEquals(1, submitted.getRegisteredDelivery());
        simulator.receipt(result.detail(), DeliveryReceiptState.DELIVRD);
        assertEquals("sms-smpp " + result.detail() + " DELIVERED null", receipts.poll(10, TimeUnit.SECONDS));
        simulator.receipt(result.detail(), DeliveryReceiptState.UNDELIV);
        assertEquals("sms-smpp " + result.detail() + " REFUSED UNDELIV error 000", receipts.poll(10, TimeUnit.SECONDS));
    }

    @Test
    public void aLongTextGoesInPartsThatBelongTogetherTheSameOnEveryRepeat() throws Exception {
        String text = "备".repeat(150);
        DeliveryResult result = centre.send(message("13800000000", text, null, "key-1"));
        assertEquals(3, result.parts());
        StringBuilder whole = new StringBuilder();
        for (int i = 1; i <= 3; i++) {
            SubmitSm part = simulator.submitted.poll(10, TimeUnit.SECONDS);
            byte[] octets = part.getShortMessage();
            assertArrayEquals(new byte[] {6, 8, 4, (byte) ("key-1".hashCode() >> 8), (byte) "key-1".hashCode(), 3, (byte) i},
                Arrays.copyOf(octets, 7));
            assertEquals(0x40, part.getEsmClass() & 0x40);
            assertEquals("the last asks for the receipt", i == 3 ? 1 : 0, part.getRegisteredDelivery());
            assertTrue(octets.length <= 140);
            whole.append(new String(octets, 7, octets.length - 7, StandardCharsets.UTF_16BE));
            OptionalParameter.User_message_reference reference = part.getOptionalParameter(OptionalParameter.User_message_reference.class);
            assertEquals((short) "key-1".hashCode(), reference.getValue());
        }
        assertEquals("【示例】" + text, whole.toString());
    }

    @Test
    public void anEnglishTextWithoutASignatureGoesInSevenBits() throws Exception {
        Centre plain = new Centre(SmppSettings.of(new Given("127.0.0.1", simulator.port(), "pass", "", false)), value -> value,
            (channel, spellings, result) -> true);
        DeliveryResult result = plain.send(message("+4930123456", "filed [ok] @ 5€", "en", "key-2"));
        assertEquals("no receipt is awaited", Status.ACCEPTED, result.status());
        SubmitSm submitted = simulator.submitted.poll(10, TimeUnit.SECONDS);
        assertEquals("4930123456", submitted.getDestAddress());
        assertEquals(0, submitted.getDataCoding());
        assertEquals(0, submitted.getRegisteredDelivery());
        assertArrayEquals(new byte[] {0x1b, 0x3c}, Arrays.copyOfRange(submitted.getShortMessage(), 6, 8));
        plain.close();
    }

    /** What is done about a command_status: the message is refused, comes again, or the channel as a whole is in trouble. */
    private enum Then { REFUSED, AGAIN, TROUBLE }

    /** Every status of SMPP 3.4, 5.1.3, table 5-2, that is not kept for others to define, and some of those that carriers define. */
    private static Map<Integer, Then> statuses() {
        Map<Integer, Then> statuses = new LinkedHashMap<>();
        Map.of("01 0b 33 34 40 43 44 45 50 51 61 62 63 65 66 c0 c1 c2 c3 c4 fe", Then.REFUSED,
            "08 14 58 64 ff 0c 11 13 55 67 400 401 4ff", Then.AGAIN,
            "02 03 04 05 06 07 0a 0d 0e 0f 15 42 48 49 53 54", Then.TROUBLE)
            .forEach((codes, then) -> List.of(codes.split(" ")).forEach(code -> statuses.put(Integer.parseInt(code, 16), then)));
        return statuses;
    }

    @Test
    public void eachDocumentedStatusIsJudged() throws Exception {
        assertEquals("those of the table and three others", 47 + 3, statuses().size());
        statuses().forEach((status, then) -> {
            simulator.status = status;
            assertEquals("0x%x".formatted(status), then, then());
        });
        simulator.status = 0;
        assertEquals("and it goes on", Status.SENT, centre.send(message("13800000000", "文", null, "k")).status());
    }

    private Then then() {
        try {
            Status status = centre.send(message("13800000000", "文", null, "k")).status();
            return status == Status.REFUSED ? Then.REFUSED : status == Status.RETRY_LATER ? Then.AGAIN : null;
        } catch (IOException e) {
            assertEquals("the SMS centre takes nothing from us: command_status 0x%08x".formatted(simulator.status), e.getMessage());
            return Then.TROUBLE;
        }
    }

    @Test
    public void whatCannotBeSentIsRefusedWithoutTheCentre() throws Exception {
        for (String address : new String[] {"wang@example.com", "", "12345", null}) {
            assertEquals(Status.REFUSED, centre.send(message(address, "文", null, "k")).status());
        }
        DeliveryResult longest = centre.send(message("13800000000", "备".repeat(66 * 255 + 1), null, "k"));
        assertEquals(DeliveryResult.refused("the text takes more than 255 SMS"), longest);
        assertEquals(0, simulator.submitted.size());
    }

    @Test
    public void aMessageOfAsManyPartsAsCanBeNumberedGoes() throws Exception {
        DeliveryResult result = centre.send(message("13800000000", "备".repeat(66 * 255 - 4), null, "k"));
        assertEquals(Status.SENT, result.status());
        assertEquals(255, result.parts());
        assertEquals(255, simulator.submitted.size());
    }

    @Test
    public void aCentreThatTakesNoPasswordIsAwayOrSilentIsATroubleOfTheChannel() throws Exception {
        Centre wrong = new Centre(SmppSettings.of(new Given("127.0.0.1", simulator.port(), "other", "", true)), value -> value,
            (channel, reference, result) -> true);
        assertEquals("the SMS centre refuses our log-in: command_status 0x0000000e", fails(wrong));
        wrong.close();
        int port;
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            port = silent.getLocalPort();
            Centre waiting = centre(port);
            assertEquals("the SMS centre does not answer in time", fails(waiting));
            waiting.close();
        }
        assertEquals("no connection to the SMS centre", fails(centre(port)));
        simulator.mute = true;
        assertEquals("the SMS centre does not answer in time", fails(centre));
    }

    private static String fails(Centre centre) {
        return assertThrows(ChannelFailure.class, () -> centre.send(message("13800000000", "文", null, "k"))).getMessage();
    }

    @Test
    public void aLostSessionIsBoundAgain() throws Exception {
        int port = simulator.port();
        centre.send(message("13800000000", "文", null, "k"));
        simulator.close();
        fails(centre);
        centre.listen();
        simulator = new Simulator(port);
        centre.listen();
        DeliveryResult result = centre.send(message("13800000000", "文", null, "k"));
        assertEquals(Status.SENT, result.status());
        simulator.receipt(result.detail(), DeliveryReceiptState.EXPIRED);
        assertTrue(receipts.poll(10, TimeUnit.SECONDS).contains("REFUSED EXPIRED"));
    }

    @Test
    public void idsInOtherSpellingsAreFoundToo() {
        assertTrue(ReceiptListener.spellings("255").contains("ff"));
        assertTrue(ReceiptListener.spellings("FF").contains("255"));
        assertEquals("x1", ReceiptListener.spellings("x1").get(0));
        assertEquals(List.of(), ReceiptListener.spellings(null));
        assertEquals("the literal id is the first", List.of("10", "a", "A", "16"), ReceiptListener.spellings(" 10 "));
    }

    @Test
    public void aBadConfigurationIsRefusedAndThePasswordIsNotShown() {
        assertFalse(SmppSettings.of(new Given("h", 1, "s3cret", "", true)).toString().contains("s3cret"));
        assertThrows(IllegalArgumentException.class, () -> SmppSettings.of(new Given("h h", 1, "", "", true)));
        assertThrows(IllegalArgumentException.class, () -> SmppSettings.of(new Given("h", 0, "", "", true)));
        assertTrue(SmppSettings.of(new Given("smsc.example.com", 1, "", "", true)).isHeard());
    }

    @Test
    public void aBadConfigurationKeepsTheChannelAwayUntilItIsMended() throws Exception {
        SmppRoutes routes = new SmppRoutes(new Given("h h", 1, "", "", false), (channel, spellings, result) -> true, value -> value);
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.addRoutes(routes);
            context.start();
            assertTrue(context.getRouteController().getRouteStatus("channel.sms-smpp").isStopped());
            routes.modified(new Given("127.0.0.1", simulator.port(), "pass", "", false));
            assertTrue(context.getRouteController().getRouteStatus("channel.sms-smpp").isStarted());
        } finally {
            routes.close();
        }
    }

    static OutgoingMessage message(String address, String text, String language, String key) {
        return new OutgoingMessage(key, "authority-approved", "order-1", "alice", address, new LocalizedText("题", "subject"),
            new LocalizedText(text, text), Instant.EPOCH, new Extras(language, Map.of(), null, null));
    }

    static DeliveryReceipt receipt(String id, DeliveryReceiptState state) {
        return new DeliveryReceipt(id, 1, state == DeliveryReceiptState.DELIVRD ? 1 : 0, new Date(0), new Date(0), state,
            "000", "");
    }

    /** A configuration. */
    record Given(String host, int port, String _password, String sign, boolean receipts, boolean tls, int timeout_millis,
            int enquire_link_seconds) implements SmppConfig {

        Given(String host, int port, String _password, String sign, boolean receipts) {
            this(host, port, _password, sign, receipts, false, 1500);
        }

        Given(String host, int port, String _password, String sign, boolean receipts, boolean tls, int timeout_millis) {
            this(host, port, _password, sign, receipts, tls, timeout_millis, 30);
        }

        @Override
        public String system_id() {
            return "beian";
        }

        @Override
        public String system_type() {
            return "";
        }

        @Override
        public String source() {
            return "106900001234";
        }

        @Override
        public Class<? extends Annotation> annotationType() {
            return SmppConfig.class;
        }
    }
}

package org.openbeian.authority.simulator;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.openbeian.authority.simulator.control.Acceptance;
import org.openbeian.authority.simulator.control.Fault;
import org.openbeian.regulator.gateway.client.CallFailed;
import org.openbeian.regulator.gateway.client.IspClient;
import org.openbeian.regulator.gateway.wire.EncodedFile;
import org.openbeian.regulator.gateway.wire.FileCodec;
import org.openbeian.regulator.gateway.wire.ReturnCode;
import org.openbeian.regulator.gateway.wire.ReturnMessage;
import org.openbeian.regulator.gateway.wire.WireException;
import org.openbeian.regulator.gateway.wire.WireSecurity;
import org.openbeian.testkit.Requirement;

/** The client against the simulator over HTTP and SOAP. */
@Requirement("T-39")
public class SoapTest {
    private static final String GUANGDONG = "440000";
    private static final long ISP = 440000000001L;

    private Path directory;
    private TestServer server;
    private IspClient client;

    @Before
    public void start() {
        directory = TestServer.newDirectory();
        server = new TestServer(directory);
        client = server.client(GUANGDONG);
    }

    @After
    public void stop() {
        server.close();
    }

    private static byte[] zip(long id) {
        return Samples.zip(ISP, Samples.filing(id, null, 2000));
    }

    @Test
    public void anUploadIsAcceptedAndKnownAsThePreviousOne() throws CallFailed, WireException {
        assertEquals(Long.valueOf(0), client.previousUpload().file().sequence());
        byte[] zip = zip(1);
        assertEquals(ReturnCode.OK, client.upload(1, zip).code());
        ReturnMessage.ReturnedFile previous = client.previousUpload().file();
        assertEquals(Long.valueOf(1), previous.sequence());
        assertEquals(WireSecurity.fileHash(zip), previous.content().hash());
        org.junit.Assert.assertArrayEquals(zip, client.codec().open(previous.content()));
    }

    /** The answer is with the caller a moment before the call has ended. */
    @Test(timeout = 20_000)
    public void whatACallCostsIsCounted() throws CallFailed {
        assertEquals(Duration.ZERO, server.calls.used());
        client.upload(1, zip(1));
        while (server.calls.used().isZero()) {
            Thread.onSpinWait();
        }
    }

    @Test
    public void bothSpellingsOfTheFirstParameterAreUnderstood() throws CallFailed {
        assertEquals(ReturnCode.NO_DATA, server.client(GUANGDONG, "ispId", TestServer.PASSWORD).download().code());
        assertEquals(ReturnCode.NO_DATA, server.client(GUANGDONG, "ispID", TestServer.PASSWORD).download().code());
    }

    @Test
    public void aWrongPasswordAndAnotherProvinceAreRefused() throws CallFailed {
        assertEquals(ReturnCode.PASSWORD_WRONG, server.client(GUANGDONG, "ispId", "wrong").download().code());
        assertEquals(ReturnCode.WRONG_PROVINCE, server.foreignClient(GUANGDONG, 110000000001L).download().code());
    }

    @Test
    public void everyAuthorityHasItsOwnNumbers() throws CallFailed {
        assertEquals(32, server.simulator.accounts().size());
        assertEquals(ReturnCode.OK, client.upload(1, zip(1)).code());
        assertEquals(Long.valueOf(0), server.client("620000").previousUpload().file().sequence());
    }

    @Test
    public void aSkippedOrUsedNumberIsRefusedWithTheNumbersToSend() throws CallFailed {
        client.upload(1, zip(1));
        ReturnMessage skipped = client.upload(4, zip(2));
        assertEquals(ReturnCode.SEQUENCE_GAP, skipped.code());
        assertEquals(List.of(2L, 3L), skipped.missingSequences());
        ReturnMessage used = client.upload(1, zip(2));
        assertEquals(ReturnCode.SEQUENCE_GAP, used.code());
        assertEquals(List.of(2L), used.missingSequences());
        assertEquals(1, server.simulator.filings(10).size());
    }

    @Test
    public void aLostAnswerIsDoubtfulAndTheQuestionSettlesIt() throws CallFailed {
        server.simulator.inject(Fault.LOST_ANSWER, 1);
        byte[] zip = zip(1);
        CallFailed lost = assertThrows(CallFailed.class, () -> client.upload(1, zip));
        assertTrue(lost.sent());
        assertEquals(WireSecurity.fileHash(zip), client.previousUpload().file().content().hash());
        assertEquals(List.of(new Acceptance(GUANGDONG, 1, 1, 1)), server.simulator.acceptances());
    }

    @Test
    public void aLostCallIsDoubtfulToo() throws CallFailed {
        server.simulator.inject(Fault.LOST_CALL, 1);
        assertTrue(assertThrows(CallFailed.class, () -> client.upload(1, zip(1))).sent());
        assertEquals(Long.valueOf(0), client.previousUpload().file().sequence());
    }

    @Test
    public void withoutAServerNothingWasSent() {
        IspClient nowhere = server.deadClient(GUANGDONG);
        assertFalse(assertThrows(CallFailed.class, () -> nowhere.upload(1, zip(1))).sent());
    }

    @Test
    public void faultsAreShownAsOftenAsOrdered() throws CallFailed {
        server.simulator.inject(Fault.MAINTENANCE, 2);
        assertEquals(ReturnCode.UPLOAD_MAINTENANCE, client.upload(1, zip(1)).code());
        assertEquals(ReturnCode.DOWNLOAD_MAINTENANCE, client.download().code());
        server.simulator.inject(Fault.BUSY, 1);
        assertEquals(ReturnCode.TOO_MANY_FILES, client.upload(1, zip(1)).code());
        assertEquals(ReturnCode.OK, client.upload(1, zip(1)).code());
    }

    @Test
    public void randomFaultsAreTheSameForTheSameSeed() {
        assertEquals(failures(42), failures(42));
    }

    private String failures(long seed) {
        server.simulator.failRandomly(0.3, seed);
        StringBuilder outcome = new StringBuilder();
        for (int i = 0; i < 30; i++) {
            try {
                outcome.append(client.download().code()).append(' ');
            } catch (CallFailed e) {
                outcome.append("lost ");
            }
        }
        server.simulator.clearFaults();
        assertTrue(outcome.toString(), outcome.toString().contains("lost") && outcome.toString().contains("2 "));
        return outcome.toString();
    }

    @Test
    public void anUploadWithPicturesAtTheirLimitArrives() throws CallFailed {
        assertEquals(ReturnCode.OK, client.upload(1, Samples.zip(ISP, Samples.filing(1, null, 100 * 1024))).code());
    }

    @Test
    public void aFileThatBreaksTheSchemaComesBackAs5001() throws CallFailed, WireException {
        String bad = "<UploadData version=\"V.3.0\"><ICP><XZBA><Baxx><Zt_xx><IspZtid>77</IspZtid></Zt_xx></Baxx></XZBA></ICP></UploadData>";
        assertEquals(ReturnCode.OK, client.upload(1, FileCodec.zip(bad.getBytes(WireSecurity.GBK), "a.xml", true)).code());
        String result = Downloads.text(client, client.download().file().content());
        assertTrue(result, result.contains("<Jgdm>5001</Jgdm><Dmms>a.xml</Dmms>") && result.contains("<Bs>77</Bs>"));
    }

    @Test
    public void aResultComesAgainUntilItIsAcknowledged() throws CallFailed, WireException {
        client.upload(1, FileCodec.zip("<x/>".getBytes(WireSecurity.GBK), "a.xml", true));
        ReturnMessage.ReturnedFile first = client.download().file();
        client.upload(2, FileCodec.zip("<x/>".getBytes(WireSecurity.GBK), "a.xml", true));
        assertEquals("the same file, although more waits", first, client.download().file());
        assertEquals(ReturnCode.OK, client.acknowledge(first.name()).code());
        assertEquals("again is harmless", ReturnCode.OK, client.acknowledge(first.name()).code());
        ReturnMessage.ReturnedFile second = client.download().file();
        assertFalse(first.name().equals(second.name()));
        client.acknowledge(second.name());
        assertEquals(ReturnCode.NO_DATA, client.download().code());
        assertEquals(ReturnCode.FILE_NAME_MISSING, client.acknowledge("").code());
    }

    @Test
    public void aWrongHashAndADuplicateResultAreShownOnOrder() throws CallFailed, WireException {
        client.upload(1, FileCodec.zip("<x/>".getBytes(WireSecurity.GBK), "a.xml", true));
        server.simulator.inject(Fault.WRONG_HASH, 1);
        EncodedFile wrong = client.download().file().content();
        assertEquals(ReturnCode.HASH_MISMATCH, assertThrows(WireException.class, () -> client.codec().open(wrong)).code());
        ReturnMessage.ReturnedFile right = client.download().file();
        server.simulator.inject(Fault.DUPLICATE_RESULT, 1);
        client.acknowledge(right.name());
        ReturnMessage.ReturnedFile again = client.download().file();
        assertFalse(right.name().equals(again.name()));
        assertEquals(Downloads.text(client, right.content()), Downloads.text(client, again.content()));
    }

    @Test
    public void resultsComeLateOrInAnotherOrder() throws CallFailed, WireException {
        client.upload(1, FileCodec.zip("<x/>".getBytes(WireSecurity.GBK), "a.xml", true));
        client.upload(2, FileCodec.zip("<IspZtid>77</IspZtid>".getBytes(WireSecurity.GBK), "a.xml", true));
        server.simulator.inject(Fault.LATE_RESULT, 1);
        assertEquals(ReturnCode.NO_DATA, client.download().code());
        server.simulator.inject(Fault.REORDERED_RESULT, 1);
        ReturnMessage last = client.download();
        assertEquals(ReturnCode.MORE_WAITING, last.code());
        assertTrue(Downloads.text(client, last.file().content()).contains("77"));
        client.acknowledge(last.file().name());
        assertFalse(Downloads.text(client, client.download().file().content()).contains("77"));
    }

    @Test
    public void anUploadMayBeSaidToBeOutOfSequenceAlthoughItIsNot() throws CallFailed {
        server.simulator.inject(Fault.OUT_OF_SEQUENCE, 1);
        ReturnMessage refused = client.upload(1, zip(1));
        assertEquals(ReturnCode.SEQUENCE_GAP, refused.code());
        assertEquals(List.of(1L), refused.missingSequences());
        assertEquals(Map.of(Fault.OUT_OF_SEQUENCE, 1), server.simulator.shownFaults());
        assertEquals(ReturnCode.OK, client.upload(1, zip(1)).code());
    }

    @Test
    public void aRestartForgetsNothing() throws CallFailed, WireException {
        client.upload(1, zip(1));
        client.upload(2, FileCodec.zip("<x/>".getBytes(WireSecurity.GBK), "a.xml", true));
        ReturnMessage.ReturnedFile waiting = client.download().file();
        server.close();
        server = new TestServer(directory);
        client = server.client(GUANGDONG);
        assertEquals(Long.valueOf(2), client.previousUpload().file().sequence());
        assertEquals(waiting, client.download().file());
        assertTrue(server.simulator.clock().next() != null);
        assertEquals(ReturnCode.OK, client.upload(3, zip(3)).code());
    }

    @Test
    public void theStatusOfADomainIsKnownOnceItIsFiled() throws CallFailed {
        assertFalse(client.filingStatus(0, "site1.example.cn").status().filed());
        assertFalse("nothing was granted yet", client.verifyPassword("粤ICP备2026000001号", FlowTest.md5("000001")).verified());
    }

    @Test
    public void theServiceDescribesItself() throws IOException {
        URI address = URI.create(server.address(GUANGDONG) + "/ISPWebService/upDownLoad?wsdl");
        try (InputStream in = address.toURL().openStream()) {
            assertTrue(new String(in.readAllBytes(), StandardCharsets.UTF_8).contains("IspService"));
        }
    }
}

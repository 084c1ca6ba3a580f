package org.openbeian.authority.simulator;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.openbeian.authority.simulator.control.Acceptance;
import org.openbeian.authority.simulator.control.FilingView;
import org.openbeian.authority.simulator.control.Scenario;
import org.openbeian.regulator.gateway.client.CallFailed;
import org.openbeian.regulator.gateway.client.IspClient;
import org.openbeian.regulator.gateway.payload.DownloadItem;
import org.openbeian.regulator.gateway.payload.NewFiling;
import org.openbeian.regulator.gateway.wire.ReturnCode;
import org.openbeian.regulator.gateway.wire.WireException;
import org.openbeian.regulator.gateway.wire.WireSecurity;
import org.openbeian.testkit.Requirement;

/** What becomes of a filing at the authority. */
@Requirement("T-39")
public class FlowTest {
    private static final long ISP = 440000000001L;

    private TestServer server;
    private IspClient client;
    private long sequence;

    @Before
    public void start() {
        server = new TestServer(TestServer.newDirectory());
        client = server.client("440000");
    }

    @After
    public void stop() {
        server.close();
    }

    private void upload(NewFiling... filings) throws CallFailed {
        sequence++;
        assertEquals(ReturnCode.OK, client.upload(sequence, Samples.zip(ISP, filings)).code());
    }

    private FilingView last() {
        return server.simulator.filings(1).get(0);
    }

    /** Lets everything that is planned happen. */
    private List<DownloadItem> finish() throws CallFailed, WireException {
        while (server.simulator.clock().next() != null) {
            server.simulator.step();
        }
        return Downloads.all(client);
    }

    @Test
    @Requirement({"T-41", "T-43", "T-48", "T-51", "T-56", "A-104", "A-105"})
    public void aGoodFilingGetsItsNumbers() throws CallFailed, WireException {
        Instant start = server.clock.instant();
        upload(Samples.filing(1, null, 1000));
        assertEquals(FilingView.State.RECEIVED, last().state());
        server.simulator.step();
        assertEquals(FilingView.State.SMS_WAITING, last().state());
        server.simulator.step();
        assertEquals(FilingView.State.REVIEW, last().state());
        assertEquals("nothing to fetch yet", ReturnCode.NO_DATA, client.download().code());
        List<DownloadItem> items = finish();
        DownloadItem.Decided decided = (DownloadItem.Decided) items.get(0);
        assertTrue(decided.passed());
        assertEquals(Long.valueOf(1), decided.recordId());
        DownloadItem.Published published = (DownloadItem.Published) items.get(1);
        assertTrue(published.number(), published.number().matches("粤ICP备20\\d{2}000001号"));
        assertEquals(published.number() + "-1", published.sites().get(0).number());
        assertEquals(Long.valueOf(101), published.sites().get(0).siteId());
        assertEquals(List.of("site1.example.cn"), published.sites().get(0).domains());
        assertEquals(FilingView.State.PASSED, last().state());
        assertTrue("seven working days", Duration.between(start, server.clock.instant()).toDays() >= 9);
        assertTrue(client.filingStatus(0, "site1.example.cn").status().filed());
        assertTrue(client.verifyPassword(published.number(), md5("000001")).verified());
        assertTrue("of a service too", client.verifyPassword(published.number() + "-1", md5("000001")).verified());
        assertFalse(client.verifyPassword(published.number(), md5("123456")).verified());
        assertFalse("not granted", client.verifyPassword(published.number().replace("000001", "000002"), md5("000002")).verified());
    }

    @Test
    @Requirement({"T-39", "T-56"})
    public void anAccountReportsOnlyForTheProvincesThatItIsRegisteredFor() throws CallFailed, WireException {
        server.close();
        server = new TestServer(TestServer.newDirectory(), Clock.systemUTC(), true, SimulatorComponent.registered("310000=440000,450000"));
        client = server.client("430000");
        assertEquals(ReturnCode.OK, client.upload(1, Samples.zip(430000000001L, Samples.filing(1, null, 0))).code());
        DownloadItem.Processed refused = (DownloadItem.Processed) finish().get(0);
        assertEquals(1045, refused.outcomes().get(0).code());
        client = server.client("310000");
        assertEquals(ReturnCode.OK, client.upload(1, Samples.zip(310000000001L, Samples.filing(2, null, 0))).code());
        List<DownloadItem> items = finish();
        String number = ((DownloadItem.Published) items.get(1)).number();
        assertTrue("the organizer's province gives the number: " + number, number.startsWith("粤ICP备"));
        assertThrows(IllegalArgumentException.class, () -> SimulatorComponent.registered("310000"));
    }

    @Test
    @Requirement("T-56")
    public void serialsCountUpByProvinceAndResultsComeInOneFile() throws CallFailed, WireException {
        upload(Samples.filing(1, null, 0), Samples.filing(2, null, 0), Samples.filing(3, null, 0));
        List<DownloadItem> items = finish();
        assertEquals(6, items.size());
        List<String> numbers = items.stream().filter(DownloadItem.Published.class::isInstance)
            .map(item -> ((DownloadItem.Published) item).number()).map(number -> number.substring(number.length() - 4)).toList();
        assertEquals(List.of("001号", "002号", "003号"), numbers);
    }

    @Test
    public void aRefusalCarriesTheOfficersWordsAndFreesTheDomain() throws CallFailed, WireException {
        server.simulator.setScenario(new Scenario("site1.example.cn", Scenario.Sms.ANSWERS, 1, Scenario.Review.REFUSE, "网站名称不规范", 1,
            0));
        upload(Samples.filing(1, null, 0));
        DownloadItem.Decided decided = (DownloadItem.Decided) finish().get(0);
        assertFalse(decided.passed());
        assertEquals("网站名称不规范", decided.opinion());
        server.simulator.removeScenario("site1.example.cn");
        upload(Samples.filing(1, null, 0));
        assertEquals("a second round", 2, last().round());
        assertEquals(2, finish().size());
        assertEquals(List.of(), server.simulator.duplicates());
    }

    @Test
    @Requirement("T-41")
    public void aCodeThatIsNeverEnteredSendsTheFilingBackAfterADay() throws CallFailed, WireException {
        upload(Samples.filing(1, "#sim:never-answers", 0));
        FilingView waiting = last();
        assertEquals(Duration.ofHours(24), Duration.between(waiting.smsAt(), waiting.decidedAt()));
        DownloadItem.Decided decided = (DownloadItem.Decided) finish().get(0);
        assertFalse(decided.passed());
        assertEquals(Plan.EXPIRED_OPINION, decided.opinion());
        assertEquals(FilingView.State.SMS_FAILED, last().state());
    }

    @Test
    @Requirement("T-42")
    public void fiveWrongCodesSendTheFilingBack() throws CallFailed, WireException {
        upload(Samples.filing(1, "#sim:five-wrong", 0));
        assertEquals(Plan.WRONG_OPINION, ((DownloadItem.Decided) finish().get(0)).opinion());
        upload(Samples.filing(2, "#sim:never-answers", 0));
        server.simulator.step();
        for (int i = 0; i < 4; i++) {
            server.simulator.enterCode(last().id(), false);
        }
        assertEquals(FilingView.State.SMS_WAITING, last().state());
        server.simulator.enterCode(last().id(), false);
        assertEquals(Plan.WRONG_OPINION, ((DownloadItem.Decided) finish().get(0)).opinion());
        assertThrows(IllegalArgumentException.class, () -> server.simulator.enterCode(last().id(), true));
    }

    @Test
    public void aPersonMayEnterTheCodeByHandAndAnOfficerDecideAtOnce() throws CallFailed, WireException {
        upload(Samples.filing(1, "#sim:never-answers", 0));
        assertThrows("no code was sent yet", IllegalArgumentException.class, () -> server.simulator.enterCode(last().id(), true));
        server.simulator.step();
        server.simulator.enterCode(last().id(), true);
        assertEquals(FilingView.State.REVIEW, last().state());
        server.simulator.decide(last().id(), true, "特事特办");
        assertEquals("特事特办", ((DownloadItem.Decided) finish().get(0)).opinion());
        assertThrows(IllegalArgumentException.class, () -> server.simulator.decide(last().id(), false, null));
    }

    @Test
    public void aLateResultIsLate() throws CallFailed {
        upload(Samples.filing(1, null, 0), Samples.filing(2, "#sim:late", 0));
        List<FilingView> filings = server.simulator.filings(2);
        assertEquals(30, Duration.between(filings.get(1).decidedAt(), filings.get(0).decidedAt()).toDays());
    }

    @Test
    public void wrongDataComeBackWithEveryCode() throws CallFailed, WireException {
        upload(Samples.filing(1, null, 0), Samples.wrong(2));
        List<DownloadItem> items = finish();
        DownloadItem.Processed processed = (DownloadItem.Processed) items.stream().filter(DownloadItem.Processed.class::isInstance)
            .findFirst().orElseThrow();
        assertEquals("2", processed.subject());
        assertEquals(List.of(1011L, 1015L, 1004L, 1006L), processed.outcomes().stream().map(DownloadItem.Outcome::code).toList());
    }

    @Test
    public void whatIsSentTwiceIsCountedAndComesBack() throws CallFailed, WireException {
        upload(Samples.filing(1, null, 0));
        upload(Samples.filing(1, null, 0));
        assertEquals(List.of(new Acceptance("440000", 1, 1, 2)), server.simulator.duplicates());
        List<Long> codes = finish().stream().filter(DownloadItem.Processed.class::isInstance)
            .flatMap(item -> ((DownloadItem.Processed) item).outcomes().stream()).map(DownloadItem.Outcome::code).toList();
        assertEquals(List.of(1037L, 1003L, 1005L), codes);
    }

    @Test
    public void aPublishedFilingSentAgainIsADuplicateToo() throws CallFailed, WireException {
        upload(Samples.filing(1, null, 0));
        finish();
        upload(Samples.filing(1, null, 0));
        assertEquals(1, server.simulator.duplicates().size());
    }

    @Test
    public void scenariosAreCheckedAndKept() {
        assertThrows(IllegalArgumentException.class, () -> new Scenario("x", Scenario.Sms.ANSWERS, 1440, Scenario.Review.PASS, null, 7, 0));
        assertThrows(IllegalArgumentException.class, () -> new Scenario(" ", Scenario.Sms.ANSWERS, 1, Scenario.Review.PASS, null, 7, 0));
        Scenario scenario = new Scenario("*", Scenario.Sms.ANSWERS, 3, Scenario.Review.PASS, null, 2, 0);
        server.simulator.setScenario(scenario);
        assertTrue(server.simulator.scenarios().contains(scenario));
        server.simulator.removeScenario("*");
        assertFalse(server.simulator.scenarios().contains(scenario));
    }

    static String md5(String text) {
        return HexFormat.of().formatHex(Base64.getDecoder().decode(WireSecurity.fileHash(text.getBytes(WireSecurity.GBK))));
    }
}

package org.openbeian.authority.simulator;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.openbeian.api.registry.PublicRegistry;
import org.openbeian.authority.simulator.control.FilingView;
import org.openbeian.authority.simulator.control.Scenario;
import org.openbeian.regulator.gateway.client.CallFailed;
import org.openbeian.regulator.gateway.client.IspClient;
import org.openbeian.regulator.gateway.payload.Cancellation;
import org.openbeian.regulator.gateway.payload.ChangedFiling;
import org.openbeian.regulator.gateway.payload.DownloadItem;
import org.openbeian.regulator.gateway.payload.NewAccess;
import org.openbeian.regulator.gateway.payload.NewFiling;
import org.openbeian.regulator.gateway.payload.NewSites;
import org.openbeian.regulator.gateway.payload.SiteRecord;
import org.openbeian.regulator.gateway.payload.UploadRecord;
import org.openbeian.regulator.gateway.wire.ReturnCode;
import org.openbeian.regulator.gateway.wire.WireException;
import org.openbeian.testkit.Requirement;

/** What authorities do with filings about records that they have published. */
@Requirement("T-39")
public class TypesTest {
    private static final long ISP = 440000000001L;

    private TestServer server;
    private IspClient client;
    private long sequence;
    private DownloadItem.Published first;

    @Before
    public void file() throws CallFailed, WireException {
        server = new TestServer(TestServer.newDirectory());
        client = server.client("440000");
        first = published(send(Samples.filing(1, null, 0)));
    }

    @After
    public void stop() {
        server.close();
    }

    private List<DownloadItem> send(UploadRecord... records) throws CallFailed, WireException {
        sequence++;
        assertEquals(ReturnCode.OK, client.upload(sequence, Samples.zip(ISP, records)).code());
        while (server.simulator.clock().next() != null) {
            server.simulator.step();
        }
        return Downloads.all(client);
    }

    private static DownloadItem.Published published(List<DownloadItem> items) {
        return (DownloadItem.Published) items.stream().filter(DownloadItem.Published.class::isInstance).findFirst().orElseThrow();
    }

    private static List<Long> codes(List<DownloadItem> items) {
        return items.stream().filter(DownloadItem.Processed.class::isInstance)
            .flatMap(item -> ((DownloadItem.Processed) item).outcomes().stream()).map(DownloadItem.Outcome::code).toList();
    }

    private static DownloadItem.Decided decided(List<DownloadItem> items) {
        return (DownloadItem.Decided) items.stream().filter(DownloadItem.Decided.class::isInstance).findFirst().orElseThrow();
    }

    private String password() {
        String digits = first.number().replaceAll("\\D", "");
        return digits.substring(digits.length() - 6);
    }

    private NewSites more(long id) {
        return new NewSites(first.number(), Samples.filing(id, null, 0).sites(), List.of(), null);
    }

    private ChangedFiling change(String name, long id) {
        NewFiling like = Samples.filing(id, null, 0);
        SiteRecord old = like.sites().get(0);
        SiteRecord site = new SiteRecord(old.id(), name, old.approvals(), old.contents(), old.languages(),
            List.of(new SiteRecord.DomainRecord(id * 10000 + 101, "site1.example.cn")), old.accesses(), old.principal(), null, null);
        DownloadItem.PublishedSite filed = first.sites().get(0);
        return new ChangedFiling(first.recordId(), first.number(), Samples.filing(1, null, 0).subject(),
            List.of(new ChangedFiling.ChangedSite(filed.recordId(), filed.number(), site, List.of(filed.accesses().get(0).recordId()))),
            List.of(), null);
    }

    private PublicRegistry.PublicAnswer ask(PublicRegistry.By by, String value) {
        return server.simulator.ask(new PublicRegistry.PublicQuestion(by, value));
    }

    @Test
    @Requirement({"E-19", "T-49"})
    public void thePublicRegisterKnowsWhatWasPublished() throws CallFailed, WireException {
        String site = first.sites().get(0).number();
        PublicRegistry.PublicAnswer answer = ask(PublicRegistry.By.DOMAIN, "site1.example.cn");
        assertEquals(PublicRegistry.Verdict.FOUND, answer.verdict());
        PublicRegistry.PublicEntry entry = answer.entries().get(0);
        assertEquals(first.number() + " " + site + " [site1.example.cn]",
            entry.organizerNumber() + " " + entry.serviceNumber() + " " + entry.domains());
        assertEquals(answer.entries(), ask(PublicRegistry.By.UNIT_NAME, entry.organizer().name()).entries());
        assertEquals(answer.entries(), ask(PublicRegistry.By.NUMBER, site).entries());
        assertEquals(answer.entries(), ask(PublicRegistry.By.NUMBER, first.number()).entries());
        assertEquals(PublicRegistry.Verdict.NOT_FOUND, ask(PublicRegistry.By.DOMAIN, "other.example.cn").verdict());
        assertEquals(PublicRegistry.Verdict.NOT_FOUND, ask(PublicRegistry.By.NUMBER, "粤ICP备2099999999号").verdict());
        assertFalse("as of the simulated time", answer.asOf().isAfter(server.simulator.clock().now()));
    }

    @Test
    @Requirement({"E-09", "T-51"})
    public void aFurtherSiteGetsTheNextNumberOfItsSubject() throws CallFailed, WireException {
        List<DownloadItem> items = send(more(2));
        assertEquals(Long.valueOf(2), decided(items).operation());
        assertEquals(Long.valueOf(201), decided(items).recordId());
        DownloadItem.Published record = published(items);
        assertEquals(List.of(first.number() + "-1", first.number() + "-2"), record.sites().stream().map(site -> site.number()).toList());
        assertEquals(Long.valueOf(201), record.sites().get(1).siteId());
        assertEquals(first.recordId(), record.recordId());
        DownloadItem.PublishedSite second = record.sites().get(1);
        send(new Cancellation(Cancellation.SITE, second.recordId(), 1, null, null));
        assertEquals("a cancelled number never returns", first.number() + "-3", published(send(more(3))).sites().get(1).number());
    }

    @Test
    public void whatIsNotInTheBooksComesBack() throws CallFailed, WireException {
        NewSites stranger = new NewSites("粤ICP备2020000009号", Samples.filing(2, null, 0).sites(), List.of(), null);
        List<DownloadItem> items = send(stranger, new Cancellation(Cancellation.SITE, 77, 1, null, null));
        assertEquals(List.of(1016L, 1016L), codes(items));
        DownloadItem.Processed processed = (DownloadItem.Processed) items.get(0);
        assertEquals("粤ICP备2020000009号", processed.subject());
        assertEquals(Long.valueOf(2), processed.operation());
        assertEquals("sent once more, with a domain that is taken", List.of(1037L, 1005L), codes(send(
            new NewSites(first.number(), Samples.filing(1, null, 0).sites(), List.of(), null))));
    }

    @Test
    @Requirement({"E-10", "A-03"})
    public void aFurtherAccessTakesTheFilingPassword() throws CallFailed, WireException {
        SiteRecord.AccessRecord access = Samples.filing(2, null, 0).sites().get(0).accesses().get(0);
        String site = first.sites().get(0).number();
        assertEquals(List.of(1018L), codes(send(new NewAccess(site, access, List.of(), "wrong"))));
        DownloadItem.Published record = published(send(new NewAccess(site, access, List.of(), password())));
        List<DownloadItem.PublishedAccess> accesses = record.sites().get(0).accesses();
        assertEquals(2, accesses.size());
        assertEquals(Long.valueOf(20101), accesses.get(1).accessId());
        assertEquals(Long.valueOf(ISP), accesses.get(1).provider());
        String before = first.sites().get(0).changedAt();
        String after = record.sites().get(0).changedAt();
        assertTrue("the site was changed, by the simulated clock: " + before + " " + after, before.compareTo(after) < 0);
        assertEquals("the subject was not", first.changedAt(), record.changedAt());
        assertEquals(List.of(1038L), codes(send(new NewAccess(site, access, List.of(), password()))));
    }

    @Test
    @Requirement({"E-12", "E-13"})
    public void aChangeKeepsNumbersAndIds() throws CallFailed, WireException {
        DownloadItem.Published record = published(send(change("新名", 2)));
        assertEquals("新名", record.sites().get(0).name());
        assertEquals(first.sites().get(0).recordId(), record.sites().get(0).recordId());
        assertEquals(first.sites().get(0).accesses().get(0).recordId(), record.sites().get(0).accesses().get(0).recordId());
        assertEquals(first.number(), record.number());
    }

    @Test
    @Requirement({"E-14", "E-15", "E-17"})
    public void cancellationsEndAccessSiteAndSubject() throws CallFailed, WireException {
        DownloadItem.PublishedSite site = first.sites().get(0);
        List<DownloadItem> access = send(new Cancellation(Cancellation.ACCESS, site.accesses().get(0).recordId(), 4, null, null));
        assertTrue(access.toString(), access.contains(new DownloadItem.Cancelled(2, site.accesses().get(0).recordId())));
        assertNull("no code is sent", server.simulator.filings(1).get(0).smsAt());
        List<DownloadItem> gone = send(new Cancellation(Cancellation.SITE, site.recordId(), 3, null, null));
        assertTrue(gone.contains(new DownloadItem.Cancelled(1, site.recordId())));
        assertFalse("the domain is free", client.filingStatus(0, "site1.example.cn").status().filed());
        assertEquals(List.of(1018L), codes(send(new Cancellation(Cancellation.SUBJECT, first.recordId(), 1, null, "000000"))));
        List<DownloadItem> end = send(new Cancellation(Cancellation.SUBJECT, first.recordId(), 1, null, password()));
        assertTrue(end.contains(new DownloadItem.Cancelled(0, first.recordId())));
        assertEquals(List.of(1016L), codes(send(more(2))));
        send(Samples.filing(9, null, 0));
        assertEquals(FilingView.State.PASSED, server.simulator.filings(1).get(0).state());
    }

    @Test
    public void oneFilingAboutASubjectIsUnderWayAtATime() throws CallFailed, WireException {
        assertEquals(List.of(1017L), codes(send(more(2), change("新名", 3))));
    }

    @Test
    @Requirement("E-18")
    public void aScenarioNamesTheErrorThatItWants() throws CallFailed, WireException {
        server.simulator.setScenario(new Scenario("#sim:last", Scenario.Sms.ANSWERS, 1, Scenario.Review.DATA_ERROR, "1025 只有一个接入",
            1, 0));
        long access = first.sites().get(0).accesses().get(0).recordId();
        assertEquals(List.of(1025L), codes(send(new Cancellation(Cancellation.ACCESS, access, 1, "#sim:last", null))));
        assertEquals(List.of(1026L), codes(send(new Cancellation(Cancellation.ACCESS, access, 50, null, null))));
    }

    @Test
    public void aRehearsalFindsWhatIsWrongAndTakesNothing() {
        assertEquals(List.of("1003", "1005"), server.simulator.rehearse("440000", Samples.zip(ISP, Samples.filing(1, null, 0))).stream()
            .map(error -> error.substring(0, 4)).toList());
        assertEquals(List.of(), server.simulator.rehearse("440000", Samples.zip(ISP, more(2))));
        assertEquals("one filing was taken", 1, server.simulator.filings(10).size());
    }
}

package org.openbeian.authority.simulator;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.openbeian.authority.simulator.control.Announcement;
import org.openbeian.regulator.gateway.client.CallFailed;
import org.openbeian.regulator.gateway.client.IspClient;
import org.openbeian.regulator.gateway.payload.Cancellation;
import org.openbeian.regulator.gateway.payload.ChangedFiling;
import org.openbeian.regulator.gateway.payload.DownloadItem;
import org.openbeian.regulator.gateway.payload.Extension;
import org.openbeian.regulator.gateway.payload.NewAccess;
import org.openbeian.regulator.gateway.payload.NewFiling;
import org.openbeian.regulator.gateway.payload.NewSites;
import org.openbeian.regulator.gateway.payload.SiteRecord;
import org.openbeian.regulator.gateway.payload.UploadRecord;
import org.openbeian.regulator.gateway.wire.ReturnCode;
import org.openbeian.regulator.gateway.wire.WireException;
import org.openbeian.testkit.Requirement;

/** What authorities do with APPs in documents of our extension. */
@Requirement({"A-01", "A-54", "T-51"})
public class AppsTest {
    private static final Extension.AppRecord ANDROID = new Extension.AppRecord(false, true, List.of(new Extension.Platform("ANDROID",
        List.of("site1.example.cn"), List.of(new Extension.AppPackage("cn.example.app", "2508", "0F343B")))));

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

    private List<DownloadItem> send(UploadRecord... records) throws CallFailed, WireException {
        return send(440000000001L, records);
    }

    private List<DownloadItem> send(long unit, UploadRecord... records) throws CallFailed, WireException {
        sequence++;
        assertEquals(ReturnCode.OK, client.upload(sequence, Samples.zip(unit, records)).code());
        while (server.simulator.clock().next() != null) {
            server.simulator.step();
        }
        return Downloads.all(client);
    }

    private static DownloadItem.Published published(List<DownloadItem> items) {
        return (DownloadItem.Published) items.stream().filter(DownloadItem.Published.class::isInstance).findFirst()
            .orElseThrow(() -> new AssertionError(items));
    }

    /** An APP with the domain of the website of filing 1. */
    private static SiteRecord app(long id, String name) {
        SiteRecord like = Samples.filing(id, null, 0).sites().get(0);
        return new SiteRecord(like.id(), name, List.of(), like.contents(), like.languages(),
            List.of(new SiteRecord.DomainRecord(id * 10000 + 101, "site1.example.cn")), like.accesses(), like.principal(), null, null,
            new Extension.OfService(null, ANDROID));
    }

    private static List<String> numbers(DownloadItem.Published record) {
        return record.sites().stream().map(DownloadItem.PublishedSite::number).toList();
    }

    @Test
    public void siteAndAppOfOneDomainGetNumbersOfTheirKind() throws CallFailed, WireException {
        NewFiling plain = Samples.filing(1, null, 0);
        SiteRecord second = app(1, "示例应用");
        SiteRecord own = new SiteRecord(102, second.name(), List.of(), second.contents(), second.languages(),
            List.of(new SiteRecord.DomainRecord(10201, "site1.example.cn")), List.of(new SiteRecord.AccessRecord(10201, List.of(5L),
                List.of(5L), List.of(new SiteRecord.IpRange(1020101, 1998396701L, 1998396701L)))), second.principal(), null, null,
            second.extension());
        DownloadItem.Published first = published(send(new NewFiling(plain.subject(), List.of(plain.sites().get(0), own), List.of())));
        assertEquals(List.of(first.number() + "-1", first.number() + "-2A"), numbers(first));
        DownloadItem.Published more = published(send(new NewSites(first.number(), List.of(app(3, "另一应用")), List.of(), null)));
        assertEquals("the next of one count", first.number() + "-3A", numbers(more).get(2));
    }

    /** Each authority takes what was agreed with it. */
    @Test
    public void whereTheExtensionIsNotAgreedItsDocumentsAreRefused() throws CallFailed, WireException {
        client = server.client(TestServer.PLAIN);
        NewFiling plain = Samples.filing(1, null, 0);
        String refused = send(620000000001L, new NewFiling(plain.subject(), List.of(app(1, "示例应用")), List.of())).toString();
        assertTrue(refused, refused.contains("5001"));
        String taken = send(620000000001L, Samples.filing(2, null, 0)).toString();
        assertTrue("another province's area is all that is wrong: " + taken, taken.contains("1045") && !taken.contains("5001"));
    }

    /** What an authority tells by itself waits, follows the schema, and comes in one file with nothing else. */
    @Test
    public void announcementsWaitToBeFetched() throws CallFailed, WireException {
        for (Announcement.Kind kind : Announcement.Kind.values()) {
            server.simulator.announce("440000", new Announcement(kind, "粤ICP备2026000001号-1", "bad.example.cn", "91440000X",
                kind == Announcement.Kind.CODE_TABLE ? "Dwxz_dms 4 5" : "请核实"));
        }
        List<DownloadItem> told = Downloads.all(client);
        assertEquals(Announcement.Kind.values().length - 2, told.stream().filter(DownloadItem.Told.class::isInstance).count());
        assertEquals(List.of(4L, 5L), told.stream().filter(DownloadItem.Codes.class::isInstance).map(DownloadItem.Codes.class::cast)
            .flatMap(table -> table.rows().stream()).map(row -> row.id()).toList());
        assertEquals(List.of("粤ICP备2026000001号"), told.stream().filter(DownloadItem.Synchronized.class::isInstance)
            .map(item -> ((DownloadItem.Synchronized) item).record().number()).toList());
        org.junit.Assert.assertThrows(IllegalArgumentException.class, () -> server.simulator.announce("440000",
            new Announcement(Announcement.Kind.CODE_TABLE, null, null, null, "Dwxz_dms")));
        org.junit.Assert.assertThrows(IllegalArgumentException.class, () -> server.simulator.announce("440000",
            new Announcement(Announcement.Kind.BLACKLIST_SITE, null, null, null, null)));
        assertEquals("uploads go on as before", 1, published(send(Samples.filing(1, null, 0))).sites().size());
    }

    @Test
    public void anAppLivesThroughTheTypes() throws CallFailed, WireException {
        NewFiling plain = Samples.filing(1, null, 0);
        DownloadItem.Published first = published(send(new NewFiling(plain.subject(), List.of(app(1, "示例应用")), List.of())));
        DownloadItem.PublishedSite app = first.sites().get(0);
        assertEquals(first.number() + "-1A", app.number());
        String digits = first.number().replaceAll("\\D", "");
        String password = digits.substring(digits.length() - 6);
        DownloadItem.Published changed = published(send(new ChangedFiling(first.recordId(), first.number(), plain.subject(),
            List.of(new ChangedFiling.ChangedSite(app.recordId(), app.number(), app(2, "新名"), List.of(app.accesses().get(0).recordId()))),
            List.of(), null)));
        assertEquals("新名", changed.sites().get(0).name());
        assertEquals(app.number(), changed.sites().get(0).number());
        SiteRecord.AccessRecord access = Samples.filing(3, null, 0).sites().get(0).accesses().get(0);
        assertEquals(2, published(send(new NewAccess(app.number(), access, List.of(), password))).sites().get(0).accesses().size());
        assertTrue(send(new Cancellation(Cancellation.ACCESS, app.accesses().get(0).recordId(), 1, null, null)).stream()
            .anyMatch(DownloadItem.Cancelled.class::isInstance));
        assertTrue("its domain was never taken from websites", send(Samples.filing(1, null, 0)).stream()
            .noneMatch(item -> item instanceof DownloadItem.Processed done
                && done.outcomes().stream().anyMatch(outcome -> outcome.code() == 1005)));
        assertTrue(send(new Cancellation(Cancellation.SITE, app.recordId(), 1, null, null)).stream()
            .anyMatch(DownloadItem.Cancelled.class::isInstance));
    }
}

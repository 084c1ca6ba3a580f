package org.openbeian.authority.simulator;

import static org.junit.Assert.assertEquals;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.openbeian.api.authority.ReportUpload;
import org.openbeian.api.report.ReportKind;
import org.openbeian.authority.simulator.control.Announcement;
import org.openbeian.regulator.gateway.client.CallFailed;
import org.openbeian.regulator.gateway.client.IspClient;
import org.openbeian.regulator.gateway.payload.DownloadItem;
import org.openbeian.regulator.gateway.payload.ReportWriter;
import org.openbeian.regulator.gateway.payload.UploadDocument;
import org.openbeian.regulator.gateway.wire.FileCodec;
import org.openbeian.regulator.gateway.wire.ReturnCode;
import org.openbeian.regulator.gateway.wire.WireException;
import org.openbeian.regulator.gateway.wire.WireSecurity;
import org.openbeian.testkit.Requirement;

/** Reports to a simulated authority over its real interface. */
@Requirement("T-39")
public class ReportsTest {
    private static final Map<String, Object> RANGE = Map.of("Qsip", "192.0.2.0", "Zzip", "192.0.2.255", "Lydw", 3);

    /** Where the simulator keeps its files. */
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private TestServer server;
    private IspClient client;
    private long sequence;

    @Before
    public void start() throws Exception {
        server = new TestServer(folder.getRoot().toPath());
        client = server.client("440000");
    }

    @After
    public void stop() throws Exception {
        server.close();
    }

    private List<DownloadItem> send(ReportUpload... reports) throws CallFailed, WireException {
        UploadDocument document = ReportWriter.write(440000000001L, List.of(reports), (picture, most) -> picture);
        assertEquals(List.of(), document.violations());
        byte[] zip = FileCodec.zip(document.bytes(), FileCodec.UPLOAD_ENTRY, true);
        sequence++;
        assertEquals(ReturnCode.OK, client.upload(sequence, zip, WireSecurity.fileHash(zip)).code());
        return Downloads.all(client);
    }

    @Test
    public void aMaterialIsStoredAndAnAnswerToAnUnfiledSiteIsTakenInSilence() throws Exception {
        Map<String, Object> material = Map.of("Fjwjgs", 1, "Fjyt", 1, "Fjnr", Base64.getEncoder().encodeToString(new byte[] {(byte) 0xFF,
            (byte) 0xD8, 1}), "Fjssdx", Map.of("Ssdxlx", 2, "Ssdxbs", Map.of("Baxh", "粤ICP备2026000001号-1")));
        Map<String, Object> site = Map.of("Ym", "wild.cn", "IP", "119.29.29.29", "Yys", 1, "Jrs", 1, "Shengid", 440000, "Cljg", 1, "Clyj",
            "已断开接入", "Rbsj", "2026-11-21", "Clsx", "2026-12-21");
        assertEquals(List.of(new DownloadItem.Processed(List.of(new DownloadItem.Outcome(1060, "核验材料已保存")), 35L,
            "粤ICP备2026000001号-1")), send(new ReportUpload(1, ReportKind.MATERIAL, material), new ReportUpload(2,
            ReportKind.UNFILED_SITE, site)));
    }

    @Test
    public void eachRangeIsAnsweredUnderOurIdOfIt() throws Exception {
        Map<String, Object> wrong = Map.of("Qsip", "192.0.2.9", "Zzip", "192.0.2.1", "Lydw", 3);
        List<DownloadItem> items = send(new ReportUpload(7, ReportKind.ADDRESSES_NEW, Map.of("Xzly", Map.of("Ly", List.of(RANGE, wrong)))));
        List<String> answers = new ArrayList<>();
        for (DownloadItem item : items) {
            DownloadItem.AddressAnswer answer = (DownloadItem.AddressAnswer) item;
            answers.add(answer.outcomes().get(0).code() + " " + answer.operation() + " " + ReportWriter.numberOf(answer.ourId()));
        }
        assertEquals(List.of("2998 1 7", "2002 1 7"), answers);
        DownloadItem.AddressAnswer removed = (DownloadItem.AddressAnswer) send(new ReportUpload(8, ReportKind.ADDRESSES_REMOVED,
            Map.of("Scly", Map.of("Ly", List.of(Map.of("Id", 90)))))).get(0);
        assertEquals(Long.valueOf(90), removed.recordId());
        assertEquals(Long.valueOf(3), removed.operation());
    }

    @Test
    public void tablesAndRecordsComeOneToAFile() throws Exception {
        for (String table : List.of("Dwxz_dms 4 5", "Zxly_dms 1", "Wbacl_dms 1 2")) {
            server.simulator.announce("440000", new Announcement(Announcement.Kind.CODE_TABLE, null, null, null, table));
        }
        for (int i = 1; i <= 2; i++) {
            server.simulator.announce("440000", new Announcement(Announcement.Kind.RESYNCHRONISATION, "粤ICP备202600000" + i + "号", "a.cn",
                null, null));
        }
        List<String> told = Downloads.all(client).stream().map(item -> item instanceof DownloadItem.Codes codes ? codes.table()
            : ((DownloadItem.Synchronized) item).record().number()).toList();
        assertEquals(List.of("Dwxz_dms", "Zxly_dms", "Wbacl_dms", "粤ICP备2026000001号", "粤ICP备2026000002号"), told);
    }
}

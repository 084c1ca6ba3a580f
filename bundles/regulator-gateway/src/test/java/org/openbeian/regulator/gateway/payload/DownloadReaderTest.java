package org.openbeian.regulator.gateway.payload;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;
import org.junit.Test;
import org.openbeian.regulator.gateway.wire.WireException;
import org.openbeian.regulator.gateway.wire.WireSecurity;
import org.openbeian.regulator.gateway.wire.XmlInput;
import org.openbeian.testkit.Requirement;

@Requirement("T-39")
public class DownloadReaderTest {
    private static final String RESULTS = "<BAJG><Jg_xx><Jgxx><Jgdm>1005</Jgdm><Dmms>域名已备案</Dmms></Jgxx><Jgxx><Jgdm>1015</Jgdm></Jgxx>"
        + "<Czlx>1</Czlx><Bs>42</Bs></Jg_xx><GJSHS><Gjsh><Shrxm>审核员</Shrxm><Shsj>2026-11-30</Shsj><Shyj>同意</Shyj><Shjg>1</Shjg>"
        + "<Czlx>1</Czlx><Jlid>43</Jlid></Gjsh></GJSHS></BAJG>";
    private static final String PUBLISHED = "<BASJ><Baxx><Zt_xx><IspZtid>43</IspZtid><Ztid>9001</Ztid><Dwmc>示例</Dwmc>"
        + "<Baxh>粤ICP备2026000001号</Baxh><Zjxgsj>2026-11-30 10:00:00</Zjxgsj></Zt_xx><Wz_xx><IspWzid>4301</IspWzid><Wzid>9002</Wzid>"
        + "<Wzmc>示例网站;又名</Wzmc><Ym_xx><Ym>example.cn</Ym></Ym_xx><Jr_xx><Jrid>9003</Jrid></Jr_xx><Zjxgsj>2026-11-29</Zjxgsj>"
        + "<Baxh>粤ICP备2026000001号-1</Baxh>"
        + "</Wz_xx></Baxx></BASJ>";

    private static List<DownloadItem> read(String icp) throws WireException {
        return DownloadReader.read(("<?xml version=\"1.0\" encoding=\"GBK\"?>\n<DownloadData version=\"V.3.0\"><ICP>" + icp
            + "</ICP></DownloadData>").getBytes(WireSecurity.GBK));
    }

    @Test
    public void readsDataErrorsAndDecisions() throws WireException {
        List<DownloadItem> items = read(RESULTS);
        assertEquals(new DownloadItem.Processed(List.of(new DownloadItem.Outcome(1005, "域名已备案"), new DownloadItem.Outcome(1015, null)),
            1L, "42"), items.get(0));
        assertEquals(new DownloadItem.Decided(true, "同意", "2026-11-30", 1L, 43L), items.get(1));
    }

    @Test
    public void readsPublishedRecords() throws WireException {
        DownloadItem.Published published = (DownloadItem.Published) read(PUBLISHED).get(0);
        assertEquals("粤ICP备2026000001号", published.number());
        assertEquals(9001, published.recordId());
        assertEquals("2026-11-30 10:00:00", published.changedAt());
        assertEquals(new DownloadItem.PublishedSite(4301L, 9002, "粤ICP备2026000001号-1", "示例网站;又名", List.of("example.cn"),
            List.of(new DownloadItem.PublishedAccess(null, 9003, null)), "2026-11-29"),
            published.sites().get(0));
    }

    @Test
    public void unknownPartsAreReportedAndTheRestIsRead() throws WireException {
        List<DownloadItem> items = read("<ALT><a>1</a></ALT>" + RESULTS + "<Neu/>");
        assertEquals(new DownloadItem.NotHandled("ICP/ALT"), items.get(0));
        assertEquals(new DownloadItem.NotHandled("ICP/Neu"), items.get(3));
        assertEquals(4, items.size());
        assertEquals(List.of(new DownloadItem.NotHandled("NEU")),
            DownloadReader.read("<DownloadData><NEU><a>1</a></NEU></DownloadData>".getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    public void operation35AndAMissingSubjectSurvive() throws WireException {
        DownloadItem.Processed processed = (DownloadItem.Processed) read(
            "<BAJG><Jg_xx><Jgxx><Jgdm>5001</Jgdm></Jgxx><Czlx>35</Czlx></Jg_xx></BAJG>").get(0);
        assertEquals(Long.valueOf(35), processed.operation());
        assertNull(processed.subject());
    }

    @Test
    public void utf8IsReadWhenDeclared() throws WireException {
        byte[] document = ("<?xml version=\"1.0\" encoding=\"UTF-8\"?><DownloadData><ICP>" + PUBLISHED + "</ICP></DownloadData>")
            .getBytes(StandardCharsets.UTF_8);
        assertEquals("示例", ((DownloadItem.Published) DownloadReader.read(document).get(0)).name());
    }

    @Test
    public void brokenDocumentsAreRefused() {
        assertThrows(WireException.class, () -> read(RESULTS.substring(0, 200)));
        assertThrows(WireException.class, () -> read("<BAJG><GJSHS><Gjsh><Jlid>1</Jlid></Gjsh></GJSHS></BAJG>"));
        assertThrows(WireException.class, () -> read("<BAJG><GJSHS><Gjsh><Shjg>ja</Shjg></Gjsh></GJSHS></BAJG>"));
        assertThrows(WireException.class, () -> DownloadReader.read("<UploadData/>".getBytes(StandardCharsets.US_ASCII)));
        assertThrows(WireException.class, () -> DownloadReader.read(new byte[0]));
        assertThrows(WireException.class, () -> DownloadReader.read(
            "<!DOCTYPE a [<!ENTITY x 'y'>]><DownloadData>&x;</DownloadData>".getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    public void theSchemaForgivesWhatTheMinistryGotWrong() {
        String schemaValid = "<DownloadData version=\"V.3.0\"><ICP><ZXSJ><Zxxx><Zxlb>2</Zxlb><Jlid>1</Jlid></Zxxx></ZXSJ><BAJG><Jg_xx>"
            + "<Jgxx><Jgdm>1060</Jgdm></Jgxx><Czlx>35</Czlx></Jg_xx></BAJG></ICP></DownloadData>";
        assertEquals(List.of(), Schemas.downloadErrors(schemaValid));
        assertTrue(Schemas.downloadErrors(schemaValid.replace("<Jgdm>1060</Jgdm>", "")).size() > 0);
    }

    @Test
    public void aResynchronisationIsNeverInMemoryAsAWhole() throws Exception {
        String record = "<Baxx><Zt_xx><Ztid>1</Ztid></Zt_xx></Baxx>";
        List<DownloadItem> items = new ArrayList<>();
        List<String> known = new ArrayList<>();
        XMLStreamReader xml = XmlInput.open("<SJTB><ICP><Zt/>" + record + record + "</ICP><IP><Iply><Qsip>1</Qsip></Iply></IP></SJTB>");
        OtherParts.synchronisation(new StreamReaderDelegate(xml) {
            @Override
            public int next() throws XMLStreamException {
                int event = super.next();
                if (event == START_ELEMENT) {
                    known.add(getLocalName() + items.size());
                }
                return event;
            }
        }, items);
        assertEquals(List.of("ICP0", "Zt0", "Baxx0", "Zt_xx0", "Ztid0", "Baxx1", "Zt_xx1", "Ztid1", "IP2", "Iply3", "Qsip3"), known);
        assertEquals(new DownloadItem.NotHandled("SJTB/IP"), items.get(2));
        assertEquals("what stands behind is read", XMLStreamConstants.END_ELEMENT, xml.getEventType());
    }
}

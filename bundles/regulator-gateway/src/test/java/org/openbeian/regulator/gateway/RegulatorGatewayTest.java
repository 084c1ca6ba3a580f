package org.openbeian.regulator.gateway;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import org.junit.Before;
import org.junit.Test;
import org.openbeian.api.authority.AuthorityResult;
import org.openbeian.api.authority.AuthorityUnavailable;
import org.openbeian.api.authority.DamagedFile;
import org.openbeian.api.authority.FiledRecord;
import org.openbeian.api.authority.FilingSubmission;
import org.openbeian.api.authority.PreparedUpload;
import org.openbeian.api.authority.ResultFile;
import org.openbeian.api.authority.UploadOutcome;
import org.openbeian.api.model.Access;
import org.openbeian.api.model.Application;
import org.openbeian.api.model.Basis;
import org.openbeian.api.model.CancelReason;
import org.openbeian.api.model.CertificateType;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.model.Organizer;
import org.openbeian.api.model.OrganizerNature;
import org.openbeian.api.model.Principal;
import org.openbeian.api.model.WebSite;
import org.openbeian.api.order.PublishedRecord;
import org.openbeian.regulator.gateway.payload.Schemas;
import org.openbeian.regulator.gateway.wire.FileCodec;
import org.openbeian.regulator.gateway.wire.WireException;
import org.openbeian.regulator.gateway.wire.WireSecurity;
import org.openbeian.testkit.Requirement;
import org.osgi.service.cm.ConfigurationException;

@Requirement("T-39")
public class RegulatorGatewayTest {
    private static final String GUANGDONG = "440000";
    private static final Principal PRINCIPAL = new Principal("张小明", CertificateType.RESIDENT_ID, "440101199001010011", null, null, true,
        null, "13800138000", "13900139000", "zhang@example.com", null);

    private final RegulatorGateway gateway = new RegulatorGateway(Clock.fixed(Instant.parse("2026-11-21T04:00:00Z"), ZoneOffset.UTC),
        RegulatorGatewayTest::secret);

    @Before
    public void configure() throws ConfigurationException {
        gateway.updated("a", values());
    }

    private static Dictionary<String, Object> values() {
        Dictionary<String, Object> values = new Hashtable<>();
        values.put("authority", GUANGDONG);
        values.put("address", "http://127.0.0.1:1/");
        values.put("isp.id", "440000000001");
        values.put("user.name", "u");
        values.put("password", "p");
        values.put("encryption", "none");
        return values;
    }

    private static FilingSubmission submission(long no, FilingType type, String name, List<String> ips) {
        Organizer organizer = new Organizer(OrganizerNature.ENTERPRISE, GUANGDONG, "440100", "440106", CertificateType.BUSINESS_LICENCE,
            "91440101MA00000000", name, "示例路1号", "示例路1号", null, null, PRINCIPAL, null);
        WebSite site = new WebSite("示例网站", List.of("Example.CN"), "www.example.cn", List.of(8), List.of(1), List.of(), false, PRINCIPAL,
            List.of(new Access("cvm", "ins-1", ips)), null);
        return new FilingSubmission(no, type, new Application(organizer, List.of(site), Map.of()),
            Map.of("0/ins-1", List.of("119.29.29.29")),
            List.of(new FilingSubmission.Attachment("unit-certificate", "/organizer", "image/jpeg", new byte[] {(byte) 0xFF, (byte) 0xD8}),
                new FilingSubmission.Attachment("id-card-portrait", "/services/0/principal", "image/jpeg", new byte[] {1})));
    }

    static FilingSubmission first(long no) {
        return submission(no, FilingType.FIRST, "示例公司", List.of());
    }

    private String document(PreparedUpload prepared) throws WireException {
        return new String(FileCodec.unzip(prepared.file(), 1_000_000), WireSecurity.GBK);
    }

    @Test
    public void aFilingBecomesADocumentThatFollowsTheSchema() throws WireException {
        PreparedUpload prepared = gateway.prepare(GUANGDONG, List.of(submission(17, FilingType.FIRST, "示例公司", List.of())));
        assertEquals(Map.of(), prepared.problems());
        String document = document(prepared);
        assertEquals(List.of(), Schemas.uploadErrors(document));
        assertTrue(document, document.contains("<IspZtid>17</IspZtid>"));
        assertTrue(document, document.contains("<IspWzid>1701</IspWzid>"));
        assertTrue(document, document.contains("<Ym>example.cn</Ym>"));
        assertTrue("the resource's address", document.contains("<Qsip>1998396701</Qsip>"));
        assertTrue("an identity card of the service's principal", document.contains(
            "<Fjyt>4</Fjyt><Fjnr>AQ==</Fjnr><Fjssdx><Ssdxlx>2</Ssdxlx><Ssdxbs>1701</Ssdxbs>"));
        assertTrue(document, document.contains("<Qqdwid>440000000001</Qqdwid>"));
        assertEquals(WireSecurity.fileHash(prepared.file()), prepared.digest());
    }

    @Test
    @Requirement("W-02")
    public void aCommercialServiceIsNamedWithItsLicence() throws WireException {
        FilingSubmission plain = submission(17, FilingType.FIRST, "示例公司", List.of());
        WebSite site = (WebSite) plain.application().services().get(0);
        WebSite commercial = new WebSite(site.name(), site.domains(), site.homeUrl(), site.contents(), site.languages(), List.of(), true,
            PRINCIPAL, site.accesses(), "花店", null, null, " 粤B2-20260001");
        PreparedUpload prepared = gateway.prepare(GUANGDONG, List.of(new FilingSubmission(17, FilingType.FIRST,
            new Application(plain.application().organizer(), List.of(commercial), Map.of()), plain.addresses(),
            List.of(new FilingSubmission.Attachment("telecom-licence", "/services/0", "image/jpeg", new byte[] {1})))));
        String document = document(prepared);
        assertEquals(List.of(), Schemas.uploadErrors(document));
        assertTrue(document, document.contains("<Wz_Bz>经营性服务，经营许可证号：粤B2-20260001；花店</Wz_Bz>"));
        assertTrue(document, document.contains("<Fjyt>9</Fjyt><Fjnr>AQ==</Fjnr><Fjssdx><Ssdxlx>2</Ssdxlx><Ssdxbs>1701</Ssdxbs>"));
    }

    private static final FiledRecord FILED = new FiledRecord("粤ICP备2026000001号", 9001,
        List.of(new FiledRecord.FiledService("粤ICP备2026000001号-1", 9002, List.of(9003L))), "000001");

    private static FilingSubmission about(long no, FilingType type) {
        FilingSubmission first = submission(no, FilingType.FIRST, "示例公司", List.of());
        Application old = first.application();
        Basis basis = new Basis(FILED.organizerNumber(), List.of("粤ICP备2026000001号-1"), CancelReason.SERVICE_ENDED, "停止", null, null);
        return new FilingSubmission(no, type, new Application(old.organizer(), old.services(), Map.of(), basis), first.addresses(),
            first.attachments(), FILED);
    }

    @Test
    @Requirement("A-105")
    public void everyTypeBecomesADocumentThatFollowsTheSchema() throws WireException {
        List<FilingSubmission> all = new java.util.ArrayList<>();
        for (FilingType type : FilingType.values()) {
            FilingSubmission filing = type == FilingType.FIRST ? submission(10, type, "示例公司", List.of())
                : about(10L + type.ordinal(), type);
            PreparedUpload alone = gateway.prepare(GUANGDONG, List.of(filing));
            assertEquals(type.name(), Map.of(), alone.problems());
            assertEquals(type.name(), List.of(), Schemas.uploadErrors(document(alone)));
            all.add(filing);
        }
        PreparedUpload together = gateway.prepare(GUANGDONG, all);
        assertEquals(List.of(), Schemas.uploadErrors(document(together)));
    }

    @Test
    @Requirement("W-34")
    public void eachTypeNamesItsRecords() throws WireException {
        assertHolds(FilingType.NEW_SERVICE, "<XZWZ><Xzxx><Zt_xx><Ztbah>粤ICP备2026000001号</Ztbah></Zt_xx>", "<IspWzid>1201</IspWzid>",
            "<Ssdxbs><Baxh>粤ICP备2026000001号</Baxh></Ssdxbs>", "<Ssdxbs><Jlid>1201</Jlid></Ssdxbs>");
        assertHolds(FilingType.ACCESS, "<Wz_xx><Wzbah>粤ICP备2026000001号-1</Wzbah></Wz_xx><IspJrid>120101</IspJrid>",
            "<ICPmm>000001</ICPmm></Xzxx>");
        assertHolds(FilingType.CHANGE_SERVICE, "<Bgxx><Zt_xx><Ztid>9001</Ztid>", "<Wzid>9002</Wzid>", "<Jrid>9003</Jrid>",
            "<IspYmid>120101</IspYmid>");
        assertHolds(FilingType.CANCEL_ORGANIZER, "<Zxlb>0</Zxlb><Jlid>9001</Jlid><Zxly>3</Zxly><Zxlybz>停止</Zxlybz><ICPmm>000001</ICPmm>");
        assertHolds(FilingType.CANCEL_SERVICE, "<Zxlb>1</Zxlb><Jlid>9002</Jlid>");
        assertHolds(FilingType.CANCEL_ACCESS, "<Zxlb>2</Zxlb><Jlid>9003</Jlid>");
    }

    private void assertHolds(FilingType type, String... parts) throws WireException {
        String document = document(gateway.prepare(GUANGDONG, List.of(about(12, type))));
        for (String part : parts) {
            assertTrue(part + " in " + document, document.contains(part));
        }
    }

    @Test
    public void anAccessWithoutPasswordAndAChangeThatAddsAnAccessGoBack() {
        FilingSubmission access = about(12, FilingType.ACCESS);
        FiledRecord without = new FiledRecord(FILED.organizerNumber(), 9001, FILED.services(), null);
        FiledRecord none = new FiledRecord(FILED.organizerNumber(), 9001,
            List.of(new FiledRecord.FiledService("粤ICP备2026000001号-1", 9002, List.of())), null);
        assertTrue(problem(access, FilingType.ACCESS, without).contains("ICPmm"));
        assertTrue(problem(access, FilingType.CHANGE_SERVICE, none).contains("Jrid"));
        assertTrue(problem(access, FilingType.CANCEL_ACCESS, none).contains("not known"));
    }

    private String problem(FilingSubmission like, FilingType type, FiledRecord filed) {
        return gateway.prepare(GUANGDONG, List.of(new FilingSubmission(12, type, like.application(), like.addresses(),
            like.attachments(), filed))).problems().get(12L).toString();
    }

    @Test
    public void equalFilingsGiveEqualFiles() {
        FilingSubmission filing = submission(17, FilingType.FIRST, "示例公司", List.of("8.8.8.8"));
        assertArrayEquals(gateway.prepare(GUANGDONG, List.of(filing)).file(), gateway.prepare(GUANGDONG, List.of(filing)).file());
    }

    @Test
    public void problemsAreListedByFiling() {
        PreparedUpload prepared = gateway.prepare(GUANGDONG, List.of(submission(1, FilingType.FIRST, "示例公司", List.of()),
            submission(2, FilingType.FIRST, "😀", List.of()), submission(3, FilingType.CANCEL_SERVICE, "示例公司", List.of()),
            submission(4, FilingType.FIRST, "示例公司", List.of("2408:8000::1"))));
        assertNull(prepared.file());
        assertEquals(java.util.Set.of(2L, 3L, 4L), prepared.problems().keySet());
        assertTrue(prepared.problems().get(2L).get(0).contains("U+1F600"));
        assertTrue(prepared.problems().get(4L).get(0).contains("/services/0/accesses/0"));
    }

    @Test
    public void addressesAreUnsignedNumbers() {
        assertEquals(134744072L, FilingMapper.ipv4("8.8.8.8"));
        assertEquals(3741648133L, FilingMapper.ipv4("223.5.5.5"));
        assertEquals(1778535426L, FilingMapper.ipv4("106.2.76.2"));
        assertEquals(0, FilingMapper.ipv4("1.2.3.256"));
        assertEquals(0, FilingMapper.ipv4("1.2.3"));
    }

    @Test
    public void aBadValueIsRefusedByNameAndTheOldOneStays() {
        assertRefused("isp.id", "isp.id", "330000000001");
        assertRefused("address", "address", "ftp://x");
        assertRefused("hours", "hours", "always");
        assertRefused("encryption", "encryption", "rot13");
        assertRefused("encryption.key", "encryption", "aes");
        assertRefused("receive.timeout.millis", "receive.timeout.millis", "0");
        assertRefused("connect.timeout.millis", "connect.timeout.millis", "soon");
        assertRefused("access.method", "access.method", "65");
        assertTrue(gateway.isConfigured(GUANGDONG));
    }

    private void assertRefused(String named, String key, String value) {
        Dictionary<String, Object> bad = values();
        bad.put(key, value);
        assertEquals(named, assertThrows(ConfigurationException.class, () -> gateway.updated("a", bad)).getProperty());
    }

    private static String secret(String value) {
        if ("inline".equals(value)) {
            throw new IllegalArgumentException("must not stand in a configuration file");
        }
        if ("secret:none".equals(value)) {
            throw new IllegalStateException("the key vault has no secret none");
        }
        return "secret:short".equals(value) ? "short" : value;
    }

    @Test
    public void aSecretThatIsNotThereYetMayComeLater() throws ConfigurationException {
        assertRefused("password", "password", "inline");
        Dictionary<String, Object> later = values();
        later.put("password", "secret:none");
        gateway.updated("a", later);
        assertTrue(gateway.isConfigured(GUANGDONG));
        assertTrue(assertThrows(IllegalStateException.class, () -> gateway.download(GUANGDONG)).getMessage().contains("no secret none"));
        Dictionary<String, Object> wrong = values();
        wrong.put("encryption", "aes");
        wrong.put("encryption.key", "secret:short");
        wrong.put("encryption.iv", "0123456789abcdef");
        assertEquals("encryption.key", assertThrows(ConfigurationException.class, () -> gateway.updated("a", wrong)).getProperty());
    }

    @Test
    public void anAccountHasItsAuthoritysNumbers() throws Exception {
        Dictionary<String, Object> values = values();
        values.put("numbers", "Zxly." + about(12, FilingType.CANCEL_SERVICE).application().basis().cancelReason().code() + "=77");
        gateway.updated("a", values);
        assertHolds(FilingType.CANCEL_SERVICE, "<Zxly>77</Zxly>");
        assertRefused("numbers", "numbers", "Dwmc.1=2");
    }

    @Test
    public void theComponentKeepsItsAccountsBetweenUses() throws java.io.IOException {
        try (java.io.InputStream in = getClass().getResourceAsStream("/OSGI-INF/" + RegulatorGateway.class.getName() + ".xml")) {
            String component = new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            assertTrue("a delayed component would be thrown away with them", component.contains("immediate=\"true\""));
        }
    }

    @Test
    public void twoAccountsForOneAuthorityAreRefused() {
        assertEquals("authority", assertThrows(ConfigurationException.class, () -> gateway.updated("b", values())).getProperty());
        gateway.deleted("a");
        assertFalse(gateway.isConfigured(GUANGDONG));
    }

    @Test
    public void withoutAConnectionNothingWasSent() {
        UploadOutcome outcome = gateway.upload(GUANGDONG, 1, new byte[] {1}, "d");
        assertTrue(outcome.toString(), outcome instanceof UploadOutcome.TryLater);
        assertThrows(AuthorityUnavailable.class, () -> gateway.download(GUANGDONG));
    }

    @Test
    public void outsideTheHoursNoCallIsMade() throws ConfigurationException {
        Dictionary<String, Object> closed = values();
        closed.put("hours", "14:30-18:00");
        gateway.updated("a", closed);
        assertEquals(new UploadOutcome.TryLater("outside the hours of authority 440000", Duration.ofMinutes(150)),
            gateway.upload(GUANGDONG, 1, new byte[] {1}, "d"));
    }

    private List<AuthorityResult> read(String icp) throws WireException, DamagedFile {
        byte[] zip = FileCodec.zip(("<DownloadData><ICP>" + icp + "</ICP></DownloadData>").getBytes(WireSecurity.GBK), "x.xml", true);
        return gateway.read(GUANGDONG, new ResultFile("x.xml", zip, WireSecurity.fileHash(zip), false));
    }

    @Test
    @Requirement({"T-48", "T-51"})
    public void resultsAreTranslated() throws WireException, DamagedFile {
        List<AuthorityResult> results = read("<BASJ><Baxx><Zt_xx><IspZtid>17</IspZtid><Ztid>9</Ztid><Baxh>粤ICP备2026000001号</Baxh>"
            + "<Shsj>2026-11-30 10:00:00</Shsj></Zt_xx><Wz_xx><IspWzid>1702</IspWzid><Wzid>10</Wzid><Baxh>粤ICP备2026000001号-2</Baxh></Wz_xx>"
            + "</Baxx></BASJ><BAJG><Jg_xx><Jgxx><Jgdm>1005</Jgdm><Dmms>域名已备案</Dmms></Jgxx><Czlx>1</Czlx><Bs>18</Bs></Jg_xx><Jg_xx><Jgxx>"
            + "<Jgdm>1001</Jgdm></Jgxx><Czlx>1</Czlx><Bs>17</Bs></Jg_xx><GJSHS><Gjsh><Shyj>不符</Shyj><Shjg>0</Shjg><Jlid>19</Jlid></Gjsh>"
            + "</GJSHS></BAJG>");
        AuthorityResult.Published published = (AuthorityResult.Published) results.get(0);
        assertEquals(17, published.submissionNo());
        assertEquals(Instant.parse("2026-11-30T02:00:00Z"), published.filing().publishedAt());
        assertEquals(1, published.filing().services().get(0).index());
        assertEquals("粤ICP备2026000001号-2", published.filing().services().get(0).number());
        assertEquals(new AuthorityResult.DataErrors(18, List.of("1005 域名已备案")), results.get(1));
        assertTrue(results.get(2) instanceof AuthorityResult.NotHandled);
        assertEquals(new AuthorityResult.Reviewed(19, false, "不符"), results.get(3));
    }

    @Test
    public void aResynchronisationIsAsOfWhenItsFileWasWritten() throws WireException, DamagedFile {
        byte[] zip = FileCodec.zip(("<DownloadData><SJTB><ICP><Baxx><Zt_xx><Ztid>9</Ztid><Baxh>1</Baxh></Zt_xx></Baxx></ICP>"
            + "</SJTB></DownloadData>").getBytes(WireSecurity.GBK), "x.xml", true);
        AuthorityResult.Synchronized record = (AuthorityResult.Synchronized) gateway.read(GUANGDONG,
            new ResultFile("20260325145800_zj_3058.xml", zip, WireSecurity.fileHash(zip), false)).get(0);
        assertEquals(Instant.parse("2026-03-25T06:58:00Z"), record.asOf());
    }

    @Test
    @Requirement("T-39")
    public void whenARecordChangedIsReadOfTheOrganizerAndOfEachService() throws WireException, DamagedFile {
        String record = "<BASJ><Baxx><Zt_xx><Ztid>9</Ztid><Baxh>粤ICP备2026000001号</Baxh><Zjxgsj>%s</Zjxgsj><Shsj>2026-01-01</Shsj></Zt_xx>"
            + "<Wz_xx><Wzid>10</Wzid><Zjxgsj>%s</Zjxgsj><Baxh>粤ICP备2026000001号-1</Baxh></Wz_xx></Baxx></BASJ>";
        PublishedRecord filing = filing(record.formatted("2026-02-03 10:00:00", "2026-02-02"));
        assertEquals(Instant.parse("2026-02-03T02:00:00Z"), filing.changedAt());
        assertEquals("a day is its midnight in China", Instant.parse("2026-02-01T16:00:00Z"), filing.services().get(0).changedAt());
        assertEquals("the decision has a date of its own", Instant.parse("2025-12-31T16:00:00Z"), filing.publishedAt());
        PublishedRecord wrong = filing(record.formatted("2062-02-03", "in February"));
        assertNull("so far ahead it would make all that comes older", wrong.changedAt());
        assertNull(wrong.services().get(0).changedAt());
        assertNull(filing(record.replaceAll("<Zjxgsj>%s</Zjxgsj>", "")).changedAt());
    }

    private PublishedRecord filing(String icp) throws WireException, DamagedFile {
        return ((AuthorityResult.Published) read(icp).get(0)).filing();
    }

    @Test
    public void aBrokenResultFileIsDamaged() throws WireException {
        byte[] zip = FileCodec.zip("<DownloadData/>".getBytes(WireSecurity.GBK), "x.xml", true);
        assertThrows(DamagedFile.class, () -> gateway.read(GUANGDONG, new ResultFile("x", zip, "AAAA", false)));
        byte[] junk = {1, 2, 3};
        assertThrows(DamagedFile.class, () -> gateway.read(GUANGDONG, new ResultFile("x", junk, WireSecurity.fileHash(junk), false)));
    }
}

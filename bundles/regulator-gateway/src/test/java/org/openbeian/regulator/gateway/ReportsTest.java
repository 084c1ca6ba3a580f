package org.openbeian.regulator.gateway;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.Before;
import org.junit.Test;
import org.openbeian.api.authority.PreparedUpload;
import org.openbeian.api.authority.ReportUpload;
import org.openbeian.api.authority.ValidCodes;
import org.openbeian.api.report.ReportFault;
import org.openbeian.api.report.ReportField;
import org.openbeian.api.report.ReportKind;
import org.openbeian.regulator.gateway.payload.Schemas;
import org.openbeian.regulator.gateway.wire.FileCodec;
import org.openbeian.regulator.gateway.wire.WireException;
import org.openbeian.regulator.gateway.wire.WireSecurity;
import org.openbeian.regulator.gateway.wire.XmlInput;
import org.openbeian.regulator.gateway.wire.XmlNode;
import org.openbeian.testkit.Requirement;
import org.osgi.service.cm.ConfigurationException;

/** Every upload kind beside filings. */
@Requirement("T-39")
public class ReportsTest {
    private static final String GUANGDONG = "440000";

    private final RegulatorGateway gateway = new RegulatorGateway(Clock.fixed(Instant.parse("2026-11-21T04:00:00Z"), ZoneOffset.UTC),
        value -> value);

    @Before
    public void configure() throws ConfigurationException {
        configure(Map.of());
    }

    private void configure(Map<String, Object> more) throws ConfigurationException {
        Hashtable<String, Object> values = new Hashtable<>(Map.of("authority", GUANGDONG, "address", "http://127.0.0.1:1/", "isp.id",
            "440000000001", "user.name", "u", "password", "p", "encryption", "none"));
        values.putAll(more);
        gateway.updated("a", values);
    }

    private static final Map<String, Object> SITE = Map.of("Ym", "wild.cn", "IP", "119.29.29.29", "Yys", 1, "Jrs", 440000000001L, "Shengid",
        440000, "Cljg", 1, "Clyj", "已断开接入", "Rbsj", "2026-11-21", "Clsx", "2026-12-21");
    private static final Map<String, Object> RANGE = Map.of("Qsip", "192.0.2.0", "Zzip", "192.0.2.255");

    private static Map<String, Object> with(Map<String, Object> base, Object... more) {
        Map<String, Object> all = new LinkedHashMap<>(base);
        for (int i = 0; i < more.length; i += 2) {
            all.put((String) more[i], more[i + 1]);
        }
        return all;
    }

    private String document(PreparedUpload prepared) throws WireException {
        assertEquals(Map.of(), prepared.problems());
        String document = new String(FileCodec.unzip(prepared.file(), 1_000_000), WireSecurity.GBK);
        assertEquals(List.of(), Schemas.uploadErrors(document));
        return document;
    }

    private String document(ReportKind kind, Map<String, Object> content) throws WireException {
        return document(gateway.prepareReports(GUANGDONG, List.of(new ReportUpload(7, kind, content)), ValidCodes.UNKNOWN));
    }

    private Set<String> faults(ReportKind kind, Map<String, Object> content) {
        return gateway.check(kind, content, ValidCodes.UNKNOWN).stream().map(ReportFault::pointer).collect(Collectors.toSet());
    }

    /** A value for every field, so that nothing that the schema knows is left out. */
    private static Map<String, Object> full(List<ReportField> fields) {
        Map<String, Object> content = new LinkedHashMap<>();
        boolean chosen = false;
        for (ReportField field : fields) {
            if ("IspId".equals(field.name()) || chosen) {
                continue;
            }
            Object value = switch (field.type()) {
                case GROUP -> full(field.oneOf() ? field.fields().subList(0, 1) : field.fields());
                case NUMBER -> field.min();
                case ADDRESS -> "192.0.2.1";
                case DAY -> "2026-11-22";
                case PICTURE -> Base64.getEncoder().encodeToString(new byte[] {(byte) 0xFF, (byte) 0xD8, 1});
                default -> "文".repeat((int) field.min());
            };
            content.put(field.name(), field.many() ? List.of(value) : value);
        }
        return content;
    }

    @Test
    public void everyKindIsWrittenWithAllItsFieldsAsTheSchemaHasThem() throws WireException {
        for (ReportKind kind : ReportKind.values()) {
            if (kind != ReportKind.DOMAINS) {
                String document = document(kind, full(gateway.reportFields(kind)));
                assertTrue(document, document.contains(kind.element().substring(kind.element().lastIndexOf('/') + 1)));
                assertTrue(document, document.contains("<Qqdwid>440000000001</Qqdwid>"));
            }
        }
        assertEquals("those of domains are not ours", List.of(), gateway.reportFields(ReportKind.DOMAINS));
    }

    @Test
    public void reportsOfIcpShareADocumentInTheOrderOfTheSchema() throws WireException {
        Map<String, Object> material = full(gateway.reportFields(ReportKind.MATERIAL));
        String document = document(gateway.prepareReports(GUANGDONG, List.of(new ReportUpload(1, ReportKind.MATERIAL, material),
            new ReportUpload(2, ReportKind.UNFILED_SITE, SITE), new ReportUpload(3, ReportKind.VERIFICATION,
                full(gateway.reportFields(ReportKind.VERIFICATION))), new ReportUpload(4, ReportKind.UNFILED_SITE, SITE)),
            ValidCodes.UNKNOWN));
        assertTrue(document, document.indexOf("<HSJG>") < document.indexOf("<WBACLJG>")
            && document.indexOf("<WBACLJG>") < document.indexOf("<XZHYD>"));
        assertEquals(3, document.split("<Clxx>").length);
        assertTrue("an address is a number", document.contains("<IP>1998396701</IP>"));
    }

    @Test
    public void aFileIsCalledAsEveryUploadUnlessTheAccountWantsItCalledAfterTheFirstReportInIt() throws WireException,
            ConfigurationException {
        assertEquals("beianinfo.xml", entryName());
        configure(Map.of("report.file.names", "true"));
        assertEquals("beianinfo17.xml", entryName());
        configure(Map.of("report.file.names", "false"));
        assertEquals("beianinfo.xml", entryName());
        assertEquals("report.file.names", assertThrows(ConfigurationException.class,
            () -> configure(Map.of("report.file.names", "yes"))).getProperty());
        assertEquals(17, ReportFile.firstIn("beianinfo17.xml"));
        for (String other : List.of("beianinfo.xml", "beianinfo0.xml", "20160325145800_zj_3058.xml", "")) {
            assertEquals(other, 0, ReportFile.firstIn(other));
        }
    }

    private String entryName() throws WireException {
        return FileCodec.entryName(gateway.prepareReports(GUANGDONG, List.of(new ReportUpload(17, ReportKind.UNFILED_SITE, SITE),
            new ReportUpload(18, ReportKind.UNFILED_SITE, SITE)), ValidCodes.UNKNOWN).file());
    }

    @Test
    public void rangesGetIdsOfOursThatLeadBackToTheReport() throws WireException {
        String document = document(ReportKind.ADDRESSES_NEW, Map.of("Xzly", Map.of("Ly", List.of(with(RANGE, "Lydw", 3), with(RANGE, "Lydw",
            3))),
            "Xzfp", Map.of("Fpsy", List.of(with(RANGE, "Fpfs", 4)))));
        assertTrue(document, document.contains("<IspId>700001</IspId>") && document.contains("<IspId>700002</IspId>")
            && document.contains("<IspId>700003</IspId>"));
        assertTrue("the source goes before the allocation (2005)", document.indexOf("<Xzly>") < document.indexOf("<Xzfp>"));
        assertTrue(document, document.contains("<Qsip>3221225984</Qsip><Zzip>3221226239</Zzip>"));
    }

    @Test
    public void eachOfSeveralRangesIsAPartThatIsCalledAsItsAnswerDoes() throws WireException {
        Map<String, Object> ranges = Map.of("Xzly", Map.of("Ly", List.of(with(RANGE, "Lydw", 3), with(RANGE, "Lydw", 3))),
            "Xzfp", Map.of("Fpsy", List.of(with(RANGE, "Fpfs", 4))));
        assertEquals(List.of("1 /Xzly/Ly/0", "2 /Xzly/Ly/1", "3 /Xzfp/Fpsy/0"), parts(ReportKind.ADDRESSES_NEW, ranges));
        assertTrue(document(ReportKind.ADDRESSES_NEW, ranges).contains("<IspId>700003</IspId>"));
        List<Map<String, Integer>> ids = List.of(Map.of("Id", 90));
        assertEquals("ids are told apart by what they are of", List.of("Lyjg:90 /Scly/Ly/0", "Fpjg:90 /Scfp/Fpsy/0", "Zdip:90 /Sczd/Zdxx/0",
            "Gbjs:90 /Scgbjs/Jsxx/0"), parts(ReportKind.ADDRESSES_REMOVED, Map.of("Scly", Map.of("Ly", ids), "Scfp",
            Map.of("Fpsy", ids), "Sczd", Map.of("Zdxx", ids), "Scgbjs", Map.of("Jsxx", ids))));
        assertEquals(List.of("Lyjg:90 /Xgly/Ly_xx/0", "Fpjg:90 /Xgfp/Fpsy/0", "Zdip:90 /XgZd/Zdxx/0", "Gbjs:90 /Xggbjs/Jsxx/0"),
            parts(ReportKind.ADDRESSES_CHANGED, Map.of("Xgly", Map.of("Ly_xx", ids), "Xgfp", Map.of("Fpsy", ids), "XgZd",
            Map.of("Zdxx", ids), "Xggbjs", Map.of("Jsxx", ids))));
        assertEquals("its only range too", List.of("Lyjg:90 /Scly/Ly/0"), parts(ReportKind.ADDRESSES_REMOVED, Map.of("Scly", Map.of("Ly",
            ids))));
        assertEquals(List.of(), parts(ReportKind.UNFILED_SITE, SITE));
    }

    private List<String> parts(ReportKind kind, Map<String, Object> content) {
        return gateway.reportParts(kind, content).stream().map(part -> part.name() + " " + part.place()).toList();
    }

    @Test
    public void everythingThatIsWrongIsToldWithItsPlace() {
        Map<String, Object> wrong = new HashMap<>(with(SITE, "IP", "1.2.3.400", "Yys", "x", "Cljg", 1000, "Clyj", "", "Rbsj", "2026-02-30",
            "Sbrdh", "123", "Unbekannt/1", 1, "Sbrxm", List.of("张"), "Sbrdzyj", 7));
        wrong.remove("Ym");
        assertEquals(Set.of("/Ym", "/IP", "/Yys", "/Cljg", "/Clyj", "/Rbsj", "/Sbrdh", "/Unbekannt~11", "/Sbrxm", "/Sbrdzyj"),
            faults(ReportKind.UNFILED_SITE, wrong));
        assertEquals(Set.of("/Clyj"), faults(ReportKind.UNFILED_SITE, with(SITE, "Clyj", "\u0001")));
        assertEquals(Set.of("/Clyj"), faults(ReportKind.UNFILED_SITE, with(SITE, "Clyj", "\uD83D\uDE00")));
        assertEquals(Set.of("/Xzly/Ly/1/Qsip", "/Xzly/Ly/1/Lydw", "/Zdip"), faults(ReportKind.ADDRESSES_NEW, Map.of("Zdip", 1, "Xzly",
            Map.of("Ly", List.of(with(RANGE, "Lydw", 3), Map.of("Qsip", "192.0.2.9", "Zzip", "192.0.2.1"))))));
        assertEquals(Set.of("/Xzly/Ly"), faults(ReportKind.ADDRESSES_NEW, Map.of("Xzly", Map.of("Ly", with(RANGE, "Lydw", 3)))));
        assertEquals("nothing at all", Set.of(""), faults(ReportKind.ADDRESSES_REMOVED, Map.of()));
        Map<String, Object> material = full(gateway.reportFields(ReportKind.MATERIAL));
        material.put("Fjnr", "no picture");
        material.put("Fjssdx", Map.of("Ssdxlx", 1, "Ssdxbs", Map.of("Jlid", 1, "Baxh", "粤ICP备2026000001号")));
        assertEquals(Set.of("/Fjnr", "/Fjssdx/Ssdxbs"), faults(ReportKind.MATERIAL, material));
        gateway.check(ReportKind.UNFILED_SITE, wrong, ValidCodes.UNKNOWN).forEach(fault -> assertTrue(fault.pointer(),
            !fault.text().zh().isBlank() && !fault.text().en().isBlank() && !fault.mend().zh().isBlank() && !fault.mend().en().isBlank()));
    }

    @Test
    public void whatSaysNothingIsAbsentEverywhere() throws WireException {
        Map<String, Object> site = with(SITE, "Sbrxm", null, "Sbrdh", " ", "Sbrdzyj", "");
        assertEquals(document(ReportKind.UNFILED_SITE, SITE), document(ReportKind.UNFILED_SITE, site));
        for (Object nothing : new Object[] {null, "", " ", "\u3000", List.of()}) {
            assertEquals("required", Set.of("/Clyj"), faults(ReportKind.UNFILED_SITE, with(SITE, "Clyj", nothing)));
            assertEquals("required", Set.of("/Yys"), faults(ReportKind.UNFILED_SITE, with(SITE, "Yys", nothing)));
            assertEquals("a group", Set.of(""), faults(ReportKind.ADDRESSES_NEW, with(Map.of(), "Xzly", nothing)));
            assertEquals("what a way of allocating needs", Set.of("/Xzfp/Fpsy/0/Fpdx"), faults(ReportKind.ADDRESSES_NEW,
                Map.of("Xzfp", Map.of("Fpsy", List.of(with(RANGE, "Fpfs", 2, "Fpdx", nothing))))));
            document(ReportKind.ADDRESSES_NEW, with(Map.of("Xzfp", Map.of("Fpsy", List.of(with(RANGE, "Fpfs", 4, "Xianid", nothing, "Fpdx",
                nothing)))), "Xzly", nothing));
        }
        Map<String, Object> material = full(gateway.reportFields(ReportKind.MATERIAL));
        material.put("Fjssdx", Map.of("Ssdxlx", 1, "Ssdxbs", with(Map.of("Jlid", 1), "Baxh", "")));
        assertTrue("one of two", document(ReportKind.MATERIAL, material).contains("<Jlid>1</Jlid>"));
    }

    /** A verification with one list below Baxx/Wz_xx as it is given. */
    private Map<String, Object> listed(String group, Object entries) {
        Map<String, Object> report = full(gateway.reportFields(ReportKind.VERIFICATION));
        Map<?, ?> record = (Map<?, ?>) report.get("Baxx");
        Map<?, ?> site = (Map<?, ?>) ((List<?>) record.get("Wz_xx")).get(0);
        Map<Object, Object> changedSite = new LinkedHashMap<>(site);
        changedSite.put(group, entries);
        Map<Object, Object> changed = new LinkedHashMap<>(record);
        changed.put("Wz_xx", List.of(changedSite));
        report.put("Baxx", changed);
        return report;
    }

    @Test
    public void aListHasNoMoreEntriesThanTheSchemaLets() throws WireException {
        document(ReportKind.VERIFICATION, listed("Fwnr", Map.of("Fwnr_id", Collections.nCopies(64, 1))));
        assertEquals(Set.of("/Baxx/Wz_xx/0/Fwnr/Fwnr_id"), faults(ReportKind.VERIFICATION, listed("Fwnr", Map.of("Fwnr_id",
            Collections.nCopies(65, 1)))));
        String picture = Base64.getEncoder().encodeToString(new byte[] {(byte) 0xFF, (byte) 0xD8, 1});
        Map<String, Object> approval = Map.of("Nrlx_id", 1, "Qzsph", "号", "Spwj", Collections.nCopies(11, picture));
        assertEquals(Set.of("/Baxx/Wz_xx/0/Nrlx/Nrlx_xx/1/Spwj"), faults(ReportKind.VERIFICATION, listed("Nrlx", Map.of("Nrlx_xx",
            List.of(with(approval, "Spwj", List.of(picture)), approval)))));
    }

    @Test
    public void whatTheSchemaRefusesAllTheSameTakesNoOtherReportAlong() throws WireException {
        Map<String, Object> short4 = with(SITE, "Ym", "ab\r\n");
        assertEquals("four characters, of which XML makes three", Set.of(), faults(ReportKind.UNFILED_SITE, short4));
        Map<Long, List<String>> problems = gateway.prepareReports(GUANGDONG, List.of(new ReportUpload(1, ReportKind.UNFILED_SITE, SITE),
            new ReportUpload(2, ReportKind.UNFILED_SITE, short4)), ValidCodes.UNKNOWN).problems();
        assertEquals(Set.of(2L), problems.keySet());
        assertTrue(problems.toString(), problems.get(2L).get(0).contains("schema (cvc-") && !problems.toString().contains("ab"));
    }

    /** Content that comes apart when it is looked at once too often. */
    private static Map<String, Object> fragile(int looks) {
        int[] left = {looks};
        return Map.of("Fjssdx", new AbstractMap<String, Object>() {
            @Override
            public Set<Entry<String, Object>> entrySet() {
                if (left[0]-- <= 0) {
                    throw new NumberFormatException("张小明");
                }
                return Map.<String, Object>of("Ssdxlx", 2, "Ssdxbs", Map.of("Jlid", 1)).entrySet();
            }
        }, "Fjwjgs", 1, "Fjyt", 1, "Fjnr", "/9gB");
    }

    @Test
    public void aReportAtWhichTheGatewayFailsIsAProblemOfItsOwn() {
        for (int looks = 0; looks < 2; looks++) {
            List<String> problems = gateway.prepareReports(GUANGDONG, List.of(new ReportUpload(1, ReportKind.UNFILED_SITE, SITE),
                new ReportUpload(2, ReportKind.MATERIAL, fragile(looks))), ValidCodes.UNKNOWN).problems().get(2L);
            assertTrue(looks + " " + problems, problems.get(0).contains("NumberFormatException") && !problems.toString().contains("张"));
        }
    }

    @Test
    public void oneReportThatIsTooLargeForAFileIsRefusedAndSeveralAreNotHeldAgainstAnyOfThem() {
        byte[] jpeg = new byte[100_000];
        new Random(1).nextBytes(jpeg);
        jpeg[0] = (byte) 0xFF;
        jpeg[1] = (byte) 0xD8;
        Map<String, Object> approval = Map.of("Nrlx_id", 1, "Qzsph", "号", "Spwj", Collections.nCopies(10,
            Base64.getEncoder().encodeToString(jpeg)));
        ReportUpload half = new ReportUpload(1, ReportKind.VERIFICATION, listed("Nrlx", Map.of("Nrlx_xx",
            Collections.nCopies(20, approval))));
        ReportUpload whole = new ReportUpload(2, ReportKind.VERIFICATION, listed("Nrlx", Map.of("Nrlx_xx",
            Collections.nCopies(40, approval))));
        assertEquals(Map.of(2L, List.of("is too large for one file; send smaller or fewer pictures")),
            gateway.prepareReports(GUANGDONG, List.of(whole), ValidCodes.UNKNOWN).problems());
        assertThrows(IllegalArgumentException.class, () -> gateway.prepareReports(GUANGDONG, List.of(half, new ReportUpload(3, half.kind(),
            half.content())), ValidCodes.UNKNOWN));
    }

    @Test
    public void eachWayOfAllocatingNeedsItsFields() {
        Map<Integer, Set<String>> needs = Map.of(1, Set.of("Syfs", "Fprq", "Dwmc", "Dwxz", "Shengid", "Shiid", "Xxdz", "Lxrxm", "Lxrdh",
            "Lxrdzyj"), 2, Set.of("Fpdx"), 3, Set.of("Syfs", "Fprq"), 4, Set.of());
        needs.forEach((way, fields) -> assertEquals("" + way,
            fields.stream().map(name -> "/Xzfp/Fpsy/0/" + name).collect(Collectors.toSet()),
            faults(ReportKind.ADDRESSES_NEW, Map.of("Xzfp", Map.of("Fpsy", List.of(with(RANGE, "Fpfs", way)))))));
    }

    @Test
    public void aCodeThatTheAuthorityDoesNotTakeIsRefusedInReportsAndFilings() {
        ValidCodes codes = new ValidCodes(Map.of("Wbacl_dms", Set.of(1L, 2L)));
        assertEquals(List.of(), gateway.check(ReportKind.UNFILED_SITE, SITE, codes));
        ReportFault fault = gateway.check(ReportKind.UNFILED_SITE, with(SITE, "Cljg", 3), codes).get(0);
        assertEquals("/Cljg", fault.pointer());
        assertTrue(fault.text().en(), fault.text().en().contains("Wbacl_dms"));
        Map<Long, List<String>> problems = gateway.prepareReports(GUANGDONG, List.of(new ReportUpload(1, ReportKind.UNFILED_SITE, SITE),
            new ReportUpload(2, ReportKind.UNFILED_SITE, with(SITE, "Cljg", 3))), codes).problems();
        assertEquals(Set.of(2L), problems.keySet());
        Map<Long, List<String>> filing = gateway.prepare(GUANGDONG, List.of(RegulatorGatewayTest.first(17)),
            new ValidCodes(Map.of("Dwxz_dms", Set.of(99L)))).problems();
        assertTrue(filing.toString(), filing.get(17L).get(0).contains("Dwxz") && filing.get(17L).get(0).contains("Dwxz_dms"));
        assertEquals(Map.of(), gateway.prepare(GUANGDONG, List.of(RegulatorGatewayTest.first(17)),
            new ValidCodes(Map.of("Dwxz_dms", Set.of(1L, 2L, 3L, 4L, 5L)))).problems());
    }

    @Test
    public void aPictureOfAnySortIsMadeSmallEnough() throws IOException, WireException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(200, 100, BufferedImage.TYPE_INT_RGB), "png", png);
        Map<String, Object> material = full(gateway.reportFields(ReportKind.MATERIAL));
        material.put("Fjnr", Base64.getEncoder().encodeToString(png.toByteArray()));
        assertTrue("a JPEG in Base64", document(ReportKind.MATERIAL, material).contains("<Fjnr>/9j/"));
        material.put("Fjnr", Base64.getEncoder().encodeToString(new byte[] {1, 2, 3}));
        assertTrue("no picture", new ArrayList<>(gateway.prepareReports(GUANGDONG, List.of(new ReportUpload(5,
            ReportKind.MATERIAL, material)), ValidCodes.UNKNOWN).problems().get(5L)).get(0).contains("Fjnr"));
    }

    private static final String PERSON = "<Fzr_xm>张小明</Fzr_xm><Fzr_sjhm>13800138000</Fzr_sjhm><Fzr_dzyj>a@example.cn</Fzr_dzyj>";
    private static final String TASK = "<Zt_xx><Ztid>9</Ztid><Dwmc>示例公司</Dwmc><Txdz><Shengid>440000</Shengid><Shiid>440100</Shiid></Txdz>"
        + "<Zj><Zjlx>1</Zjlx><Zjhm>91440000X</Zjhm><Zjzs>示例路1号</Zjzs></Zj><Fzr>" + PERSON + "</Fzr><Bbyhlx>0</Bbyhlx>"
        + "<Scbbsj>2026-01-01</Scbbsj></Zt_xx><Wz_xx><Wzid>10</Wzid><Wzmc>示例</Wzmc><Fwnr><Fwnr_id>8</Fwnr_id></Fwnr><Ym_xx><Ymid>11</Ymid>"
        + "<Ym>example.cn</Ym></Ym_xx><Jr_xx><Jrid>12</Jrid><Wzfb><Fbdd>5</Fbdd></Wzfb><Wzjrfs><Jrfs>5</Jrfs></Wzjrfs><Ip_xx>"
        + "<Ipid>13</Ipid><Qsip>1998396701</Qsip><Zzip>1998396701</Zzip></Ip_xx><Bbyhid>1</Bbyhid><Bbyhlx>0</Bbyhlx></Jr_xx>"
        + "<Wz_Fzr>" + PERSON + "</Wz_Fzr></Wz_xx>";

    @Test
    public void aVerificationTaskIsAnsweredByAddingTheResultAlone() throws Exception {
        XmlNode record = XmlNode.read(XmlInput.open("<Baxx>" + TASK + "</Baxx>"));
        Map<String, Object> answer = with(AnswerDrafts.verification(record, 440000000001L), "Hsjg", 0, "Hsrxm", "核查员", "Hssj",
            "2026-11-21", "Hsyj", "核实无误");
        String document = document(ReportKind.VERIFICATION, answer);
        assertEquals("both persons, under the name that the answer has for it", 3, document.split("<sjhm>13800138000</sjhm>").length);
        assertTrue(document, document.contains("<Bbfs>0</Bbfs>"));
        assertTrue(document, document.contains("<Qsip>1998396701</Qsip>"));
    }

    @Test
    public void aTaskThatSaysLittleOrNonsenseIsADraftAllTheSame() throws Exception {
        XmlNode record = XmlNode.read(XmlInput.open("<Baxx><Zt_xx><Ztid>neun</Ztid><Fzr><Fzr_sjhm>13800138000</Fzr_sjhm></Fzr></Zt_xx>"
            + "<Wz_xx/><Wz_xx><Wzid>7</Wzid></Wz_xx></Baxx>"));
        assertEquals(Map.of("Bbdw", 1L, "Baxx", Map.of("Zt_xx", Map.of("Fzr", Map.of("sjhm", "13800138000")), "Wz_xx",
            List.of(Map.of(), Map.of("Wzid", 7L)))), AnswerDrafts.verification(record, 1));
    }
}

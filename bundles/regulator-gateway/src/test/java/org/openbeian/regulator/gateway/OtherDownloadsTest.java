package org.openbeian.regulator.gateway;

import static org.junit.Assert.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.Test;
import org.openbeian.api.authority.AuthorityNotice;
import org.openbeian.api.authority.AuthorityResult;
import org.openbeian.api.authority.AuthorityResult.ReportAnswered;
import org.openbeian.api.authority.CodeTable;
import org.openbeian.api.correction.CorrectionKind;
import org.openbeian.api.report.ReportKind;
import org.openbeian.regulator.gateway.payload.DownloadReader;
import org.openbeian.regulator.gateway.payload.Schemas;
import org.openbeian.regulator.gateway.wire.WireException;
import org.openbeian.testkit.Requirement;

/** Download kinds that are not about filings. */
@Requirement("T-39")
public class OtherDownloadsTest {
    private static final Instant WRITTEN = Instant.parse("2026-11-21T04:00:00Z");

    private static List<AuthorityResult> read(String content) throws WireException {
        String document = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><DownloadData version=\"V.3.0\">" + content + "</DownloadData>";
        return DownloadReader.read(document.getBytes(StandardCharsets.UTF_8)).stream()
            .map(item -> ResultMapper.map(item, Instant.EPOCH, 1, WRITTEN)).toList();
    }

    private static List<AuthorityResult> valid(String content) throws WireException {
        assertEquals(List.of(), Schemas.downloadErrors("<DownloadData version=\"V.3.0\">" + content + "</DownloadData>"));
        return read(content);
    }

    @Test
    public void answersToReportsAreTold() throws WireException {
        assertEquals(List.of(
            new ReportAnswered(Set.of(ReportKind.MATERIAL), 0, "粤ICP备1号-1", List.of("1060 已保存"), true),
            new ReportAnswered(Set.of(ReportKind.MATERIAL), 0, "8", List.of("1061"), false),
            new ReportAnswered(Set.of(ReportKind.UNFILED_SITE), 0, "wild.cn", List.of("5006 已报"), false),
            new ReportAnswered(Set.of(ReportKind.UNFILED_SITE), 0, null, List.of("5007"), false)),
            valid("<ICP><BAJG><Jg_xx><Jgxx><Jgdm>1060</Jgdm><Dmms>已保存</Dmms></Jgxx><Czlx>35</Czlx><Bs>粤ICP备1号-1</Bs></Jg_xx>"
                + "<Jg_xx><Jgxx><Jgdm>1061</Jgdm></Jgxx><Czlx>35</Czlx><Bs>8</Bs></Jg_xx>"
                + "<Jg_xx><Jgxx><Jgdm>5006</Jgdm><Dmms>已报</Dmms></Jgxx><Czlx>1</Czlx><Bs>wild.cn</Bs></Jg_xx>"
                + "<Jg_xx><Jgxx><Jgdm>5007</Jgdm></Jgxx><Czlx>1</Czlx></Jg_xx></BAJG></ICP>"));
    }

    @Test
    public void answersAboutAddressesLeadBackToTheirReport() throws WireException {
        String answer = "<Jgxx><Jgdm>%s</Jgdm><Dmms>x</Dmms></Jgxx>";
        assertEquals(List.of(
            new ReportAnswered(Set.of(ReportKind.ADDRESSES_NEW), 7, "90", List.of("2998 x"), true, "2"),
            new ReportAnswered(Set.of(ReportKind.ADDRESSES_CHANGED), 0, "91", List.of("2054 x"), false, "Fpjg:91"),
            new ReportAnswered(Set.of(ReportKind.ADDRESSES_REMOVED), 0, "92", List.of("2055 x"), false, "Zdip:92")),
            valid("<IP><BAJG><Lyjg>" + String.format(answer, 2998) + "<Id>90</Id><Czlx>1</Czlx><IspId>700002</IspId></Lyjg>"
                + "<Fpjg>" + String.format(answer, 2054) + "<Id>91</Id><Czlx>2</Czlx><IspId>700002</IspId></Fpjg>"
                + "<Zdip>" + String.format(answer, 2998) + String.format(answer, 2055) + "<Id>92</Id><Czlx>3</Czlx></Zdip></BAJG></IP>"));
    }

    @Test
    public void aFileOfReportsThatIsAgainstTheSchemaIsTold() throws WireException {
        String refused = "<Jgxx><Jgdm>5001</Jgdm><Dmms>%s</Dmms></Jgxx>";
        assertEquals(List.of(new AuthorityResult.FileRefused(17, List.of("5001 beianinfo17.xml")),
            new AuthorityResult.NotHandled("ICP/BAJG/Jg_xx Czlx=1 [5001]: a file of which it is not told what is in it; one of reports is"
                + " known by its name where report.file.names of the upload account is true"),
            new AuthorityResult.DataErrors(77, List.of("5001 beianinfo.xml"))),
            valid("<ICP><BAJG><Jg_xx>" + String.format(refused, "beianinfo17.xml") + "<Czlx>1</Czlx></Jg_xx><Jg_xx>"
                + String.format(refused, "beianinfo.xml") + "<Czlx>1</Czlx></Jg_xx><Jg_xx>" + String.format(refused, "beianinfo.xml")
                + "<Czlx>1</Czlx><Bs>77</Bs></Jg_xx></BAJG></ICP>"));
        assertEquals(List.of(new AuthorityResult.FileRefused(18, List.of("5001 beianinfo18.xml"))), valid("<IP><BAJG><Lyjg>"
            + String.format(refused, "beianinfo18.xml") + "<Czlx>1</Czlx></Lyjg></BAJG></IP>"));
    }

    @Test
    public void checksOfAddressesAreCases() throws WireException {
        assertEquals(List.of(notice(CorrectionKind.ADDRESSES_WARNED, "即将过期"), notice(CorrectionKind.ADDRESSES_CLASH, null),
            notice(CorrectionKind.ADDRESSES_UNREPORTED, null)),
            valid("<IP><HCJG><Jgxx><Yj><Qsip>3221225984</Qsip><Zzip>3221226239</Zzip><Bz>即将过期</Bz></Yj>"
                + "<Ct><Qsip1>3221225984</Qsip1><Zzip1>3221226239</Zzip1><Ctbbdwid>5</Ctbbdwid><Qsip2>1</Qsip2><Zzip2>2</Zzip2></Ct>"
                + "<Wb><Qsip>3221225984</Qsip><Zzip>3221226239</Zzip></Wb></Jgxx></HCJG></IP>"));
        assertEquals(List.of(new AuthorityResult.NotHandled("IP/HCJG/Yj without Qsip or Zzip")),
            read("<IP><HCJG><Jgxx><Yj><Qsip>1</Qsip></Yj></Jgxx></HCJG></IP>"));
    }

    private static AuthorityResult notice(CorrectionKind kind, String words) {
        return new AuthorityResult.Noticed(new AuthorityNotice(kind, false, null, null, List.of(), List.of("192.0.2.0", "192.0.2.255"),
            "192.0.2.0-192.0.2.255" + (words == null ? "" : " " + words)));
    }

    private static final String TABLES = "<Bbdwlb><Bbdw><Id>5</Id><Dwmc>示例通信</Dwmc><Shengid>440000</Shengid><Sfyx>1</Sfyx></Bbdw></Bbdwlb>"
        + "<Jcdm_xx><Dwxz_dms><Dwxz_xx><Id>4</Id><Mc>企业</Mc><Bz>注</Bz><Sfyx>1</Sfyx></Dwxz_xx><Dwxz_xx><Id>9</Id><Mc>旧</Mc><Sfyx>0</Sfyx>"
        + "</Dwxz_xx></Dwxz_dms><Gj_dms><Gj_dm_xx><Id>30</Id><Ysid>5</Ysid><Bm>GD</Bm><Mc>广东</Mc><Sfyx>1</Sfyx><Dzyj>a@b.cn.gov</Dzyj>"
        + "<Sjhm>13800138000</Sjhm></Gj_dm_xx></Gj_dms><Wbacl_dms><Wbacl_xx><Id>1</Id><Ztmc>已断开</Ztmc></Wbacl_xx></Wbacl_dms></Jcdm_xx>";

    private static final List<AuthorityResult> PUBLISHED = List.of(
        new AuthorityResult.CodesPublished("Bbdwlb", List.of(new CodeTable.Row(5, null, "示例通信", true, Map.of("Shengid", "440000")))),
        new AuthorityResult.CodesPublished("Dwxz_dms", List.of(new CodeTable.Row(4, null, "企业", true, Map.of("Bz", "注")),
            new CodeTable.Row(9, null, "旧", false, Map.of()))),
        new AuthorityResult.CodesPublished("Gj_dms", List.of(new CodeTable.Row(30, 5L, "广东", true, Map.of("Bm", "GD")))),
        new AuthorityResult.CodesPublished("Wbacl_dms", List.of(new CodeTable.Row(1, null, "已断开", true, Map.of()))));

    @Test
    public void codeTablesAreReadWithoutThePersonsInThem() throws WireException {
        assertEquals(PUBLISHED, valid("<JCDM>" + TABLES + "</JCDM>"));
        assertEquals(PUBLISHED, valid("<SJTB><JCDM>" + TABLES + "</JCDM></SJTB>"));
    }

    @Test
    public void aResynchronisationIsRecordsAndWhatIsNotKeptHereIsNamed() throws WireException {
        String record = "<Baxx><Zt_xx><Ztid>9001</Ztid><Dwmc>示例</Dwmc><Baxh>粤ICP备2026000001号</Baxh></Zt_xx><Wz_xx><Wzid>9002</Wzid>"
            + "<Wzmc>网站</Wzmc><Ym_xx><Ym>example.cn</Ym></Ym_xx><Jr_xx><Jrid>9003</Jrid><Ispid>1</Ispid></Jr_xx>"
            + "<Baxh>粤ICP备2026000001号-1</Baxh></Wz_xx></Baxx>";
        List<AuthorityResult> results = read("<SJTB><ICP>" + record + record.replace("<Baxh>粤ICP备2026000001号</Baxh>", "")
            + "</ICP></SJTB>");
        AuthorityResult.Synchronized first = (AuthorityResult.Synchronized) results.get(0);
        assertEquals("粤ICP备2026000001号", first.filing().organizerNumber());
        assertEquals("as the authority wrote it, not as it is read", WRITTEN, first.asOf());
        assertEquals(List.of("example.cn"), first.filing().services().get(0).domains());
        assertEquals(new AuthorityResult.NotHandled("ICP/BASJ/Baxx without Baxh"), results.get(1));
        assertEquals(List.of(new AuthorityResult.NotHandled("SJTB/IP"), new AuthorityResult.NotHandled("YM")),
            read("<SJTB><IP><Iply/></IP></SJTB><YM><BAJG/></YM>"));
    }

    @Test
    public void theNameOfAFileSaysWhenItWasWritten() {
        assertEquals(Instant.parse("2016-03-25T06:58:00Z"), ResultMapper.written("20160325145800_zj_3058.xml", WRITTEN));
        for (String other : List.of("r-1.xml", "20161325145800_zj.xml", "201603251458001.xml", "2016032514580", "")) {
            assertEquals(other, WRITTEN, ResultMapper.written(other, WRITTEN));
        }
    }
}

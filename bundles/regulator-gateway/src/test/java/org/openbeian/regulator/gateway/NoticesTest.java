package org.openbeian.regulator.gateway;

import static org.junit.Assert.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.openbeian.api.authority.AuthorityNotice;
import org.openbeian.api.authority.AuthorityResult;
import org.openbeian.api.correction.CorrectionKind;
import org.openbeian.api.register.RecordReference;
import org.openbeian.regulator.gateway.payload.DownloadReader;
import org.openbeian.regulator.gateway.payload.Schemas;
import org.openbeian.regulator.gateway.wire.WireException;
import org.openbeian.testkit.Requirement;

/** What authorities tell by themselves. */
@Requirement("T-39")
public class NoticesTest {
    private static final String SITE = "粤ICP备2026000001号-1";
    private static final String CHECKED = "<Wzid>7</Wzid><Wz_Baxh>" + SITE + "</Wz_Baxh>";
    private static final String DOCUMENT = "<DownloadData version=\"V.3.0\"><ICP><HMDLB>"
        + "<Zthmdxxs><Zt_xx><Dwmc>示例公司</Dwmc><Zj><Zjlx>1</Zjlx><Zjhm>91440000X</Zjhm></Zj></Zt_xx><Czlx>0</Czlx></Zthmdxxs>"
        + "<Wzhmdxxs><Wz_xx><Wzmc>示例</Wzmc><Ym_xx><Ym>example.cn</Ym></Ym_xx></Wz_xx><Czlx>2</Czlx><Bz>解除</Bz></Wzhmdxxs></HMDLB>"
        + "<FFJRHMD><Ffjrxx><Id>1</Id><Ym>bad.cn</Ym><Ip>1998396701</Ip><Zjjrz>1</Zjjrz><Szs>440000</Szs><Dqjcsj>2026-11-20</Dqjcsj>"
        + "</Ffjrxx></FFJRHMD><WBAWZLB><Wbawz_xx><Id>1</Id><Wzym_mc>www.wild.cn</Wzym_mc><IP>1998396701</IP><Yys>1</Yys><Bz>未备案</Bz>"
        + "</Wbawz_xx></WBAWZLB><HCJG><Jgxx>"
        + "<Zthc><Ztid>9</Ztid><Dwmc>示例公司</Dwmc><Zjlx>1</Zjlx><Zjhm>1</Zjhm><Cwyy>证件过期</Cwyy></Zthc>"
        + "<Jrhc>" + CHECKED + "<Hcjg>2</Hcjg><Hcsj>2026-11-20</Hcsj></Jrhc>"
        + "<Kkwzhc>" + CHECKED + "<Hcjg>1</Hcjg><Hcsj>2026-11-20</Hcsj></Kkwzhc><Wzch>" + CHECKED + "<Hcsj>2026-11-20</Hcsj></Wzch>"
        + "</Jgxx></HCJG><XGTZ><Tzxx><Tzlb>1</Tzlb><Baxh>" + SITE + "</Baxh><Tznr>请更正网站名称</Tznr></Tzxx>"
        + "<Tzxx><Tzlb>0</Tzlb><Jlid>9</Jlid><Tznr>请更正主体信息</Tznr></Tzxx></XGTZ></ICP></DownloadData>";

    private static List<AuthorityNotice> read(String document) throws WireException {
        return DownloadReader.read(document.getBytes(StandardCharsets.UTF_8)).stream()
            .map(item -> ResultMapper.map(item, Instant.EPOCH, 1, Instant.EPOCH))
            .map(result -> ((AuthorityResult.Noticed) result).notice()).toList();
    }

    private static RecordReference organizer() {
        return new RecordReference(RecordReference.Kind.ORGANIZER, 9, null);
    }

    private static AuthorityNotice ofSite(CorrectionKind kind, String text) {
        return new AuthorityNotice(kind, false, new RecordReference(RecordReference.Kind.SERVICE, 0, SITE), null, List.of(), text);
    }

    @Test
    public void everyKindIsUnderstood() throws WireException {
        String document = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + DOCUMENT;
        assertEquals(List.of(), Schemas.downloadErrors(document));
        assertEquals(List.of(
            new AuthorityNotice(CorrectionKind.ORGANIZER_BLACKLISTED, false, null, "91440000X", List.of(), null),
            new AuthorityNotice(CorrectionKind.SERVICE_BLACKLISTED, true, null, null, List.of("example.cn"), "解除"),
            new AuthorityNotice(CorrectionKind.ILLEGAL_ACCESS, false, null, null, List.of("bad.cn"), null),
            new AuthorityNotice(CorrectionKind.UNFILED_SITE, false, null, null, List.of("www.wild.cn"), List.of("119.29.29.29"), "未备案",
                Map.of("Ym", "www.wild.cn", "IP", "119.29.29.29", "Yys", 1L, "Jrs", 1L)),
            new AuthorityNotice(CorrectionKind.ORGANIZER_WRONG, false, organizer(), null, List.of(), "证件过期"),
            ofSite(CorrectionKind.ACCESS_UNDER_REPORTED, null), ofSite(CorrectionKind.SITE_DEAD, null),
            ofSite(CorrectionKind.SITE_DEAD, null), ofSite(CorrectionKind.RECTIFICATION, "请更正网站名称"),
            new AuthorityNotice(CorrectionKind.RECTIFICATION, false, organizer(), null, List.of(), "请更正主体信息")), read(document));
    }

    @Test
    public void aVerificationTaskNamesTheRecord() throws WireException {
        List<AuthorityNotice> notices = read("<?xml version=\"1.0\" encoding=\"UTF-8\"?><DownloadData version=\"V.3.0\"><ICP><HSRW>"
            + "<Baxx><Zt_xx><Ztid>9</Ztid></Zt_xx><Bz>请核查</Bz></Baxx></HSRW></ICP></DownloadData>");
        assertEquals(List.of(new AuthorityNotice(CorrectionKind.VERIFICATION, false, organizer(), null, List.of(), List.of(), "请核查",
            Map.of("Bbdw", 1L, "Baxx", Map.of("Zt_xx", Map.of("Ztid", 9L))))), notices);
    }

    @Test
    public void aSiteWithoutAnAddressIsOneAndAnAddressWithoutASiteIsNot() throws WireException {
        String site = "<DownloadData version=\"V.3.0\"><ICP><WBAWZLB><Wbawz_xx><Id>1</Id>%s<Yys>1</Yys></Wbawz_xx></WBAWZLB></ICP>"
            + "</DownloadData>";
        assertEquals(List.of(new AuthorityNotice(CorrectionKind.UNFILED_SITE, false, null, null, List.of("wild.cn"), List.of(), null,
            Map.of("Ym", "wild.cn", "Yys", 1L, "Jrs", 1L))),
            read(String.format(site, "<Wzym_mc>wild.cn</Wzym_mc>")));
        assertEquals(new AuthorityResult.NotHandled("ICP/Wbawz_xx without Wzym_mc"), ResultMapper.map(DownloadReader.read(
            String.format(site, "<IP>1998396701</IP>").getBytes(StandardCharsets.UTF_8)).get(0), Instant.EPOCH, 1,
            Instant.EPOCH));
    }
}

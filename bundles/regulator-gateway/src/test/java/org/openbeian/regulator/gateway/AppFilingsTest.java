package org.openbeian.regulator.gateway;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Assert;
import org.junit.Test;
import org.openbeian.api.authority.FiledRecord;
import org.openbeian.api.authority.FilingSubmission;
import org.openbeian.api.authority.PreparedUpload;
import org.openbeian.api.model.Access;
import org.openbeian.api.model.App;
import org.openbeian.api.model.AppFeature;
import org.openbeian.api.model.AppPackage;
import org.openbeian.api.model.Application;
import org.openbeian.api.model.Basis;
import org.openbeian.api.model.CancelReason;
import org.openbeian.api.model.CertificateType;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.model.LegalRepresentative;
import org.openbeian.api.model.Organizer;
import org.openbeian.api.model.OrganizerNature;
import org.openbeian.api.model.Principal;
import org.openbeian.api.model.WebSite;
import org.openbeian.api.rules.ProvinceProfile;
import org.openbeian.api.rules.RuleBook;
import org.openbeian.api.rules.RuleBooks;
import org.openbeian.regulator.gateway.payload.Extension;
import org.openbeian.regulator.gateway.payload.Schemas;
import org.openbeian.regulator.gateway.wire.FileCodec;
import org.openbeian.regulator.gateway.wire.WireException;
import org.openbeian.regulator.gateway.wire.WireSecurity;
import org.openbeian.testkit.Requirement;
import org.osgi.service.cm.ConfigurationException;

/** APPs and newer fields in the version of the interface that can carry them. */
@Requirement({"A-54", "A-57", "A-63", "A-64", "A-68"})
public class AppFilingsTest {
    private static final String GUANGDONG = "440000";
    private static final Principal PRINCIPAL = new Principal("张小明", CertificateType.RESIDENT_ID, "440101199001010011",
        LocalDate.of(2020, 1, 1), LocalDate.of(2040, 1, 1), false, null, "13800138000", "13900139000", "zhang@example.com", null);
    private static final WebSite SITE = new WebSite("示例网站", List.of("example.cn"), "www.example.cn", List.of(8), List.of(1), List.of(),
        false, PRINCIPAL, List.of(new Access("cvm", "ins-1", List.of("119.29.29.29"))), null);
    private static final App APP = new App("示例出行", List.of(8), List.of(1), List.of(), false, PRINCIPAL,
        List.of(new Access("cvm", "ins-1", List.of("119.29.29.29"))), false, true, List.of(
            new AppFeature("ANDROID", List.of("API.example.cn"), List.of(new AppPackage("cn.example.ride", "2508", "0f:34:3b"))),
            new AppFeature("IOS", List.of("example.cn"), List.of(new AppPackage("cn.example.ride", "30AB", "2FD4")))), null);
    private static final FiledRecord FILED = new FiledRecord("粤ICP备2026000001号", 9001,
        List.of(new FiledRecord.FiledService("粤ICP备2026000001号-1A", 9002, List.of(9003L))), "000001");

    private final RegulatorGateway gateway = new RegulatorGateway(Clock.systemUTC(), value -> value);

    private void configure(String version) throws ConfigurationException {
        Dictionary<String, Object> values = new Hashtable<>(Map.of("authority", GUANGDONG, "address", "http://127.0.0.1:1/",
            "isp.id", "440000000001", "user.name", "u", "password", "p", "encryption", "none", "interface.version", version));
        gateway.updated("a", values);
    }

    private static FilingSubmission filing(long no, FilingType type, org.openbeian.api.model.InternetService... services) {
        Organizer organizer = new Organizer(OrganizerNature.ENTERPRISE, GUANGDONG, "440100", "440106", CertificateType.BUSINESS_LICENCE,
            "91440101MA00000000", "示例公司", "示例路1号", "示例路1号",
            new LegalRepresentative("李四", CertificateType.RESIDENT_ID, "440101199001010011"), null, PRINCIPAL, null);
        Basis basis = type == FilingType.FIRST ? null
            : new Basis(FILED.organizerNumber(), List.of("粤ICP备2026000001号-1A"), CancelReason.SERVICE_ENDED, null, null, null);
        return new FilingSubmission(no, type, new Application(organizer, List.of(services), Map.of(), basis), Map.of(),
            List.of(new FilingSubmission.Attachment("app-icon", "/services/0", "image/jpeg", new byte[] {(byte) 0xFF, (byte) 0xD8})),
            basis == null ? null : FILED);
    }

    private String document(FilingSubmission... filings) throws WireException {
        PreparedUpload prepared = gateway.prepare(GUANGDONG, List.of(filings));
        assertEquals(Map.of(), prepared.problems());
        return new String(FileCodec.unzip(prepared.file(), 1_000_000), WireSecurity.GBK);
    }

    @Test
    public void anAppGoesInTheExtension() throws Exception {
        configure(Extension.VERSION);
        assertTrue(gateway.takesApps(GUANGDONG));
        String document = document(filing(17, FilingType.FIRST, APP, SITE));
        assertEquals(List.of(), Schemas.uploadErrors(document));
        assertTrue(document, document.contains("<UploadData version=\"X.1.0\">"));
        assertTrue(document, document.contains("<Fwlx>6</Fwlx>") && document.contains("<Fwlx>1</Fwlx>"));
        assertTrue(document, document.contains("<Tgsdk>0</Tgsdk><Sysdk>1</Sysdk><Pt><Ptlx>ANDROID</Ptlx><Ym>api.example.cn</Ym>"
            + "<Bao><Bm>cn.example.ride</Bm><Gy>2508</Gy><Zwz>0F343B</Zwz></Bao></Pt>"));
        assertTrue(document, document.contains("<Fzrkz><Yjdh>13900139000</Yjdh><Zjyxqq>2020-01-01</Zjyxqq><Zjyxqz>2040-01-01</Zjyxqz>"));
        assertTrue(document, document.contains("<Fddbr><Xm>李四</Xm><Zjlx>2</Zjlx>"));
        assertTrue("the icon is material of the service", document.contains(
            "<Fjyt>9</Fjyt><Fjnr>/9g=</Fjnr><Fjssdx><Ssdxlx>2</Ssdxlx><Ssdxbs>1701</Ssdxbs>"));
        String broken = document.replace("<Fwlx>6</Fwlx>", "<Fwlx>9</Fwlx>");
        assertFalse("the extension has a schema, too", Schemas.uploadErrors(broken).isEmpty());
    }

    @Test
    public void everyTypeCarriesApps() throws Exception {
        configure(Extension.VERSION);
        for (FilingType type : FilingType.values()) {
            String document = document(filing(10L + type.ordinal(), type, APP));
            assertEquals(type.name(), List.of(), Schemas.uploadErrors(document));
        }
    }

    @Test
    public void whereOnlyTheMinistrysVersionIsTakenAnAppIsRefusedAndASiteStaysPlain() throws Exception {
        configure(Extension.NATIONAL);
        assertFalse(gateway.takesApps(GUANGDONG));
        PreparedUpload refused = gateway.prepare(GUANGDONG, List.of(filing(17, FilingType.FIRST, APP)));
        assertTrue(refused.problems().get(17L).toString(), refused.problems().get(17L).get(0).contains("no element for an APP"));
        String document = document(filing(18, FilingType.FIRST, SITE));
        assertTrue(document, document.contains("version=\"V.3.0\""));
        assertFalse(document, document.contains(Extension.NAMESPACE));
        assertFalse("V3.0 holds no extension", Schemas.uploadErrors(document.replace("</Wz_xx>",
            "<Wzkz xmlns=\"" + Extension.NAMESPACE + "\"><Fwlx>6</Fwlx></Wzkz></Wz_xx>")).isEmpty());
    }

    /** The profile of the province says it when the account does not. */
    @Test
    public void theProfileOfTheProvinceSaysWhichVersionItsAuthorityTakes() throws Exception {
        configure("");
        assertFalse("nothing is known of the province", gateway.takesApps(GUANGDONG));
        gateway.books = profile(Extension.VERSION);
        assertTrue(gateway.takesApps(GUANGDONG));
        assertTrue(document(filing(17, FilingType.FIRST, APP)).contains("<UploadData version=\"X.1.0\">"));
        gateway.books = profile(Extension.NATIONAL);
        assertFalse(gateway.takesApps(GUANGDONG));
        String document = document(filing(18, FilingType.FIRST, SITE));
        assertTrue(document, document.contains("version=\"V.3.0\"") && !document.contains(Extension.NAMESPACE));
        configure(Extension.VERSION);
        assertTrue("what the operator agreed on comes first", gateway.takesApps(GUANGDONG));
        gateway.books = profile(Extension.VERSION);
        configure(Extension.NATIONAL);
        assertFalse(gateway.takesApps(GUANGDONG));
    }

    @Test
    public void whatThePlainVersionCannotSayIsNamed() throws Exception {
        configure(Extension.NATIONAL);
        assertEquals(Map.of(18L, List.of("/organizer/legalRepresentative", "/organizer/principal/emergencyContact",
            "/organizer/principal/validFrom", "/organizer/principal/validUntil", "/services/0/principal/emergencyContact",
            "/services/0/principal/validFrom", "/services/0/principal/validUntil")),
            gateway.prepare(GUANGDONG, List.of(filing(18, FilingType.FIRST, SITE))).notSent());
        configure(Extension.VERSION);
        assertEquals(Map.of(), gateway.prepare(GUANGDONG, List.of(filing(18, FilingType.FIRST, SITE))).notSent());
    }

    private static RuleBooks profile(String version) {
        ProvinceProfile profile = new ProvinceProfile(GUANGDONG, null, null, "粤", "1", "local", 5, 20, "service", false, Set.of(), version,
            "b", "1.0.0");
        RuleBook book = answering(RuleBook.class, "profile", Optional.of(profile));
        return answering(RuleBooks.class, "current", book);
    }

    private static <T> T answering(Class<T> type, String method, Object answer) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, called, arguments) -> {
            assertEquals(method, called.getName());
            return answer;
        }));
    }

    @Test
    public void anotherVersionIsRefused() {
        Assert.assertThrows(ConfigurationException.class, () -> configure("X.9.9"));
    }
}

package org.openbeian.core.fact;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;

import java.time.Instant;
import java.util.List;
import org.junit.Test;
import org.openbeian.api.model.App;
import org.openbeian.api.model.AppFeature;
import org.openbeian.api.model.AppPackage;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.model.GovernmentBody;
import org.openbeian.api.model.GovernmentKind;
import org.openbeian.api.model.InternetService;
import org.openbeian.api.model.Organizer;
import org.openbeian.api.model.OrganizerNature;
import org.openbeian.api.model.StaffingCertificate;
import org.openbeian.api.model.WebSite;
import org.openbeian.api.rules.Circumstances;
import org.openbeian.api.rules.Circumstances.FiledOrganizer;
import org.openbeian.api.rules.FilingCase;
import org.openbeian.core.fake.Samples;
import org.openbeian.testkit.Requirement;

/** What the facts of sites of government and of APPs are. */
public class ServiceFactsTest {

    private static final String MD5 = "8EC672E57DBCFD175B3754987EBB0428";
    private static final String SHA1 = "CF4B9DDAA9B85B9B8B2A7CB1A767D3BD3C0E13BE";
    private static final String KEY = "1".repeat(309);

    @Test
    @Requirement({"E-22", "E-27"})
    public void aGovernmentBodyTellsWhatItIs() {
        Part order = CaseParts.of(filing(site(null))).of(Scope.ORDER).get(0);
        assertEquals("GOVERNMENT_DEPARTMENT", value(order, "organizer.government.kind"));
        assertEquals("www.example.gov.cn", value(order, "organizer.government.parentPortal"));
        assertEquals("example.gov.cn", value(order, "organizer.government.parentDomain"));
        assertEquals(List.of(".gov.cn"), value(order, "services.suffixes"));
        Part domain = CaseParts.of(filing(site(null))).of(Scope.DOMAIN).get(0);
        assertEquals("example.gov.cn", value(domain, "domain.parent"));
        assertEquals(3L, value(domain, "domain.depth"));
    }

    @Test
    @Requirement({"E-32", "E-34"})
    public void nineFieldsAreComparedOneByOne() {
        assertNull(value(service(site(null)), "service.staffing.differs"));
        assertEquals(false, value(service(site(null)), "service.staffing.entered"));
        StaffingCertificate right = new StaffingCertificate("示例市文化局", "示例市人民政府", "文化管理", "行政机关", "示例小站", "介绍",
            "WH.example.gov.cn", "8.8.8.8", "王小明");
        assertNull(value(service(site(right)), "service.staffing.differs"));
        assertNull(value(service(site(right)), "service.staffing.missing"));
        StaffingCertificate wrong = new StaffingCertificate("别名", "别名", "别的", "别的", "别名", "别的", "other.gov.cn", "8.8.4.4", "李四");
        assertEquals(List.of("name", "superiorUnit", "function", "institutionType", "siteName", "introduction", "domain",
            "ipAddress", "principal"), value(service(site(wrong)), "service.staffing.differs"));
        StaffingCertificate nothing = new StaffingCertificate(null, null, null, null, " ", null, null, null, null);
        assertEquals(9, ((List<?>) value(service(site(nothing)), "service.staffing.missing")).size());
        assertNull(value(service(site(nothing)), "service.staffing.differs"));
    }

    @Test
    @Requirement({"A-72", "A-73"})
    public void packagesRepeatOnOnePlatformOnly() {
        AppPackage one = new AppPackage("com.example.app", KEY, MD5);
        assertEquals(List.of("com.example.app"),
            value(service(app(new AppFeature("ANDROID", null, List.of(one, one)))), "service.packages.repeated"));
        assertNull(value(service(app(new AppFeature("ANDROID", null, List.of(one)),
            new AppFeature("IOS", null, List.of(one)))), "service.packages.repeated"));
    }

    @Test
    @Requirement("A-74")
    public void packagesOfOtherAppsAreFound() {
        App app = app(new AppFeature("ANDROID", null, List.of(new AppPackage("com.example.app", KEY, MD5))));
        App same = app(new AppFeature("IOS", null, List.of(new AppPackage("com.example.app", KEY, SHA1))));
        assertEquals(List.of("com.example.app"), value(service(app, same), "service.packages.ofOtherApps"));
        assertNull(value(service(app), "service.packages.ofOtherApps"));
        Circumstances known = new Circumstances(null, null, null, null,
            new FiledOrganizer("粤ICP备2026000001号", null, List.of(same)), null, null);
        assertEquals(List.of("com.example.app"), value(CaseParts.of(filing(app).with(known)).of(Scope.SERVICE).get(0),
            "service.packages.ofOtherApps"));
    }

    @Test
    @Requirement({"A-69", "A-70", "A-71", "A-75", "A-76"})
    public void packagesHaveTheFormOfTheirPlatform() {
        Part right = service(app(new AppFeature("ANDROID", null, List.of(new AppPackage("com.example.app_1", KEY, MD5))),
            new AppFeature("IOS", null, List.of(new AppPackage("com.example-demo", KEY, SHA1)))));
        for (String odd : List.of("malformed", "badKeys", "badFingerprints", "incomplete", "emptyFingerprints")) {
            assertNull(odd, value(right, "service.packages." + odd));
        }
        Part wrong = service(app(new AppFeature("ANDROID", null, List.of(new AppPackage("com.example-demo", "abc", SHA1))),
            new AppFeature("IOS", null, List.of(new AppPackage("com.example", KEY, MD5), new AppPackage(null, KEY,
                "DA39A3EE5E6B4B0D3255BFEF95601890AFD80709"))), new AppFeature("HARMONYOS", null, null)));
        assertEquals(List.of("com.example-demo"), value(wrong, "service.packages.malformed"));
        assertEquals(List.of("com.example-demo"), value(wrong, "service.packages.badKeys"));
        assertEquals(List.of("com.example-demo", "com.example"), value(wrong, "service.packages.badFingerprints"));
        assertEquals(List.of("?"), value(wrong, "service.packages.emptyFingerprints"));
        assertEquals(List.of("?", "HARMONYOS"), value(wrong, "service.packages.incomplete"));
    }

    private static App app(AppFeature... features) {
        return new App("示例应用", null, null, null, null, null, null, null, null, List.of(features), null);
    }

    private static WebSite site(StaffingCertificate certificate) {
        return new WebSite("示例小站", List.of("wh.example.gov.cn"), null, null, null, null, false, Samples.principal(),
            Samples.site("x").accesses(), null, "介绍", certificate, null);
    }

    private static FilingCase filing(InternetService... services) {
        Organizer organizer = new Organizer(OrganizerNature.GOVERNMENT, "440000", null, null, null, null, "示例市文化局", null,
            null, null, "示例市人民政府", Samples.principal(), null, new GovernmentBody(GovernmentKind.GOVERNMENT_DEPARTMENT, null, true,
                "文化管理", "行政机关", "www.example.gov.cn"));
        return new FilingCase("o", FilingType.FIRST, Samples.application(organizer, services), List.of(),
            List.of(Samples.server()), "alice", Instant.parse("2026-11-23T00:00:00Z"));
    }

    private static Part service(InternetService... services) {
        return CaseParts.of(filing(services)).of(Scope.SERVICE).get(0);
    }

    private static Object value(Part part, String fact) {
        return part.value(FactCatalogue.INSTANCE.find(fact).orElseThrow());
    }
}

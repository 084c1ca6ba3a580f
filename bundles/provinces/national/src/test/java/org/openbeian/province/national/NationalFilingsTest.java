package org.openbeian.province.national;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.Test;
import org.openbeian.api.model.CertificateType;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.rules.Circumstances;
import org.openbeian.api.rules.Circumstances.AccountState;
import org.openbeian.api.rules.Circumstances.DomainState;
import org.openbeian.api.rules.FilingCase;
import org.openbeian.api.rules.Finding;
import org.openbeian.api.rules.NeededMaterial;
import org.openbeian.api.rules.RuleBook;
import org.openbeian.contract.kit.SampleCase;
import org.openbeian.testkit.Requirement;

/** What the national rules find in whole filings of websites, sites of government and APPs. */
public class NationalFilingsTest {

    private static final LocalDate LONG_AGO = LocalDate.of(2026, 1, 1);
    private static final LocalDate FAR = LocalDate.of(2030, 1, 1);
    private static final String KEY = "9".repeat(309);
    private static final String MD5 = "8EC672E57DBCFD175B3754987EBB0428";

    private final RuleBook book = NationalRulesTest.newBook();

    @Test
    @Requirement({"A-07", "T-17", "T-21", "Q-28", "T-06"})
    public void fiveChecksOfADomainHaveFiveReasonCodes() {
        assertEquals(List.of(), codes(new SampleCase().filing().with(domain(true, false, FAR, true, "深圳市示例科技有限公司"))));
        assertEquals(List.of("domain-registrar-not-approved"), codes(new SampleCase().filing()
            .with(domain(false, false, FAR, true, "深圳市示例科技有限公司"))));
        assertEquals(List.of("domain-expired"), codes(new SampleCase().filing()
            .with(domain(true, false, LONG_AGO, true, "深圳市示例科技有限公司"))));
        assertEquals(List.of("domain-real-name-missing"), codes(new SampleCase().filing()
            .with(domain(true, false, FAR, false, "深圳市示例科技有限公司"))));
        assertEquals(List.of("domain-holder-differs"), codes(new SampleCase().filing()
            .with(domain(true, false, FAR, true, "别家公司"))));
        assertEquals(List.of("domain-suffix-not-approved"), codes(new SampleCase()
            .with("/services/0/domains", List.of("example.me")).with("/services/0/homeUrl", "www.example.me").filing()));
    }

    @Test
    @Requirement("Q-17")
    public void aForeignRegistrarIsAnEnquiryAndNoRefusal() {
        Finding finding = book.judge(new SampleCase().filing()
            .with(domain(true, true, FAR, true, "深圳市示例科技有限公司"))).findings().get(0);
        assertEquals("overseas-registrar-unclear", finding.ruleId());
        assertEquals("ASK", finding.severity().name());
    }

    @Test
    @Requirement({"A-24", "A-25", "Q-20"})
    public void theAccountIsThatOfTheOrganizer() {
        assertEquals(List.of(), codes(new SampleCase().filing().with(account("深圳市示例科技有限公司", "91440300MA5EXAM810", 5))));
        assertEquals(List.of("account-certificate-differs", "account-name-differs", "account-organizers"),
            codes(new SampleCase().filing().with(account("别家公司", "91110000EXAMPLE11K", 6))));
    }

    @Test
    @Requirement({"T-23", "T-85", "A-62"})
    public void eachApprovalHasItsPaper() {
        Map<String, String> papers = new TreeMap<>(Map.of("NEWS", "news", "PUBLISHING", "publishing", "EDUCATION", "education",
            "HEALTH", "health", "DRUG_DEVICE", "drugs", "BBS", "bulletin-board", "CULTURE", "culture", "RADIO_FILM_TV",
            "broadcasting", "RIDE_HAILING", "ride-hailing", "FINANCE", "finance"));
        papers.putAll(Map.of("AFTER_SCHOOL_TRAINING", "training", "RELIGION", "religion", "GAME", "game"));
        assertEquals(13, papers.size());
        papers.forEach((approval, paper) -> assertEquals(List.of("pre-approval-" + paper), book.materials(new SampleCase()
            .with("/services/0/preApprovals", List.of(Map.of("type", approval, "number", "1"))).filing()).stream()
            .map(NeededMaterial::type).filter(type -> type.startsWith("pre-approval")).toList()));
        assertFalse(types(new SampleCase().filing()).contains("pre-approval-news"));
    }

    @Test
    @Requirement({"T-09", "T-13", "T-97", "T-98"})
    public void picturesHaveAtLeast55Kilobytes() {
        List<NeededMaterial> scans = book.materials(new SampleCase().filing()).stream().filter(NeededMaterial::required).toList();
        assertEquals(List.of("unit-certificate", "id-card-portrait", "id-card-emblem"), scans.stream().map(NeededMaterial::type).toList());
        for (NeededMaterial material : scans) {
            assertEquals(material.type(), 55 * 1024, material.minBytes());
        }
    }

    @Test
    @Requirement("W-09")
    public void thePhotoInFrontOfTheBackdropIsTakenWhereverItIsOfferedAndDemandedWhereAProvinceSaysSo() {
        NeededMaterial photo = one(book.materials(new SampleCase().filing()), "verification-photo");
        assertEquals("/services/0", photo.subject());
        assertFalse("the face video does as well", photo.required());
        assertTrue(photo.mediaTypes().contains("image/jpeg"));
        assertTrue(photo.conditions().toString(), photo.conditions().get(0).zh().contains("自行在免费邮寄的幕布前拍摄"));
        assertFalse("of a website alone", types(AppFormTest.sample().filing()).contains("verification-photo"));
    }

    @Test
    @Requirement({"E-22", "E-29", "E-30", "E-31", "E-35"})
    public void aGovernmentSiteTellsItsKindAndHasAFormForItsLevel() {
        SampleCase site = government(null);
        assertTrue(book.missingFields(site.filing()).stream().map(Finding::pointer).toList()
            .contains("/organizer/government/kind"));
        for (String level : List.of("STATE", "PROVINCE", "PREFECTURE", "COUNTY")) {
            List<NeededMaterial> materials = book.materials(government(Map.of("kind", "LOCAL_GOVERNMENT", "level", level))
                .filing());
            NeededMaterial form = one(materials, "government-audit-form");
            assertEquals("government-audit-form-" + level.toLowerCase(java.util.Locale.ROOT), form.template());
            NeededMaterial certificate = one(materials, "staffing-certificate");
            assertEquals("the superior body has the form", null, certificate.template());
            assertFalse("provinces demand it", certificate.required() || form.required());
        }
    }

    /** Nobody knows yet which provinces demand it: a specialist asks, until the rules of a province say so. */
    @Test
    @Requirement("E-33")
    public void whoDemandsAStaffingCertificateIsUnknownUntilAProvinceSaysSo() {
        SampleCase site = government(Map.of("kind", "LOCAL_GOVERNMENT", "level", "COUNTY"));
        FilingCase bare = site.filing();
        FilingCase filing = new FilingCase(bare.orderId(), bare.type(), bare.application(), List.of(new FilingCase.CaseMaterial(
            "unit-certificate", "/organizer", "image/jpeg", 60_000, 800, 600)), bare.resources(), bare.account(), bare.judgedOn());
        Finding unknown = book.judge(filing).findings().stream().filter(one -> one.ruleId().equals("staffing-certificate-unclear"))
            .findFirst().orElseThrow();
        assertEquals("asked, and neither demanded nor waived", "ASK", unknown.severity().name());
        FilingCase plain = new SampleCase().filing();
        assertFalse(codes(plain).contains("staffing-certificate-unclear"));
        RuleBook province = NationalRulesTest.bookOf("""
            rules:
              - id: guangdong-staffing-certificate
                when: {organizer.nature: {in: [GOVERNMENT]}, services.suffixes: {contains-any: [.gov.cn]}}
                require: {materials.types: {contains-any: [staffing-certificate]}}
                field: organizer.nature
                replaces: [staffing-certificate-unclear]
                text: {zh: 须提交编办证明, en: The staffing certificate is missing}
                mend: {zh: 请上传, en: Upload it}
                source: {document: test, date: 2026-11-21}
                examples:
                  - pass: {organizer.nature: GOVERNMENT, services.suffixes: [.gov.cn], materials.types: [staffing-certificate]}
                  - fail: {organizer.nature: GOVERNMENT, services.suffixes: [.gov.cn], materials.types: [unit-certificate]}
            """);
        List<Finding> demanded = province.judge(filing).findings();
        assertEquals("BLOCK", demanded.stream().filter(one -> one.ruleId().equals("guangdong-staffing-certificate")).findFirst()
            .orElseThrow().severity().name());
        assertTrue(demanded.stream().noneMatch(one -> one.ruleId().equals("staffing-certificate-unclear")));
    }

    /** The nation warns and asks for a confirmation; a province may take no cancellation of the last access at all. */
    @Test
    @Requirement("E-18")
    public void aProvinceMayRefuseToCancelTheLastAccess() {
        RuleBook strict = NationalRulesTest.bookOf("""
            rules:
              - id: guangdong-last-access
                types: [CANCEL_ACCESS]
                require: {filing.endsLastAccess: false}
                text: {zh: 不能取消唯一的接入, en: The last access cannot be cancelled}
                mend: {zh: 请注销网站, en: Cancel the site}
                source: {document: test, date: 2026-11-21}
                examples: [{pass: {filing.endsLastAccess: false}}, {fail: {filing.endsLastAccess: true}}]
            """);
        for (Boolean last : new Boolean[] {true, false, null}) {
            FilingCase bare = new SampleCase().filing();
            FilingCase cancel = new FilingCase(bare.orderId(), FilingType.CANCEL_ACCESS, bare.application(), bare.materials(),
                bare.resources(), bare.account(), bare.judgedOn(), new Circumstances(List.of(), null, null, null,
                    new Circumstances.FiledOrganizer("粤ICP备2026000001号", null, null, last), null, null));
            assertEquals(Boolean.TRUE.equals(last) ? List.of("guangdong-last-access /basis/serviceNumbers") : List.of(),
                strict.judge(cancel).findings().stream().map(one -> one.ruleId() + " " + one.pointer()).toList());
            assertEquals("the nation", List.of(), codes(cancel));
        }
    }

    /** Whoever sold the domain, a server here is what a filing needs. */
    @Test
    @Requirement({"Q-08", "Q-27"})
    public void theRegistrarPlaysNoPartAndADomainAloneIsNotFiled() {
        for (String registrar : List.of("Example", "Another registrar")) {
            assertEquals(registrar, List.of(), codes(new SampleCase().knowing(state(registrar, false, false)).filing()));
        }
        assertEquals(List.of("resource-missing"), codes(new SampleCase().with("/services/0/accesses", List.of()).filing()));
    }

    /** Also of an order that was right before: what no inventory lists any more is said wherever the order is judged. */
    @Test
    @Requirement("Q-26")
    public void aResourceThatNoInventoryKnowsStopsTheOrder() {
        assertEquals(List.of("resource-unknown"), codes(new SampleCase().resource(null).filing()));
    }

    /** Sites that are filed already may stay open while access is filed; those of a first filing may not. */
    @Test
    @Requirement({"Q-05", "Q-04"})
    public void onlyANewSiteIsClosedWhileItIsFiled() {
        FilingCase first = new SampleCase().knowing(state("Example", true, true)).filing();
        assertEquals(List.of("unfiled-domain-resolves", "unfiled-site-open"), codes(first));
        assertEquals(List.of(), codes(new FilingCase(first.orderId(), FilingType.ACCESS, first.application(), first.materials(),
            first.resources(), first.account(), first.judgedOn(), first.circumstances())));
    }

    @Test
    @Requirement({"E-23", "E-26", "E-27", "E-28", "E-36"})
    public void aGovernmentDomainFitsItsBody() {
        assertEquals(List.of("government-both-suffixes"),
            codes(government(Map.of("kind", "LOCAL_GOVERNMENT", "level", "COUNTY")).filing()));
        assertEquals(List.of("government-both-suffixes", "government-portal-domain"),
            codes(government(Map.of("kind", "LOCAL_GOVERNMENT")).with("/services/0/homeUrl", "portal.example.gov.cn").filing()));
        Map<String, Object> department = Map.of("kind", "GOVERNMENT_DEPARTMENT", "parentPortal", "www.example.gov.cn");
        SampleCase below = government(department).with("/services/0/domains", List.of("wh.example.gov.cn"))
            .with("/services/0/homeUrl", "wh.example.gov.cn");
        assertEquals(List.of("government-both-suffixes"), codes(below.filing()));
        assertEquals(List.of("government-both-suffixes", "government-department-domain"), codes(government(department).filing()));
        assertTrue(codes(government(Map.of("kind", "STATE_COUNCIL_DEPARTMENT")).with("/services/0/domains",
            List.of("example.com")).with("/services/0/homeUrl", "www.example.com").filing()).contains("government-suffix"));
    }

    @Test
    @Requirement({"E-32", "E-34"})
    public void theStaffingCertificateAgreesWithTheApplication() {
        SampleCase site = government(Map.of("kind", "LOCAL_GOVERNMENT", "function", "综合管理", "institutionType", "行政机关"))
            .with("/organizer/superiorUnit", "示例省人民政府").with("/services/0/introduction", "政务公开");
        Map<String, Object> certificate = new TreeMap<>(Map.of("name", "示例市人民政府", "superiorUnit", "示例省人民政府", "function", "综合管理",
            "institutionType", "行政机关", "siteName", "示例市门户网站", "introduction", "政务公开", "domain", "example.gov.cn",
            "ipAddress", "119.29.29.29", "principal", "张示例"));
        assertEquals(List.of("government-both-suffixes"),
            codes(site.with("/services/0/staffingCertificate", certificate).filing()));
        certificate.put("siteName", "别名");
        certificate.put("ipAddress", "8.8.8.8");
        certificate.remove("function");
        List<Finding> findings = book.judge(site.with("/services/0/staffingCertificate", certificate).filing()).findings();
        String text = findings.stream().filter(f -> f.ruleId().equals("staffing-differs")).findFirst().orElseThrow().text().en();
        assertTrue(text, text.endsWith("siteName,ipAddress"));
        assertTrue(findings.stream().anyMatch(f -> f.ruleId().equals("staffing-incomplete")));
    }

    @Test
    @Requirement({"A-57", "A-58", "A-64", "A-91", "A-92"})
    public void anAppStatesItsFeatures() {
        SampleCase bare = app(Map.of());
        List<String> missing = book.missingFields(bare.filing()).stream().map(Finding::pointer).toList();
        assertTrue(missing.toString(), missing.containsAll(List.of("/services/0/offersSdk", "/services/0/usesSdk",
            "/services/0/features")));
        assertTrue(types(bare.filing()).containsAll(List.of("app-icon", "supplement")));
        Map<String, Object> android = Map.of("platform", "ANDROID", "domains", List.of("a.b.example.com"), "packages",
            List.of(Map.of("name", "com.example.app", "publicKey", KEY, "fingerprint", MD5)));
        assertEquals(List.of(), codes(app(Map.of("offersSdk", false, "usesSdk", true, "features", List.of(android))).filing()));
        Map<String, Object> wrong = Map.of("platform", "SYMBIAN", "domains", List.of("a.b.c.example.com"), "packages",
            List.of(Map.of("name", "example", "publicKey", "1", "fingerprint", "1")));
        assertEquals(List.of("app-domain-too-deep", "app-fingerprint-malformed", "app-key-malformed",
            "app-package-malformed", "app-platform-unknown"),
            codes(app(Map.of("offersSdk", false, "usesSdk", true, "features", List.of(wrong))).filing()));
    }

    @Test
    @Requirement("W-01")
    public void rulesCiteArticlesOfLaws() {
        assertTrue(book.legalBases().stream().anyMatch(law -> law.id().equals("SC292") && law.number().equals("国务院令第292号")));
        Finding finding = book.judge(new SampleCase().with("/services/0/commercial", true).filing()).findings().get(0);
        assertEquals("《互联网信息服务管理办法》（国务院令第292号）第4条", finding.source().law());
    }

    private List<String> codes(FilingCase filing) {
        return book.judge(filing).findings().stream().map(Finding::ruleId).distinct().sorted().toList();
    }

    private List<String> types(FilingCase filing) {
        return book.materials(filing).stream().map(NeededMaterial::type).toList();
    }

    private static NeededMaterial one(List<NeededMaterial> materials, String type) {
        List<NeededMaterial> found = materials.stream().filter(m -> m.type().equals(type)).toList();
        assertEquals(type, 1, found.size());
        return found.get(0);
    }

    private static Circumstances state(String registrar, boolean resolves, boolean open) {
        return new Circumstances(List.of(new DomainState("example.com", registrar, true, false, LONG_AGO, FAR, false, true, LONG_AGO,
            "深圳市示例科技有限公司", CertificateType.BUSINESS_LICENCE, null, resolves, open)), null, null, null, null, null, null);
    }

    private static Circumstances domain(boolean approved, boolean overseas, LocalDate expires, boolean verified, String holder) {
        return new Circumstances(List.of(new DomainState("example.com", "Example", approved, overseas, LONG_AGO, expires, false,
            verified, LONG_AGO, holder, CertificateType.BUSINESS_LICENCE, null, false, false)), null, null, null, null, null, null);
    }

    private static Circumstances account(String name, String number, int organizers) {
        return new Circumstances(null, null, null, new AccountState(name, number, organizers, Math.max(0, organizers - 5)),
            null, null, null);
    }

    private static SampleCase government(Map<String, Object> body) {
        return new SampleCase().with("/organizer/nature", "GOVERNMENT").with("/organizer/certificateType", "ORG_CODE_GOV")
            .with("/organizer/certificateNumber", "12345678-8").with("/organizer/name", "示例市人民政府")
            .with("/organizer/government", body).with("/services/0/name", "示例市门户网站")
            .with("/services/0/domains", List.of("example.gov.cn")).with("/services/0/homeUrl", "www.example.gov.cn");
    }

    private static SampleCase app(Map<String, Object> features) {
        SampleCase sample = new SampleCase().with("/services/0/kind", "APP").with("/services/0/domains", null)
            .with("/services/0/homeUrl", null);
        features.forEach((name, value) -> sample.with("/services/0/" + name, value));
        return sample;
    }
}

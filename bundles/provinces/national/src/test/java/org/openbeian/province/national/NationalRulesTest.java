package org.openbeian.province.national;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.openbeian.api.rules.Finding;
import org.openbeian.api.rules.RuleBook;
import org.openbeian.api.rules.Severity;
import org.openbeian.contract.kit.Rules;
import org.openbeian.contract.kit.SampleCase;
import org.openbeian.core.rules.RuleFile;
import org.openbeian.core.rules.RuleFileException;
import org.openbeian.core.rules.RuleFiles;
import org.openbeian.testkit.Requirement;

/** What the national rules find in an order of a province without rules of its own. */
public class NationalRulesTest {

    private static final String EMPTY_PROVINCE = """
        format: 1
        province: "440000"
        name: {zh: 广东省, en: Guangdong}
        authority: {zh: 广东省通信管理局, en: Guangdong authority}
        prefix: 粤
        version: 1.0.0
        date: 2026-11-21
        coverage: national-only
        """;

    private final RuleBook book = newBook();

    /** The national rules in a province without rules of its own. */
    static RuleBook newBook() {
        return bookOf("");
    }

    @Test
    public void nothingIsFoundInAGoodOrder() {
        assertEquals(List.of(), new SampleCase().findings(book));
        assertEquals(List.of(), book.missingFields(new SampleCase().filing()));
    }

    @Test
    @Requirement({"W-02", "E-04"})
    public void aCommercialServiceNeedsItsLicenceAndASpecialist() {
        SampleCase bare = new SampleCase().with("/services/0/commercial", true);
        assertEquals(List.of("/services/0/licenceNumber"), book.missingFields(bare.filing()).stream().map(Finding::pointer).toList());
        assertTrue(book.materials(bare.filing()).stream().anyMatch(one -> one.type().equals("telecom-licence") && one.required()));
        SampleCase licensed = bare.with("/services/0/licenceNumber", "粤B2-20260001");
        assertEquals(List.of(), book.missingFields(licensed.filing()));
        Finding finding = book.judge(licensed.filing()).findings().get(0);
        assertEquals("commercial-service", finding.ruleId());
        assertEquals("it never passes as a plain filing", Severity.ASK, finding.severity());
        finds("licence-number-malformed /services/0/licenceNumber", bare.with("/services/0/licenceNumber", "粤ICP备2026000001号"));
    }

    @Test
    @Requirement({"A-21", "A-22", "A-30", "A-32", "A-34", "A-36", "A-38", "A-40"})
    public void everyFieldOfTheOrganizerIsAskedFor() {
        for (String field : List.of("nature", "certificateType", "certificateNumber", "name", "cityId", "countyId",
            "certificateAddress", "postalAddress", "legalRepresentative/name", "legalRepresentative/certificateNumber")) {
            missing("/organizer/" + field);
        }
    }

    @Test
    @Requirement({"A-43", "A-46", "A-47", "A-48", "A-49", "A-51", "A-52", "T-32"})
    public void everyFieldOfAPrincipalIsAskedFor() {
        for (String field : List.of("name", "certificateType", "certificateNumber", "validFrom", "mobile",
            "emergencyContact", "email")) {
            missing("/organizer/principal/" + field);
            missing("/services/0/principal/" + field);
        }
        assertEquals(List.of("required.principal.validUntil /organizer/principal/validUntil"),
            new SampleCase().with("/organizer/principal/longTerm", null).findings(book));
        assertEquals("a principal who was not entered lacks all but what depends on his document", 6,
            new SampleCase().with("/organizer/principal", null).findings(book).stream()
                .filter(f -> f.contains("/organizer/principal")).count());
    }

    @Test
    @Requirement({"A-55", "A-59", "Q-26", "A-28"})
    public void everyFieldOfAServiceIsAskedFor() {
        for (String field : List.of("name", "homeUrl", "commercial")) {
            missing("/services/0/" + field);
        }
        finds("resource-missing /services/0/accesses", new SampleCase().with("/services/0/accesses", List.of()));
        finds("required.service.contents /services/0/contents", new SampleCase().with("/services/0/contents", List.of()));
        finds("required.service.languages /services/0/languages", new SampleCase().with("/services/0/languages", List.of()));
    }

    @Test
    @Requirement({"T-31", "A-51"})
    public void theEmergencyNumberDiffersFromTheMobile() {
        finds("emergency-equals-mobile /organizer/principal/emergencyContact",
            new SampleCase().with("/organizer/principal/emergencyContact", "+86 138 0000 0000"));
    }

    @Test
    @Requirement({"A-36", "T-27", "A-47", "A-49", "A-52"})
    public void identifiersAreChecked() {
        finds("licence-number-invalid /organizer/certificateNumber",
            new SampleCase().with("/organizer/certificateNumber", "91440300MA5EXAM820"));
        finds("legal-representative-id-invalid /organizer/legalRepresentative/certificateNumber",
            new SampleCase().with("/organizer/legalRepresentative/certificateNumber", "440524188001010015"));
        finds("principal-id-invalid /organizer/principal/certificateNumber",
            new SampleCase().withPrincipal("certificateNumber", "440524188001010015"));
        finds("mobile-invalid /organizer/principal/mobile",
            new SampleCase().with("/organizer/principal/mobile", "12800000000"));
        finds("email-invalid /services/0/principal/email",
            new SampleCase().with("/services/0/principal/email", "nobody"));
    }

    @Test
    @Requirement("A-23")
    public void theCertificateFitsTheNature() {
        finds("certificate-nature-mismatch /organizer/certificateType",
            new SampleCase().with("/organizer/nature", "GOVERNMENT"));
    }

    @Test
    @Requirement("A-48")
    public void documentsAreValid() {
        finds("principal-id-expired /organizer/principal/validUntil",
            new SampleCase().withPrincipal("longTerm", false).withPrincipal("validUntil", "2026-11-20"));
        finds("principal-id-expires-soon /organizer/principal/validUntil",
            new SampleCase().withPrincipal("longTerm", false).withPrincipal("validUntil", "2026-12-20"));
    }

    @Test
    @Requirement({"Q-18", "Q-19", "T-77"})
    public void individualsFileNothingInteractiveAndNothingOfUnits() {
        SampleCase individual = new SampleCase().with("/organizer/nature", "INDIVIDUAL")
            .with("/organizer/certificateType", "RESIDENT_ID").with("/organizer/certificateNumber", "440524188001010014")
            .with("/organizer/name", "张示例").with("/services/0/remark", "摄影").with("/services/0/contents", List.of(24));
        assertEquals(List.of(), individual.with("/services/0/name", "小明的摄影记录").findings(book));
        finds("individual-interactive /services/0/contents", individual.with("/services/0/contents", List.of(6)));
        finds("individual-unit-content /services/0/name",
            individual.with("/services/0/contents", List.of(24)).with("/services/0/name", "小明贸易有限公司"));
    }

    @Test
    @Requirement({"T-78", "T-79", "T-80", "T-81"})
    public void namesAreChecked() {
        finds("name-is-domain /services/0/name", new SampleCase().with("/services/0/name", "示例example.com"));
        finds("name-public-affairs /services/0/name", new SampleCase().with("/services/0/name", "某某市人民政府"));
        finds("name-national-prefix /services/0/name", new SampleCase().with("/services/0/name", "中国示例网"));
        finds("name-field-news /services/0/name", new SampleCase().with("/services/0/name", "示例新闻网"));
        assertEquals(List.of(), new SampleCase().with("/services/0/name", "示例新闻网")
            .with("/services/0/preApprovals", List.of(Map.of("type", "NEWS", "number", "1"))).findings(book));
    }

    @Test
    @Requirement({"W-19", "W-22", "A-07"})
    public void domainsAreCheckedAndTheSuffixIsNamed() {
        SampleCase suffix = new SampleCase().with("/services/0/domains", List.of("example.me"))
            .with("/services/0/homeUrl", "www.example.me");
        finds("domain-suffix-not-approved /services/0/domains/0", suffix);
        Finding finding = book.judge(suffix.filing()).findings().get(0);
        assertTrue(finding.text().en(), finding.text().en().contains(".me"));
        finds("domain-not-registrable /services/0/domains/0",
            new SampleCase().with("/services/0/domains", List.of("www.example.com")));
        finds("domain-form /services/0/domains/0",
            new SampleCase().with("/services/0/domains", List.of("http://example.com")));
        finds("one-domain-per-site /services/0/domains",
            new SampleCase().with("/services/0/domains", List.of("example.com", "example.cn")));
        assertEquals(List.of(), new SampleCase().with("/services/0/domains", List.of("示例.中国"))
            .with("/services/0/homeUrl", "http://www.示例.中国/index").findings(book));
    }

    @Test
    @Requirement("W-24")
    public void privateAddressesAreRefused() {
        finds("ip-not-public /services/0/accesses/0/ips", new SampleCase().with("/services/0/accesses/0/ips",
            List.of("192.168.1.1")));
    }

    @Test
    @Requirement("T-23")
    public void anApprovalHasItsNumber() {
        finds("pre-approval-number-missing /services/0/preApprovals", new SampleCase().with("/services/0/preApprovals",
            List.of(Map.of("type", "CULTURE"))));
    }

    private void missing(String pointer) {
        List<String> found = new SampleCase().with(pointer, null).findings(book);
        assertTrue(pointer + " in " + found, found.stream().anyMatch(f -> f.startsWith("required.") && f.endsWith(pointer)));
        assertTrue(pointer, book.missingFields(new SampleCase().with(pointer, null).filing()).stream()
            .anyMatch(f -> f.pointer().equals(pointer)));
    }

    private void finds(String expected, SampleCase sample) {
        List<String> found = sample.findings(book);
        assertTrue(expected + " in " + found, found.contains(expected));
    }

    /** The national rules in a province that adds this to its file. */
    static RuleBook bookOf(String more) {
        return RuleFiles.book(List.of(Rules.file("national"), province(more)));
    }

    /** A province without rules of its own, with this added to its file. */
    static RuleFile province(String more) {
        try {
            return RuleFiles.read(EMPTY_PROVINCE + more, "empty", "1.0.0");
        } catch (RuleFileException e) {
            throw new IllegalStateException(e);
        }
    }
}

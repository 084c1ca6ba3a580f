package org.openbeian.publicsecurity;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.openbeian.publicsecurity.Samples.enterprise;
import static org.openbeian.publicsecurity.Samples.form;
import static org.openbeian.publicsecurity.Samples.person;
import static org.openbeian.publicsecurity.Samples.principal;
import static org.openbeian.publicsecurity.Samples.right;
import static org.openbeian.publicsecurity.Samples.site;
import static org.openbeian.publicsecurity.Samples.subject;

import java.time.LocalDate;
import java.util.List;
import org.junit.Test;
import org.openbeian.api.model.CertificateType;
import org.openbeian.api.model.OrganizerNature;
import org.openbeian.api.model.PreApprovalType;
import org.openbeian.api.publicsecurity.PublicSecurityForm;
import org.openbeian.api.publicsecurity.PublicSecurityForm.IpRange;
import org.openbeian.api.publicsecurity.PublicSecurityForm.Person;
import org.openbeian.api.publicsecurity.PublicSecurityForm.Provider;
import org.openbeian.api.publicsecurity.PublicSecurityForm.Site;
import org.openbeian.api.publicsecurity.PublicSecurityForm.Subject;
import org.openbeian.api.rules.Finding;
import org.openbeian.testkit.Requirement;

public class FormCheckTest {

    private static List<String> codes(PublicSecurityForm form) {
        return new FormCheck(form, Samples.TODAY).all().stream().map(Finding::ruleId).distinct().toList();
    }

    private static List<String> ofSubject(Subject subject) {
        return codes(form(subject, person(), site("示例科技")));
    }

    private static List<String> ofPerson(Person person) {
        return codes(form(enterprise(), person, site("示例科技")));
    }

    private static List<String> ofSite(Site site) {
        return codes(form(enterprise(), person(), site));
    }

    @Test
    public void aFormInOrderHasNoFindingAndAnEmptyOneHasAllAtOnce() {
        assertEquals(List.of(), codes(right()));
        List<Finding> empty = new FormCheck(new PublicSecurityForm(null, null, null, null, null, null), Samples.TODAY).all();
        assertEquals(List.of("/organizer", "/person/principal", "/site", "/siteContact", "/security", "/opinion"),
            empty.stream().map(Finding::pointer).toList());
    }

    @Test
    @Requirement("T-66")
    public void theNameOfTheSubjectIsTheFullOne() {
        for (String bad : List.of("ABC有限公司", "示例123公司", "公司", "示例科技", "示例#公司")) {
            assertTrue(bad, ofSubject(subject(OrganizerNature.ENTERPRISE, bad, CertificateType.BUSINESS_LICENCE, "91350100M000100Y43",
                "王小明")).contains("psb-unit-name"));
        }
        assertEquals(List.of(), ofSubject(subject(OrganizerNature.INDIVIDUAL, "王小明", CertificateType.RESIDENT_ID, "11010519491231002X",
            null)));
        assertTrue(ofSubject(subject(OrganizerNature.INDIVIDUAL, "王先生", CertificateType.RESIDENT_ID, "11010519491231002X", null))
            .contains("psb-unit-name"));
    }

    @Test
    @Requirement({"T-67", "T-68", "T-69"})
    public void natureCertificateAndLeaderFitTheSubject() {
        assertTrue(ofSubject(subject(OrganizerNature.SOCIAL_GROUP, "深圳市示例科技有限公司", CertificateType.SOCIAL_GROUP_REG,
            "91350100M000100Y43", "王小明")).contains("psb-nature-name"));
        assertTrue(ofSubject(subject(OrganizerNature.ENTERPRISE, "王小明花", CertificateType.BUSINESS_LICENCE, "91350100M000100Y43",
            "王小明")).contains("psb-nature-name"));
        assertEquals(List.of("psb-certificate-kind"), ofSubject(subject(OrganizerNature.ENTERPRISE, "深圳市示例科技有限公司",
            CertificateType.MILITARY_UNIT_CODE, "91350100M000100Y43", "王小明")));
        for (String number : List.of("11010519491231002X", "91350100M000100Y44", "12345")) {
            assertEquals(number, List.of("psb-certificate-number"), ofSubject(subject(OrganizerNature.ENTERPRISE, "深圳市示例科技有限公司",
                CertificateType.BUSINESS_LICENCE, number, "王小明")));
        }
        assertEquals(List.of("psb-leader"), ofSubject(subject(OrganizerNature.ENTERPRISE, "深圳市示例科技有限公司",
            CertificateType.BUSINESS_LICENCE, "91350100M000100Y43", null)));
    }

    @Test
    @Requirement({"T-70", "T-71", "T-87", "T-100", "T-103", "T-107"})
    public void aPersonHasARealNameARealPhoneAndAWholeAddress() {
        String home = person().address();
        for (String bad : List.of("王先生", "李小姐", "个人", "王1明", "Wang", "王")) {
            assertEquals(bad, List.of("psb-person-name"), ofPerson(new Person(null, principal(bad, "13800138000", "0086-0755-26770001"),
                home)));
        }
        assertEquals(List.of("psb-office-phone-missing"), ofPerson(new Person(null, principal("王小明", "13800138000", null), home)));
        for (String bad : List.of("0086-010-00000000", "010-68870788", "0086-0755-2677", "0086-010-66666666")) {
            assertEquals(bad, List.of("psb-office-phone"), ofPerson(new Person(null, principal("王小明", "13800138000", bad), home)));
        }
        for (String bad : List.of("11111111111", "1380013800", "23800138000")) {
            assertEquals(bad, List.of("psb-mobile"), ofPerson(new Person(null, principal("王小明", bad, "0086-010-68870788"), home)));
        }
        for (String bad : List.of("深圳市", "深圳市南山区粤海街道")) {
            assertEquals(bad, List.of("psb-residence"), ofPerson(new Person(null, person().principal(), bad)));
        }
        assertEquals("a village", List.of(), ofPerson(new Person(null, person().principal(), "湖南省长沙县春华镇春华村")));
        assertEquals(List.of("psb-missing"), ofPerson(new Person(null, person().principal(), null)));
    }

    @Test
    @Requirement("T-86")
    public void theRolesOfTheSiteAreTheSamePersonOrFilledInThemselves() {
        Person other = new Person(false, principal("李小姐", "13900139000", "0086-010-68870788"), null);
        PublicSecurityForm form = new PublicSecurityForm(enterprise(), person(), site("示例科技"), Samples.SAME, other, Samples.SAME);
        List<Finding> findings = new FormCheck(form, Samples.TODAY).all();
        assertEquals("/security/principal/name", findings.get(0).pointer());
        assertEquals(1, findings.size());
        assertFalse("no personal data", findings.toString().contains("李小姐"));
    }

    @Test
    @Requirement({"T-77", "T-78", "T-79", "T-80", "T-81"})
    public void theNameOfTheSiteFitsItsSubject() {
        Subject individual = subject(OrganizerNature.INDIVIDUAL, "王小明", CertificateType.RESIDENT_ID, "11010519491231002X", null);
        assertEquals(List.of("psb-name-company"), codes(form(individual, person(), site("示例有限公司"))));
        assertEquals(List.of("psb-name-domain"), ofSite(site("Example.com")));
        assertEquals(List.of("psb-name-public-affairs"), ofSite(site("示例市人民政府")));
        assertEquals(List.of("psb-name-national"), ofSite(site("中华示例")));
        assertEquals(List.of("psb-name-national"), ofSite(site("维权之家")));
        List<Finding> news = new FormCheck(form(enterprise(), person(), site("示例新闻网")), Samples.TODAY).all();
        assertEquals("psb-name-approval", news.get(0).ruleId());
        assertTrue("it names the field and the body", news.get(0).text().zh().contains("新闻") && news.get(0).text().zh().contains("省委宣传部"));
        assertEquals("approved, with its document", List.of("psb-proof"), ofSite(site("示例新闻网", PreApprovalType.NEWS)));
        Subject government = subject(OrganizerNature.GOVERNMENT, "示例市人民政府办公室", CertificateType.USCC_GOV, "91350100M000100Y43", "王小明");
        assertEquals(List.of(), codes(form(government, person(), site("中国示例市人民政府"))));
    }

    @Test
    @Requirement({"T-82", "T-83", "T-84", "T-85"})
    public void addressesProvidersAndProofsOfTheSite() {
        Site right = site("示例科技");
        for (IpRange bad : List.of(new IpRange("119.29.1.79", "119.29.1.78"), new IpRange("10.0.0.1", "10.0.0.1"), new IpRange("x", "x"),
                new IpRange("119.29.1.78", null))) {
            assertEquals(List.of("psb-ip"), ofSite(with(right, List.of(bad), right.access(), LocalDate.parse("2026-11-20"), false)));
        }
        assertEquals(List.of(), ofSite(with(right, List.of(new IpRange("119.29.1.78", "119.29.1.90")), right.access(),
            LocalDate.parse("2026-11-20"), false)));
        assertEquals(List.of("psb-provider-region"), ofSite(with(right, right.ips(), new Provider(false, null, "示例云"),
            LocalDate.parse("2026-11-20"), false)));
        assertEquals(List.of("psb-opened-ahead"), ofSite(with(right, right.ips(), right.access(), LocalDate.parse("2026-11-23"), false)));
        assertEquals(List.of("psb-proof"), ofSite(with(right, right.ips(), right.access(), LocalDate.parse("2026-11-20"), true)));
    }

    private static Site with(Site from, List<IpRange> ips, Provider access, LocalDate opened, boolean dangerous) {
        return new Site(from.name(), from.number(), from.domains(), opened, ips, access, from.registrar(), from.serviceTypes(),
            from.interactive(), from.preApprovals(), dangerous);
    }
}

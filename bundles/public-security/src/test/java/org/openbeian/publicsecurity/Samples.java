package org.openbeian.publicsecurity;

import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.util.List;
import org.openbeian.api.model.CertificateType;
import org.openbeian.api.model.LegalRepresentative;
import org.openbeian.api.model.OrganizerNature;
import org.openbeian.api.model.PreApprovalType;
import org.openbeian.api.model.Principal;
import org.openbeian.api.publicsecurity.PublicSecurityForm;
import org.openbeian.api.publicsecurity.PublicSecurityForm.IpRange;
import org.openbeian.api.publicsecurity.PublicSecurityForm.Person;
import org.openbeian.api.publicsecurity.PublicSecurityForm.Provider;
import org.openbeian.api.publicsecurity.PublicSecurityForm.Site;
import org.openbeian.api.publicsecurity.PublicSecurityForm.Subject;

/** A form that is in order, and parts of it to go wrong. */
final class Samples {

    static final LocalDate TODAY = LocalDate.parse("2026-11-22");
    static final Person SAME = new Person(true, null, null);

    private Samples() {
    }

    static Subject subject(OrganizerNature nature, String name, CertificateType type, String number, String leader) {
        return new Subject(nature, name, type, number, "深圳市南山区科技园路1号", leader == null ? null : new LegalRepresentative(leader, null, null));
    }

    static Subject enterprise() {
        return subject(OrganizerNature.ENTERPRISE, "深圳市示例科技有限公司", CertificateType.BUSINESS_LICENCE, "91350100M000100Y43", "王小明");
    }

    static Principal principal(String name, String mobile, String office) {
        return new Principal(name, CertificateType.RESIDENT_ID, "11010519491231002X", null, null, true, null, mobile, null,
            "wang@example.com", office);
    }

    static Person person() {
        return new Person(null, principal("王小明", "13800138000", "0086-0755-26770001"), "深圳市南山区粤海街道科技园路1号101室");
    }

    static Site site(String name, PreApprovalType... approved) {
        return new Site(name, "粤ICP备2026000001号-1", List.of("example.com"), LocalDate.parse("2026-11-20"),
            List.of(new IpRange("119.29.1.78", "119.29.1.78")), new Provider(false, "440000", "示例云"), new Provider(true, null, "Registrar"),
            List.of("单位门户网站"), false, List.of(approved), false);
    }

    static PublicSecurityForm form(Subject subject, Person person, Site site) {
        return new PublicSecurityForm(subject, person, site, SAME, SAME, SAME);
    }

    static PublicSecurityForm right() {
        return form(enterprise(), person(), site("示例科技"));
    }

    static PublicSecurityConfig defaults() {
        return (PublicSecurityConfig) Proxy.newProxyInstance(PublicSecurityConfig.class.getClassLoader(),
            new Class<?>[] {PublicSecurityConfig.class}, (proxy, method, arguments) -> method.getDefaultValue());
    }
}

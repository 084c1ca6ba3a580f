package org.openbeian.benchmarks;

import java.util.ArrayList;
import java.util.List;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.rules.Finding;
import org.openbeian.api.rules.RuleSource;
import org.openbeian.api.rules.Severity;

/** The checks as a programmer would write them. */
public final class HandWritten {

    private static final LocalizedText TEXT = new LocalizedText("有误", "Wrong");
    private static final LocalizedText MEND = new LocalizedText("请修改", "Mend it");
    private static final RuleSource SOURCE = new RuleSource("document", "2026-01-01", null);

    private HandWritten() {
    }

    static List<Finding> check(List<Object> beans) {
        List<Finding> findings = new ArrayList<>();
        for (Object bean : beans) {
            if (bean instanceof CheckedOrder.Unit unit) {
                check(unit, findings);
            } else if (bean instanceof CheckedOrder.Person person) {
                check(person, findings);
            } else if (bean instanceof CheckedOrder.Site site) {
                fail(site.isCommercial(), "commercial-service", site.pointer(), findings);
            } else if (bean instanceof CheckedOrder.Host host) {
                fail(!host.isApproved(), "domain-suffix-not-approved", host.pointer(), findings);
            } else if (bean instanceof CheckedOrder.Link link) {
                fail(!link.isOpen(), "ip-not-public", link.pointer(), findings);
            }
        }
        return findings;
    }

    private static void check(CheckedOrder.Unit unit, List<Finding> findings) {
        String pointer = "/organizer";
        fail(unit.getServices() < 1, "service-needed", "", findings);
        fail(!unit.isRegionAgrees(), "region-mismatch", pointer, findings);
        fail(!unit.isCertificateFits(), "certificate-nature-mismatch", pointer, findings);
        fail(unit.getCertificateType().equals("BUSINESS_LICENCE") && !unit.isLicenceNumber(), "licence-number-invalid",
            pointer, findings);
        fail(unit.getRepresentativeDocument().equals("RESIDENT_ID") && !unit.isRepresentativeId(),
            "legal-representative-id-invalid", pointer, findings);
        fail(!unit.isHouseNumber(), "house-number-missing", pointer, findings);
    }

    private static void check(CheckedOrder.Person person, List<Finding> findings) {
        String pointer = person.pointer();
        fail(person.getDocument().equals("RESIDENT_ID") && !person.isIdNumber(), "principal-id-invalid", pointer, findings);
        fail(!person.isDocumentKind(), "principal-document-kind", pointer, findings);
        fail(!person.isProperName(), "principal-name-invalid", pointer, findings);
        fail(person.isExpired(), "principal-id-expired", pointer, findings);
        fail(person.getAge() < 18, "principal-age", pointer, findings);
        fail(!person.isMobile(), "mobile-invalid", pointer, findings);
        fail(person.isVirtual(), "mobile-without-sms", pointer, findings);
        fail(!person.isEmergency(), "emergency-invalid", pointer, findings);
        fail(person.isEmergencySame(), "emergency-equals-mobile", pointer, findings);
        fail(!person.isMail(), "email-invalid", pointer, findings);
    }

    /** Adds a finding; called by the rules of the other baseline, too. */
    public static void fail(boolean fails, String rule, String pointer, List<Finding> findings) {
        if (fails) {
            findings.add(new Finding(rule, Severity.BLOCK, pointer, TEXT, MEND, SOURCE, "baseline", "1.0.0"));
        }
    }
}

package org.openbeian.regulator.gateway.payload;

import java.util.List;

/** Writes {@code BGBA/Bgxx}, whose elements differ from those of new filings. Stateless. */
final class ChangeWriter {

    private ChangeWriter() {
    }

    static void change(CheckedXmlWriter xml, ChangedFiling filing) {
        xml.open("Zt_xx").number("Ztid", filing.subjectRecordId(), 1, CheckedXmlWriter.ANY)
            .text("Dwmc", filing.subject().name(), 1, 255).text("Baxh", filing.subjectNumber(), 1, 128);
        UploadWriter.subjectData(xml, filing.subject());
        xml.optional("Bz", filing.subject().remark(), 1, 1024);
        ExtensionWriter.subject(xml, filing.subject().extension());
        xml.close();
        xml.count("Wz_xx", filing.sites().size(), UploadWriter.MAX_MANY);
        for (int i = 0; i < filing.sites().size(); i++) {
            xml.open("Wz_xx", i);
            site(xml, filing.sites().get(i));
            xml.close();
        }
        UploadWriter.attachments(xml, filing.attachments(), true);
        xml.optional("ICPmm", filing.password(), 1, UploadWriter.MAX_PASSWORD);
    }

    private static void site(CheckedXmlWriter xml, ChangedFiling.ChangedSite changed) {
        SiteRecord site = changed.site();
        xml.number("Wzid", changed.recordId(), 1, CheckedXmlWriter.ANY).text("Wzmc", site.name(), 1, 512);
        UploadWriter.approvals(xml, site.approvals());
        xml.numbers("Fwnr", "Fwnr_id", site.contents(), UploadWriter.MAX_CODES).numbers("Yylb", "Yylb_id", site.languages(), 256);
        UploadWriter.domains(xml, site.domains());
        List<SiteRecord.AccessRecord> accesses = site.accesses();
        xml.count("Jr_xx", accesses.size(), UploadWriter.MAX_MANY);
        for (int i = 0; i < accesses.size(); i++) {
            xml.open("Jr_xx", i);
            if (i < changed.accessIds().size()) {
                xml.number("Jrid", changed.accessIds().get(i), 1, CheckedXmlWriter.ANY);
            } else {
                xml.violation("Jrid", "is none yet: a change adds no access, an access filing does");
            }
            UploadWriter.accessData(xml, accesses.get(i));
            xml.close();
        }
        UploadWriter.sitePrincipal(xml, site.principal());
        xml.text("Baxh", changed.number(), 1, 128).optional("Syurl", site.homePage(), 4, 255)
            .optional("Wz_Bz", site.remark(), 1, 1024);
        ExtensionWriter.service(xml, site.extension());
    }
}

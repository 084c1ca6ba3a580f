package org.openbeian.regulator.gateway.payload;

import java.util.List;

/** Writes {@code UploadData} V3.0, in the element order and within the limits of the ministry's schema. Stateless. */
public final class UploadWriter {
    /** Most records in one file. */
    public static final int MAX_RECORDS = 1000;

    static final long MAX_IP = 4_294_967_295L;

    private static final int MAX_CODES = 64;
    private static final int MAX_MANY = Integer.MAX_VALUE;
    private static final int RECORD_BYTES = 4096;

    private UploadWriter() {
    }

    /**
     * Writes first filings ({@code ICP/XZBA}).
     *
     * @param unitId {@code Qqdwid}, the provider's id at the authority
     * @param filings 1 to {@value #MAX_RECORDS} filings
     * @return the document, or everything that is wrong with it
     */
    public static UploadDocument newFilings(long unitId, List<NewFiling> filings) {
        CheckedXmlWriter xml = new CheckedXmlWriter(expectedBytes(filings));
        xml.root("UploadData").open("ICP").open("XZBA");
        xml.count("Baxx", filings.size(), MAX_RECORDS);
        for (int i = 0; i < filings.size(); i++) {
            xml.record(i);
            xml.open("Baxx", i);
            filing(xml, filings.get(i));
            xml.close();
        }
        xml.record(-1);
        xml.close();
        xml.number("Qqdwid", unitId, 1, CheckedXmlWriter.ANY);
        xml.close().close();
        return xml.finish();
    }

    private static int expectedBytes(List<NewFiling> filings) {
        long pictures = filings.stream().flatMap(filing -> filing.attachments().stream())
            .mapToLong(attachment -> attachment.content() == null ? 0 : attachment.content().length).sum();
        return (int) Math.min(Integer.MAX_VALUE / 2, pictures * 3 / 2 + (long) filings.size() * RECORD_BYTES);
    }

    private static void filing(CheckedXmlWriter xml, NewFiling filing) {
        subject(xml, filing.subject());
        xml.count("Wz_xx", filing.sites().size(), MAX_MANY);
        for (int i = 0; i < filing.sites().size(); i++) {
            xml.open("Wz_xx", i);
            site(xml, filing.sites().get(i));
            xml.close();
        }
        for (int i = 0; i < filing.attachments().size(); i++) {
            attachment(xml, filing.attachments().get(i), i);
        }
    }

    private static void subject(CheckedXmlWriter xml, SubjectRecord subject) {
        xml.open("Zt_xx").number("IspZtid", subject.id(), 1, CheckedXmlWriter.ANY).text("Dwmc", subject.name(), 1, 255)
            .optional("Dwxz", subject.nature(), 1, 999).optional("Tzr", subject.investor(), 1, 255);
        xml.open("Txdz").number("Shengid", subject.address().province(), CheckedXmlWriter.MIN_AREA, CheckedXmlWriter.ANY)
            .number("Shiid", subject.address().city(), CheckedXmlWriter.MIN_AREA, CheckedXmlWriter.ANY)
            .optional("Xianid", subject.address().county(), CheckedXmlWriter.MIN_AREA, CheckedXmlWriter.ANY)
            .optional("Xxdz", subject.address().detail(), 1, 1024).close();
        xml.open("Zj").number("Zjlx", subject.documentType(), 1, 999).text("Zjhm", subject.documentNumber(), 1, 255)
            .text("Zjzs", subject.documentAddress(), 1, 1024).close();
        xml.open("Fzr").optional("Fzr_xm", subject.principal().name(), 1, 128);
        contact(xml, subject.principal());
        xml.close();
        xml.number("Bbfs", subject.reportingMode(), 0, 1).optional("Bz", subject.remark(), 1, 1024).close();
    }

    private static void contact(CheckedXmlWriter xml, PersonRecord person) {
        xml.optional("Fzr_dhhm", person.officePhone(), 11, 128).text("Fzr_sjhm", person.mobile(), 11, 128)
            .text("Fzr_dzyj", person.email(), 6, 128).optional("Fzr_zjlx", person.documentType(), 1, 999)
            .optional("Fzr_zjhm", person.documentNumber(), 1, 128);
    }

    private static void site(CheckedXmlWriter xml, SiteRecord site) {
        xml.number("IspWzid", site.id(), 1, CheckedXmlWriter.ANY).text("Wzmc", site.name(), 1, 512);
        approvals(xml, site.approvals());
        xml.numbers("Fwnr", "Fwnr_id", site.contents(), MAX_CODES).numbers("Yylb", "Yylb_id", site.languages(), 256);
        xml.count("Ym_xx", site.domains().size(), MAX_MANY);
        for (int i = 0; i < site.domains().size(); i++) {
            xml.open("Ym_xx", i).number("IspYmid", site.domains().get(i).id(), 1, CheckedXmlWriter.ANY)
                .text("Ym", site.domains().get(i).name(), 4, 128).close();
        }
        xml.count("Jr_xx", site.accesses().size(), MAX_MANY);
        for (int i = 0; i < site.accesses().size(); i++) {
            access(xml, site.accesses().get(i), i);
        }
        xml.open("Wz_Fzr").text("Fzr_xm", site.principal().name(), 1, 128);
        contact(xml, site.principal());
        xml.close();
        xml.optional("Syurl", site.homePage(), 4, 255).optional("Wz_Bz", site.remark(), 1, 1024);
    }

    private static void approvals(CheckedXmlWriter xml, List<SiteRecord.Approval> approvals) {
        if (approvals.isEmpty()) {
            return;
        }
        xml.open("Nrlx");
        xml.count("Nrlx_xx", approvals.size(), MAX_CODES);
        for (int i = 0; i < approvals.size(); i++) {
            SiteRecord.Approval approval = approvals.get(i);
            xml.open("Nrlx_xx", i).number("Nrlx_id", approval.field(), 1, MAX_CODES).text("Qzsph", approval.number(), 1, 512);
            xml.count("Spwj", approval.pictures().size(), 10);
            for (byte[] picture : approval.pictures()) {
                xml.picture("Spwj", picture, Attachment.MAX_BYTES);
            }
            xml.close();
        }
        xml.close();
    }

    private static void access(CheckedXmlWriter xml, SiteRecord.AccessRecord access, int index) {
        xml.open("Jr_xx", index).number("IspJrid", access.id(), 1, CheckedXmlWriter.ANY);
        xml.numbers("Wzfb", "Fbdd", access.locations(), MAX_CODES).numbers("Wzjrfs", "Jrfs", access.methods(), MAX_CODES);
        xml.count("Ip_xx", access.ranges().size(), MAX_MANY);
        for (int i = 0; i < access.ranges().size(); i++) {
            SiteRecord.IpRange range = access.ranges().get(i);
            xml.open("Ip_xx", i).number("IspIpid", range.id(), 1, CheckedXmlWriter.ANY).number("Qsip", range.first(), 1, MAX_IP)
                .number("Zzip", range.last(), 1, MAX_IP);
            if (range.first() > range.last()) {
                xml.violation("Qsip", "is after Zzip");
            }
            xml.close();
        }
        xml.close();
    }

    private static void attachment(CheckedXmlWriter xml, Attachment attachment, int index) {
        xml.open("Fj", index).open("Fjxx").number("Fjwjgs", attachment.format(), 1, CheckedXmlWriter.ANY)
            .number("Fjyt", attachment.purpose(), 1, CheckedXmlWriter.ANY)
            .picture("Fjnr", attachment.content(), Attachment.maxBytes(attachment.purpose()))
            .open("Fjssdx").number("Ssdxlx", attachment.ownerType(), 1, 10)
            .number("Ssdxbs", attachment.ownerId(), 1, CheckedXmlWriter.ANY).close()
            .optional("Bz", attachment.remark(), 1, 256).close().close();
    }
}

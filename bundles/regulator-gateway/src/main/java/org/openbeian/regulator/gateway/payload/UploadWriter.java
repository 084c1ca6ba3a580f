package org.openbeian.regulator.gateway.payload;

import java.util.List;
import java.util.function.BiConsumer;
import org.openbeian.api.authority.ValidCodes;

/**
 * Writes {@code UploadData}, in the element order and within the limits of the ministry's schema V3.0; as version X.1.0 when a
 * record says more than V3.0 can. Stateless.
 */
public final class UploadWriter {
    /** Most records in one file. */
    public static final int MAX_RECORDS = 1000;

    static final long MAX_IP = 4_294_967_295L;

    static final int MAX_CODES = 64;
    static final int MAX_MANY = Integer.MAX_VALUE;
    static final int MAX_PASSWORD = 32;
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
        return write(unitId, List.copyOf(filings));
    }

    /**
     * Writes records of all kinds, in the order of the schema.
     *
     * @param unitId {@code Qqdwid}, the provider's id at the authority
     * @param records 1 to {@value #MAX_RECORDS} records
     * @return the document, or everything that is wrong with it, by position of the record in the list
     */
    public static UploadDocument write(long unitId, List<UploadRecord> records) {
        return write(unitId, records, AuthorityNumbers.OURS, ValidCodes.UNKNOWN);
    }

    /** As {@link #write(long, List)}, with the authority's own numbers; a code that it does not take is wrong. */
    public static UploadDocument write(long unitId, List<UploadRecord> records, AuthorityNumbers numbers, ValidCodes codes) {
        CheckedXmlWriter xml = new CheckedXmlWriter(expectedBytes(records)).with(numbers, codes);
        xml.root("UploadData", records.stream().anyMatch(UploadRecord::isExtended) ? Extension.VERSION : Extension.NATIONAL)
            .open("ICP");
        section(xml, "XZBA", "Baxx", records, NewFiling.class, UploadWriter::filing);
        section(xml, "XZWZ", "Xzxx", records, NewSites.class, UploadWriter::newSites);
        section(xml, "XZJR", "Xzxx", records, NewAccess.class, UploadWriter::newAccess);
        section(xml, "BGBA", "Bgxx", records, ChangedFiling.class, ChangeWriter::change);
        section(xml, "ZXBA", "Zx_xx", records, Cancellation.class, UploadWriter::cancellation);
        xml.record(-1);
        xml.number("Qqdwid", unitId, 1, CheckedXmlWriter.ANY);
        xml.close().close();
        return xml.finish();
    }

    private static <T extends UploadRecord> void section(CheckedXmlWriter xml, String name, String element, List<UploadRecord> records,
        Class<T> kind, BiConsumer<CheckedXmlWriter, T> writer) {
        if (records.stream().noneMatch(kind::isInstance)) {
            return;
        }
        xml.open(name);
        xml.count(element, records.size(), MAX_RECORDS);
        int index = 0;
        for (int i = 0; i < records.size(); i++) {
            if (kind.isInstance(records.get(i))) {
                xml.record(i);
                xml.open(element, index);
                writer.accept(xml, kind.cast(records.get(i)));
                xml.close();
                index++;
            }
        }
        xml.record(-1);
        xml.close();
    }

    private static int expectedBytes(List<UploadRecord> records) {
        long pictures = records.stream().mapToLong(UploadRecord::pictureBytes).sum();
        return (int) Math.min(Integer.MAX_VALUE / 2, pictures * 3 / 2 + (long) records.size() * RECORD_BYTES);
    }

    private static void newSites(CheckedXmlWriter xml, NewSites filing) {
        xml.open("Zt_xx").text("Ztbah", filing.subjectNumber(), 1, 128).close();
        sites(xml, filing.sites());
        attachments(xml, filing.attachments(), true);
        xml.optional("ICPmm", filing.password(), 1, MAX_PASSWORD);
    }

    private static void newAccess(CheckedXmlWriter xml, NewAccess filing) {
        xml.open("Wz_xx").text("Wzbah", filing.siteNumber(), 1, 128).close();
        xml.number("IspJrid", filing.access().id(), 1, CheckedXmlWriter.ANY);
        accessData(xml, filing.access());
        attachments(xml, filing.attachments(), true);
        xml.text("ICPmm", filing.password(), 1, MAX_PASSWORD);
    }

    private static void cancellation(CheckedXmlWriter xml, Cancellation cancellation) {
        xml.number("Zxlb", cancellation.category(), Cancellation.SUBJECT, Cancellation.ACCESS)
            .number("Jlid", cancellation.recordId(), 1, CheckedXmlWriter.ANY).number("Zxly", cancellation.reason(), 1, 999)
            .optional("Zxlybz", cancellation.remark(), 1, 1000);
        if (cancellation.category() == Cancellation.SUBJECT) {
            xml.text("ICPmm", cancellation.password(), 1, MAX_PASSWORD);
        } else {
            xml.optional("ICPmm", cancellation.password(), 1, MAX_PASSWORD);
        }
    }

    private static void filing(CheckedXmlWriter xml, NewFiling filing) {
        subject(xml, filing.subject());
        sites(xml, filing.sites());
        attachments(xml, filing.attachments(), false);
    }

    private static void sites(CheckedXmlWriter xml, List<SiteRecord> sites) {
        xml.count("Wz_xx", sites.size(), MAX_MANY);
        for (int i = 0; i < sites.size(); i++) {
            xml.open("Wz_xx", i);
            site(xml, sites.get(i));
            xml.close();
        }
    }

    /**
     * Writes attachments.
     *
     * @param named whether their owners are named by an element of its own, as beside filed records
     */
    static void attachments(CheckedXmlWriter xml, List<Attachment> attachments, boolean named) {
        for (int i = 0; i < attachments.size(); i++) {
            attachment(xml, attachments.get(i), i, named);
        }
    }

    private static void subject(CheckedXmlWriter xml, SubjectRecord subject) {
        xml.open("Zt_xx").number("IspZtid", subject.id(), 1, CheckedXmlWriter.ANY).text("Dwmc", subject.name(), 1, 255);
        subjectData(xml, subject);
        xml.number("Bbfs", subject.reportingMode(), 0, 1).optional("Bz", subject.remark(), 1, 1024);
        ExtensionWriter.subject(xml, subject.extension());
        xml.close();
    }

    static void subjectData(CheckedXmlWriter xml, SubjectRecord subject) {
        xml.optional("Dwxz", subject.nature(), 1, 999).optional("Tzr", subject.investor(), 1, 255);
        xml.open("Txdz").number("Shengid", subject.address().province(), CheckedXmlWriter.MIN_AREA, CheckedXmlWriter.ANY)
            .number("Shiid", subject.address().city(), CheckedXmlWriter.MIN_AREA, CheckedXmlWriter.ANY)
            .optional("Xianid", subject.address().county(), CheckedXmlWriter.MIN_AREA, CheckedXmlWriter.ANY)
            .optional("Xxdz", subject.address().detail(), 1, 1024).close();
        xml.open("Zj").number("Zjlx", subject.documentType(), 1, 999).text("Zjhm", subject.documentNumber(), 1, 255)
            .text("Zjzs", subject.documentAddress(), 1, 1024).close();
        xml.open("Fzr").optional("Fzr_xm", subject.principal().name(), 1, 128);
        contact(xml, subject.principal());
        xml.close();
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
        domains(xml, site.domains());
        xml.count("Jr_xx", site.accesses().size(), MAX_MANY);
        for (int i = 0; i < site.accesses().size(); i++) {
            access(xml, site.accesses().get(i), i);
        }
        sitePrincipal(xml, site.principal());
        xml.optional("Syurl", site.homePage(), 4, 255).optional("Wz_Bz", site.remark(), 1, 1024);
        ExtensionWriter.service(xml, site.extension());
    }

    static void domains(CheckedXmlWriter xml, List<SiteRecord.DomainRecord> domains) {
        xml.count("Ym_xx", domains.size(), MAX_MANY);
        for (int i = 0; i < domains.size(); i++) {
            xml.open("Ym_xx", i).number("IspYmid", domains.get(i).id(), 1, CheckedXmlWriter.ANY)
                .text("Ym", domains.get(i).name(), 4, 128).close();
        }
    }

    static void sitePrincipal(CheckedXmlWriter xml, PersonRecord principal) {
        xml.open("Wz_Fzr").text("Fzr_xm", principal.name(), 1, 128);
        contact(xml, principal);
        xml.close();
    }

    static void approvals(CheckedXmlWriter xml, List<SiteRecord.Approval> approvals) {
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
        accessData(xml, access);
        xml.close();
    }

    static void accessData(CheckedXmlWriter xml, SiteRecord.AccessRecord access) {
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
    }

    private static void attachment(CheckedXmlWriter xml, Attachment attachment, int index, boolean named) {
        xml.open("Fj", index).open("Fjxx").number("Fjwjgs", attachment.format(), 1, CheckedXmlWriter.ANY)
            .number("Fjyt", attachment.purpose(), 1, CheckedXmlWriter.ANY)
            .picture("Fjnr", attachment.content(), Attachment.maxBytes(attachment.purpose()))
            .open("Fjssdx").number("Ssdxlx", attachment.ownerType(), 1, 10);
        if (!named) {
            xml.number("Ssdxbs", attachment.ownerId(), 1, CheckedXmlWriter.ANY);
        } else if (attachment.ownerNumber() != null) {
            xml.open("Ssdxbs").text("Baxh", attachment.ownerNumber(), 1, 128).close();
        } else {
            xml.open("Ssdxbs").number("Jlid", attachment.ownerId(), 1, CheckedXmlWriter.ANY).close();
        }
        xml.close().optional("Bz", attachment.remark(), 1, 256).close().close();
    }
}

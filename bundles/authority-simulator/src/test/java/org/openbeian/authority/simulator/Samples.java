package org.openbeian.authority.simulator;

import java.util.List;
import java.util.Random;
import org.openbeian.regulator.gateway.payload.Attachment;
import org.openbeian.regulator.gateway.payload.NewFiling;
import org.openbeian.regulator.gateway.payload.PersonRecord;
import org.openbeian.regulator.gateway.payload.SiteRecord;
import org.openbeian.regulator.gateway.payload.SubjectRecord;
import org.openbeian.regulator.gateway.payload.UploadDocument;
import org.openbeian.regulator.gateway.payload.UploadRecord;
import org.openbeian.regulator.gateway.payload.UploadWriter;
import org.openbeian.regulator.gateway.wire.FileCodec;
import org.openbeian.regulator.gateway.wire.WireException;

/** Filings for tests; every name in them is invented. */
final class Samples {
    private static final PersonRecord PERSON = new PersonRecord("张小明", null, "13800138000", "zhang@example.com", 2L,
        "440101199001010011");

    private Samples() {
    }

    static NewFiling filing(long id, String remark, int pictureBytes) {
        SubjectRecord subject = new SubjectRecord(id, "示例" + id + "有限公司", 4L, null,
            new SubjectRecord.AddressRecord(440000, 440100, 440106L, "示例路1号"), 1, "9144000000000" + id, "示例路1号", person(), 1, remark);
        SiteRecord site = new SiteRecord(id * 100 + 1, "示例网站" + id, List.of(), List.of(8L), List.of(1L),
            List.of(new SiteRecord.DomainRecord(id * 10000 + 101, "site" + id + ".example.cn")),
            List.of(new SiteRecord.AccessRecord(id * 10000 + 101, List.of(5L), List.of(5L),
                List.of(new SiteRecord.IpRange(id * 1000000 + 10101, 1998396701L, 1998396701L)))), person(),
            "www.site" + id + ".example.cn", null);
        return new NewFiling(subject, List.of(site), pictureBytes == 0 ? List.of() : pictures(id, pictureBytes));
    }

    /** Mobile, document, domain and address are wrong. */
    static NewFiling wrong(long id) {
        NewFiling good = filing(id, null, 0);
        PersonRecord person = new PersonRecord("张小明", null, "23800138000", "zhang@example.com", 2L, "440101199001010012");
        SiteRecord site = good.sites().get(0);
        SiteRecord.AccessRecord access = new SiteRecord.AccessRecord(1, List.of(5L), List.of(5L),
            List.of(new SiteRecord.IpRange(1, 0xC0A80001L, 0xC0A80001L)));
        SiteRecord bad = new SiteRecord(site.id(), site.name(), List.of(), site.contents(), site.languages(),
            List.of(new SiteRecord.DomainRecord(1, "no domain")), List.of(access), PERSON, null, null);
        SubjectRecord subject = good.subject();
        return new NewFiling(new SubjectRecord(id, subject.name(), subject.nature(), null, subject.address(), subject.documentType(),
            subject.documentNumber(), subject.documentAddress(), person, 1, null), List.of(bad), List.of());
    }

    private static PersonRecord person() {
        return PERSON;
    }

    private static List<Attachment> pictures(long id, int bytes) {
        byte[] picture = new byte[bytes];
        new Random(id).nextBytes(picture);
        picture[0] = (byte) 0xFF;
        picture[1] = (byte) 0xD8;
        return List.of(new Attachment(1, 2, picture, 1, id, null), new Attachment(1, 3, picture, 1, id, null),
            new Attachment(1, 4, picture, 2, id * 100 + 1, null));
    }

    static byte[] zip(long ispId, UploadRecord... records) {
        UploadDocument document = UploadWriter.write(ispId, List.of(records));
        if (!document.violations().isEmpty()) {
            throw new AssertionError(document.violations());
        }
        try {
            return FileCodec.zip(document.bytes(), FileCodec.UPLOAD_ENTRY, document.worthDeflating());
        } catch (WireException e) {
            throw new AssertionError(e);
        }
    }
}

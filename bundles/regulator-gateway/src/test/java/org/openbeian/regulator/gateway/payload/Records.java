package org.openbeian.regulator.gateway.payload;

import java.util.List;

/** Records for tests; every name in them is invented. */
final class Records {
    static final PersonRecord PERSON = new PersonRecord("张小明", "020-12345678", "13800138000", "zhang@example.com", 2L,
        "440101199001010011");
    static final SiteRecord.AccessRecord ACCESS = new SiteRecord.AccessRecord(1, List.of(5L), List.of(5L),
        List.of(new SiteRecord.IpRange(1, 1998396701L, 1998396701L)));

    private Records() {
    }

    static NewFiling filing(long id) {
        return new NewFiling(subject(id, "示例科技有限公司", PERSON), List.of(site(id * 100 + 1, "示例网站", List.of(ACCESS))),
            List.of(new Attachment(1, 2, new byte[1000], Attachment.SUBJECT, id, null),
                new Attachment(1, 4, new byte[100 * 1024], Attachment.SITE, id * 100 + 1, "正面")));
    }

    static SubjectRecord subject(long id, String name, PersonRecord principal) {
        return new SubjectRecord(id, name, 4L, null, new SubjectRecord.AddressRecord(440000, 440100, 440106L, "示例路1号"), 1,
            "91440101MA00000000", "示例路1号", principal, 1, "a<b&c");
    }

    static SiteRecord site(long id, String name, List<SiteRecord.AccessRecord> accesses) {
        return new SiteRecord(id, name, List.of(new SiteRecord.Approval(1, "许可证1", List.of(new byte[10]))), List.of(8L), List.of(1L, 12L),
            List.of(new SiteRecord.DomainRecord(1, "example.cn")), accesses, PERSON, "www.example.cn", null);
    }
}

package org.openbeian.regulator.gateway.payload;

import java.util.List;

/**
 * {@code Wz_xx}: a website, or an APP by its extension. Ids are ours and never used twice.
 *
 * @param id {@code IspWzid}
 * @param name {@code Wzmc}
 * @param approvals {@code Nrlx}, empty if none of the fields is touched
 * @param contents {@code Fwnr}, 1 to 64 codes
 * @param languages {@code Yylb}, at least one code
 * @param domains {@code Ym_xx}, at least one
 * @param accesses {@code Jr_xx}, at least one
 * @param principal {@code Wz_Fzr}
 * @param homePage {@code Syurl}, or null
 * @param remark {@code Wz_Bz}, or null
 * @param extension what V3.0 cannot say, null where the authority takes no more
 */
public record SiteRecord(long id, String name, List<Approval> approvals, List<Long> contents, List<Long> languages,
    List<DomainRecord> domains, List<AccessRecord> accesses, PersonRecord principal, String homePage, String remark,
    Extension.OfService extension) {

    /** Copies the lists. */
    public SiteRecord {
        approvals = List.copyOf(approvals);
        contents = List.copyOf(contents);
        languages = List.copyOf(languages);
        domains = List.copyOf(domains);
        accesses = List.copyOf(accesses);
    }

    /** A website, as V3.0 has it. */
    public SiteRecord(long id, String name, List<Approval> approvals, List<Long> contents, List<Long> languages,
        List<DomainRecord> domains, List<AccessRecord> accesses, PersonRecord principal, String homePage, String remark) {
        this(id, name, approvals, contents, languages, domains, accesses, principal, homePage, remark, null);
    }

    /**
     * {@code Nrlx_xx}: an approval of a field that needs one.
     *
     * @param field {@code Nrlx_id}
     * @param number {@code Qzsph}
     * @param pictures {@code Spwj}, 1 to 10 JPEG pictures; not copied
     */
    public record Approval(long field, String number, List<byte[]> pictures) {
    }

    /**
     * {@code Ym_xx}.
     *
     * @param id {@code IspYmid}
     * @param name {@code Ym}
     */
    public record DomainRecord(long id, String name) {
    }

    /**
     * {@code Jr_xx}: how the site is connected.
     *
     * @param id {@code IspJrid}
     * @param locations {@code Fbdd}, codes of the places of its servers
     * @param methods {@code Jrfs}, codes of the ways of access
     * @param ranges {@code Ip_xx}
     */
    public record AccessRecord(long id, List<Long> locations, List<Long> methods, List<IpRange> ranges) {

        /** Copies the lists. */
        public AccessRecord {
            locations = List.copyOf(locations);
            methods = List.copyOf(methods);
            ranges = List.copyOf(ranges);
        }
    }

    /**
     * {@code Ip_xx}: IPv4 addresses as unsigned 32-bit numbers, both ends included.
     *
     * @param id {@code IspIpid}
     * @param first {@code Qsip}
     * @param last {@code Zzip}
     */
    public record IpRange(long id, long first, long last) {
    }

    /** Names the id only: the rest may be personal data. */
    @Override
    public String toString() {
        return "SiteRecord[" + id + "]";
    }
}

package org.openbeian.api.authority;

import java.util.List;
import org.openbeian.api.correction.CorrectionKind;
import org.openbeian.api.register.RecordReference;

/**
 * Something an authority tells beside the answers to submissions.
 *
 * @param kind what it is
 * @param withdrawn whether the authority takes it back
 * @param about the record, or null when it is named by what follows
 * @param certificateNumber number of the organizer's certificate, or null; personal data
 * @param domains domains, as sent
 * @param ips addresses at which the authority found them, when it says so
 * @param text the authority's words, or null
 */
public record AuthorityNotice(CorrectionKind kind, boolean withdrawn, RecordReference about, String certificateNumber,
        List<String> domains, List<String> ips, String text) {

    /** Copies the lists. */
    public AuthorityNotice {
        domains = List.copyOf(domains);
        ips = List.copyOf(ips);
    }

    /** A notice that names no addresses. */
    public AuthorityNotice(CorrectionKind kind, boolean withdrawn, RecordReference about, String certificateNumber, List<String> domains,
            String text) {
        this(kind, withdrawn, about, certificateNumber, domains, List.of(), text);
    }

    /** Names the kind only. */
    @Override
    public String toString() {
        return "AuthorityNotice[" + kind + (withdrawn ? " withdrawn]" : "]");
    }
}

package org.openbeian.api.authority;

import java.util.List;
import java.util.Map;
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
 * @param draft what it says in the fields of the report that it waits for, or null when it waits for none; personal data
 */
public record AuthorityNotice(CorrectionKind kind, boolean withdrawn, RecordReference about, String certificateNumber,
        List<String> domains, List<String> ips, String text, Map<String, Object> draft) {

    /** Copies the lists. */
    public AuthorityNotice {
        domains = List.copyOf(domains);
        ips = List.copyOf(ips);
    }

    /** A notice that waits for no report. */
    public AuthorityNotice(CorrectionKind kind, boolean withdrawn, RecordReference about, String certificateNumber, List<String> domains,
            List<String> ips, String text) {
        this(kind, withdrawn, about, certificateNumber, domains, ips, text, null);
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

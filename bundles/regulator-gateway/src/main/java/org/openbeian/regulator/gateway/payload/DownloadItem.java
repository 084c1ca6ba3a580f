package org.openbeian.regulator.gateway.payload;

import java.util.List;
import org.openbeian.api.authority.CodeTable;
import org.openbeian.regulator.gateway.wire.XmlNode;

/** One statement of a downloaded file. Ids are those of the interface. */
public sealed interface DownloadItem {

    /**
     * {@code BAJG/Jg_xx}: what the data checks found.
     *
     * @param outcomes codes with their texts, at least one
     * @param operation {@code Czlx}, or null
     * @param subject {@code Bs}: our subject id of a first filing, else a number or an id of the authority; null if absent
     */
    record Processed(List<Outcome> outcomes, Long operation, String subject) implements DownloadItem {
        /** Copies the list. */
        public Processed {
            outcomes = List.copyOf(outcomes);
        }
    }

    /**
     * {@code Jgxx}.
     *
     * @param code {@code Jgdm}
     * @param text {@code Dmms}, or null
     */
    record Outcome(long code, String text) {
    }

    /**
     * {@code BAJG/GJSHS/Gjsh}: what the administration decided.
     *
     * @param passed {@code Shjg} is 1
     * @param opinion {@code Shyj}, or null
     * @param reviewedAt {@code Shsj} as printed, or null
     * @param operation {@code Czlx}, or null
     * @param recordId {@code Jlid}: our id for new things, else the authority's; null if absent
     */
    record Decided(boolean passed, String opinion, String reviewedAt, Long operation, Long recordId) implements DownloadItem {
    }

    /**
     * {@code BASJ/Baxx}: a record as published.
     *
     * @param subjectId {@code IspZtid}, our id; null if somebody else filed it
     * @param recordId {@code Ztid}, the authority's id of the subject
     * @param number {@code Baxh} of the subject, or null
     * @param name {@code Dwmc}
     * @param reviewedAt {@code Shsj}, else {@code Zjxgsj}, as printed; null if both are absent
     * @param changedAt {@code Zjxgsj} as printed; null if absent
     * @param sites its sites
     */
    record Published(Long subjectId, long recordId, String number, String name, String reviewedAt, String changedAt,
        List<PublishedSite> sites) implements DownloadItem {
        /** Copies the list. */
        public Published {
            sites = List.copyOf(sites);
        }

        @Override
        public String toString() {
            return "Published[" + number + ", sites=" + sites.size() + "]";
        }
    }

    /**
     * {@code Wz_xx} of a published record.
     *
     * @param siteId {@code IspWzid}, our id, or null
     * @param recordId {@code Wzid}, the authority's id
     * @param number {@code Baxh} of the site, or null
     * @param name {@code Wzmc}
     * @param domains its domains
     * @param accesses its accesses
     * @param changedAt {@code Zjxgsj} as printed, or null
     */
    record PublishedSite(Long siteId, long recordId, String number, String name, List<String> domains,
        List<PublishedAccess> accesses, String changedAt) {
        /** Copies the lists. */
        public PublishedSite {
            domains = List.copyOf(domains);
            accesses = List.copyOf(accesses);
        }
    }

    /**
     * {@code Jr_xx} of a published record.
     *
     * @param accessId {@code IspJrid}, the id that its provider gave, or null
     * @param recordId {@code Jrid}, the authority's id
     * @param provider {@code Ispid}, the provider's id, or null
     */
    record PublishedAccess(Long accessId, long recordId, Long provider) {
    }

    /**
     * {@code ZXSJ/Zxxx}: a record that was cancelled, by whomever.
     *
     * @param category {@code Zxlb}, as in {@link Cancellation}
     * @param recordId {@code Jlid}, the authority's id
     */
    record Cancelled(long category, long recordId) implements DownloadItem {
    }

    /**
     * Something the authority tells by itself.
     *
     * @param part name of the element, such as {@code Tzxx}
     * @param node the element
     */
    record Told(String part, XmlNode node) implements DownloadItem {
    }

    /**
     * {@code IP/BAJG}: what became of a reported range.
     *
     * @param part name of the element, such as {@code Lyjg}
     * @param outcomes codes with their texts, at least one
     * @param operation {@code Czlx}: 1 new, 2 changed, 3 removed; or null
     * @param recordId {@code Id}, the authority's id; null if absent
     * @param ourId {@code IspId}, our id; null if absent
     */
    record AddressAnswer(String part, List<Outcome> outcomes, Long operation, Long recordId, Long ourId) implements DownloadItem {
        /** Copies the list. */
        public AddressAnswer {
            outcomes = List.copyOf(outcomes);
        }
    }

    /**
     * {@code JCDM}: a code table as a whole.
     *
     * @param table the ministry's name of it
     * @param rows its rows
     */
    record Codes(String table, List<CodeTable.Row> rows) implements DownloadItem {
        /** Copies the list. */
        public Codes {
            rows = List.copyOf(rows);
        }
    }

    /** {@code SJTB/ICP/Baxx}: a record of a full resynchronisation. */
    record Synchronized(Published record) implements DownloadItem {
    }

    /**
     * A part that this version does not know.
     *
     * @param part elements from the root, such as {@code ICP/HMDLB}
     */
    record NotHandled(String part) implements DownloadItem {
    }
}

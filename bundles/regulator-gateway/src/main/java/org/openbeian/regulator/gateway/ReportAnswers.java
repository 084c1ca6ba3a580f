package org.openbeian.regulator.gateway;

import java.util.List;
import java.util.Set;
import org.openbeian.api.authority.AuthorityResult;
import org.openbeian.api.report.ReportKind;
import org.openbeian.regulator.gateway.payload.DownloadItem;
import org.openbeian.regulator.gateway.payload.ReportParts;
import org.openbeian.regulator.gateway.payload.ReportWriter;

/** Tells which answers are about reports rather than filings. Stateless. */
final class ReportAnswers {
    private static final Set<Long> DONE = Set.of(1060L, 2998L);
    private static final long MATERIAL = 35;
    /** Codes of the answer to an unfiled site: not ours, told already, handling code wrong. */
    private static final long FIRST_UNFILED = 5005;
    private static final long LAST_UNFILED = 5007;
    private static final long AGAINST_SCHEMA = 5001;
    private static final List<ReportKind> ADDRESSES = List.of(ReportKind.ADDRESSES_NEW, ReportKind.ADDRESSES_CHANGED,
        ReportKind.ADDRESSES_REMOVED);

    private ReportAnswers() {
    }

    /** Whether a result is about a report. */
    static boolean isOne(DownloadItem.Processed processed) {
        return isMaterial(processed) || fileOf(processed.outcomes()) > 0 || processed.outcomes().stream()
            .anyMatch(outcome -> outcome.code() >= FIRST_UNFILED && outcome.code() <= LAST_UNFILED);
    }

    private static boolean isMaterial(DownloadItem.Processed processed) {
        return processed.operation() != null && processed.operation() == MATERIAL;
    }

    static AuthorityResult of(DownloadItem.Processed processed) {
        return answered(Set.of(isMaterial(processed) ? ReportKind.MATERIAL : ReportKind.UNFILED_SITE), 0, processed.subject(),
            processed.outcomes(), null);
    }

    static AuthorityResult of(DownloadItem.AddressAnswer answer) {
        Long operation = answer.operation();
        Set<ReportKind> kinds = operation != null && operation >= 1 && operation <= ADDRESSES.size()
            ? Set.of(ADDRESSES.get((int) (operation - 1))) : Set.copyOf(ADDRESSES);
        // Only new ranges are sent with an id of ours; the one beside another answer is that of the report that made the range.
        Long ours = kinds.contains(ReportKind.ADDRESSES_NEW) ? answer.ourId() : null;
        String named = answer.recordId() == null ? null : answer.recordId().toString();
        return answered(kinds, ours == null ? 0 : ReportWriter.numberOf(ours), named, answer.outcomes(), ours != null
            ? ReportParts.ours(ReportWriter.rangeOf(ours)) : named == null ? null : ReportParts.theirs(answer.part(), named));
    }

    /** What is noted beside a statement that tells neither a filing nor a file of reports, when it is that a file is against the schema. */
    static String unknownFile(DownloadItem.Processed processed) {
        return processed.outcomes().stream().anyMatch(outcome -> outcome.code() == AGAINST_SCHEMA)
            ? ": a file of which it is not told what is in it; one of reports is known by its name where report.file.names of the upload"
                + " account is true" : "";
    }

    /** The first report in the file that is said to be against the schema; 0 when that is not said of a file of reports. */
    private static long fileOf(List<DownloadItem.Outcome> outcomes) {
        return outcomes.stream().filter(outcome -> outcome.code() == AGAINST_SCHEMA)
            .mapToLong(outcome -> ReportFile.firstIn(outcome.text())).max().orElse(0);
    }

    private static AuthorityResult answered(Set<ReportKind> kinds, long number, String named, List<DownloadItem.Outcome> outcomes,
            String part) {
        boolean done = !outcomes.isEmpty() && outcomes.stream().allMatch(outcome -> DONE.contains(outcome.code()));
        List<String> codes = outcomes.stream().filter(outcome -> done || !DONE.contains(outcome.code()))
            .map(outcome -> outcome.code() + (outcome.text() == null ? "" : " " + outcome.text())).toList();
        long first = fileOf(outcomes);
        return first > 0 ? new AuthorityResult.FileRefused(first, codes)
            : new AuthorityResult.ReportAnswered(kinds, number, named, codes, done, part);
    }
}

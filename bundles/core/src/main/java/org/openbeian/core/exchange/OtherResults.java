package org.openbeian.core.exchange;

import java.util.List;
import org.openbeian.api.authority.AuthorityResult;
import org.openbeian.core.order.RecordIntake;
import org.openbeian.core.report.CodeBook;
import org.openbeian.core.report.ReportCargo;
import org.openbeian.core.report.ReportChange;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Applies what authorities say beside filings. Every method joins the caller's transaction. Thread-safe. */
@Component(service = OtherResults.class)
public final class OtherResults {

    private final ReportCargo reports;
    private final CodeBook codes;
    private final RecordIntake records;

    /** Created by Declarative Services. */
    @Activate
    public OtherResults(@Reference ReportCargo reports, @Reference CodeBook codes, @Reference RecordIntake records) {
        this.reports = reports;
        this.codes = codes;
        this.records = records;
    }

    /** Whether an authority is to say something of reports. */
    boolean isAwaited(String authorityId) {
        return reports.awaited().contains(authorityId);
    }

    /**
     * Applies a statement.
     *
     * @param notes takes what nobody handles, and what is older than the register
     * @param changes takes the reports that changed, to be told with {@link #tell}
     * @return false when it is about a filing
     */
    boolean apply(String authorityId, AuthorityResult result, List<String> notes, List<ReportChange> changes) {
        if (result instanceof AuthorityResult.ReportAnswered answered) {
            reports.answered(authorityId, answered, changes).ifPresent(notes::add);
        } else if (result instanceof AuthorityResult.FileRefused refused) {
            if (!reports.refused(authorityId, refused, changes)) {
                notes.add("a file was refused with report " + refused.report() + ", which is in no file of this authority");
            }
        } else if (result instanceof AuthorityResult.CodesPublished published) {
            codes.replace(authorityId, published.table(), published.rows());
        } else if (result instanceof AuthorityResult.Synchronized synced) {
            notes.addAll(records.synchronize(authorityId, synced.filing(), synced.asOf()));
        } else if (result instanceof AuthorityResult.NotHandled part) {
            notes.add(part.part());
        } else {
            return false;
        }
        return true;
    }

    /** Tells of the reports that failed, once to each who is told. */
    void tell(List<ReportChange> changes) {
        reports.tell(changes);
    }
}

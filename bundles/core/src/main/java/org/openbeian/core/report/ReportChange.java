package org.openbeian.core.report;

import java.util.stream.Stream;
import org.openbeian.api.report.Report;
import org.openbeian.api.report.Report.Answer;

/** A report as it was, and as it is stored now. */
public record ReportChange(Report before, Report next) {

    boolean isFailure() {
        return next.state() == Report.State.FAILED && before.state() != Report.State.FAILED;
    }

    /** What it is refused with now. */
    Stream<String> codes() {
        return next.answers().stream().filter(one -> !before.answers().contains(one)).map(Answer::code);
    }
}

package org.openbeian.operations;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.felix.hc.api.Result;
import org.apache.felix.hc.api.ResultLog;
import org.apache.felix.hc.api.execution.HealthCheckExecutionResult;

/**
 * What several checks found. Holds messages only, no exception texts and no values of configuration.
 *
 * @param status the worst status: OK, WARN, TEMPORARILY_UNAVAILABLE, CRITICAL or HEALTH_CHECK_ERROR
 * @param checks the checks by name
 */
record Report(Result.Status status, List<Check> checks) {

    /**
     * One check.
     *
     * @param name its name
     * @param status its status
     * @param millis how long it took, in milliseconds
     * @param messages what it found, the worst first
     */
    record Check(String name, Result.Status status, long millis, List<String> messages) {
    }

    /**
     * Makes a report; a check that must be there and is not counts as critical.
     *
     * @param results what ran
     * @param mandatory names of checks that must have run
     */
    static Report of(List<HealthCheckExecutionResult> results, Set<String> mandatory) {
        List<Check> checks = new ArrayList<>(results.stream().map(Report::check).toList());
        Set<String> missing = new TreeSet<>(mandatory);
        checks.forEach(check -> missing.remove(check.name()));
        missing.forEach(name -> checks.add(new Check(name, Result.Status.CRITICAL, 0, List.of("This check is not there"))));
        checks.sort(Comparator.comparing(Check::name));
        Result.Status worst = checks.stream().map(Check::status).max(Comparator.naturalOrder()).orElse(Result.Status.CRITICAL);
        return new Report(worst, List.copyOf(checks));
    }

    /** Whether requests may be sent here. */
    boolean isServing() {
        return status == Result.Status.OK || status == Result.Status.WARN;
    }

    private static Check check(HealthCheckExecutionResult result) {
        List<ResultLog.Entry> entries = new ArrayList<>();
        result.getHealthCheckResult().forEach(entry -> {
            if (!entry.isDebug()) {
                entries.add(entry);
            }
        });
        entries.sort(Comparator.comparing(ResultLog.Entry::getStatus).reversed());
        return new Check(result.getHealthCheckMetadata().getName(), result.getHealthCheckResult().getStatus(),
                result.getElapsedTimeInMs(), entries.stream().map(ResultLog.Entry::getMessage).toList());
    }
}

package org.openbeian.core.order;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.openbeian.api.rules.CaseKnowledge;
import org.openbeian.api.rules.Circumstances;
import org.openbeian.api.rules.FilingCase;
import org.openbeian.core.plugin.Bulkhead;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the sources of what is known about cases, each on threads of its own, two at most, and with a time limit: one that
 * hangs, throws or answers null knows nothing and holds up nobody else. Thread-safe.
 */
final class Knowledge implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Knowledge.class);
    private static final int CALLS_AT_ONCE = 2;

    private final long millis;
    private final ConcurrentHashMap<CaseKnowledge, Bulkhead> doors = new ConcurrentHashMap<>();

    Knowledge(long millis) {
        this.millis = millis;
    }

    /** What all sources tell; where they differ, the first counts. */
    Circumstances about(FilingCase filing, List<CaseKnowledge> sources) {
        doors.keySet().retainAll(sources);
        Circumstances known = Circumstances.NONE;
        for (CaseKnowledge source : sources) {
            known = known.and(ask(source, filing));
        }
        return known;
    }

    /** How many calls of a source are under way. */
    int threadsOf(CaseKnowledge source) {
        Bulkhead door = doors.get(source);
        return door == null ? 0 : door.busy();
    }

    private Circumstances ask(CaseKnowledge source, FilingCase filing) {
        Bulkhead door = doors.computeIfAbsent(source, s -> new Bulkhead("openbeian-knowledge", CALLS_AT_ONCE));
        Future<Circumstances> answer;
        try {
            answer = door.submit(() -> source.about(filing));
        } catch (RejectedExecutionException e) {
            return nothing(source, "is busy with earlier calls");
        }
        try {
            Circumstances known = answer.get(millis, TimeUnit.MILLISECONDS);
            return known == null ? nothing(source, "answered null") : known;
        } catch (TimeoutException e) {
            answer.cancel(true);
            return nothing(source, "gave no answer within " + millis + " ms");
        } catch (ExecutionException e) {
            return nothing(source, "threw " + e.getCause().getClass().getName());
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            return nothing(source, "was interrupted");
        }
    }

    /** Without the message of an exception, which may hold what an applicant entered. */
    private static Circumstances nothing(CaseKnowledge source, String why) {
        LOG.warn("Source of knowledge {} {}; its facts are absent", source.getClass().getName(), why);
        return Circumstances.NONE;
    }

    @Override
    public void close() {
        doors.values().forEach(Bulkhead::close);
    }
}

package org.openbeian.api.rules;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A source of what is known about a case beside what was entered: a registry of domains, a face-video provider, a register
 * of accounts. Asked before each judgement, on any thread, with a time limit; what several sources say is joined, the one of
 * higher ranking first. A source that throws, hangs or answers null knows nothing, and the facts it would bring are absent.
 */
@ConsumerType
public interface CaseKnowledge {

    /**
     * What this source knows.
     *
     * @param filing the case, with {@link Circumstances#NONE} in it
     * @return never null; {@link Circumstances#NONE} when nothing is known
     */
    Circumstances about(FilingCase filing);
}

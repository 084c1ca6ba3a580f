package org.openbeian.api.resource;

import java.time.Instant;
import java.util.List;

/**
 * A resource and what its type says of it; the contract kit holds the type against it, and people read it.
 *
 * @param facts the resource
 * @param on the day of judgement
 * @param findings rule ids of the findings in their order; empty when the resource qualifies
 */
public record ResourceExample(ResourceFacts facts, Instant on, List<String> findings) {

    /** Copies the list. */
    public ResourceExample {
        findings = List.copyOf(findings);
    }
}

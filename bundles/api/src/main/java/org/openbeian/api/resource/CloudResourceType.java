package org.openbeian.api.resource;

import java.time.Instant;
import java.util.List;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.rules.Finding;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Judges resources of one kind. Called on any thread with a time limit; an exception, a hang or null costs
 * the order a finding {@code plugin-failed} and nothing else.
 */
@ConsumerType
public interface CloudResourceType {

    /** Id of the kind, such as {@code cvm}; lower-case letters, digits and hyphens. */
    String kind();

    /** Name for people. */
    LocalizedText name();

    /** The conditions that {@link #judge} checks, for people to read. */
    List<LocalizedText> conditions();

    /** How many services one resource carries at most. */
    int servicesPerResource();

    /**
     * Checks a resource.
     *
     * @param facts what the inventory knows
     * @param on the date to judge on
     * @param pointer JSON pointer of the access in the application, for the findings
     * @return findings; empty when all conditions hold
     */
    List<Finding> judge(ResourceFacts facts, Instant on, String pointer);
}

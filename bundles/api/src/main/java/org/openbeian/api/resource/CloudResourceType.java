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

    /** How many services one resource carries at most; the server counts. */
    int servicesPerResource();

    /** How many resources of this kind one account may file on; 0 when it may on any number. */
    default int resourcesPerAccount() {
        return 0;
    }

    /**
     * How many websites one public address of a resource carries at most; 0 when it carries any number. No rule of an authority is known
     * that bounds them, an operator may.
     */
    default int sitesPerAddress() {
        return 0;
    }

    /** How many authorization codes one resource may issue; 0 when it grants none. */
    default int codesPerResource() {
        return 0;
    }

    /** Resources that qualify and that do not, at least one of each, under the limits in force. */
    List<ResourceExample> examples();

    /**
     * Checks a resource. What it rests on ({@link ResourceFacts#restsOn}) is judged by the type of that resource beside: one
     * of them must qualify.
     *
     * @param facts what the inventory knows
     * @param on the date to judge on
     * @param pointer JSON pointer of the access in the application, for the findings
     * @return findings; empty when all conditions hold
     */
    List<Finding> judge(ResourceFacts facts, Instant on, String pointer);
}

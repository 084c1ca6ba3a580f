package org.openbeian.api.rules;

import java.time.Instant;
import java.util.List;
import org.openbeian.api.model.Application;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.resource.ResourceFacts;

/**
 * Everything that rules may look at, taken at one moment.
 *
 * @param orderId id of the order, or null for a case without one
 * @param type filing type
 * @param application what was entered
 * @param materials materials that are there
 * @param resources facts about the resources that the accesses name, as far as the inventory knows them
 * @param account account of the applicant
 * @param judgedOn the date on whose rules the case is judged: the submission, or now for a draft
 * @param circumstances what the server knows beside what was entered
 */
public record FilingCase(String orderId, FilingType type, Application application, List<CaseMaterial> materials,
        List<ResourceFacts> resources, String account, Instant judgedOn, Circumstances circumstances) {

    /** Copies the lists; null circumstances become none. */
    public FilingCase {
        materials = List.copyOf(materials);
        resources = List.copyOf(resources);
        circumstances = circumstances == null ? Circumstances.NONE : circumstances;
    }

    /** A case of which nothing is known beside what was entered. */
    public FilingCase(String orderId, FilingType type, Application application, List<CaseMaterial> materials,
            List<ResourceFacts> resources, String account, Instant judgedOn) {
        this(orderId, type, application, materials, resources, account, judgedOn, Circumstances.NONE);
    }

    /** The same case with what is known about it. */
    public FilingCase with(Circumstances known) {
        return new FilingCase(orderId, type, application, materials, resources, account, judgedOn, known);
    }

    /**
     * A material as far as rules care.
     *
     * @param type material type
     * @param subject JSON pointer to what it proves
     * @param mediaType media type
     * @param size size in bytes
     * @param width width in pixels
     * @param height height in pixels
     */
    public record CaseMaterial(String type, String subject, String mediaType, long size, int width, int height) {
    }
}

package org.openbeian.api.rules;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.model.OrganizerNature;
import org.openbeian.api.resource.ResourceTypeProfile;
import org.osgi.annotation.versioning.ProviderType;

/**
 * An immutable snapshot of all rules in force: national, provincial and of resource types. A review that holds one never
 * sees half of an update. Thread-safe.
 */
@ProviderType
public interface RuleBook {

    /** Rule id of the finding that a plugin threw, hung or answered nonsense. */
    String PLUGIN_FAILED = "plugin-failed";

    /** Rule id of the finding that no plugin for the resource kind of an access is there; the order waits for it. */
    String RESOURCE_TYPE_MISSING = "resource-type-missing";

    /** Whether national rules and those of the province are there; without, nothing may be submitted. */
    boolean serves(String provinceId);

    /**
     * Judges a case by every rule that applies to it and is valid on its date, required fields and Java plugins included;
     * not by whether the {@link #materials} are there. Never throws for a bad case; a plugin that fails gives a finding
     * {@code plugin-failed}.
     *
     * @throws IllegalStateException when the province is not served
     */
    Verdict judge(FilingCase filing);

    /** The materials that a case needs, required ones first. National ones alone when the province is not served. */
    List<NeededMaterial> materials(FilingCase filing);

    /** Names of the forms that materials come with, of all provinces served (see {@link FormTemplates}). */
    default SortedSet<String> formSlots() {
        return Collections.emptySortedSet();
    }

    /** Fields that must be entered before submission and are not yet, as findings; no other rule is run. */
    List<Finding> missingFields(FilingCase filing);

    /**
     * What blocking rules find in that which was entered, whatever is still missing: the formats of a template's fields (T-10,
     * T-11), say. By the national rules alone when the province is not served; plugins are not asked.
     */
    default List<Finding> entered(FilingCase filing) {
        return List.of();
    }

    /** What a province's bundle says beside its rules; empty when no bundle serves it. */
    Optional<ProvinceProfile> profile(String provinceId);

    /**
     * What a province asks of applicants of one nature for one filing type; empty when no bundle serves it.
     *
     * @param day on which an order would be submitted
     */
    Optional<RequirementPage> requirements(String provinceId, FilingType type, OrganizerNature nature, LocalDate day);

    /**
     * The form of a draft as a JSON Schema (draft 2020-12) with labels in Chinese and English: the core's fields and those of
     * the province, required ones marked as {@link #missingFields} demands them. Empty when no bundle serves the province.
     *
     * @return the schema as maps, lists, texts, numbers and flags
     */
    Optional<Map<String, Object>> form(String provinceId, FilingType type, OrganizerNature nature, LocalDate day);

    /** All provinces served, by id. */
    List<ProvinceProfile> profiles();

    /** The resource types that are there, by kind. */
    List<ResourceTypeProfile> resourceTypes();

    /** The laws that the rules of the nation and of the provinces rest on, by id, each once (W-01). */
    List<LegalBasis> legalBases();
}

package org.openbeian.api.rules;

import java.time.LocalDate;
import java.util.List;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.model.OrganizerNature;

/**
 * What a province asks of an applicant, drawn from the rule bundles in force. What is known of the applicant,
 * filing type and nature, has been put in: entries that cannot concern him are left out, the rest says on what it depends.
 *
 * @param province who asks, with review times and footer
 * @param type filing type
 * @param nature nature of the organizer
 * @param on day on which an order would be submitted
 * @param accepted whether the province takes this filing type
 * @param fields what is entered, required ones first
 * @param materials what is uploaded, required ones first
 * @param rules what is checked, the gravest first
 * @param notes what the province demands and the server cannot check
 * @param readings what other sources say; not in force
 * @param unknown topics of which no source speaks: a specialist has to be asked
 */
public record RequirementPage(ProvinceProfile province, FilingType type, OrganizerNature nature, LocalDate on,
        boolean accepted, List<Item> fields, List<Item> materials, List<Item> rules, List<Item> notes, List<Reading> readings,
        List<Topic> unknown) {

    /** Copies the lists. */
    public RequirementPage {
        fields = List.copyOf(fields);
        materials = List.copyOf(materials);
        rules = List.copyOf(rules);
        notes = List.copyOf(notes);
        readings = List.copyOf(readings);
        unknown = List.copyOf(unknown);
    }

    /**
     * One demand.
     *
     * @param id fact of a field, type of a material, id of a rule, topic of a note
     * @param text what it is about
     * @param details how to fulfil it; empty when there is nothing to say
     * @param when for whom it holds; null for everybody of this page
     * @param severity BLOCK when nothing goes on without it
     * @param source where it comes from
     * @param bundle symbolic name of the bundle that brought it
     */
    public record Item(String id, LocalizedText text, List<LocalizedText> details, LocalizedText when, Severity severity,
            RuleSource source, String bundle) {

        /** Copies the list. */
        public Item {
            details = List.copyOf(details);
        }
    }

    /**
     * What another source says.
     *
     * @param about its topic
     * @param reading what it says, in English
     * @param source the source
     */
    public record Reading(String about, String reading, RuleSource source) {
    }

    /**
     * A topic of which no source speaks.
     *
     * @param about its id
     * @param name its name for people
     */
    public record Topic(String about, LocalizedText name) {
    }
}

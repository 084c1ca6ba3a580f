package org.openbeian.core.rules;

import java.util.List;
import java.util.Map;
import org.openbeian.api.rules.LegalBasis;

/** A rule file that was read, compiled and whose examples were run. Immutable and thread-safe. */
public final class RuleFile {

    private final Origin origin;
    private final Header header;
    private final Parts parts;

    RuleFile(Origin origin, Header header, Parts parts) {
        this.origin = origin;
        this.header = header;
        this.parts = parts;
    }

    /**
     * What a file holds below its head.
     *
     * @param rules rules, limits and what fields demand, in the order fields, limits, rules
     * @param changes what of the national rules is otherwise
     * @param lists words by name of the list
     * @param remarks what it tells people beside
     * @param laws the laws among its sources
     */
    record Parts(List<Rule> rules, List<MaterialRule> materials, List<FieldRule> fields, List<NationalChange> changes,
            Map<String, List<String>> lists, Remarks remarks, List<LegalBasis> laws) {

        Parts {
            rules = List.copyOf(rules);
            materials = List.copyOf(materials);
            fields = List.copyOf(fields);
            changes = List.copyOf(changes);
            lists = Map.copyOf(lists);
            laws = List.copyOf(laws);
        }
    }

    /** Six-digit code of the province, or {@code 000000} for the nation. */
    public String provinceId() {
        return header.province();
    }

    /** Version of the rule text. */
    public String version() {
        return header.version();
    }

    /** Ids of the rules, limits and required fields, in the order of the file. */
    public List<String> ruleIds() {
        return parts.rules().stream().map(Rule::id).toList();
    }

    /** Types of the materials, in the order of the file. */
    public List<String> materialTypes() {
        return parts.materials().stream().map(MaterialRule::type).toList();
    }

    /** Topics of which no source speaks, in the order of the file. */
    public List<String> unknownTopics() {
        return parts.remarks().unknown().stream().map(Remarks.Unknown::about).toList();
    }

    /** Topics of its notes, in the order of the file. */
    public List<String> noteTopics() {
        return parts.remarks().notes().stream().map(Remarks.Note::about).toList();
    }

    /** Ids of rules that it replaces or changes although {@code national} has none of them, sorted. */
    public List<String> changesOfNothing(RuleFile national) {
        return List.copyOf(ProvincePlan.of(national, this).unknownReplaced());
    }

    boolean isNational() {
        return header.province().equals(Header.NATIONAL);
    }

    /** Whether it holds nothing but lists that replace those of the file of {@link #provinceId()}. */
    boolean isLists() {
        return header.isLists();
    }

    Origin origin() {
        return origin;
    }

    Header header() {
        return header;
    }

    List<Rule> rules() {
        return parts.rules();
    }

    List<MaterialRule> materials() {
        return parts.materials();
    }

    List<FieldRule> fields() {
        return parts.fields();
    }

    List<NationalChange> changes() {
        return parts.changes();
    }

    Map<String, List<String>> lists() {
        return parts.lists();
    }

    List<LegalBasis> laws() {
        return parts.laws();
    }

    Remarks remarks() {
        return parts.remarks();
    }
}

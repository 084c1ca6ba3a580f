package org.openbeian.core.rules;

import java.util.List;

/** A rule file that was read, compiled and whose examples were run. Immutable and thread-safe. */
public final class RuleFile {

    private final Origin origin;
    private final Header header;
    private final List<Rule> rules;
    private final List<MaterialRule> materials;

    RuleFile(Origin origin, Header header, List<Rule> rules, List<MaterialRule> materials) {
        this.origin = origin;
        this.header = header;
        this.rules = List.copyOf(rules);
        this.materials = List.copyOf(materials);
    }

    /** Six-digit code of the province, or {@code 000000} for the national rules. */
    public String provinceId() {
        return header.province();
    }

    /** Version of the rule text. */
    public String version() {
        return header.version();
    }

    /** Ids of the rules and required fields, in the order of the file. */
    public List<String> ruleIds() {
        return rules.stream().map(Rule::id).toList();
    }

    /** Types of the materials, in the order of the file. */
    public List<String> materialTypes() {
        return materials.stream().map(MaterialRule::type).toList();
    }

    boolean isNational() {
        return header.province().equals(Header.NATIONAL);
    }

    Origin origin() {
        return origin;
    }

    Header header() {
        return header;
    }

    List<Rule> rules() {
        return rules;
    }

    List<MaterialRule> materials() {
        return materials;
    }
}

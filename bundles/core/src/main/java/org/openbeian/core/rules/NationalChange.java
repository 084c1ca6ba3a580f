package org.openbeian.core.rules;

import java.util.Set;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.rules.RuleSource;
import org.openbeian.api.rules.Severity;

/**
 * A national rule that does not hold in a province, or weighs otherwise there.
 *
 * @param rule id of the national rule
 * @param severity its weight; null when it does not hold
 */
record NationalChange(String rule, Severity severity, Validity validity, RuleSource source) {

    static NationalChange read(YamlNode node, Sources sources, Set<FilingType> types) {
        Section section = Section.of(node, "a change of a national rule", "rule", "off", "severity", "source", "validFrom",
            "validTo", "types");
        Severity severity = section.word("severity", Severity.class, null);
        if (section.flag("off", false) == (severity != null)) {
            throw new Mistake(node, "expected either off: true or a severity");
        }
        return new NationalChange(RuleReader.id(section, "rule"), severity, Validity.read(section, types),
            sources.read(section, "source"));
    }
}

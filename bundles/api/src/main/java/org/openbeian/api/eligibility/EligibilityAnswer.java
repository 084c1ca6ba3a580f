package org.openbeian.api.eligibility;

import java.util.List;
import org.openbeian.api.gate.GateDecision;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.rules.RequirementPage;
import org.openbeian.api.rules.RuleSource;

/**
 * What is needed, why, and what happens otherwise (E-50).
 *
 * @param host the host in lower-case A-form, or the name of the APP
 * @param unit what is filed: the registrable domain in the form people read, a government sub-domain itself, or the APP
 * @param filed where the unit is filed
 * @param filing whether a filing is needed that is not there
 * @param access whether access filing at this provider is needed; it comes with a first filing here by itself
 * @param types filing types to choose from, the first one proposed; empty when nothing is to be filed here
 * @param remark what belongs into the service's remark: the sub-domain used here; or null
 * @param statements the rules used, in the order they were used
 * @param materials what has to be handed in, when province and nature were given and something is to be filed; never null
 * @param missing names of the parts of the question without which the answer stays open
 * @param meanwhile what may be served where until the filing is granted; null when nothing is to be filed here
 * @param beside the answer about the site's own domain, for object storage; otherwise null (E-42)
 */
public record EligibilityAnswer(String host, String unit, Filed filed, Need filing, Need access, List<FilingType> types,
        String remark, List<Statement> statements, List<RequirementPage.Item> materials, List<String> missing,
        Meanwhile meanwhile, EligibilityAnswer beside) {

    /** Copies the lists. */
    public EligibilityAnswer {
        types = List.copyOf(types);
        statements = List.copyOf(statements);
        materials = List.copyOf(materials);
        missing = List.copyOf(missing);
    }

    /**
     * What may be served until the grant.
     *
     * @param here at this provider
     * @param atOriginal at the provider where it is filed now, UNKNOWN while nobody said whether its resource there is valid; null when
     *     it is filed nowhere
     */
    public record Meanwhile(GateDecision here, GateDecision atOriginal) {
    }

    /**
     * A rule that was used.
     *
     * @param rule row of the catalogue, such as {@code Q-22}
     * @param text what it says here
     * @param source where it stands
     */
    public record Statement(String rule, LocalizedText text, RuleSource source) {
    }
}

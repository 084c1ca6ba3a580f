package org.openbeian.core.order;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.List;
import java.util.Optional;
import org.openbeian.api.audit.ChainHash;
import org.openbeian.api.rules.FilingCase;
import org.openbeian.api.rules.Finding;
import org.openbeian.api.rules.RuleOutcome;
import org.openbeian.api.rules.Verdict;
import org.openbeian.core.json.ModelJson;

/** Tells whether a finding rests on the same as before, so that what was said about it holds on. */
final class FindingInputs {

    private static final ObjectWriter SORTED = ModelJson.mapper().writer(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    private FindingInputs() {
    }

    /**
     * Hash over the rule with its version and what it looked at: the inputs of its outcome, or everything that was entered when
     * it tells none, as Java plugins do.
     */
    static String hash(Finding finding, Verdict verdict, FilingCase filing) {
        ChainHash hash = new ChainHash().add(finding.ruleId()).add(finding.pointer()).add(finding.text().zh())
            .add(finding.bundle()).add(finding.bundleVersion());
        Optional<RuleOutcome> outcome = verdict.outcomes().stream().filter(one -> !one.passed()
            && one.ruleId().equals(finding.ruleId()) && one.pointer().equals(finding.pointer())
            && !one.inputs().isEmpty()).findFirst();
        return outcome.map(one -> hash.addAll(one.inputs())).orElseGet(() -> hash.add(entered(filing))).hex();
    }

    private static String entered(FilingCase filing) {
        try {
            return SORTED.writeValueAsString(List.of(filing.application(), filing.materials(), filing.resources()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a case always has a text", e);
        }
    }
}

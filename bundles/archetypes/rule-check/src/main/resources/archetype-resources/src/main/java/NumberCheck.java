package ${package};

import java.util.List;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.model.Organizer;
import org.openbeian.api.rules.FilingCase;
import org.openbeian.api.rules.Finding;
import org.openbeian.api.rules.RuleCheck;
import org.openbeian.api.rules.RuleSource;
import org.openbeian.api.rules.Severity;
import org.osgi.service.component.annotations.Component;

/** Warns of a unit whose certificate number ends with X. */
@Component
public final class NumberCheck implements RuleCheck {

    @Override
    public String id() {
        return "${artifactId}";
    }

    @Override
    public String provinceId() {
        return "000000";
    }

    @Override
    public List<Finding> check(FilingCase filing) {
        Organizer organizer = filing.application().organizer();
        if (organizer == null || organizer.certificateNumber() == null || !organizer.certificateNumber().endsWith("X")) {
            return List.of();
        }
        return List.of(new Finding(id(), Severity.WARN, "/organizer/certificateNumber",
            new LocalizedText("证件号码以 X 结尾", "The number ends with X"), new LocalizedText("请核对证件号码", "Compare the number"),
            new RuleSource("our own practice", "2026-11-22", null), null, null));
    }
}

package org.openbeian.shell;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.Test;
import org.openbeian.api.eligibility.EligibilityAnswer;
import org.openbeian.api.eligibility.EligibilityQuestion;
import org.openbeian.api.eligibility.Filed;
import org.openbeian.api.eligibility.Need;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.model.OrganizerNature;
import org.openbeian.api.rules.RequirementPage;
import org.openbeian.api.rules.Severity;
import org.openbeian.testkit.Requirement;

/** What the shell asks about eligibility, and how it shows the answer. */
public class EligibilityCommandTest {

    private final List<EligibilityQuestion> asked = new ArrayList<>();

    @Test
    @Requirement({"E-42", "E-50"})
    public void everyPartOfTheQuestionIsAskedAndOfTheAnswerShown() throws Exception {
        EligibilityCommand command = new EligibilityCommand();
        command.eligibility = question -> {
            asked.add(question);
            return answer("bucket.com", List.of("organizerFiled"), answer("site.com", List.of(), null));
        };
        command.host = "bucket.com";
        command.scenario = "object_storage";
        command.site = "site.com";
        command.organizerFiled = "no";
        command.nature = "enterprise";
        String told = Console.run(command, "sam");
        EligibilityQuestion question = asked.get(0);
        assertEquals(List.of("site.com", false, OrganizerNature.ENTERPRISE), List.of(question.siteDomain(), question.organizerFiled(),
            question.nature()));
        assertTrue(told, told.contains("Not told:       --organizer-filed\n") && told.contains("Licence / 执照")
            && told.contains("The site's own domain:\nUnit of filing: site.com"));
        command.organizerFiled = "perhaps";
        assertTrue(Console.refused(command, "sam").startsWith("--organizer-filed: 'perhaps'"));
    }

    private static EligibilityAnswer answer(String domain, List<String> missing, EligibilityAnswer beside) {
        RequirementPage.Item licence = new RequirementPage.Item("unit-certificate", new LocalizedText("执照", "Licence"), List.of(), null,
            Severity.BLOCK, null, null);
        return new EligibilityAnswer(domain, domain, Filed.NOWHERE, Need.REQUIRED, Need.REQUIRED, List.of(FilingType.FIRST), null,
            List.of(), List.of(licence), missing, null, beside);
    }
}

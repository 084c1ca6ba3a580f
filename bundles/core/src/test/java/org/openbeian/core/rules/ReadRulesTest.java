package org.openbeian.core.rules;

import static org.junit.Assert.assertEquals;

import java.util.List;
import org.junit.Test;
import org.openbeian.api.rules.RuleBooks.Candidate;

/** Rules that the extender has read. */
public class ReadRulesTest {

    private final RuleLibrary library = new RuleLibrary();

    @Test
    public void areNotReadASecondTime() throws RuleFileException {
        library.add(new Read("this text would be refused", RuleFiles.read(RuleText.national(), "national", "1.0.0")));
        assertEquals(List.of("serving"), statuses());
    }

    @Test
    public void areReadWhenNobodyHas() {
        library.add(new Read(RuleText.national(), null));
        library.add(new Read("this text is refused", null));
        assertEquals(List.of("serving", "refused"), statuses());
    }

    private List<String> statuses() {
        return library.shelf().candidates().stream().map(Candidate::status).toList();
    }

    private record Read(String text, RuleFile file) implements ReadRules {

        @Override
        public String bundle() {
            return "national";
        }

        @Override
        public String bundleVersion() {
            return "1.0.0";
        }
    }
}
